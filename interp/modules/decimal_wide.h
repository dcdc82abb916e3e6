/* decimal_wide.h: whole numbers of up to 256 bits and the powers of ten, for coefficients of Decimals.
 *
 * A coefficient is a U128 (38 digits always fit); a product, a scaled coefficient or a dividend is a Wide. */
#ifndef INTERP_MODULES_DECIMAL_WIDE_H
#define INTERP_MODULES_DECIMAL_WIDE_H

#include <gmp.h>
#include <stdbool.h>
#include <stdint.h>

__extension__ typedef unsigned __int128 U128;

enum { WIDE_LIMBS = 4, WIDE_POWERS = 78 /* 10**77 is the last that fits */, U128_POWERS = 39, U64_POWERS = 20 };

typedef struct Wide {
    mp_limb_t limbs[WIDE_LIMBS]; /* lowest first */
} Wide;

extern Wide wide_powers[WIDE_POWERS]; /* of ten */

void wide_init(void); /* fills wide_powers */
int wide_count_slow(const Wide *w); /* decimal digits */
int u128_count_slow(U128 n);        /* the same of n >= 2**64 */
bool wide_scale_slow(U128 n, unsigned count, Wide *out);
/* Quotient and remainder; the divisor is not 0. */
void wide_divide(const Wide *n, const Wide *divisor, Wide *quotient, Wide *remainder);

static inline U128 u128_power(unsigned count) { return (U128)wide_powers[count].limbs[1] << 64 | wide_powers[count].limbs[0]; } /* count < U128_POWERS */
static inline Wide wide_from(U128 n) { return (Wide){{(mp_limb_t)n, (mp_limb_t)(n >> 64), 0, 0}}; }
static inline U128 wide_low(const Wide *w) { return (U128)w->limbs[1] << 64 | w->limbs[0]; }
static inline bool wide_is_u128(const Wide *w) { return !(w->limbs[2] | w->limbs[3]); }
static inline bool wide_is_zero(const Wide *w) { return !(w->limbs[0] | w->limbs[1] | w->limbs[2] | w->limbs[3]); }
static inline int wide_compare(const Wide *a, const Wide *b) { return mpn_cmp(a->limbs, b->limbs, WIDE_LIMBS); }

/* Decimal digits of n; 1 for 0. */
static inline int u128_count(U128 n)
{
    if (n >> 64)
        return u128_count_slow(n);
    uint64_t low = (uint64_t)n;
    int guess = low ? (64 - __builtin_clzll(low)) * 1233 >> 12 : 0; /* 1233/4096 is log10(2) from below, near enough for 256 bits */
    return guess + (guess == U64_POWERS || low >= wide_powers[guess].limbs[0] || !low);
}

static inline Wide wide_product(U128 a, U128 b)
{
    uint64_t a0 = (uint64_t)a, a1 = (uint64_t)(a >> 64), b0 = (uint64_t)b, b1 = (uint64_t)(b >> 64);
    U128 low = (U128)a0 * b0;
    if (!(a1 | b1))
        return wide_from(low);
    U128 cross = (U128)a1 * b0, other = (U128)a0 * b1;
    U128 middle = (low >> 64) + (uint64_t)cross + (uint64_t)other;
    U128 high = (U128)a1 * b1 + (cross >> 64) + (other >> 64) + (middle >> 64);
    return (Wide){{(mp_limb_t)low, (mp_limb_t)middle, (mp_limb_t)high, (mp_limb_t)(high >> 64)}};
}

/* n * 10**count. False: it may not fit. */
static inline bool wide_scale(U128 n, unsigned count, Wide *out)
{
    if (count >= U128_POWERS)
        return wide_scale_slow(n, count, out);
    *out = wide_product(n, u128_power(count));
    return true;
}

#endif
