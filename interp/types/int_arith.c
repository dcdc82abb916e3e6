/* int_arith.c: the arithmetic of ints: int64 wherever that is enough, GMP beyond. */
#include <math.h>

#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "limbs.h"
#include "types/tuple.h"

typedef __int128 Wide;

static Value from_wide(Wide w)
{
    if (w >= SMALL_INT_MIN && w <= SMALL_INT_MAX)
        return value_from_small_int((int64_t)w);
    unsigned __int128 magnitude = w < 0 ? -(unsigned __int128)w : (unsigned __int128)w;
    mp_limb_t limbs[2] = { (mp_limb_t)magnitude, (mp_limb_t)(magnitude >> 64) };
    return int_from_limbs(limbs, limbs[1] ? 2 : 1, w < 0);
}

/* The value of a plain int within 126 bits, so that sums fit. */
static inline bool as_wide(Value plain, Wide *w)
{
    if (value_is_small_int(plain)) {
        *w = value_small_int(plain);
        return true;
    }
    mpz_srcptr z = int_big(plain)->number;
    int size = z->_mp_size < 0 ? -z->_mp_size : z->_mp_size;
    if (size > 2 || (size == 2 && z->_mp_d[1] >> 62))
        return false;
    Wide magnitude = size == 2 ? (Wide)z->_mp_d[1] << 64 | z->_mp_d[0] : (Wide)z->_mp_d[0];
    *w = z->_mp_size < 0 ? -magnitude : magnitude;
    return true;
}

/* ---- division ---- */

static Value divide_by_zero(BinaryOp op)
{
    return raise_error(&exc_ZeroDivisionError, op == BINARY_TRUEDIV ? "division by zero"
                       : op == BINARY_MOD ? "integer modulo by zero" : "integer division or modulo by zero");
}

/* Floor division of int64, b != 0, neither INT64_MIN / -1. */
static inline int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return q - (q * b != a && (a < 0) != (b < 0));
}

static inline int64_t floor_mod(int64_t a, int64_t b)
{
    int64_t r = a % b;
    return r && (r < 0) != (b < 0) ? r + b : r;
}

/* Quotient and remainder of plain ints, either may be NULL (not wanted). b != 0. */
static int divmod_plain(Value a, Value b, Value *quotient, Value *remainder)
{
    if (value_both_small_int(a, b)) {
        int64_t x = value_small_int(a), y = value_small_int(b);
        if (quotient && !(*quotient = int_from_int64(floor_div(x, y))))
            return -1;
        if (remainder)
            *remainder = value_from_small_int(floor_mod(x, y));
        return 0;
    }
    IntView va, vb;
    mpz_srcptr x = int_view(a, &va), y = int_view(b, &vb);
    mpz_t q, r;
    if (LIMBS_RAN_OUT()) {
        raise_no_memory();
        return -1;
    }
    mpz_init(q);
    mpz_init(r);
    if (quotient && remainder)
        mpz_fdiv_qr(q, r, x, y);
    else if (quotient)
        mpz_fdiv_q(q, x, y);
    else
        mpz_fdiv_r(r, x, y);
    Value first = int_from_mpz_steal(q), second = int_from_mpz_steal(r);
    if (!first || !second) {
        value_release_null(first);
        value_release_null(second);
        return -1;
    }
    if (quotient)
        *quotient = first;
    else
        value_release(first);
    if (remainder)
        *remainder = second;
    else
        value_release(second);
    return 0;
}

int int_divmod(Value a, Value b, Value *quotient, Value *remainder)
{
    b = int_plain(b);
    if (b == value_from_small_int(0)) {
        divide_by_zero(BINARY_DIVMOD);
        return -1;
    }
    return divmod_plain(int_plain(a), b, quotient, remainder);
}

static Value divmod_tuple(Value a, Value b)
{
    Value parts[2];
    if (int_divmod(a, b, &parts[0], &parts[1]) < 0)
        return VALUE_NULL;
    return tuple_from_steal(parts, 2);
}

/* a / b, correctly rounded. */
static Value true_divide(Value a, Value b)
{
    if (b == value_from_small_int(0))
        return divide_by_zero(BINARY_TRUEDIV);
    if (a == value_from_small_int(0))
        return float_new(int_sign(b) < 0 ? -0.0 : 0.0);
    if (value_both_small_int(a, b)) {
        int64_t x = value_small_int(a), y = value_small_int(b);
        const int64_t exact = (int64_t)1 << 53;
        if (x >= -exact && x <= exact && y >= -exact && y <= exact)
            return float_new((double)x / (double)y);
    }
    IntView va, vb;
    mpz_srcptr x = int_view(a, &va), y = int_view(b, &vb);
    int64_t difference = (int64_t)mpz_sizeinbase(x, 2) - (int64_t)mpz_sizeinbase(y, 2); /* quotient in 2**(d-1) .. 2**(d+1) */
    bool negative = (mpz_sgn(x) < 0) != (mpz_sgn(y) < 0);
    double result;
    if (difference > 1025) {
        result = HUGE_VAL;
    } else if (difference < -1080) {
        result = 0.0;
    } else {
        int64_t shift = 66 - difference; /* makes a quotient of 66 or 67 bits */
        mpz_t q, r, scaled;
        if (LIMBS_RAN_OUT())
            return raise_no_memory();
        mpz_init(q);
        mpz_init(r);
        mpz_init(scaled);
        if (shift >= 0) {
            mpz_mul_2exp(scaled, x, (mp_bitcnt_t)shift);
            mpz_tdiv_qr(q, r, scaled, y);
        } else {
            mpz_mul_2exp(scaled, y, (mp_bitcnt_t)-shift);
            mpz_tdiv_qr(q, r, x, scaled);
        }
        mpz_abs(q, q);
        limbs_done();
        result = int_scale_double(q, mpz_sgn(r) != 0, -shift);
        mpz_clear(q);
        mpz_clear(r);
        mpz_clear(scaled);
    }
    if (isinf(result))
        return raise_error(&exc_OverflowError, "integer division result too large for a float");
    return float_new(negative ? -result : result);
}

/* ---- shifts ---- */

static Value shift_left(Value a, Value b)
{
    if (int_sign(b) < 0)
        return raise_error(&exc_ValueError, "negative shift count");
    if (a == value_from_small_int(0))
        return a;
    int64_t count;
    if (!int_fits_int64(b, &count))
        return raise_error(&exc_OverflowError, "too many digits in integer");
    if (value_is_small_int(a)) {
        int64_t i = value_small_int(a);
        if (count < 63 && i >= SMALL_INT_MIN >> count && i <= SMALL_INT_MAX >> count)
            return value_from_small_int((int64_t)((uint64_t)i << count));
        if (count < 64)
            return from_wide((Wide)((unsigned __int128)(Wide)i << count));
    }
    if (count > INT_MAX_BITS - int_bit_length(a))
        return raise_no_memory();
    IntView va;
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_mul_2exp(z, int_view(a, &va), (mp_bitcnt_t)count);
    return int_from_mpz_steal(z);
}

static Value shift_right(Value a, Value b)
{
    if (int_sign(b) < 0)
        return raise_error(&exc_ValueError, "negative shift count");
    if (!value_is_small_int(b))
        return value_from_small_int(int_sign(a) < 0 ? -1 : 0);
    int64_t count = value_small_int(b);
    if (value_is_small_int(a))
        return value_from_small_int(value_small_int(a) >> (count > 63 ? 63 : count));
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_fdiv_q_2exp(z, int_big(a)->number, (mp_bitcnt_t)count);
    return int_from_mpz_steal(z);
}

/* ---- powers ---- */

static Value power(Value a, Value b)
{
    if (int_sign(b) < 0) {
        double x = int_as_double(a);
        double y = x == -1.0 && exc_pending() ? 0.0 : int_as_double(b);
        return exc_pending() ? VALUE_NULL : float_pow(x, y);
    }
    if (value_is_small_int(a)) {
        int64_t base = value_small_int(a);
        if (base == 0 || base == 1)
            return b == value_from_small_int(0) ? value_from_small_int(1) : a;
        if (base == -1) {
            IntView view;
            return value_from_small_int(mpz_odd_p(int_view(b, &view)) ? -1 : 1);
        }
        if (value_is_small_int(b) && value_small_int(b) < 63) {
            int64_t exponent = value_small_int(b), result = 1, square = base;
            bool fits = true;
            for (;; exponent >>= 1) {
                if (exponent & 1 && __builtin_mul_overflow(result, square, &result)) {
                    fits = false;
                    break;
                }
                if (exponent <= 1)
                    break;
                if (__builtin_mul_overflow(square, square, &square)) {
                    fits = false;
                    break;
                }
            }
            if (fits)
                return int_from_int64(result);
        }
    }
    int64_t exponent;
    if (!int_fits_int64(b, &exponent) || exponent > INT_MAX_BITS / (int_bit_length(a) > 1 ? int_bit_length(a) - 1 : 1))
        return raise_no_memory();
    IntView view;
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_pow_ui(z, int_view(a, &view), (unsigned long)exponent);
    return int_from_mpz_steal(z);
}

/* Plain ints; the modulus is not 0. */
static Value pow_mod_plain(Value base, Value exponent, Value modulus)
{
    IntView vb, ve, vm;
    mpz_srcptr m = int_view(modulus, &vm), b = int_view(base, &vb), e = int_view(exponent, &ve);
    mpz_t z, positive;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    if (mpz_sgn(e) < 0) {
        if (!mpz_invert(z, b, m)) {
            mpz_clear(z);
            limbs_done();
            return raise_error(&exc_ValueError, "base is not invertible for the given modulus");
        }
        mpz_init(positive);
        mpz_neg(positive, e);
        mpz_powm(z, z, positive, m);
        mpz_clear(positive);
    } else {
        mpz_powm(z, b, e, m);
    }
    if (mpz_sgn(m) < 0 && mpz_sgn(z) > 0) /* GMP's result is in 0 .. |m| - 1, Python's has the sign of m */
        mpz_add(z, z, m);
    return int_from_mpz_steal(z);
}

Value int_pow_mod(Value base, Value exponent, Value modulus)
{
    modulus = int_plain(modulus);
    if (modulus == value_from_small_int(0))
        return raise_error(&exc_ValueError, "pow() 3rd argument cannot be 0");
    if (modulus == value_from_small_int(1) || modulus == value_from_small_int(-1))
        return value_from_small_int(0);
    return pow_mod_plain(int_plain(base), int_plain(exponent), modulus);
}

/* ---- everything else ---- */

static Value binary_small(BinaryOp op, int64_t a, int64_t b)
{
    int64_t product;
    switch (op) {
    case BINARY_ADD: return int_from_int64(a + b);
    case BINARY_SUB: return int_from_int64(a - b);
    case BINARY_MUL:
        return likely(!__builtin_mul_overflow(a, b, &product)) ? int_from_int64(product) : from_wide((Wide)a * b);
    case BINARY_FLOORDIV: return b ? int_from_int64(floor_div(a, b)) : divide_by_zero(op);
    case BINARY_MOD: return b ? value_from_small_int(floor_mod(a, b)) : divide_by_zero(op);
    case BINARY_AND: return value_from_small_int(a & b);
    case BINARY_OR: return value_from_small_int(a | b);
    case BINARY_XOR: return value_from_small_int(a ^ b);
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

/* Both within 126 bits; false: the result may not be, or the operator has no fast way. */
static bool binary_wide(BinaryOp op, Wide a, Wide b, Wide *result)
{
    switch (op) {
    case BINARY_ADD: *result = a + b; return true;
    case BINARY_SUB: *result = a - b; return true;
    case BINARY_MUL: return !__builtin_mul_overflow(a, b, result);
    case BINARY_AND: *result = a & b; return true;
    case BINARY_OR: *result = a | b; return true;
    case BINARY_XOR: *result = a ^ b; return true;
    case BINARY_FLOORDIV: case BINARY_MOD: {
        if (b == 0)
            return false;
        Wide quotient = a / b, rest = a - quotient * b;
        bool adjust = rest != 0 && (rest < 0) != (b < 0);
        *result = op == BINARY_MOD ? (adjust ? rest + b : rest) : quotient - adjust;
        return true;
    }
    default: return false;
    }
}

static Value binary_big(BinaryOp op, Value a, Value b)
{
    Wide wide_a, wide_b, wide_result;
    if (as_wide(a, &wide_a) && as_wide(b, &wide_b) && binary_wide(op, wide_a, wide_b, &wide_result))
        return from_wide(wide_result);
    IntView va, vb;
    mpz_srcptr x = int_view(a, &va), y = int_view(b, &vb);
    if (op == BINARY_MUL && int_bit_length(a) + int_bit_length(b) > INT_MAX_BITS)
        return raise_no_memory();
    if ((op == BINARY_FLOORDIV || op == BINARY_MOD) && mpz_sgn(y) == 0)
        return divide_by_zero(op);
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    switch (op) {
    case BINARY_ADD: mpz_add(z, x, y); break;
    case BINARY_SUB: mpz_sub(z, x, y); break;
    case BINARY_MUL: mpz_mul(z, x, y); break;
    case BINARY_FLOORDIV: mpz_fdiv_q(z, x, y); break;
    case BINARY_MOD: mpz_fdiv_r(z, x, y); break;
    case BINARY_AND: mpz_and(z, x, y); break;
    case BINARY_OR: mpz_ior(z, x, y); break;
    default: mpz_xor(z, x, y); break;
    }
    return int_from_mpz_steal(z);
}

Value int_binary(BinaryOp op, Value a, Value b)
{
    a = int_plain(a);
    b = int_plain(b);
    switch (op) {
    case BINARY_TRUEDIV: return true_divide(a, b);
    case BINARY_POW: return power(a, b);
    case BINARY_LSHIFT: return shift_left(a, b);
    case BINARY_RSHIFT: return shift_right(a, b);
    case BINARY_DIVMOD: return divmod_tuple(a, b);
    case BINARY_MATMUL: return VALUE_NOT_IMPLEMENTED;
    default: break;
    }
    if (likely(value_both_small_int(a, b)))
        return binary_small(op, value_small_int(a), value_small_int(b));
    return binary_big(op, a, b);
}

Value int_unary(UnaryOp op, Value v)
{
    v = int_plain(v);
    if (value_is_small_int(v)) {
        int64_t i = value_small_int(v);
        switch (op) {
        case UNARY_NEG: return int_from_int64(-i);
        case UNARY_INVERT: return value_from_small_int(~i);
        case UNARY_ABS: return i < 0 ? int_from_int64(-i) : v;
        default: return v;
        }
    }
    mpz_srcptr x = int_big(v)->number;
    if (op == UNARY_POS || (op == UNARY_ABS && mpz_sgn(x) > 0))
        return value_retain(v);
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    if (op == UNARY_INVERT)
        mpz_com(z, x);
    else
        mpz_neg(z, x);
    return int_from_mpz_steal(z);
}

Value int_gcd(Value a, Value b)
{
    IntView va, vb;
    mpz_srcptr x = int_view(int_plain(a), &va), y = int_view(int_plain(b), &vb);
    if (mpz_size(x) <= 1 && mpz_size(y) <= 1) {
        uint64_t m = mpz_getlimbn(x, 0), n = mpz_getlimbn(y, 0);
        while (n) {
            uint64_t rest = m % n;
            m = n;
            n = rest;
        }
        return int_from_uint64(m);
    }
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_gcd(z, x, y);
    return int_from_mpz_steal(z);
}
