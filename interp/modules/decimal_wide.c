#include "decimal_wide.h"

Wide wide_powers[WIDE_POWERS];

void wide_init(void)
{
    wide_powers[0] = wide_from(1);
    for (int i = 1; i < WIDE_POWERS; i++)
        mpn_mul_1(wide_powers[i].limbs, wide_powers[i - 1].limbs, WIDE_LIMBS, 10);
}

static int limb_count(const Wide *w)
{
    int n = WIDE_LIMBS;
    while (n > 0 && !w->limbs[n - 1])
        n--;
    return n;
}

int wide_count_slow(const Wide *w)
{
    int limbs = limb_count(w);
    int bits = limbs ? limbs * 64 - __builtin_clzll(w->limbs[limbs - 1]) : 0, guess = bits * 1233 >> 12;
    return guess + (guess < WIDE_POWERS && wide_compare(w, &wide_powers[guess]) >= 0) + !bits;
}

int u128_count_slow(U128 n)
{
    int guess = (128 - __builtin_clzll((uint64_t)(n >> 64))) * 1233 >> 12;
    return guess + (guess < U128_POWERS && n >= u128_power((unsigned)guess));
}

bool wide_scale_slow(U128 n, unsigned count, Wide *out)
{
    if (!n) {
        *out = wide_from(0);
        return true;
    }
    return count < WIDE_POWERS && !(n >> 64) && !mpn_mul_1(out->limbs, wide_powers[count].limbs, WIDE_LIMBS, (mp_limb_t)n);
}

void wide_divide(const Wide *n, const Wide *divisor, Wide *quotient, Wide *remainder)
{
    int length = limb_count(n), d = limb_count(divisor);
    *quotient = *remainder = wide_from(0);
    if (length < d) {
        *remainder = *n;
    } else if (length <= 2) {
        U128 a = wide_low(n), b = wide_low(divisor);
        *quotient = wide_from(a / b);
        *remainder = wide_from(a % b);
    } else if (d == 1) {
        remainder->limbs[0] = mpn_divrem_1(quotient->limbs, 0, n->limbs, length, divisor->limbs[0]);
    } else {
        mpn_tdiv_qr(quotient->limbs, remainder->limbs, 0, n->limbs, length, divisor->limbs, d);
    }
}
