/* math_integer.c: the integer functions of the module math. */
#include "abstract.h"
#include "exceptions.h"
#include "math_private.h"
#include "types/int.h"
#include "types/limbs.h"

#define ZERO value_from_small_int(0)
#define ONE value_from_small_int(1)

/* value_index() as a plain int, owned. */
static Value plain_index(Value v)
{
    if (value_is_small_int(v))
        return v;
    Value index = value_index(v);
    if (!index)
        return VALUE_NULL;
    Value plain = value_retain(int_plain(index));
    value_release(index);
    return plain;
}

static Value lcm_of(Value a, Value b)
{
    IntView va, vb;
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_lcm(z, int_view(a, &va), int_view(b, &vb));
    return int_from_mpz_steal(z);
}

static Value fold(const Value *args, int nargs, Value start, Value (*combine)(Value, Value))
{
    Value result = start;
    for (int i = 0; i < nargs && result; i++) {
        Value next = plain_index(args[i]);
        Value combined = next ? combine(result, next) : VALUE_NULL;
        value_release_null(next);
        value_set_steal(&result, combined);
    }
    return result;
}

static Value math_gcd(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    return fold(args, nargs, ZERO, int_gcd);
}

static Value math_lcm(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    return fold(args, nargs, ONE, lcm_of);
}

static Value square_root(Value n)
{
    IntView view;
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_sqrt(z, int_view(n, &view));
    return int_from_mpz_steal(z);
}

static Value math_isqrt(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value n = plain_index(args[0]);
    if (!n)
        return VALUE_NULL;
    Value root = VALUE_NULL;
    if (int_sign(n) < 0) {
        raise_error(&exc_ValueError, "isqrt() argument must be nonnegative");
    } else {
        root = square_root(n);
    }
    value_release(n);
    return root;
}

static Value factorial_of(Value n)
{
    int64_t i;
    if (int_sign(n) < 0)
        return raise_error(&exc_ValueError, "factorial() not defined for negative values");
    if (!int_fits_int64(n, &i))
        return raise_error(&exc_OverflowError, "factorial() argument should not exceed 9223372036854775807");
    if (i > INT_MAX_BITS / 32)
        return raise_no_memory();
    if (i <= 19) {
        int64_t product = 1;
        for (int64_t k = 2; k <= i; k++)
            product *= k;
        return value_from_small_int(product);
    }
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_fac_ui(z, (unsigned long)i);
    return int_from_mpz_steal(z);
}

static Value math_factorial(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value n = plain_index(args[0]);
    if (!n)
        return VALUE_NULL;
    Value result = factorial_of(n);
    value_release(n);
    return result;
}

/* n * (n - 1) * … * (n - k + 1), by halves so that the factors of a product are of similar size. */
static void falling_product(mpz_t out, mpz_srcptr n, uint64_t from, uint64_t to)
{
    if (to - from <= 8) {
        mpz_t factor;
        mpz_init(factor);
        mpz_set_ui(out, 1);
        for (uint64_t i = from; i < to; i++) {
            mpz_sub_ui(factor, n, i);
            mpz_mul(out, out, factor);
        }
        mpz_clear(factor);
        return;
    }
    mpz_t right;
    mpz_init(right);
    uint64_t middle = from + (to - from) / 2;
    falling_product(out, n, from, middle);
    falling_product(right, n, middle, to);
    mpz_mul(out, out, right);
    mpz_clear(right);
}

/* Both counts as plain ints, checked; false: exception pending. */
static bool counts(const Value *args, Value *n, Value *k)
{
    *n = *k = VALUE_NULL;
    if (!(*n = plain_index(args[0])) || !(*k = plain_index(args[1])))
        return false;
    if (int_sign(*n) < 0 || int_sign(*k) < 0) {
        raise_error(&exc_ValueError, "%s must be a non-negative integer", int_sign(*n) < 0 ? "n" : "k");
        return false;
    }
    return true;
}

static Value perm_of(Value n, Value k)
{
    int64_t count;
    if (int_compare(n, k) < 0)
        return ZERO;
    if (!int_fits_int64(k, &count))
        return raise_error(&exc_OverflowError, "k must not exceed 9223372036854775807");
    if (count > INT_MAX_BITS / (int_bit_length(n) + 1))
        return raise_no_memory();
    IntView view;
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    falling_product(z, int_view(n, &view), 0, (uint64_t)count);
    return int_from_mpz_steal(z);
}

enum { SMALL_COMB_MAX = 67 }; /* the middle one of this row is the last below 2**64 */

/* n! as twos and an odd rest modulo 2**64, which has an inverse there. */
typedef struct OddFactorial {
    uint64_t odd, inverse;
    int twos;
} OddFactorial;

static const OddFactorial *odd_factorials(void)
{
    static OddFactorial table[SMALL_COMB_MAX + 1];
    if (!table[0].odd) {
        uint64_t odd = 1;
        int twos = 0;
        for (int i = 0; i <= SMALL_COMB_MAX; i++) {
            int own = i ? __builtin_ctz((unsigned)i) : 0;
            odd *= i ? (uint64_t)i >> own : 1;
            twos += own;
            uint64_t inverse = odd; /* right in 3 bits; each step doubles them */
            for (int bits = 3; bits < 64; bits *= 2)
                inverse *= 2 - odd * inverse;
            table[i] = (OddFactorial){odd, inverse, twos};
        }
    }
    return table;
}

static uint64_t small_comb(uint64_t n, uint64_t k)
{
    const OddFactorial *table = odd_factorials();
    return table[n].odd * table[k].inverse * table[n - k].inverse << (table[n].twos - table[k].twos - table[n - k].twos);
}

static Value comb_of(Value n, Value k)
{
    if (value_both_small_int(n, k) && value_small_int(n) <= SMALL_COMB_MAX) {
        uint64_t row = (uint64_t)value_small_int(n), place = (uint64_t)value_small_int(k);
        return place > row ? ZERO : int_from_uint64(small_comb(row, place));
    }
    Value other = int_binary(BINARY_SUB, n, k);
    if (!other)
        return VALUE_NULL;
    if (int_sign(other) < 0) {
        value_release(other);
        return ZERO;
    }
    int64_t count, other_count;
    bool fits = int_fits_int64(k, &count), other_fits = int_fits_int64(other, &other_count);
    value_release(other);
    if (!fits && !other_fits)
        return raise_error(&exc_OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
    if (!fits || (other_fits && other_count < count))
        count = other_count;
    if (count > INT_MAX_BITS / (int_bit_length(n) + 1))
        return raise_no_memory();
    IntView view;
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(z);
    mpz_bin_ui(z, int_view(n, &view), (unsigned long)count);
    return int_from_mpz_steal(z);
}

static Value math_perm(Value self, const Value *args, int nargs, Value kwnames)
{
    if (nargs == 1 || args[1] == VALUE_NONE)
        return math_factorial(self, args, 1, kwnames);
    Value n, k;
    Value result = counts(args, &n, &k) ? perm_of(n, k) : VALUE_NULL;
    value_release_null(n);
    value_release_null(k);
    return result;
}

static Value math_comb(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    Value n, k;
    Value result = counts(args, &n, &k) ? comb_of(n, k) : VALUE_NULL;
    value_release_null(n);
    value_release_null(k);
    return result;
}

const NativeDef math_integer_functions[] = {
    { "comb", math_comb, 2, 2, 0 },
    { "factorial", math_factorial, 1, 1, 0 },
    { "gcd", math_gcd, 0, -1, 0 },
    { "isqrt", math_isqrt, 1, 1, 0 },
    { "lcm", math_lcm, 0, -1, 0 },
    { "perm", math_perm, 1, 2, 0 },
    { NULL, NULL, 0, 0, 0 },
};
