/* int.h: Python's int: 63-bit immediates, GMP beyond them, and the instances of subclasses.
 *
 * Three representations: a small int (value.h), a BigInt (type exactly type_int, never in the small range), and an
 * IntInstance (a subclass of int) that holds one of the other two. False and True count as 0 and 1 everywhere.
 * int_plain() brings all of them to the first two, borrowed; every function here accepts all of them.
 */
#ifndef INTERP_TYPES_INT_H
#define INTERP_TYPES_INT_H

#include <gmp.h>

#include "object.h"

typedef struct BigInt {
    Object head;
    mpz_t number; /* never written to again; its limbs are inline_limbs when there are few */
    mp_limb_t inline_limbs[];
} BigInt;

enum { INT_INLINE_LIMBS = 8 };

/* Instance of a subclass of int. type_int.size is its size, so that subclasses place their own parts behind it. */
typedef struct IntInstance {
    Object head;
    Value plain; /* small int or BigInt, owned */
} IntInstance;

#define INT_MAX_STR_DIGITS 4300 /* more decimal digits are refused, sys.set_int_max_str_digits changes it */
extern int64_t int_max_str_digits; /* 0: no limit */

/* ---- making ---- */

Value int_big_from_int64(int64_t i); /* i outside the small range */
static inline Value int_from_int64(int64_t i) { return likely(int64_fits_small(i)) ? value_from_small_int(i) : int_big_from_int64(i); }
Value int_from_uint64(uint64_t i);
Value int_from_double(double d);     /* truncates; OverflowError for inf, ValueError for nan */
Value int_from_limbs(const mp_limb_t *limbs, size_t count, bool negative); /* count <= INT_INLINE_LIMBS, the value is not small, the last limb not 0 */
Value int_from_mpz(const mpz_t z);   /* copies, normalizes */
Value int_from_mpz_steal(mpz_t z);   /* limbs_done(), takes the limbs, normalizes; z is cleared or moved, also on failure */

/* Text as int() takes it: white space, sign, prefix, underscores; base 0 or 2..36. ValueError names the text. */
Value int_from_digits(const char *text, size_t length, int base);
Value int_from_text(Value str, int base); /* the same from a str (any Unicode decimal digits) */
Value int_from_bytes_text(Value bytes, int base); /* from a bytes or bytearray */

/* ---- reading ---- */

/* Small int or exact BigInt of the same value, borrowed from v; v must be an int (value_is_int). */
static inline Value int_plain(Value v)
{
    if (likely(value_is_small_int(v)))
        return v;
    if (!value_is_object(v))
        return value_from_small_int(v == VALUE_TRUE);
    return value_object(v)->type == &type_int ? v : ((IntInstance *)value_object(v))->plain;
}
/* An int that is no bool and no instance of a subclass. */
static inline bool value_is_plain_int(Value v) { return value_is_small_int(v) || value_is_heap_exactly(v, &type_int); }
static inline BigInt *int_big(Value plain) { return (BigInt *)value_object(plain); }

int int_as_int64(Value v, int64_t *out);       /* any value: TypeError without __index__; OverflowError "Python int too large to convert to C long" */
int int_as_ssize(Value v, int64_t *out);       /* the same: "… C ssize_t", as an argument of a function; indices and counts of a * are refused otherwise: value_as_index */
int int_as_int32(Value v, int *out);           /* the same: "… C int" */
int int_as_signed(Value v, int *out);          /* the same as CPython's older functions say it: "signed integer is greater than maximum", "… less than minimum" */
bool int_fits_int64(Value v, int64_t *out);    /* false, and no error, when it does not fit */
double int_as_double(Value v);                 /* correctly rounded; -1.0 with OverflowError pending if too large: test exc_pending() */
bool int_try_double(Value v, double *out);     /* the same, false instead of an error */
double int_as_fraction(Value v, int64_t *exponent); /* v == result * 2**exponent with 0.5 <= |result| < 1 (rounded); 0 for 0 */
int int_sign(Value v);                         /* -1, 0, 1 */
int64_t int_bit_length(Value v);
int int_compare(Value a, Value b);             /* -1, 0, 1 */
int int_compare_double(Value v, double d);     /* exact; -1, 0, 1, or 2 when d is nan */
int64_t int_hash(Value v);                     /* CPython's: modulo 2**61 - 1, never -1 */
Value int_to_str(Value v, int base);           /* without prefix; base 2, 8, 10, 16 (2..36); ValueError beyond the digit limit */
/* The same as malloc'ed ASCII with sign (mem_free_raw it); NULL with an exception pending. */
char *int_to_text(Value v, int base, size_t *length);

/* ---- arithmetic: a and b are ints (bool and subclasses included) ---- */

Value int_binary(BinaryOp op, Value a, Value b); /* all but MATMUL; true division and negative powers give floats */
Value int_unary(UnaryOp op, Value v);
Value int_pow_mod(Value base, Value exponent, Value modulus);
int int_divmod(Value a, Value b, Value *quotient, Value *remainder); /* floor division */
Value int_gcd(Value a, Value b);

extern Type type_int, type_bool;

/* ---- for the files of int itself ---- */

/* A plain int as GMP sees it, without allocation. z stays valid while the view and the value live. */
typedef struct IntView {
    mpz_t z;
    mp_limb_t limb;
} IntView;

static inline mpz_srcptr int_view(Value plain, IntView *view)
{
    if (!value_is_small_int(plain))
        return int_big(plain)->number;
    int64_t i = value_small_int(plain);
    view->limb = i < 0 ? -(mp_limb_t)i : (mp_limb_t)i;
    return mpz_roinit_n(view->z, &view->limb, i < 0 ? -1 : i > 0);
}

#define INT_MAX_BITS ((int64_t)1 << 34) /* larger results are refused with MemoryError before GMP would abort */

Value int_new_instance_steal(Type *type, Value plain); /* plain itself for int, an instance of a subclass otherwise */
double int_scale_double(mpz_srcptr magnitude, bool sticky, int64_t exponent); /* magnitude * 2**exponent (a bit more if sticky), rounded half to even; inf if too large */
int unicode_decimal(uint32_t point); /* 0..9, or -1: not a decimal digit */
bool unicode_is_space(uint32_t point);
/* Spaces and decimal digits of any script as ASCII, other non-ASCII as '?': what int() and float() read. mem_free_raw it; NULL: MemoryError. */
char *number_text_from_str(Value str, size_t *length);
extern const NativeDef int_methods[];
extern const GetSetDef int_getsets[];

/* int, bool, float, range and slice; after str_init and names_init. -1: exception pending. */
int numbers_init(void);

#endif
