/* float.c: the type float: representation, arithmetic, comparison, hash, methods. */
#include "float.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "warn.h"
#include "abstract.h"
#include "complex.h"
#include "exceptions.h"
#include "format_number.h"
#include "gc.h"
#include "int.h"
#include "limbs.h"
#include "native.h"
#include "slice.h"
#include "types/bytes.h"
#include "types/float_text.h"
#include "types/memoryview.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- making and reading ---- */

Value float_new_slow(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    if (bits == 0)
        return VALUE_FLOAT_ZERO;
    Float *f = object_alloc(&type_float, sizeof(Float));
    if (!f)
        return VALUE_NULL;
    f->value = d;
    return value_of(f);
}

/* What v.__float__() returned: a float, or with a warning an instance of a subclass; else TypeError. */
static Value exactly_float_steal(Value v, Value f)
{
    if (!f || value_is_exactly(f, &type_float))
        return f;
    if (!value_is_float(f))
        raise_error(&exc_TypeError, "%T.__float__ returned non-float (type %T)", v, f);
    else if (warn_here(&exc_DeprecationWarning, "%T.__float__ returned non-float (type %T).  The ability to return an instance of a strict "
                       "subclass of float is deprecated, and may be removed in a future version of Python.", v, f) == 0)
        return f;
    value_release(f);
    return VALUE_NULL;
}

int value_as_double(Value v, double *out)
{
    if (likely(value_is_float(v))) {
        *out = float_value(v);
        return 0;
    }
    if (value_is_int(v) && type_of(v)->to_float == type_int.to_float) {
        *out = int_as_double(v);
        return *out == -1.0 && exc_pending() ? -1 : 0;
    }
    Type *type = type_of(v);
    if (type->to_float) {
        Value f = exactly_float_steal(v, type->to_float(v));
        if (!f)
            return -1;
        *out = float_value(f);
        value_release(f);
        return 0;
    }
    if (type->to_index) {
        Value index = value_index(v);
        if (!index)
            return -1;
        *out = int_as_double(index);
        value_release(index);
        return *out == -1.0 && exc_pending() ? -1 : 0;
    }
    return raise_error_int(&exc_TypeError, "must be real number, not %T", v);
}

static Value float_new_instance(Type *type, double d)
{
    if (type == &type_float)
        return float_new(d);
    Float *self = object_alloc_zeroed(type, type->size);
    if (!self)
        return VALUE_NULL;
    self->value = d;
    if (type_has(type, TYPE_GC))
        gc_track(self);
    return value_of(self);
}

static void float_dealloc(Object *self)
{
    if (type_has(self->type, TYPE_GC))
        gc_untrack(self);
    object_free(self, self->type->size);
}

static Value float_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && type->init == type_float.init)
        return native_no_keywords("float", kwnames), VALUE_NULL;
    if (nargs > 1)
        return raise_error(&exc_TypeError, "float expected at most 1 argument, got %d", nargs);
    if (nargs == 0)
        return float_new_instance(type, 0.0);
    double d;
    Value x = args[0];
    if (!type_of(x)->to_float && (value_is_str(x) || buffer_is_plain(x))) {
        if (float_parse_value(x, &d) < 0)
            return VALUE_NULL;
    } else {
        if (!value_is_float(x) && !value_is_int(x) && !type_of(x)->to_float && !type_of(x)->to_index)
            return raise_error(&exc_TypeError, "float() argument must be a string or a real number, not '%T'", x);
        if (value_is_float(x) && type_of(x) != &type_float && type_of(x)->to_float != type_float.to_float) {
            Value f = exactly_float_steal(x, type_of(x)->to_float(x)); /* a subclass with its own __float__ */
            if (!f)
                return VALUE_NULL;
            d = float_value(f);
            value_release(f);
        } else if (value_as_double(x, &d) < 0) {
            return VALUE_NULL;
        }
    }
    return float_new_instance(type, d);
}

/* ---- arithmetic ---- */

double float_floor_mod(double a, double b)
{
    double rest = fmod(a, b);
    if (rest == 0)
        return copysign(0.0, b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
}

double float_floor_div(double a, double b)
{
    double rest = fmod(a, b);
    double quotient = (a - rest) / b; /* whole, but for rounding */
    if (rest != 0 && (rest < 0) != (b < 0))
        quotient -= 1.0;
    if (quotient == 0)
        return copysign(0.0, a / b);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

Value float_pow(double a, double b)
{
    if (a == 0 && b < 0 && isfinite(b))
        return raise_error(&exc_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b))
        return complex_pow_of_floats(a, b);
    double result = pow(a, b);
    if (isinf(result) && isfinite(a) && isfinite(b)) {
        Value message = str_from_cstr("Numerical result out of range");
        if (!message)
            return VALUE_NULL;
        Value exception = exc_new(&exc_OverflowError, (Value[]){ value_from_small_int(34), message }, 2);
        value_release(message);
        if (exception)
            raise_object_steal(exception);
        return VALUE_NULL;
    }
    return float_new(result);
}

Value float_binary(BinaryOp op, double a, double b)
{
    switch (op) {
    case BINARY_ADD: return float_new(a + b);
    case BINARY_SUB: return float_new(a - b);
    case BINARY_MUL: return float_new(a * b);
    case BINARY_TRUEDIV:
        return likely(b != 0) ? float_new(a / b) : raise_error(&exc_ZeroDivisionError, "float division by zero");
    case BINARY_FLOORDIV:
        return likely(b != 0) ? float_new(float_floor_div(a, b)) : raise_error(&exc_ZeroDivisionError, "float floor division by zero");
    case BINARY_MOD:
        return likely(b != 0) ? float_new(float_floor_mod(a, b)) : raise_error(&exc_ZeroDivisionError, "float modulo");
    case BINARY_POW: return float_pow(a, b);
    case BINARY_DIVMOD: {
        if (b == 0)
            return raise_error(&exc_ZeroDivisionError, "float divmod()");
        Value parts[2] = { float_new(float_floor_div(a, b)), VALUE_NULL };
        if (!parts[0])
            return VALUE_NULL;
        if (!(parts[1] = float_new(float_floor_mod(a, b)))) {
            value_release(parts[0]);
            return VALUE_NULL;
        }
        return tuple_from_steal(parts, 2);
    }
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

/* 1: *out is the operand, 0: not a number, -1: an int too large. */
static int operand(Value v, double *out)
{
    if (value_is_float(v)) {
        *out = float_value(v);
        return 1;
    }
    if (!value_is_int(v))
        return 0;
    *out = int_as_double(v);
    return *out == -1.0 && exc_pending() ? -1 : 1;
}

static Value binary_slot(BinaryOp op, Value left, Value right)
{
    double a, b;
    int ok = operand(left, &a);
    if (ok > 0)
        ok = operand(right, &b);
    if (ok <= 0)
        return ok < 0 ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    return float_binary(op, a, b);
}

#define FLOAT_SLOT(name, op)                                                                        \
    static Value slot_##name(Value self, Value other) { return binary_slot(op, self, other); }      \
    static Value slot_r##name(Value self, Value other) { return binary_slot(op, other, self); }
FLOAT_SLOT(add, BINARY_ADD)
FLOAT_SLOT(sub, BINARY_SUB)
FLOAT_SLOT(mul, BINARY_MUL)
FLOAT_SLOT(truediv, BINARY_TRUEDIV)
FLOAT_SLOT(floordiv, BINARY_FLOORDIV)
FLOAT_SLOT(mod, BINARY_MOD)
FLOAT_SLOT(pow, BINARY_POW)
FLOAT_SLOT(divmod, BINARY_DIVMOD)
#undef FLOAT_SLOT

static Value slot_pow3(Value base, Value exponent, Value modulus)
{
    (void)base, (void)exponent, (void)modulus;
    return raise_error(&exc_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

static Value slot_neg(Value v) { return float_new(-float_value(v)); }
static Value slot_pos(Value v) { return float_new(float_value(v)); }
static Value slot_abs(Value v) { return float_new(fabs(float_value(v))); }
static Value slot_to_int(Value v) { return int_from_double(float_value(v)); }
static int slot_truth(Value v) { return float_value(v) != 0; }
static Value slot_repr(Value v) { return float_repr(float_value(v)); }

static Value slot_compare(Value self, Value other, CompareOp op)
{
    double a = float_value(self), b;
    if (value_is_float(other)) {
        b = float_value(other);
    } else if (value_is_int(other)) {
        int order = int_compare_double(other, a);
        if (order == 2)
            return value_bool(op == COMPARE_NE);
        a = 0;
        b = order;
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    switch (op) {
    case COMPARE_LT: return value_bool(a < b);
    case COMPARE_LE: return value_bool(a <= b);
    case COMPARE_EQ: return value_bool(a == b);
    case COMPARE_NE: return value_bool(a != b);
    case COMPARE_GT: return value_bool(a > b);
    default: return value_bool(a >= b);
    }
}

/* ---- hash: equal to the hash of an equal int; the value modulo 2**61 - 1 ---- */

int64_t float_hash(double d)
{
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    if (!isfinite(d))
        return isnan(d) ? 0 : d > 0 ? 314159 : -314159;
    if (fabs(d) < 0x1p53 && d == (double)(int64_t)d)
        return int_hash(value_from_small_int((int64_t)d));
    int exponent;
    double fraction = frexp(fabs(d), &exponent);
    uint64_t x = (uint64_t)ldexp(fraction, 53); /* |d| == x * 2**(exponent - 53), x < 2**53 */
    int shift = (exponent - 53) % 61;
    if (shift < 0)
        shift += 61; /* 2**61 == 1 in this arithmetic: multiplying by a power of two rotates 61 bits */
    x = ((x << shift) & modulus) | (shift ? x >> (61 - shift) : 0);
    int64_t hash = (int64_t)(x == modulus ? 0 : x);
    if (d < 0)
        hash = -hash;
    return hash == -1 ? -2 : hash;
}

static int64_t slot_hash(Value v)
{
    double d = float_value(v);
    if (isnan(d)) { /* by identity; a nan is a heap object */
        int64_t hash = (int64_t)(v >> 4 | v << 60);
        return hash == -1 ? -2 : hash;
    }
    return float_hash(d);
}

/* ---- rounding ---- */

/* d rounded half to even at 10**places, places > 0. */
static Value round_to_power(double d, int64_t places)
{
    double magnitude = fabs(d), whole = floor(magnitude);
    mpz_t unit, quotient, rest;
    if (LIMBS_RAN_OUT())
        return raise_no_memory();
    mpz_init(unit);
    mpz_init_set_d(quotient, whole);
    mpz_init(rest);
    mpz_ui_pow_ui(unit, 10, (unsigned long)places);
    mpz_fdiv_qr(quotient, rest, quotient, unit);
    mpz_mul_2exp(rest, rest, 1);
    int order = mpz_cmp(rest, unit);
    if (order > 0 || (order == 0 && (magnitude != whole || mpz_odd_p(quotient))))
        mpz_add_ui(quotient, quotient, 1);
    mpz_mul(quotient, quotient, unit);
    limbs_done();
    double result = int_scale_double(quotient, false, 0);
    mpz_clear(unit);
    mpz_clear(quotient);
    mpz_clear(rest);
    if (isinf(result))
        return raise_error(&exc_OverflowError, "rounded value too large to represent");
    return float_new(copysign(result, d));
}

Value float_round(double d, int64_t ndigits)
{
    if (!isfinite(d) || ndigits > 323)
        return float_new(d);
    if (ndigits < -308)
        return float_new(0.0 * d);
    if (ndigits < 0)
        return round_to_power(d, -ndigits);
    if (fabs(d) >= 0x1p52)
        return float_new(d);
    uint64_t scaled;
    if (float_scale_decimal(fabs(d), (int)ndigits, &scaled) && scaled < (uint64_t)1 << 53) {
        double power = 1.0; /* exact, as is scaled: one rounding, in the division */
        for (int64_t i = 0; i < ndigits; i++)
            power *= 10.0;
        return float_new(copysign((double)scaled / power, d));
    }
    char text[400];
    snprintf(text, sizeof text, "%.*f", (int)ndigits, d);
    return float_new(strtod(text, NULL));
}

/* ---- methods ---- */

static Value method_round(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    double d = float_value(self);
    if (nargs == 0 || args[0] == VALUE_NONE)
        return int_from_double(rint(d));
    int64_t ndigits;
    if (value_as_index(args[0], &ndigits, NULL) < 0)
        return VALUE_NULL;
    return float_round(d, ndigits);
}

static Value method_trunc(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_double(float_value(self));
}

static Value method_floor(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_double(floor(float_value(self)));
}

static Value method_ceil(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_double(ceil(float_value(self)));
}

static Value method_is_integer(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    double d = float_value(self);
    return value_bool(isfinite(d) && floor(d) == d);
}

static Value method_conjugate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return float_new(float_value(self));
}

static Value method_getnewargs(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value d = float_new(float_value(self));
    return d ? tuple_from_steal(&d, 1) : VALUE_NULL;
}

static Value method_as_integer_ratio(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    double d = float_value(self);
    if (isinf(d))
        return raise_error(&exc_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(d))
        return raise_error(&exc_ValueError, "cannot convert NaN to integer ratio");
    int exponent;
    int64_t numerator = (int64_t)ldexp(frexp(d, &exponent), 53); /* d == numerator * 2**(exponent - 53) */
    exponent -= 53;
    if (numerator == 0)
        exponent = 0;
    while (numerator && !(numerator & 1) && exponent < 0) {
        numerator >>= 1;
        exponent++;
    }
    Value parts[2] = { value_from_small_int(numerator), value_from_small_int(1) };
    int scaled = exponent < 0;
    Value shifted = int_binary(BINARY_LSHIFT, parts[scaled], value_from_small_int(scaled ? -exponent : exponent));
    if (!shifted)
        return VALUE_NULL;
    parts[scaled] = shifted;
    return tuple_from_steal(parts, 2);
}

static Value method_hex(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    double d = float_value(self);
    if (!isfinite(d))
        return float_repr(d);
    if (d == 0)
        return str_from_cstr(signbit(d) ? "-0x0.0p+0" : "0x0.0p+0");
    char text[40];
    snprintf(text, sizeof text, "%.13a", d);
    return str_from_cstr(text);
}

static Value method_fromhex(Value cls, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "bad argument type for built-in operation");
    double d;
    if (float_parse_hex(args[0], &d) < 0)
        return VALUE_NULL;
    Value v = float_new(d);
    if (!v || cls == value_of(&type_float))
        return v;
    Value instance = call_value1(cls, v);
    value_release(v);
    return instance;
}

static Value method_getformat(Value cls, const Value *args, int nargs, Value kwnames)
{
    (void)cls, (void)nargs, (void)kwnames;
    if (value_is_str(args[0]) && (str_equal_cstr(args[0], "double") || str_equal_cstr(args[0], "float")))
        return str_from_cstr("IEEE, little-endian");
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "__getformat__() argument must be str, not %A", args[0]);
    return raise_error(&exc_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}

static Value method_format(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return format_number(self, args[0], format_float);
}

static Value get_real(Value self)
{
    return float_new(float_value(self));
}

static Value get_imag(Value self)
{
    (void)self;
    return VALUE_FLOAT_ZERO;
}

static const NativeDef float_methods[] = {
    { "__ceil__", method_ceil, 0, 0, 0 },
    { "__floor__", method_floor, 0, 0, 0 },
    { "__trunc__", method_trunc, 0, 0, 0 },
    { "__round__", method_round, 0, 1, 0 },
    { "__format__", method_format, 1, 1, 0 },
    { "__getformat__", method_getformat, 1, 1, NATIVE_CLASS },
    { "__getnewargs__", method_getnewargs, 0, 0, 0 },
    { "as_integer_ratio", method_as_integer_ratio, 0, 0, 0 },
    { "conjugate", method_conjugate, 0, 0, 0 },
    { "fromhex", method_fromhex, 1, 1, NATIVE_CLASS },
    { "hex", method_hex, 0, 0, 0 },
    { "is_integer", method_is_integer, 0, 0, 0 },
    { NULL, NULL, 0, 0, 0 },
};

static const GetSetDef float_getsets[] = {
    { "real", get_real, NULL },
    { "imag", get_imag, NULL },
    { NULL, NULL, NULL },
};

Type type_float = {
    .head = OBJECT_STATIC(&type_type),
    .name = "float",
    .flags = TYPE_SUBCLASSABLE | TYPE_FLOAT,
    .size = sizeof(Float),
    .base = &type_object,
    .new = float_construct,
    .dealloc = float_dealloc,
    .repr = slot_repr,
    .hash = slot_hash,
    .compare = slot_compare,
    .truth = slot_truth,
    .binary = { [BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv,
                [BINARY_FLOORDIV] = slot_floordiv, [BINARY_MOD] = slot_mod, [BINARY_POW] = slot_pow,
                [BINARY_DIVMOD] = slot_divmod },
    .reflected = { [BINARY_ADD] = slot_radd, [BINARY_SUB] = slot_rsub, [BINARY_MUL] = slot_rmul,
                   [BINARY_TRUEDIV] = slot_rtruediv, [BINARY_FLOORDIV] = slot_rfloordiv, [BINARY_MOD] = slot_rmod,
                   [BINARY_POW] = slot_rpow, [BINARY_DIVMOD] = slot_rdivmod },
    .unary = { [UNARY_NEG] = slot_neg, [UNARY_POS] = slot_pos, [UNARY_ABS] = slot_abs },
    .pow3 = slot_pow3,
    .to_int = slot_to_int,
    .to_float = slot_pos,
    .methods = float_methods,
    .getsets = float_getsets,
};
