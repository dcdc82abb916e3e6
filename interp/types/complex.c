#include "complex.h"

#include <math.h>
#include <stdlib.h>

#include "warn.h"
#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "format_number.h"
#include "gc.h"
#include "int.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

typedef struct Pair {
    double real, imag;
} Pair;

/* ---- making and reading ---- */

static Value make(Type *type, Pair p)
{
    Complex *c = object_alloc_zeroed(type, type->size > sizeof *c ? type->size : sizeof *c);
    if (!c)
        return VALUE_NULL;
    c->real = p.real;
    c->imag = p.imag;
    if (type_has(type, TYPE_GC))
        gc_track(c);
    return value_of(c);
}

Value complex_new(double real, double imag) { return make(&type_complex, (Pair){real, imag}); }

static Pair pair_of(Value v) { return (Pair){as_complex(v)->real, as_complex(v)->imag}; }

/* 1: *out is the operand, 0: not a number, -1: an int too large. */
static int operand(Value v, Pair *out)
{
    out->imag = 0.0;
    if (value_is_float(v)) {
        out->real = float_value(v);
        return 1;
    }
    if (value_is_int(v)) {
        out->real = int_as_double(v);
        return out->real == -1.0 && exc_pending() ? -1 : 1;
    }
    if (!value_is_instance_of(v, &type_complex))
        return 0;
    *out = pair_of(v);
    return 1;
}

/* ---- arithmetic, in the order CPython computes it, so that every bit agrees ---- */

static Pair product(Pair a, Pair b) { return (Pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real}; }

/* Smith's method. False: division by zero. */
static bool quotient(Pair a, Pair b, Pair *out)
{
    double size_real = fabs(b.real), size_imag = fabs(b.imag);
    if (size_real >= size_imag) {
        if (size_real == 0.0)
            return false;
        double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
        *out = (Pair){(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
    } else if (size_imag >= size_real) {
        double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
        *out = (Pair){(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
    } else {
        *out = (Pair){NAN, NAN};
    }
    return true;
}

static Pair power_unsigned(Pair base, long n)
{
    Pair result = {1.0, 0.0};
    for (long mask = 1; mask > 0 && n >= mask; mask <<= 1, base = product(base, base))
        if (n & mask)
            result = product(result, base);
    return result;
}

static Value raise_zero_power(void) { return raise_error(&exc_ZeroDivisionError, "0.0 to a negative or complex power"); }

static Value power_general(Pair a, Pair b)
{
    if (b.real == 0.0 && b.imag == 0.0)
        return complex_new(1.0, 0.0);
    if (a.real == 0.0 && a.imag == 0.0)
        return b.imag != 0.0 || b.real < 0.0 ? raise_zero_power() : complex_new(0.0, 0.0);
    double size = hypot(a.real, a.imag), length = pow(size, b.real), angle = atan2(a.imag, a.real), phase = angle * b.real;
    if (b.imag != 0.0) {
        length /= exp(angle * b.imag);
        phase += b.imag * log(size);
    }
    Pair result = {length * cos(phase), length * sin(phase)};
    if (isinf(result.real) || isinf(result.imag))
        return raise_error(&exc_OverflowError, "complex exponentiation");
    return complex_new(result.real, result.imag);
}

static Value power(Pair a, Pair b)
{
    if (b.imag != 0.0 || b.real != floor(b.real) || fabs(b.real) > 100.0)
        return power_general(a, b);
    Pair result;
    if (b.real > 0)
        result = power_unsigned(a, (long)b.real);
    else if (!quotient((Pair){1.0, 0.0}, power_unsigned(a, -(long)b.real), &result))
        return raise_zero_power();
    if (isinf(result.real) || isinf(result.imag))
        return raise_error(&exc_OverflowError, "complex exponentiation");
    return complex_new(result.real, result.imag);
}

Value complex_pow_of_floats(double base, double exponent) { return power((Pair){base, 0.0}, (Pair){exponent, 0.0}); }

static Value binary(BinaryOp op, Value left, Value right)
{
    Pair a, b, result;
    int ok = operand(left, &a);
    if (ok > 0)
        ok = operand(right, &b);
    if (ok <= 0)
        return ok < 0 ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    switch (op) {
    case BINARY_ADD: return complex_new(a.real + b.real, a.imag + b.imag);
    case BINARY_SUB: return complex_new(a.real - b.real, a.imag - b.imag);
    case BINARY_MUL: result = product(a, b); break;
    case BINARY_TRUEDIV:
        if (!quotient(a, b, &result))
            return raise_error(&exc_ZeroDivisionError, "complex division by zero");
        break;
    default: return power(a, b);
    }
    return complex_new(result.real, result.imag);
}

#define COMPLEX_SLOT(name, op)                                                                 \
    static Value slot_##name(Value self, Value other) { return binary(op, self, other); }      \
    static Value slot_r##name(Value self, Value other) { return binary(op, other, self); }
COMPLEX_SLOT(add, BINARY_ADD)
COMPLEX_SLOT(sub, BINARY_SUB)
COMPLEX_SLOT(mul, BINARY_MUL)
COMPLEX_SLOT(truediv, BINARY_TRUEDIV)
COMPLEX_SLOT(pow, BINARY_POW)
#undef COMPLEX_SLOT

static Value slot_pow3(Value base, Value exponent, Value modulus)
{
    Pair unused;
    (void)modulus;
    if (operand(base, &unused) <= 0 || operand(exponent, &unused) <= 0)
        return exc_pending() ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    return raise_error(&exc_ValueError, "complex modulo");
}

static Value slot_neg(Value v) { return complex_new(-as_complex(v)->real, -as_complex(v)->imag); }
static Value slot_pos(Value v) { return complex_new(as_complex(v)->real, as_complex(v)->imag); }
static int slot_truth(Value v) { return as_complex(v)->real != 0.0 || as_complex(v)->imag != 0.0; }

static Value slot_abs(Value v)
{
    Pair p = pair_of(v);
    double size = hypot(p.real, p.imag);
    if (isinf(size) && isfinite(p.real) && isfinite(p.imag))
        return raise_error(&exc_OverflowError, "absolute value too large");
    return float_new(size);
}

static Value slot_compare(Value self, Value other, CompareOp op)
{
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return VALUE_NOT_IMPLEMENTED;
    Pair a = pair_of(self);
    bool equal;
    if (value_is_int(other))
        equal = a.imag == 0.0 && int_compare_double(other, a.real) == 0;
    else if (value_is_float(other))
        equal = a.imag == 0.0 && a.real == float_value(other);
    else if (value_is_instance_of(other, &type_complex))
        equal = a.real == as_complex(other)->real && a.imag == as_complex(other)->imag;
    else
        return VALUE_NOT_IMPLEMENTED;
    return value_bool(equal == (op == COMPARE_EQ));
}

static int64_t slot_hash(Value v)
{
    Pair p = pair_of(v);
    uint64_t by_identity = (uint64_t)(v >> 4 | v << 60);
    uint64_t real = isnan(p.real) ? by_identity : (uint64_t)float_hash(p.real), imag = isnan(p.imag) ? by_identity : (uint64_t)float_hash(p.imag);
    int64_t hash = (int64_t)(real + 1000003u * imag);
    return hash == -1 ? -2 : hash;
}

/* ---- text ---- */

static Value repr_of(Pair p)
{
    char *real = float_to_text(p.real, 'r', 0, 0), *imag = real ? float_to_text(p.imag, 'r', 0, 0) : NULL;
    Value result = VALUE_NULL;
    if (imag && p.real == 0.0 && !signbit(p.real))
        result = str_printf("%sj", imag);
    else if (imag)
        result = str_printf("(%s%s%sj)", real, *imag == '-' ? "" : "+", imag);
    mem_free_raw(real);
    mem_free_raw(imag);
    return result;
}

static Value slot_repr(Value v) { return repr_of(pair_of(v)); }

/* One part by the specification; without a letter it is the shortest form and a whole number has no ".0", or "." alone with "#". */
static Value format_part(double d, FormatSpec spec, char sign)
{
    bool shortest = spec.type == 0 && spec.precision < 0;
    spec.width = -1;
    spec.align = 0;
    spec.sign = sign;
    if (!shortest && spec.type == 0)
        spec.type = 'g';
    Value number = float_new(d), text = number ? format_float(number, &spec) : VALUE_NULL;
    value_release_null(number);
    if (!text || !shortest)
        return text;
    size_t length;
    const char *ascii = str_utf8(text, &length);
    if (length > 2 && strcmp(ascii + length - 2, ".0") == 0) {
        Value whole = str_from_utf8(ascii, length - (spec.alternate ? 1 : 2));
        value_release(text);
        text = whole;
    }
    return text;
}

static Value format_pair(Pair p, const FormatSpec *spec)
{
    bool only_imag = spec->type == 0 && p.real == 0.0 && !signbit(p.real), brackets = spec->type == 0 && !only_imag;
    Value imag = format_part(p.imag, *spec, only_imag ? spec->sign : '+');
    Value real = !imag ? VALUE_NULL : only_imag ? str_from_cstr("") : format_part(p.real, *spec, spec->sign);
    Value text = real ? str_printf("%s%S%Sj%s", brackets ? "(" : "", real, imag, brackets ? ")" : "") : VALUE_NULL;
    value_release_null(real);
    value_release_null(imag);
    Value padded = text ? format_pad(text, spec, '>') : VALUE_NULL;
    value_release_null(text);
    return padded;
}

static Value format_complex(Value v, const FormatSpec *spec)
{
    if (spec->type && !strchr("eEfFgGn", (int)spec->type))
        return format_unknown_code(spec->type, v);
    if (spec->zero || spec->fill == '0')
        return raise_error(&exc_ValueError, "Zero padding is not allowed in complex format specifier");
    if (spec->align == '=')
        return raise_error(&exc_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    return format_pair(pair_of(v), spec);
}

static Value method_format(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return format_number(self, args[0], format_complex);
}

/* ---- complex() ---- */

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A decimal number, inf or nan at *text. False: none there. */
static bool read_number(const char **text, double *out)
{
    const char *digits = *text + (**text == '+' || **text == '-');
    char first = *digits;
    if (first == '0' && (digits[1] == 'x' || digits[1] == 'X')) /* strtod would take it as hexadecimal */
        return false;
    if (!((first >= '0' && first <= '9') || first == '.' || first == 'i' || first == 'I' || first == 'n' || first == 'N'))
        return false;
    char *end;
    *out = strtod(*text, &end);
    if (end == *text)
        return false;
    *text = end;
    return true;
}

static bool is_unit(char c) { return c == 'j' || c == 'J'; }

static bool read_pair(const char *s, Pair *out)
{
    double first;
    *out = (Pair){0.0, 0.0};
    while (is_space(*s))
        s++;
    bool bracket = *s == '(';
    for (s += bracket; is_space(*s); s++)
        ;
    bool has_first = read_number(&s, &first);
    if (has_first && is_unit(*s)) {
        out->imag = first;
        s++;
    } else if (!has_first || *s == '+' || *s == '-') {
        if (has_first)
            out->real = first;
        if (!has_first || !read_number(&s, &out->imag)) {
            out->imag = *s == '-' ? -1.0 : 1.0;
            s += *s == '+' || *s == '-';
        }
        if (!is_unit(*s++))
            return false;
    } else {
        out->real = first;
    }
    while (is_space(*s))
        s++;
    if (bracket && *s++ != ')')
        return false;
    while (is_space(*s))
        s++;
    return *s == '\0';
}

/* Underscores stand between digits only. NULL: they do not, or there is no memory. */
static char *without_underscores(const char *text, size_t length)
{
    char *copy = mem_alloc_raw(length + 1), *to = copy;
    for (size_t i = 0; copy && i < length; i++) {
        bool digit_before = i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9', digit_after = text[i + 1] >= '0' && text[i + 1] <= '9';
        if (text[i] != '_') {
            *to++ = text[i];
        } else if (!digit_before || !digit_after) {
            mem_free_raw(copy);
            return NULL;
        }
    }
    if (copy)
        *to = '\0';
    return copy;
}

static Value from_text(Type *type, Value text)
{
    size_t length;
    char *ascii = number_text_from_str(text, &length);
    if (!ascii)
        return VALUE_NULL;
    bool whole = strlen(ascii) == length;
    char *copy = whole ? without_underscores(ascii, length) : NULL;
    mem_free_raw(ascii);
    Pair pair;
    if (!copy && whole)
        return raise_error(&exc_ValueError, "could not convert string to complex: %V", text);
    bool ok = copy && read_pair(copy, &pair);
    mem_free_raw(copy);
    return ok ? make(type, pair) : raise_error(&exc_ValueError, "complex() arg is a malformed string");
}

/* The second argument of complex(): 1 read, 0 refused without an error, -1. */
static int read_real(Value v, Pair *out)
{
    int ok = operand(v, out);
    if (ok != 0 || (!type_of(v)->to_float && !type_of(v)->to_index))
        return ok;
    return value_as_double(v, &out->real) < 0 ? -1 : 1;
}

/* The first one: the same, or 2: it was complex. What is exactly a number has no __complex__ of its own. */
static int read_argument(Value v, Pair *out)
{
    const Type *type = type_of(v);
    if (type == &type_complex) {
        *out = pair_of(v);
        return 2;
    }
    if (type == &type_float || type == &type_int || type == &type_bool)
        return operand(v, out);
    bool found;
    Value converted = call_special(v, name___complex__, NULL, 0, &found);
    if (found) {
        if (!converted)
            return -1;
        bool right = value_is_instance_of(converted, &type_complex);
        if (!right)
            raise_error(&exc_TypeError, "__complex__ returned non-complex (type %T)", converted);
        else if (type_of(converted) != &type_complex)
            right = warn_here(&exc_DeprecationWarning, "__complex__ returned non-complex (type %T).  The ability to return an instance of a "
                              "strict subclass of complex is deprecated, and may be removed in a future version of Python.", converted) == 0;
        if (right)
            *out = pair_of(converted);
        value_release(converted);
        return right ? 2 : -1;
    }
    return read_real(v, out);
}

static Value complex_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value given[2];
    if (!native_bind("complex(real=, imag=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Pair real = {0.0, 0.0}, imag = {0.0, 0.0};
    if (given[0] && value_is_str(given[0]))
        return given[1] ? raise_error(&exc_TypeError, "complex() can't take second arg if first is a string") : from_text(type, given[0]);
    if (given[1] && value_is_str(given[1]))
        return raise_error(&exc_TypeError, "complex() second arg can't be a string");
    if (given[0] && !given[1] && type == &type_complex && value_is_complex(given[0]))
        return value_retain(given[0]);
    int ok = given[0] ? read_argument(given[0], &real) : 1;
    bool real_is_complex = ok == 2;
    if (ok <= 0)
        return ok < 0 ? VALUE_NULL : raise_error(&exc_TypeError, "complex() first argument must be a string or a number, not '%T'", given[0]);
    bool imag_is_complex = given[1] && value_is_instance_of(given[1], &type_complex);
    ok = given[1] ? read_real(given[1], &imag) : 1;
    if (ok <= 0)
        return ok < 0 ? VALUE_NULL : raise_error(&exc_TypeError, "complex() second argument must be a number, not '%T'", given[1]);
    if (!given[1])
        return make(type, real);
    if (imag_is_complex)
        real.real -= imag.imag;
    return make(type, (Pair){real.real, real_is_complex ? real.imag + imag.real : imag.real});
}

/* ---- methods ---- */

static Value method_conjugate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return complex_new(as_complex(self)->real, -as_complex(self)->imag);
}

static Value method_complex(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_is_complex(self) ? value_retain(self) : slot_pos(self);
}

static Value get_real(Value self) { return float_new(as_complex(self)->real); }
static Value get_imag(Value self) { return float_new(as_complex(self)->imag); }

static Value method_getnewargs(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value parts[2] = {get_real(self), get_imag(self)};
    return tuple_from_made(parts, 2);
}

static void complex_dealloc(Object *self)
{
    if (type_has(self->type, TYPE_GC))
        gc_untrack(self);
    object_free(self, self->type->size);
}

static const NativeDef methods[] = {
    {"conjugate", method_conjugate, 0, 0, 0},
    {"__complex__", method_complex, 0, 0, 0},
    {"__format__", method_format, 1, 1, 0},
    {"__getnewargs__", method_getnewargs, 0, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static const GetSetDef getsets[] = {{"real", get_real, attr_readonly}, {"imag", get_imag, attr_readonly}, {NULL, NULL, NULL}};

Type type_complex = {
    .head = OBJECT_STATIC(&type_type),
    .name = "complex",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Complex),
    .base = &type_object,
    .new = complex_construct,
    .dealloc = complex_dealloc,
    .repr = slot_repr,
    .hash = slot_hash,
    .compare = slot_compare,
    .truth = slot_truth,
    .binary = {[BINARY_ADD] = slot_add, [BINARY_SUB] = slot_sub, [BINARY_MUL] = slot_mul, [BINARY_TRUEDIV] = slot_truediv, [BINARY_POW] = slot_pow},
    .reflected = {[BINARY_ADD] = slot_radd, [BINARY_SUB] = slot_rsub, [BINARY_MUL] = slot_rmul, [BINARY_TRUEDIV] = slot_rtruediv,
                  [BINARY_POW] = slot_rpow},
    .unary = {[UNARY_NEG] = slot_neg, [UNARY_POS] = slot_pos, [UNARY_ABS] = slot_abs},
    .pow3 = slot_pow3,
    .methods = methods,
    .getsets = getsets,
};
