/* decimal_text.c: Decimals of at most 128 bits to text and back; what is not plain ASCII digits is left to lib/decimal.py. */
#include "decimal_quick.h"
#include "str.h"

enum { DIGITS_MAX = 40, TEXT_MAX = 128 };

/* The digits of n at the end of buffer; where they begin. */
static char *digits_of(U128 n, char *end)
{
    char *at = end;
    const uint64_t chunk = wide_powers[U64_POWERS - 1].limbs[0];
    while (n >> 64) {
        uint64_t low = (uint64_t)(n % chunk);
        n /= chunk;
        for (int i = 0; i < U64_POWERS - 1; i++, low /= 10)
            *--at = (char)('0' + low % 10);
    }
    uint64_t rest = (uint64_t)n;
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    return at;
}

static char *put(char *at, const char *text, int64_t count)
{
    memcpy(at, text, (size_t)count);
    return at + count;
}

static char *put_zeros(char *at, int64_t count)
{
    memset(at, '0', (size_t)count);
    return at + count;
}

/* "E+5": the exponent that scientific notation shows */
static char *put_exponent(char *at, int64_t exponent)
{
    char buffer[DIGITS_MAX], *end = buffer + sizeof buffer;
    char *digits = digits_of((U128)(exponent < 0 ? -exponent : exponent), end);
    *at++ = decimal_context.capitals ? 'E' : 'e';
    *at++ = exponent < 0 ? '-' : '+';
    return put(at, digits, end - digits);
}

Value decimal_text_quick(const Operand *a)
{
    char buffer[DIGITS_MAX], text[TEXT_MAX], *end = buffer + sizeof buffer, *at = text;
    char *digits = digits_of(a->n, end);
    int64_t length = end - digits, left = a->exponent + length; /* digits before the point */
    bool plain = a->exponent <= 0 && left > -6;
    int64_t place = plain ? left : 1;
    if (!plain && left != place && !decimal_context.valid)
        return DECIMAL_DECLINED;
    if (a->sign)
        *at++ = '-';
    if (place <= 0) {
        at = put(at, "0.", 2);
        at = put_zeros(at, -place);
        at = put(at, digits, length);
    } else {
        at = put(at, digits, place);
        if (place < length) {
            *at++ = '.';
            at = put(at, digits + place, length - place);
        }
    }
    if (left != place)
        at = put_exponent(at, left - place);
    return str_from_ascii(text, (size_t)(at - text));
}

/* Digits from *at on, added to *n; how many. *fits false: they are more than a U128 holds. */
static int64_t read_digits(const char **at, const char *end, U128 *n, bool *fits)
{
    const char *from = *at;
    uint64_t chunk = 0, power = 1;
    for (; *at < end && (unsigned)(**at - '0') < 10; ++*at) {
        chunk = chunk * 10 + (uint64_t)(**at - '0');
        power *= 10;
        if (power == wide_powers[U64_POWERS - 2].limbs[0]) {
            Wide w = wide_product(*n, power);
            *fits = *fits && wide_is_u128(&w) && !__builtin_add_overflow(wide_low(&w), (U128)chunk, n);
            chunk = 0, power = 1;
        }
    }
    if (power > 1) {
        Wide w = wide_product(*n, power);
        *fits = *fits && wide_is_u128(&w) && !__builtin_add_overflow(wide_low(&w), (U128)chunk, n);
    }
    return *at - from;
}

/* Beyond it the general definition looks at the limits of all contexts. */
#define QUICK_POWER_MAX 100000000000000000u

bool decimal_parse_quick(Value text, Operand *out)
{
    if (!value_is_str(text) || !as_str(text)->ascii)
        return false;
    const char *at = as_str(text)->data, *end = at + as_str(text)->length;
    bool fits = true;
    *out = (Operand){0, 0, at < end && *at == '-'};
    at += at < end && (*at == '-' || *at == '+');
    int64_t count = read_digits(&at, end, &out->n, &fits);
    if (at < end && *at == '.') {
        at++;
        out->exponent = -read_digits(&at, end, &out->n, &fits);
        count -= out->exponent;
    }
    if (!count || !fits)
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        U128 power = 0;
        at++;
        bool negative = at < end && *at == '-';
        at += at < end && (*at == '-' || *at == '+');
        if (!read_digits(&at, end, &power, &fits) || !fits || power > QUICK_POWER_MAX)
            return false;
        out->exponent += negative ? -(int64_t)power : (int64_t)power;
    }
    return at == end && out->exponent > -DECIMAL_EXPONENT_MAX;
}
