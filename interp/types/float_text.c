/* float_text.c: floats to text and from text.
 *
 * Shortest digits by Raffaele Giulietti's "Schubfach": scale the interval of reals that round to d by a power of ten so that it
 * holds at least one and at most a few integers, and take the best. It needs 128-bit powers of ten, made by GMP when first used.
 */
#include "float_text.h"

#include <ctype.h>
#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "mem.h"
#include "types/bytes_methods.h"
#include "types/str.h"

/* ---- shortest digits ---- */

typedef struct Power {
    uint64_t high, low; /* high's top bit is set once filled; 0: not yet */
} Power;

enum { POWER_MIN = -292, POWER_MAX = 324 };

static Power powers[POWER_MAX - POWER_MIN + 1];

static int floor_log2_pow10(int e)
{
    return (e * 1741647) >> 19;
}

/* ceil(10**k / 2**(floor(log2(10**k)) - 127)) */
static Power power_of_ten(int k)
{
    Power *power = &powers[k - POWER_MIN];
    if (likely(power->high))
        return *power;
    mpz_t value;
    mpz_init(value);
    mpz_ui_pow_ui(value, 10, (unsigned long)(k < 0 ? -k : k));
    int shift = 127 - floor_log2_pow10(k);
    if (k < 0) {
        mpz_t one;
        mpz_init(one);
        mpz_setbit(one, (mp_bitcnt_t)shift);
        mpz_cdiv_q(value, one, value);
        mpz_clear(one);
    } else if (shift >= 0) {
        mpz_mul_2exp(value, value, (mp_bitcnt_t)shift);
    } else {
        mpz_cdiv_q_2exp(value, value, (mp_bitcnt_t)-shift);
    }
    power->low = mpz_getlimbn(value, 0);
    power->high = mpz_getlimbn(value, 1);
    mpz_clear(value);
    return *power;
}

/* The upper 64 bits of power * x / 2**64, the lowest bit standing for all that is cut off. */
static uint64_t multiply_to_odd(Power power, uint64_t x)
{
    unsigned __int128 low = (unsigned __int128)power.low * x;
    unsigned __int128 sum = (unsigned __int128)power.high * x + (uint64_t)(low >> 64);
    return (uint64_t)(sum >> 64) | ((uint64_t)sum > 1);
}

/* The decimal d == result * 10**exponent nearest to d among the shortest. */
static uint64_t shortest_decimal(double d, int *exponent)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t mantissa = bits & (((uint64_t)1 << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7ff);
    uint64_t c = biased ? mantissa | (uint64_t)1 << 52 : mantissa;
    int q = (biased ? biased : 1) - 1075; /* d == c * 2**q */
    if (q <= 0 && q > -53 && (c & (((uint64_t)1 << -q) - 1)) == 0) {
        *exponent = 0;
        return c >> -q; /* a whole number below 2**53 */
    }
    bool even = !(c & 1), closer_below = mantissa == 0 && biased > 1;
    int k = (q * 1262611 - (closer_below ? 524031 : 0)) >> 22; /* floor(log10 of the interval's width) */
    int h = q + floor_log2_pow10(-k) + 1;
    Power power = power_of_ten(-k);
    uint64_t lower = multiply_to_odd(power, (4 * c - 2 + closer_below) << h) + !even;
    uint64_t value = multiply_to_odd(power, 4 * c << h);
    uint64_t upper = multiply_to_odd(power, (4 * c + 2) << h) - !even;
    uint64_t s = value / 4;
    *exponent = k;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool below = lower <= 40 * tens, above = 40 * tens + 40 <= upper;
        if (below != above) {
            *exponent = k + 1;
            return tens + above;
        }
    }
    bool below = lower <= 4 * s, above = 4 * s + 4 <= upper;
    if (below != above)
        return s + above;
    uint64_t middle = 4 * s + 2;
    return s + (value > middle || (value == middle && (s & 1)));
}

int float_shortest_digits(double d, char digits[18])
{
    int exponent;
    uint64_t decimal = shortest_decimal(d, &exponent);
    while (decimal % 10 == 0) {
        decimal /= 10;
        exponent++;
    }
    char reversed[20];
    int count = 0;
    for (; decimal; decimal /= 10)
        reversed[count++] = (char)('0' + decimal % 10);
    for (int i = 0; i < count; i++)
        digits[i] = reversed[count - 1 - i];
    digits[count] = '\0';
    return exponent + count;
}

bool float_scale_decimal(double magnitude, int precision, uint64_t *scaled)
{
    if (precision > 19 || magnitude >= 0x1p63)
        return false;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(magnitude, &exponent), 53); /* magnitude == mantissa * 2**(exponent - 53) */
    int shift = 53 - exponent;
    unsigned __int128 product = mantissa;
    for (int i = 0; i < precision; i++)
        product *= 10; /* below 2**53 * 10**19 < 2**117 */
    if (shift <= 0) {
        if (product >> (63 + shift))
            return false;
        *scaled = (uint64_t)product << -shift;
        return true;
    }
    if (shift > 126) { /* less than half a unit */
        *scaled = 0;
        return true;
    }
    unsigned __int128 kept = product >> shift, rest = product & (((unsigned __int128)1 << shift) - 1);
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
    if (kept >> 63)
        return false;
    *scaled = (uint64_t)kept + (rest > half || (rest == half && kept & 1));
    return true;
}

/* ---- repr ---- */

size_t float_repr_text(double d, char buffer[FLOAT_REPR_SIZE])
{
    char *p = buffer;
    if (isnan(d))
        return (size_t)sprintf(buffer, "nan");
    if (signbit(d))
        *p++ = '-';
    if (isinf(d))
        return (size_t)(p - buffer + sprintf(p, "inf"));
    if (d == 0)
        return (size_t)(p - buffer + sprintf(p, "0.0"));
    char digits[18];
    int point = float_shortest_digits(fabs(d), digits); /* 0.digits * 10**point */
    int count = (int)strlen(digits);
    if (point <= -4 || point > 16) {
        *p++ = digits[0];
        if (count > 1) {
            *p++ = '.';
            memcpy(p, digits + 1, (size_t)count - 1);
            p += count - 1;
        }
        return (size_t)(p - buffer + sprintf(p, "e%+03d", point - 1));
    }
    if (point <= 0) {
        memcpy(p, "0.", 2);
        p += 2;
        memset(p, '0', (size_t)-point);
        p += -point;
        memcpy(p, digits, (size_t)count);
        p += count;
    } else {
        for (int i = 0; i < point; i++)
            *p++ = i < count ? digits[i] : '0';
        *p++ = '.';
        if (count > point) {
            memcpy(p, digits + point, (size_t)(count - point));
            p += count - point;
        } else {
            *p++ = '0';
        }
    }
    *p = '\0';
    return (size_t)(p - buffer);
}

Value float_repr(double d)
{
    char buffer[FLOAT_REPR_SIZE];
    size_t length = float_repr_text(d, buffer);
    return str_from_ascii(buffer, length);
}

/* ---- reading ---- */

/* One of the words inf, infinity, nan at p (any case), then nothing more. */
static bool parse_word(const char *p, double *out)
{
    if (strcasecmp(p, "inf") == 0 || strcasecmp(p, "infinity") == 0)
        *out = HUGE_VAL;
    else if (strcasecmp(p, "nan") == 0)
        *out = (double)NAN;
    else
        return false;
    return true;
}

/* William Clinger's fast path: digits that a double holds exactly, times or divided by a power of ten that it holds exactly, are rounded once.
 * False: not of that form, nothing is said about the text. */
static bool parse_short(const uint8_t *p, int64_t length, double *out)
{
    static const double exact_powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    enum { DIGITS_MAX = 15, POWER_EXACT_MAX = 22 };
    const uint8_t *end = p + length;
    bool negative = p < end && *p == '-', point = false;
    p += negative;
    uint64_t value = 0;
    int digits = 0, exponent = 0;
    for (; p < end && digits <= DIGITS_MAX; p++) {
        unsigned digit = (unsigned)*p - '0';
        if (digit < 10) {
            value = value * 10 + digit;
            digits++;
            exponent -= point;
        } else if (*p == '.' && !point) {
            point = true;
        } else {
            break;
        }
    }
    if (digits == 0 || digits > DIGITS_MAX)
        return false;
    if (p < end && (*p | 0x20) == 'e') {
        p++;
        bool down = p < end && *p == '-';
        p += down || (p < end && *p == '+');
        int written = 0;
        const uint8_t *first = p;
        for (; p < end && p < first + 3 && (unsigned)*p - '0' < 10; p++)
            written = written * 10 + (*p - '0');
        if (p == first)
            return false;
        exponent += down ? -written : written;
    }
    if (p != end || exponent < -POWER_EXACT_MAX || exponent > POWER_EXACT_MAX)
        return false;
    double d = (double)value;
    d = exponent < 0 ? d / exact_powers[-exponent] : d * exact_powers[exponent];
    *out = negative ? -d : d;
    return true;
}

/* text is NUL-terminated and may be overwritten. */
static bool parse_float(char *text, size_t length, double *out)
{
    char *p = text, *end = text + length;
    while (p < end && isspace((unsigned char)*p))
        p++;
    while (end > p && isspace((unsigned char)end[-1]))
        end--;
    *end = '\0';
    if (strlen(p) != (size_t)(end - p))
        return false;
    char *to = p, previous = '\0';
    for (char *from = p; from < end; from++) { /* drop underscores between digits */
        if (*from == '_' ? !isdigit((unsigned char)previous) : previous == '_' && !isdigit((unsigned char)*from))
            return false;
        if (*from != '_')
            *to++ = *from;
        previous = *from;
    }
    if (previous == '_')
        return false;
    *to = '\0';
    bool negative = *p == '-';
    if (*p == '-' || *p == '+')
        p++;
    if (parse_word(p, out)) {
        if (negative)
            *out = -*out;
        return true;
    }
    const char *s = p;
    int digits = 0;
    for (; isdigit((unsigned char)*s); s++)
        digits++;
    if (*s == '.')
        for (s++; isdigit((unsigned char)*s); s++)
            digits++;
    if (digits == 0)
        return false;
    if (*s == 'e' || *s == 'E') {
        s++;
        if (*s == '+' || *s == '-')
            s++;
        if (!isdigit((unsigned char)*s))
            return false;
        while (isdigit((unsigned char)*s))
            s++;
    }
    if (*s)
        return false;
    *out = strtod(p, NULL);
    if (negative)
        *out = -*out;
    return true;
}

/* Of another bytes-like object, which an error shows. */
static int parse_copy(Value source, double *out)
{
    Value copy = bytes_copy_of(source);
    if (!copy)
        return -1;
    int status = float_parse_value(copy, out);
    value_release(copy);
    if (status < 0 && exc_clear_if(&exc_ValueError))
        raise_error(&exc_ValueError, "could not convert string to float: %V", source);
    return status;
}

int float_parse_value(Value source, double *out)
{
    size_t length;
    char *text;
    bool is_str = value_is_str(source);
    if (!is_str && !value_is_bytes_like(source))
        return parse_copy(source, out);
    if (is_str ? as_str(source)->ascii && parse_short(as_str(source)->u8, as_str(source)->length, out)
               : parse_short(as_bytes(source)->data, as_bytes(source)->length, out))
        return 0;
    if (is_str) {
        text = number_text_from_str(source, &length);
    } else {
        length = (size_t)as_bytes(source)->length;
        text = mem_alloc_raw(length + 1);
        if (text)
            memcpy(text, as_bytes(source)->data, length + 1);
        else
            raise_no_memory();
    }
    if (!text)
        return -1;
    bool ok = parse_float(text, length, out);
    mem_free_raw(text);
    return ok ? 0 : raise_error_int(&exc_ValueError, "could not convert string to float: %V", source);
}

Value float_from_text(const char *text, size_t length)
{
    Value str = str_from_utf8(text, length);
    if (!str)
        return VALUE_NULL;
    double d;
    Value v = float_parse_value(str, &d) < 0 ? VALUE_NULL : float_new(d);
    value_release(str);
    return v;
}

enum { DOUBLE_BITS = 53, DOUBLE_TOP = 1024, DOUBLE_SMALLEST = -1074 }; /* of IEEE 754: exponents of 2 (float.h is ours) */

/* value * 2**exponent, rounded half to even where a double has fewer bits: glibc's strtod errs for some subnormals. `sticky`: something
 * not zero follows below. Infinity when too large. */
static double scale_rounded(uint64_t value, bool sticky, int64_t exponent)
{
    if (value == 0)
        return 0.0;
    int bits = 64 - __builtin_clzll(value);
    int64_t top = exponent + bits; /* value < 2**top */
    if (top > DOUBLE_TOP)
        return HUGE_VAL;
    int64_t lowest = top - DOUBLE_BITS > DOUBLE_SMALLEST ? top - DOUBLE_BITS : DOUBLE_SMALLEST, drop = lowest - exponent;
    if (drop > 64)
        return 0.0;
    if (drop > 0) {
        uint64_t rest = drop == 64 ? value : value & ((UINT64_C(1) << drop) - 1), half = UINT64_C(1) << (drop - 1);
        value = drop == 64 ? 0 : value >> drop;
        if (rest > half || (rest == half && (sticky || value & 1)))
            value++;
        exponent += drop;
    }
    return ldexp((double)value, (int)exponent);
}

/* The number after 0x, which has the right form. */
static double parse_hex_digits(const char *s)
{
    uint64_t value = 0;
    int64_t exponent = 0;
    bool sticky = false, point = false;
    for (; isxdigit((unsigned char)*s) || *s == '.'; s++) {
        if (*s == '.') {
            point = true;
            continue;
        }
        unsigned digit = *s <= '9' ? (unsigned)(*s - '0') : (unsigned)((*s | 0x20) - 'a' + 10);
        if (value >> 60 == 0) {
            value = value << 4 | digit;
            exponent -= point ? 4 : 0;
        } else {
            sticky = sticky || digit;
            exponent += point ? 0 : 4;
        }
    }
    if (*s == 'p' || *s == 'P') {
        long written = strtol(s + 1, NULL, 10); /* far too large is LONG_MAX */
        exponent += written > INT32_MAX ? INT32_MAX : written < -INT32_MAX ? -INT32_MAX : written;
    }
    return scale_rounded(value, sticky, exponent);
}

int float_parse_hex(Value str, double *out)
{
    size_t length;
    const char *text = str_utf8(str, &length);
    if (!text)
        return -1;
    const char *p = text, *end = text + length;
    while (isspace((unsigned char)*p))
        p++;
    while (end > p && isspace((unsigned char)end[-1]))
        end--;
    bool negative = *p == '-';
    if (*p == '-' || *p == '+')
        p++;
    char *copy = mem_alloc_raw((size_t)(end - p) + 3);
    if (!copy) {
        raise_no_memory();
        return -1;
    }
    bool prefixed = end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x';
    size_t before = prefixed ? 0 : 2;
    memcpy(copy, "0x", before);
    memcpy(copy + before, p, (size_t)(end - p));
    copy[before + (size_t)(end - p)] = '\0';
    bool ok = strlen(copy) == (size_t)(end - p) + (prefixed ? 0 : 2) && parse_word(copy + (prefixed ? 0 : 2), out);
    if (!ok) {
        const char *s = copy + 2;
        int digits = 0;
        for (; isxdigit((unsigned char)*s); s++)
            digits++;
        if (*s == '.')
            for (s++; isxdigit((unsigned char)*s); s++)
                digits++;
        ok = digits > 0;
        if (ok && (*s == 'p' || *s == 'P')) {
            s++;
            if (*s == '+' || *s == '-')
                s++;
            ok = isdigit((unsigned char)*s);
            while (isdigit((unsigned char)*s))
                s++;
        }
        ok = ok && *s == '\0' && s == copy + (end - p) + (prefixed ? 0 : 2);
        if (ok) {
            *out = parse_hex_digits(copy + 2);
            if (isinf(*out)) {
                mem_free_raw(copy);
                return raise_error_int(&exc_OverflowError, "hexadecimal value too large to represent as a float");
            }
        }
    }
    mem_free_raw(copy);
    if (!ok)
        return raise_error_int(&exc_ValueError, "invalid hexadecimal floating-point string");
    if (negative)
        *out = -*out;
    return 0;
}
