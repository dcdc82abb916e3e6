/* int.c: the types int and bool as objects: representation, conversion, comparison, hash, construction. */
#include "int.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "abstract.h"
#include "exceptions.h"
#include "complex.h"
#include "float.h"
#include "gc.h"
#include "limbs.h"
#include "mem.h"
#include "native.h"
#include "range.h"
#include "slice.h"
#include "type.h"
#include "types/bytes_methods.h"
#include "types/memoryview.h"
#include "types/str.h"

#define HASH_MODULUS (((uint64_t)1 << 61) - 1)

int64_t int_max_str_digits = INT_MAX_STR_DIGITS;

/* ---- making ---- */

Value int_from_limbs(const mp_limb_t *limbs, size_t count, bool negative)
{
    BigInt *big = object_alloc(&type_int, sizeof(BigInt) + count * sizeof(mp_limb_t));
    if (!big)
        return VALUE_NULL;
    for (size_t i = 0; i < count; i++)
        big->inline_limbs[i] = limbs[i];
    big->number->_mp_alloc = (int)count;
    big->number->_mp_size = negative ? -(int)count : (int)count;
    big->number->_mp_d = big->inline_limbs;
    return value_of(big);
}

Value int_big_from_int64(int64_t i)
{
    mp_limb_t magnitude = i < 0 ? -(mp_limb_t)i : (mp_limb_t)i;
    return int_from_limbs(&magnitude, 1, i < 0);
}

Value int_from_uint64(uint64_t i)
{
    return i <= (uint64_t)SMALL_INT_MAX ? value_from_small_int((int64_t)i) : int_from_limbs(&i, 1, false);
}

/* The small int of z, if z is small. */
static bool mpz_as_small(mpz_srcptr z, Value *v)
{
    size_t limbs = mpz_size(z);
    if (limbs > 1)
        return false;
    uint64_t magnitude = limbs ? mpz_getlimbn(z, 0) : 0;
    if (mpz_sgn(z) < 0 ? magnitude > (uint64_t)SMALL_INT_MAX + 1 : magnitude > (uint64_t)SMALL_INT_MAX)
        return false;
    *v = value_from_small_int(mpz_sgn(z) < 0 ? -(int64_t)magnitude : (int64_t)magnitude);
    return true;
}

Value int_from_mpz(const mpz_t z)
{
    Value v;
    if (mpz_as_small(z, &v))
        return v;
    if (mpz_size(z) <= INT_INLINE_LIMBS)
        return int_from_limbs(mpz_limbs_read(z), mpz_size(z), mpz_sgn(z) < 0);
    mpz_t copy;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init_set(copy, z);
    return int_from_mpz_steal(copy);
}

Value int_from_mpz_steal(mpz_t z)
{
    Value v;
    limbs_done();
    if (mpz_as_small(z, &v)) {
        mpz_clear(z);
        return v;
    }
    if (mpz_size(z) <= INT_INLINE_LIMBS) {
        v = int_from_limbs(mpz_limbs_read(z), mpz_size(z), mpz_sgn(z) < 0);
        mpz_clear(z);
        return v;
    }
    BigInt *big = object_alloc(&type_int, sizeof(BigInt));
    if (!big) {
        mpz_clear(z);
        return VALUE_NULL;
    }
    big->number[0] = z[0];
    return value_of(big);
}

Value int_from_double(double d)
{
    if (likely(d >= -0x1p62 && d < 0x1p62))
        return value_from_small_int((int64_t)d);
    if (isnan(d))
        return raise_error(&exc_ValueError, "cannot convert float NaN to integer");
    if (isinf(d))
        return raise_error(&exc_OverflowError, "cannot convert float infinity to integer");
    mpz_t z;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init_set_d(z, d);
    return int_from_mpz_steal(z);
}

Value int_new_instance_steal(Type *type, Value plain)
{
    if (!plain || type == &type_int)
        return plain;
    IntInstance *self = object_alloc_zeroed(type, type->size);
    if (!self) {
        value_release(plain);
        return VALUE_NULL;
    }
    self->plain = plain;
    if (type_has(type, TYPE_GC))
        gc_track(self);
    return value_of(self);
}

/* ---- reading ---- */

bool int_fits_int64(Value v, int64_t *out)
{
    v = int_plain(v);
    if (likely(value_is_small_int(v))) {
        *out = value_small_int(v);
        return true;
    }
    if (!mpz_fits_slong_p(int_big(v)->number))
        return false;
    *out = mpz_get_si(int_big(v)->number);
    return true;
}

static int as_c_type(Value v, int64_t low, int64_t high, const char *c_type, int64_t *out)
{
    if (unlikely(!value_is_int(v))) {
        Value index = value_index(v);
        int status = index ? as_c_type(index, low, high, c_type, out) : -1;
        value_release_null(index);
        return status;
    }
    if (likely(int_fits_int64(v, out) && *out >= low && *out <= high))
        return 0;
    return raise_error_int(&exc_OverflowError, "Python int too large to convert to C %s", c_type);
}

int int_as_int64(Value v, int64_t *out) { return as_c_type(v, INT64_MIN, INT64_MAX, "long", out); }

int int_as_ssize(Value v, int64_t *out) { return as_c_type(v, INT64_MIN, INT64_MAX, "ssize_t", out); }

int int_as_int32(Value v, int *out)
{
    int64_t number;
    if (as_c_type(v, INT32_MIN, INT32_MAX, "int", &number) < 0)
        return -1;
    *out = (int)number;
    return 0;
}

int int_as_signed(Value v, int *out)
{
    int64_t number;
    if (int_as_int64(v, &number) < 0)
        return -1;
    if (number > INT32_MAX)
        return raise_error_int(&exc_OverflowError, "signed integer is greater than maximum");
    if (number < INT32_MIN)
        return raise_error_int(&exc_OverflowError, "signed integer is less than minimum");
    *out = (int)number;
    return 0;
}

/* The 64 leading bits of |z| (top bit set, lowest bit sticky) and the number of bits below them. */
static uint64_t leading_bits(mpz_srcptr z, int64_t *shift)
{
    int64_t bits = (int64_t)mpz_sizeinbase(z, 2);
    *shift = bits - 64;
    size_t top = mpz_size(z) - 1;
    uint64_t high = mpz_getlimbn(z, (mp_size_t)top);
    int lead = __builtin_clzll(high);
    if (lead)
        high = high << lead | (top ? mpz_getlimbn(z, (mp_size_t)top - 1) >> (64 - lead) : 0);
    if (*shift > 0 && (int64_t)mpz_scan1(z, 0) < *shift)
        high |= 1;
    return high;
}

double int_as_fraction(Value v, int64_t *exponent)
{
    v = int_plain(v);
    int e;
    if (value_is_small_int(v)) {
        double fraction = frexp((double)value_small_int(v), &e);
        *exponent = e;
        return fraction;
    }
    mpz_srcptr z = int_big(v)->number;
    int64_t shift;
    double fraction = frexp((double)leading_bits(z, &shift), &e);
    *exponent = shift + e;
    return mpz_sgn(z) < 0 ? -fraction : fraction;
}

bool int_try_double(Value v, double *out)
{
    v = int_plain(v);
    if (likely(value_is_small_int(v))) {
        *out = (double)value_small_int(v);
        return true;
    }
    int64_t exponent;
    double fraction = int_as_fraction(v, &exponent);
    if (exponent > 1024)
        return false;
    *out = ldexp(fraction, (int)exponent);
    return true;
}

double int_as_double(Value v)
{
    double d;
    if (likely(int_try_double(v, &d)))
        return d;
    raise_error(&exc_OverflowError, "int too large to convert to float");
    return -1.0;
}

double int_scale_double(mpz_srcptr magnitude, bool sticky, int64_t exponent)
{
    if (mpz_sgn(magnitude) == 0)
        return 0.0;
    int64_t shift;
    uint64_t top = leading_bits(magnitude, &shift) | sticky;
    exponent += shift; /* the value is top * 2**exponent, bit 0 of top standing for everything below */
    if (exponent > 1024 - 64)
        return HUGE_VAL;
    int64_t precision = exponent + 64 + 1074 < 53 ? exponent + 64 + 1074 : 53;
    if (precision < 0)
        return 0.0;
    int drop = 64 - (int)precision;
    uint64_t kept = drop == 64 ? 0 : top >> drop;
    uint64_t rest = drop == 64 ? top : top & (((uint64_t)1 << drop) - 1);
    uint64_t half = (uint64_t)1 << (drop - 1);
    kept += rest > half || (rest == half && (kept & 1));
    return ldexp((double)kept, (int)(exponent + drop));
}

int int_sign(Value v)
{
    v = int_plain(v);
    if (!value_is_small_int(v))
        return mpz_sgn(int_big(v)->number);
    int64_t i = value_small_int(v);
    return (i > 0) - (i < 0);
}

int64_t int_bit_length(Value v)
{
    v = int_plain(v);
    if (!value_is_small_int(v))
        return (int64_t)mpz_sizeinbase(int_big(v)->number, 2);
    int64_t i = value_small_int(v);
    return i ? 64 - __builtin_clzll((uint64_t)(i < 0 ? -i : i)) : 0;
}

int int_compare(Value a, Value b)
{
    a = int_plain(a);
    b = int_plain(b);
    if (likely(value_both_small_int(a, b)))
        return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
    if (value_is_small_int(a)) /* a BigInt lies beyond every small int */
        return -mpz_sgn(int_big(b)->number);
    if (value_is_small_int(b))
        return mpz_sgn(int_big(a)->number);
    int order = mpz_cmp(int_big(a)->number, int_big(b)->number);
    return (order > 0) - (order < 0);
}

int int_compare_double(Value v, double d)
{
    v = int_plain(v);
    if (isnan(d))
        return 2;
    if (!value_is_small_int(v)) {
        int order = mpz_cmp_d(int_big(v)->number, d);
        return (order > 0) - (order < 0);
    }
    int64_t i = value_small_int(v);
    if (d >= 0x1p62)
        return -1;
    if (d < -0x1p62)
        return 1;
    int64_t truncated = (int64_t)d;
    if (i != truncated)
        return i > truncated ? 1 : -1;
    double rest = d - (double)truncated; /* exact: |d| < 2**53 wherever it has a fraction */
    return (rest < 0) - (rest > 0);
}

int64_t int_hash(Value v)
{
    v = int_plain(v);
    int64_t hash;
    if (likely(value_is_small_int(v))) {
        int64_t i = value_small_int(v);
        uint64_t magnitude = i < 0 ? -(uint64_t)i : (uint64_t)i;
        if (unlikely(magnitude >= HASH_MODULUS))
            magnitude %= HASH_MODULUS;
        hash = i < 0 ? -(int64_t)magnitude : (int64_t)magnitude;
    } else {
        mpz_srcptr z = int_big(v)->number;
        hash = (int64_t)mpz_tdiv_ui(z, HASH_MODULUS);
        if (mpz_sgn(z) < 0)
            hash = -hash;
    }
    return hash == -1 ? -2 : hash;
}

/* ---- construction ---- */

/* int(x) for anything but text with a base: the plain int, owned. */
static Value int_from_value(Value x)
{
    if (value_is_int(x) && (!value_is_object(x) || value_object(x)->type == &type_int))
        return value_retain(int_plain(x));
    bool supported;
    Value v = value_to_int(x, &supported);
    if (supported) {
        if (!v)
            return VALUE_NULL;
        Value plain = value_retain(int_plain(v));
        value_release(v);
        return plain;
    }
    if (exc_pending())
        return VALUE_NULL;
    if (value_is_str(x))
        return int_from_text(x, 10);
    if (value_is_bytes_like(x))
        return int_from_bytes_text(x, 10);
    if (buffer_is_plain(x)) {
        Value copy = bytes_copy_of(x), number = copy ? int_from_bytes_text(copy, 10) : VALUE_NULL;
        value_release_null(copy);
        return number;
    }
    return raise_error(&exc_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
}

static Value int_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (likely(nargs == 1 && !kwnames))
        return int_new_instance_steal(type, int_from_value(args[0]));
    Value bound[2];
    if (!native_bind("int(x=, /, base=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    if (!bound[1])
        return int_new_instance_steal(type, bound[0] ? int_from_value(bound[0]) : value_from_small_int(0));
    if (!bound[0])
        return raise_error(&exc_TypeError, "int() missing string argument");
    int64_t base;
    if (value_as_index(bound[1], &base, NULL) < 0)
        return VALUE_NULL;
    if (base != 0 && (base < 2 || base > 36))
        return raise_error(&exc_ValueError, "int() base must be >= 2 and <= 36, or 0");
    Value plain;
    if (value_is_str(bound[0]))
        plain = int_from_text(bound[0], (int)base);
    else if (value_is_bytes_like(bound[0]))
        plain = int_from_bytes_text(bound[0], (int)base);
    else
        return raise_error(&exc_TypeError, "int() can't convert non-string with explicit base");
    return int_new_instance_steal(type, plain);
}

static void int_dealloc(Object *self)
{
    if (self->type == &type_int) {
        BigInt *big = (BigInt *)self;
        size_t size = sizeof(BigInt);
        if (likely(big->number->_mp_d == big->inline_limbs))
            size += (size_t)big->number->_mp_alloc * sizeof(mp_limb_t);
        else
            mpz_clear(big->number);
        object_free(self, size);
        return;
    }
    if (type_has(self->type, TYPE_GC))
        gc_untrack(self);
    value_release_null(((IntInstance *)self)->plain);
    object_free(self, self->type->size);
}

/* ---- slots ---- */

static Value int_repr(Value v)
{
    return int_to_str(v, 10);
}

static int64_t int_hash_slot(Value v)
{
    return int_hash(v);
}

static int int_truth(Value v)
{
    return int_plain(v) != value_from_small_int(0);
}

static Value int_richcompare(Value a, Value b, CompareOp op)
{
    if (!value_is_int(b))
        return VALUE_NOT_IMPLEMENTED;
    int order = int_compare(a, b);
    return value_bool(compare_order(order, op));
}

#define INT_SLOT(name, op)                                                             \
    static Value slot_##name(Value self, Value other)                                   \
    {                                                                                  \
        return value_is_int(other) ? int_binary(op, self, other) : VALUE_NOT_IMPLEMENTED; \
    }                                                                                  \
    static Value slot_r##name(Value self, Value other)                                  \
    {                                                                                  \
        return value_is_int(other) ? int_binary(op, other, self) : VALUE_NOT_IMPLEMENTED; \
    }
INT_SLOT(add, BINARY_ADD)
INT_SLOT(sub, BINARY_SUB)
INT_SLOT(mul, BINARY_MUL)
INT_SLOT(truediv, BINARY_TRUEDIV)
INT_SLOT(floordiv, BINARY_FLOORDIV)
INT_SLOT(mod, BINARY_MOD)
INT_SLOT(pow, BINARY_POW)
INT_SLOT(lshift, BINARY_LSHIFT)
INT_SLOT(rshift, BINARY_RSHIFT)
INT_SLOT(and, BINARY_AND)
INT_SLOT(or, BINARY_OR)
INT_SLOT(xor, BINARY_XOR)
INT_SLOT(divmod, BINARY_DIVMOD)
#undef INT_SLOT

static Value slot_neg(Value v) { return int_unary(UNARY_NEG, v); }
static Value slot_pos(Value v) { return int_unary(UNARY_POS, v); }
static Value slot_invert(Value v) { return int_unary(UNARY_INVERT, v); }
static Value slot_abs(Value v) { return int_unary(UNARY_ABS, v); }

static Value int_pow3(Value base, Value exponent, Value modulus)
{
    if (!value_is_int(base) || !value_is_int(exponent) || !value_is_int(modulus))
        return VALUE_NOT_IMPLEMENTED;
    return int_pow_mod(base, exponent, modulus);
}

static Value int_to_float(Value v)
{
    double d;
    if (!int_try_double(v, &d))
        return raise_error(&exc_OverflowError, "int too large to convert to float");
    return float_new(d);
}

Type type_int = {
    .head = OBJECT_STATIC(&type_type),
    .name = "int",
    .flags = TYPE_SUBCLASSABLE | TYPE_INT,
    .size = sizeof(IntInstance),
    .base = &type_object,
    .new = int_new,
    .dealloc = int_dealloc,
    .repr = int_repr,
    .hash = int_hash_slot,
    .compare = int_richcompare,
    .truth = int_truth,
    .binary = { slot_add, slot_sub, slot_mul, slot_truediv, slot_floordiv, slot_mod, slot_pow, slot_lshift, slot_rshift, slot_and, slot_or,
                slot_xor, NULL, slot_divmod },
    .reflected = { slot_radd, slot_rsub, slot_rmul, slot_rtruediv, slot_rfloordiv, slot_rmod, slot_rpow, slot_rlshift, slot_rrshift,
                   slot_rand, slot_ror, slot_rxor, NULL, slot_rdivmod },
    .unary = { slot_neg, slot_pos, slot_invert, slot_abs },
    .pow3 = int_pow3,
    .to_int = slot_pos,
    .to_float = int_to_float,
    .to_index = slot_pos,
    .methods = int_methods,
    .getsets = int_getsets,
};

int numbers_init(void)
{
    limbs_init();
    static Type *const types[] = { &type_int, &type_bool, &type_float, &type_complex, &type_range, &type_range_iterator,
                                   &type_range_long_iterator, &type_slice };
    return type_ready_all(types, sizeof types / sizeof *types);
}
