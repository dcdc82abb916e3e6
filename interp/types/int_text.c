/* int_text.c: ints from text and to text. */
#include <ctype.h>
#include <utf8proc.h>

#include "exceptions.h"
#include "int.h"
#include "limbs.h"
#include "mem.h"
#include "types/bytes.h"
#include "types/str.h"

/* ---- characters ---- */

int unicode_decimal(uint32_t point)
{
    if (point < 128)
        return point >= '0' && point <= '9' ? (int)point - '0' : -1;
    if (utf8proc_category((utf8proc_int32_t)point) != UTF8PROC_CATEGORY_ND)
        return -1;
    int value = 0; /* decimal digits come in runs of ten, from zero to nine */
    while (utf8proc_category((utf8proc_int32_t)(point - 1 - (uint32_t)value)) == UTF8PROC_CATEGORY_ND)
        value++;
    return value % 10;
}

bool unicode_is_space(uint32_t point)
{
    if (point < 128)
        return point == ' ' || (point >= 9 && point <= 13) || (point >= 0x1c && point <= 0x1f);
    return point == 0x85 || point == 0x2028 || point == 0x2029 ||
           utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_ZS;
}

char *number_text_from_str(Value str, size_t *length)
{
    Str *s = as_str(str);
    char *text = mem_alloc_raw((size_t)s->length + 1);
    if (!text) {
        raise_no_memory();
        return NULL;
    }
    for (int64_t i = 0; i < s->length; i++) {
        uint32_t point = str_point_at(s, i);
        int digit = point < 128 ? -1 : unicode_decimal(point);
        text[i] = (char)(point < 127 ? point : digit >= 0 ? (uint32_t)('0' + digit) : unicode_is_space(point) ? ' ' : '?');
    }
    text[s->length] = '\0';
    *length = (size_t)s->length;
    return text;
}

/* ---- reading ---- */

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 99;
}

typedef enum ParseResult { PARSED, PARSE_INVALID, PARSE_RAISED } ParseResult;

static bool power_of_two(int base)
{
    return (base & (base - 1)) == 0;
}

enum { SHORT_TEXT = 200, WORD_DIGITS = 19 };

/* Decimal digits in words of nineteen: for short numbers quicker than mpz_set_str(). */
static void set_short(mpz_t z, const char *p, const char *end)
{
    int digits = (int)((end - p) % WORD_DIGITS); /* the first, shorter word has no others before it to be scaled */
    for (const char *stop = p + (digits ? digits : WORD_DIGITS); p < end; stop += WORD_DIGITS) {
        unsigned long word = 0;
        for (; p < stop; p++)
            word = word * 10 + (unsigned long)(*p - '0');
        mpz_mul_ui(z, z, 10000000000000000000u);
        mpz_add_ui(z, z, word);
    }
}

/* The value of checked digits that are too many for a word; out of line, for setjmp() leaves few variables alone. */
__attribute__((noinline)) static ParseResult parse_big(const char *text, const char *end, size_t count, int base, bool negative, Value *out)
{
    bool in_words = base == 10 && count <= SHORT_TEXT && count == (size_t)(end - text);
    char *digits = in_words ? NULL : mem_alloc_raw(count + 2), *to = digits;
    if (!digits && !in_words) {
        raise_no_memory();
        return PARSE_RAISED;
    }
    for (const char *p = text; to && p < end; p++)
        if (*p != '_')
            *to++ = *p;
    if (to)
        *to = '\0';
    mpz_t z;
    if (LIMBS_RAN_OUT()) {
        mem_free_raw(digits);
        raise_no_memory();
        return PARSE_RAISED;
    }
    mpz_init(z);
    if (digits)
        mpz_set_str(z, digits, base);
    else
        set_short(z, text, end);
    mem_free_raw(digits);
    if (negative)
        mpz_neg(z, z);
    *out = int_from_mpz_steal(z);
    return *out ? PARSED : PARSE_RAISED;
}

/* The digits of a number without sign and prefix, underscores only between digits. */
static ParseResult parse_digits(const char *text, const char *end, int base, bool negative, Value *out)
{
    size_t count = 0;
    uint64_t small = 0;
    bool is_small = true, after_digit = false;
    for (const char *p = text; p < end; p++) {
        if (*p == '_') {
            if (!after_digit)
                return PARSE_INVALID;
            after_digit = false;
            continue;
        }
        int digit = digit_value(*p);
        if (digit >= base)
            return PARSE_INVALID;
        after_digit = true;
        count++;
        if (is_small && (__builtin_mul_overflow(small, (uint64_t)base, &small) || __builtin_add_overflow(small, (uint64_t)digit, &small)))
            is_small = false;
    }
    if (!after_digit)
        return PARSE_INVALID;
    if (is_small && small <= (uint64_t)SMALL_INT_MAX) {
        *out = value_from_small_int(negative ? -(int64_t)small : (int64_t)small);
        return PARSED;
    }
    if (!power_of_two(base) && int_max_str_digits && count > (size_t)int_max_str_digits) {
        raise_error(&exc_ValueError, "Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; "
                    "use sys.set_int_max_str_digits() to increase the limit", (long long)int_max_str_digits, count);
        return PARSE_RAISED;
    }
    return parse_big(text, end, count, base, negative, out);
}

static ParseResult parse(const char *text, size_t length, int base, Value *out)
{
    const char *p = text, *end = text + length;
    while (p < end && isspace((unsigned char)*p))
        p++;
    while (end > p && isspace((unsigned char)end[-1]))
        end--;
    bool negative = p < end && *p == '-';
    if (negative || (p < end && *p == '+'))
        p++;
    bool only_zero = false;
    if (p + 1 < end && *p == '0' && (base == 0 || base == 2 || base == 8 || base == 16)) {
        int letter = p[1] | 0x20;
        int prefix_base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (prefix_base && (base == 0 || base == prefix_base)) {
            base = prefix_base;
            p += 2;
            if (p < end && *p == '_')
                p++;
        } else if (base == 0) {
            only_zero = true;
        }
    }
    ParseResult result = parse_digits(p, end, base ? base : 10, negative, out);
    if (result == PARSED && only_zero && *out != value_from_small_int(0)) {
        value_release(*out);
        return PARSE_INVALID;
    }
    return result;
}

/* source: what the message shows, like its repr, at most 200 characters of it. */
static Value raise_invalid(Value source, int base)
{
    Value text = value_is_str(source) ? str_repr(source) : bytes_repr(source);
    if (!text)
        return VALUE_NULL;
    if (as_str(text)->length > 200)
        value_set_steal(&text, str_substring(text, 0, 200));
    if (text) {
        raise_error(&exc_ValueError, "invalid literal for int() with base %d: %S", base, text);
        value_release(text);
    }
    return VALUE_NULL;
}

Value int_from_digits(const char *text, size_t length, int base)
{
    Value v = VALUE_NULL;
    if (parse(text, length, base, &v) == PARSE_INVALID) {
        Value source = str_from_utf8(text, length);
        if (source) {
            raise_invalid(source, base);
            value_release(source);
        }
        return VALUE_NULL;
    }
    return v;
}

Value int_from_text(Value str, int base)
{
    Value v = VALUE_NULL;
    ParseResult result;
    if (as_str(str)->ascii) {
        result = parse(as_str(str)->data, (size_t)as_str(str)->length, base, &v);
    } else {
        size_t length;
        char *text = number_text_from_str(str, &length);
        if (!text)
            return VALUE_NULL;
        result = parse(text, length, base, &v);
        mem_free_raw(text);
    }
    return result == PARSE_INVALID ? raise_invalid(str, base) : v;
}

Value int_from_bytes_text(Value bytes, int base)
{
    Value v = VALUE_NULL;
    Bytes *b = as_bytes(bytes);
    if (parse((const char *)b->data, (size_t)b->length, base, &v) != PARSE_INVALID)
        return v;
    Value source = bytes_new(b->data, (size_t)b->length); /* a bytearray is shown as bytes, as CPython does */
    if (source) {
        raise_invalid(source, base);
        value_release(source);
    }
    return VALUE_NULL;
}

/* ---- writing ---- */

#define SMALL_TEXT 72 /* sign, 63 binary digits, NUL */

/* Digits of i backwards from the end of buffer; where they begin. */
static char *write_small(int64_t i, int base, char buffer[SMALL_TEXT])
{
    uint64_t rest = i < 0 ? -(uint64_t)i : (uint64_t)i;
    char *p = buffer + SMALL_TEXT - 1;
    *p = '\0';
    do {
        *--p = "0123456789abcdefghijklmnopqrstuvwxyz"[rest % (unsigned)base];
        rest /= (unsigned)base;
    } while (rest);
    if (i < 0)
        *--p = '-';
    return p;
}

static char *too_many_digits(void)
{
    raise_error(&exc_ValueError, "Exceeds the limit (%lld digits) for integer string conversion; "
                "use sys.set_int_max_str_digits() to increase the limit", (long long)int_max_str_digits);
    return NULL;
}

static int write_big(char *text, int base, mpz_srcptr z)
{
    if (LIMBS_RAN_OUT()) {
        raise_no_memory();
        return -1;
    }
    mpz_get_str(text, base, z);
    limbs_done();
    return 0;
}

static char *big_to_text(Value plain, int base, size_t *length)
{
    mpz_srcptr z = int_big(plain)->number;
    size_t digits = mpz_sizeinbase(z, base); /* exact, or one too many */
    bool limited = !power_of_two(base) && int_max_str_digits;
    if (limited && digits > (size_t)int_max_str_digits + 1)
        return too_many_digits();
    char *text = mem_alloc_raw(digits + 2);
    if (!text) {
        raise_no_memory();
        return NULL;
    }
    if (write_big(text, base, z) < 0) {
        mem_free_raw(text);
        return NULL;
    }
    *length = strlen(text);
    if (limited && *length - (mpz_sgn(z) < 0) > (size_t)int_max_str_digits) {
        mem_free_raw(text);
        return too_many_digits();
    }
    return text;
}

char *int_to_text(Value v, int base, size_t *length)
{
    v = int_plain(v);
    if (!value_is_small_int(v))
        return big_to_text(v, base, length);
    char buffer[SMALL_TEXT];
    char *digits = write_small(value_small_int(v), base, buffer);
    *length = (size_t)(buffer + SMALL_TEXT - 1 - digits);
    char *text = mem_alloc_raw(*length + 1);
    if (text)
        memcpy(text, digits, *length + 1);
    else
        raise_no_memory();
    return text;
}

Value int_to_str(Value v, int base)
{
    v = int_plain(v);
    if (likely(value_is_small_int(v))) {
        char buffer[SMALL_TEXT];
        char *digits = base == 10 ? write_small(value_small_int(v), 10, buffer) : write_small(value_small_int(v), base, buffer);
        return str_from_ascii(digits, (size_t)(buffer + SMALL_TEXT - 1 - digits));
    }
    size_t length;
    char *text = big_to_text(v, base, &length);
    if (!text)
        return VALUE_NULL;
    Value str = str_from_ascii(text, length);
    mem_free_raw(text);
    return str;
}
