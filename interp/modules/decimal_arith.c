/* decimal_arith.c: arithmetic of Decimals that fit 128 bits, rounded to the current context.
 *
 * Rules: IBM's General Decimal Arithmetic, as lib/decimal.py has them. */
#include "decimal_quick.h"
#include "int.h"
#include "tuple.h"

/* ---- rounding ---- */

/* Whether a quotient goes away from zero, of which a rest was dropped: half is -1, 0, 1 as the rest is below, at or above half a unit. */
static bool rounds_up(DecimalRounding rounding, U128 quotient, int half, bool sign)
{
    switch (rounding) {
    case DECIMAL_DOWN: return false;
    case DECIMAL_UP: return true;
    case DECIMAL_HALF_UP: return half >= 0;
    case DECIMAL_HALF_DOWN: return half > 0;
    case DECIMAL_HALF_EVEN: return half > 0 || (half == 0 && (quotient & 1));
    case DECIMAL_CEILING: return !sign;
    case DECIMAL_FLOOR: return sign;
    default: return quotient % 5 == 0; /* 05UP: the last digit is 0 or 5 */
    }
}

static inline int compare_u128(U128 a, U128 b) { return (a > b) - (a < b); }

/* n without its last `count` digits, rounded; true in *inexact when they were not all 0. count may exceed the digits of n. */
static U128 drop_digits(U128 n, int64_t count, DecimalRounding rounding, bool sign, bool *inexact)
{
    U128 quotient = 0, rest = n;
    int half = -1; /* n is less than half of 10**39 */
    if (count < U64_POWERS && !(n >> 64)) {
        uint64_t power = wide_powers[count].limbs[0], low = (uint64_t)n;
        quotient = low / power;
        rest = low % power;
        half = compare_u128(rest, power - (uint64_t)rest);
    } else if (count < U128_POWERS) {
        U128 power = u128_power((unsigned)count);
        quotient = n / power;
        rest = n - quotient * power;
        half = compare_u128(rest, power - rest);
    }
    *inexact = rest != 0;
    return quotient + (rest && rounds_up(rounding, quotient, half, sign));
}

/* The same for a Wide whose quotient fits a U128. False: it does not. */
static bool drop_wide_digits(const Wide *n, int64_t count, DecimalRounding rounding, bool sign, U128 *out, bool *inexact)
{
    Wide quotient, rest, other;
    wide_divide(n, &wide_powers[count], &quotient, &rest);
    if (!wide_is_u128(&quotient))
        return false;
    mpn_sub_n(other.limbs, wide_powers[count].limbs, rest.limbs, WIDE_LIMBS);
    *inexact = !wide_is_zero(&rest);
    *out = wide_low(&quotient);
    *out += *inexact && rounds_up(rounding, *out, wide_compare(&rest, &other), sign);
    return true;
}

/* A zero keeps its exponent where the context has it. */
static Value finish_zero(bool sign, int64_t exponent)
{
    const DecimalContext *c = &decimal_context;
    if (exponent < c->minimum - c->precision + 1 || exponent > (c->clamp ? c->maximum - c->precision + 1 : c->maximum))
        return DECIMAL_DECLINED;
    return decimal_new_finite(sign, 0, exponent);
}

/* The number as the context can hold it: rounded to its precision. Declines whatever is overflow, subnormal or clamped. */
static Value finish_rounding(bool sign, const Wide *w, int count, int64_t exponent)
{
    const DecimalContext *c = &decimal_context;
    int64_t drop = count - c->precision, top = c->maximum - c->precision + 1;
    U128 n;
    bool inexact;
    if (c->precision >= U128_POWERS)
        return DECIMAL_DECLINED;
    if (wide_is_u128(w))
        n = drop_digits(wide_low(w), drop, c->rounding, sign, &inexact);
    else if (!drop_wide_digits(w, drop, c->rounding, sign, &n, &inexact))
        return DECIMAL_DECLINED;
    exponent += drop;
    if (n >= u128_power((unsigned)c->precision)) {
        n /= 10;
        exponent++;
    }
    if (exponent > top)
        return DECIMAL_DECLINED;
    int told = decimal_tell_rounded(inexact);
    return told > 0 ? decimal_new_finite(sign, n, exponent) : told < 0 ? VALUE_NULL : DECIMAL_DECLINED;
}

static Value finish(bool sign, const Wide *w, int64_t exponent)
{
    const DecimalContext *c = &decimal_context;
    bool small = wide_is_u128(w);
    if (small && !wide_low(w))
        return finish_zero(sign, exponent);
    int count = small ? u128_count(wide_low(w)) : wide_count_slow(w);
    int64_t least = count + exponent - c->precision, top = c->maximum - c->precision + 1;
    if (unlikely(least > top || least < c->minimum - c->precision + 1))
        return DECIMAL_DECLINED;
    if (exponent < least)
        return finish_rounding(sign, w, count, exponent);
    if (!small || (c->clamp && exponent > top))
        return DECIMAL_DECLINED;
    return decimal_new_finite(sign, wide_low(w), exponent);
}

static inline Value finish_u128(bool sign, U128 n, int64_t exponent)
{
    Wide w = wide_from(n);
    return finish(sign, &w, exponent);
}

/* ---- sums ---- */

static Value add_zero(const Operand *a, const Operand *b, bool b_sign)
{
    const DecimalContext *c = &decimal_context;
    int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    if (!a->n && !b->n)
        return finish_zero((a->sign && b_sign) || (c->rounding == DECIMAL_FLOOR && a->sign != b_sign), exponent);
    const Operand *other = a->n ? a : b;
    if (exponent < other->exponent - c->precision - 1)
        exponent = other->exponent - c->precision - 1;
    Wide w;
    if (!wide_scale(other->n, (unsigned)(other->exponent - exponent), &w))
        return DECIMAL_DECLINED;
    return finish(a->n ? a->sign : b_sign, &w, exponent);
}

static Value add(const Operand *a, const Operand *b, bool b_sign)
{
    if (!a->n || !b->n)
        return decimal_context.precision < WIDE_POWERS ? add_zero(a, b, b_sign) : DECIMAL_DECLINED;
    bool a_sign = a->sign;
    if (a->exponent < b->exponent) {
        const Operand *c = a;
        bool sign = a_sign;
        a = b, a_sign = b_sign;
        b = c, b_sign = sign;
    }
    int64_t apart = a->exponent - b->exponent;
    Wide x, y = wide_from(b->n), sum;
    if (apart >= U128_POWERS)
        return DECIMAL_DECLINED;
    wide_scale(a->n, (unsigned)apart, &x);
    if (a_sign == b_sign) {
        if (mpn_add_n(sum.limbs, x.limbs, y.limbs, WIDE_LIMBS))
            return DECIMAL_DECLINED;
        return finish(a_sign, &sum, b->exponent);
    }
    int order = wide_compare(&x, &y);
    if (order == 0)
        return finish_zero(decimal_context.rounding == DECIMAL_FLOOR, b->exponent);
    mpn_sub_n(sum.limbs, order > 0 ? x.limbs : y.limbs, order > 0 ? y.limbs : x.limbs, WIDE_LIMBS);
    return finish(order > 0 ? a_sign : b_sign, &sum, b->exponent);
}

Value decimal_add_quick(const Operand *a, const Operand *b) { return add(a, b, b->sign); }
Value decimal_subtract_quick(const Operand *a, const Operand *b) { return add(a, b, !b->sign); }

Value decimal_negate_quick(const Operand *a, bool negate)
{
    bool sign = a->n || decimal_context.rounding == DECIMAL_FLOOR ? a->sign != negate : false;
    return finish_u128(sign, a->n, a->exponent);
}

/* ---- products and quotients ---- */

Value decimal_multiply_quick(const Operand *a, const Operand *b)
{
    Wide product = wide_product(a->n, b->n);
    return finish(a->sign != b->sign, &product, a->exponent + b->exponent);
}

/* n without trailing zeros, at most `most` of them; *exponent counts them. */
static U128 strip_zeros(U128 n, int64_t most, int64_t *exponent)
{
    for (unsigned step = 16; step; step >>= 1) {
        U128 power = u128_power(step);
        while ((int64_t)step <= most && !((uint64_t)n & ((UINT64_C(1) << step) - 1)) && n % power == 0) {
            n /= power;
            *exponent += step;
            most -= step;
        }
    }
    return n;
}

Value decimal_divide_quick(const Operand *a, const Operand *b)
{
    bool sign = a->sign != b->sign;
    int64_t ideal = a->exponent - b->exponent, shift = u128_count(b->n) - u128_count(a->n) + decimal_context.precision + 1;
    if (!b->n)
        return DECIMAL_DECLINED;
    if (!a->n)
        return finish_zero(sign, ideal);
    Wide dividend = wide_from(a->n), divisor = wide_from(b->n), quotient, rest;
    if (shift >= WIDE_POWERS || !(shift >= 0 ? wide_scale(a->n, (unsigned)shift, &dividend) : wide_scale(b->n, (unsigned)-shift, &divisor)))
        return DECIMAL_DECLINED;
    wide_divide(&dividend, &divisor, &quotient, &rest);
    if (!wide_is_u128(&quotient))
        return DECIMAL_DECLINED;
    U128 n = wide_low(&quotient);
    int64_t exponent = ideal - shift;
    if (!wide_is_zero(&rest))
        n += n % 5 == 0; /* neither exact nor half, as the digits that follow are not */
    else if (exponent < ideal)
        n = strip_zeros(n, ideal - exponent, &exponent);
    return finish_u128(sign, n, exponent);
}

/* Both parts of a division to a whole quotient. False: declined. */
static bool divide_whole(const Operand *a, const Operand *b, Wide *quotient, Wide *rest, int64_t *exponent)
{
    int64_t apart = a->exponent - b->exponent, digits = apart + u128_count(a->n) - u128_count(b->n);
    *exponent = apart < 0 ? a->exponent : b->exponent;
    if (!b->n)
        return false;
    *quotient = wide_from(0);
    if (!a->n || digits <= -2)
        return wide_scale(a->n, apart > 0 && a->n ? (unsigned)(apart < WIDE_POWERS ? apart : WIDE_POWERS) : 0, rest);
    Wide x = wide_from(a->n), y = wide_from(b->n);
    if (digits > decimal_context.precision || apart >= U128_POWERS || apart <= -U128_POWERS)
        return false;
    if (apart >= 0)
        wide_scale(a->n, (unsigned)apart, &x);
    else
        wide_scale(b->n, (unsigned)-apart, &y);
    wide_divide(&x, &y, quotient, rest);
    return wide_is_u128(quotient) &&
           (decimal_context.precision >= U128_POWERS || wide_low(quotient) < u128_power((unsigned)decimal_context.precision));
}

Value decimal_floor_quick(const Operand *a, const Operand *b)
{
    Wide quotient, rest;
    int64_t exponent;
    return divide_whole(a, b, &quotient, &rest, &exponent) ? finish(a->sign != b->sign, &quotient, 0) : DECIMAL_DECLINED;
}

Value decimal_remainder_quick(const Operand *a, const Operand *b)
{
    Wide quotient, rest;
    int64_t exponent;
    return divide_whole(a, b, &quotient, &rest, &exponent) ? finish(a->sign, &rest, exponent) : DECIMAL_DECLINED;
}

Value decimal_divmod_quick(const Operand *a, const Operand *b)
{
    Wide quotient, rest;
    int64_t exponent;
    if (!divide_whole(a, b, &quotient, &rest, &exponent))
        return DECIMAL_DECLINED;
    Value whole = finish(a->sign != b->sign, &quotient, 0);
    if (!whole || whole == DECIMAL_DECLINED)
        return whole;
    Value remainder = finish(a->sign, &rest, exponent);
    if (remainder && remainder != DECIMAL_DECLINED)
        return tuple_from_steal((Value[]){whole, remainder}, 2);
    value_release(whole);
    return remainder;
}

Value decimal_power_quick(const Operand *a, const Operand *b)
{
    enum { MOST = 128 }; /* 2**128 does not fit */
    U128 n = 1;
    if (!a->n || !b->n || b->n > MOST || b->sign || b->exponent || a->exponent > DECIMAL_EXPONENT_MAX / MOST || a->exponent < -DECIMAL_EXPONENT_MAX / MOST)
        return DECIMAL_DECLINED;
    for (int times = (int)b->n; times > 0; times--) {
        Wide product = wide_product(n, a->n);
        if (!wide_is_u128(&product))
            return DECIMAL_DECLINED;
        n = wide_low(&product);
    }
    bool sign = a->sign && b->n & 1;
    return u128_count(n) > decimal_context.precision ? DECIMAL_DECLINED : finish_u128(sign, n, a->exponent * (int64_t)b->n);
}

/* ---- other exponents ---- */

Value decimal_quantize_quick(const Operand *a, int64_t exponent, DecimalRounding rounding)
{
    const DecimalContext *c = &decimal_context;
    if (exponent < c->minimum - c->precision + 1 || exponent > (c->clamp ? c->maximum - c->precision + 1 : c->maximum))
        return DECIMAL_DECLINED;
    if (!a->n)
        return finish_zero(a->sign, exponent);
    int64_t adjusted = a->exponent + u128_count(a->n) - 1;
    if (adjusted > c->maximum || adjusted - exponent + 1 > c->precision)
        return DECIMAL_DECLINED;
    U128 n = a->n;
    bool inexact = false;
    if (exponent <= a->exponent) {
        Wide w;
        if (a->exponent - exponent >= U128_POWERS || !wide_scale(n, (unsigned)(a->exponent - exponent), &w) || !wide_is_u128(&w))
            return DECIMAL_DECLINED;
        n = wide_low(&w);
    } else {
        n = drop_digits(n, exponent - a->exponent, rounding, a->sign, &inexact);
    }
    adjusted = exponent + u128_count(n) - 1;
    if (adjusted > c->maximum || adjusted - exponent + 1 > c->precision || (n && adjusted < c->minimum))
        return DECIMAL_DECLINED;
    int told = exponent > a->exponent ? decimal_tell_rounded(inexact) : 1;
    return told > 0 ? decimal_new_finite(a->sign, n, exponent) : told < 0 ? VALUE_NULL : DECIMAL_DECLINED;
}

Value decimal_to_int_quick(const Operand *a)
{
    U128 n = a->n;
    if (a->exponent < 0) {
        bool inexact;
        n = drop_digits(n, -a->exponent, DECIMAL_DOWN, a->sign, &inexact);
    } else if (a->exponent > 0) {
        Wide w;
        if (a->exponent >= U128_POWERS || !wide_scale(n, (unsigned)a->exponent, &w) || !wide_is_u128(&w))
            return DECIMAL_DECLINED;
        n = wide_low(&w);
    }
    return n >> 62 ? DECIMAL_DECLINED : value_from_small_int(a->sign ? -(int64_t)n : (int64_t)n);
}

/* ---- order and hash ---- */

int decimal_order_quick(const Operand *a, const Operand *b)
{
    int a_side = !a->n ? 0 : a->sign ? -1 : 1, b_side = !b->n ? 0 : b->sign ? -1 : 1;
    if (a_side != b_side || !a_side)
        return (a_side > b_side) - (a_side < b_side);
    int64_t apart = a->exponent - b->exponent;
    if (apart == 0)
        return a_side * compare_u128(a->n, b->n);
    int64_t digits = apart + u128_count(a->n) - u128_count(b->n);
    if (digits)
        return digits > 0 ? a_side : -a_side;
    Wide x = wide_from(a->n), y = wide_from(b->n); /* as many digits before the point: the exponents are at most 38 apart */
    if (apart > 0)
        wide_scale(a->n, (unsigned)apart, &x);
    else
        wide_scale(b->n, (unsigned)-apart, &y);
    int order = wide_compare(&x, &y);
    return order > 0 ? a_side : order < 0 ? -a_side : 0;
}

/* Numbers hash modulo this prime, whatever their type. */
#define HASH_PRIME ((UINT64_C(1) << 61) - 1)
#define HASH_TENTH UINT64_C(2075258708292324556) /* times 10 is 1 modulo the prime */

static uint64_t hash_product(uint64_t a, uint64_t b) { return (uint64_t)((U128)a * b % HASH_PRIME); }

int64_t decimal_hash_quick(const Operand *a)
{
    uint64_t hash = (uint64_t)(a->n % HASH_PRIME), power = a->exponent < 0 ? HASH_TENTH : 10;
    for (uint64_t left = a->exponent < 0 ? -(uint64_t)a->exponent : (uint64_t)a->exponent; left; left >>= 1) {
        if (left & 1)
            hash = hash_product(hash, power);
        power = hash_product(power, power);
    }
    int64_t result = a->sign ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}
