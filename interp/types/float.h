/* float.h: Python's float: immediate flonums, the constant 0.0, and heap Floats for the rest and for subclasses. */
#ifndef INTERP_TYPES_FLOAT_H
#define INTERP_TYPES_FLOAT_H

#include "object.h"

typedef struct Float {
    Object head;
    double value;
} Float;

Value float_new_slow(double d); /* d has no flonum */

static inline Value float_new(double d)
{
    Value v = value_try_flonum(d);
    return likely(v) ? v : float_new_slow(d);
}

/* A float or an instance of a subclass. */
static inline bool value_is_float(Value v)
{
    return value_is_flonum(v) || v == VALUE_FLOAT_ZERO || (value_is_object(v) && value_object(v)->type->flags & TYPE_FLOAT);
}

/* v must be a float (value_is_float). */
static inline double float_value(Value v)
{
    if (likely(value_is_flonum(v)))
        return value_flonum(v);
    return v == VALUE_FLOAT_ZERO ? 0.0 : ((Float *)value_object(v))->value;
}

/* The double of a flonum, 0.0, or an int that is a double exactly. */
static inline bool immediate_double(Value v, double *d)
{
    const int64_t exact = INT64_C(1) << 53;
    if (value_is_small_int(v)) {
        *d = (double)value_small_int(v);
        return value_small_int(v) <= exact && value_small_int(v) >= -exact;
    }
    *d = value_is_flonum(v) ? value_flonum(v) : 0.0;
    return value_is_flonum(v) || v == VALUE_FLOAT_ZERO;
}

/* float, int, or anything with __float__ or __index__: 0; otherwise -1 with TypeError "must be real number, not X". */
int value_as_double(Value v, double *out);

int64_t float_hash(double d);  /* CPython's; 0-based constant for nan, see value_hash for nan by identity */
Value float_repr(double d);    /* shortest text that reads back as d */
Value float_binary(BinaryOp op, double a, double b);
Value float_pow(double a, double b);        /* ZeroDivisionError and OverflowError as CPython; a complex where that is the result */
Value float_from_text(const char *text, size_t length); /* as float() takes it; ValueError names the text */
double float_floor_mod(double a, double b); /* a % b for b != 0 */
double float_floor_div(double a, double b); /* a // b for b != 0 */
Value float_round(double d, int64_t ndigits);

#define FLOAT_REPR_SIZE 32
/* repr(d) into buffer, NUL-terminated; its length. */
size_t float_repr_text(double d, char buffer[FLOAT_REPR_SIZE]);

/* The shortest decimal digits that read back as d (finite, > 0): at most 17 digits without trailing zeros into
 * `digits`; the decimal point stands before digit 0 times 10**result. Returns that exponent. */
int float_shortest_digits(double d, char digits[18]);

extern Type type_float;

#endif
