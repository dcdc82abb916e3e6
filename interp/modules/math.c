/* math.c: the module math: real functions, rounding to int, floats taken apart, constants. */
#include <errno.h>
#include <limits.h>
#include <math.h>

#include "abstract.h"
#include "exceptions.h"
#include "math_private.h"
#include "modules.h"
#include "names.h"
#include "native.h"
#include "types/float.h"
#include "types/int.h"
#include "types/module.h"
#include "types/tuple.h"

Value math_domain_error(void)
{
    return raise_error(&exc_ValueError, "math domain error");
}

Value math_range_error(void)
{
    return raise_error(&exc_OverflowError, "math range error");
}

/* ---- functions of one float ---- */

/* A nan from a number is a domain error; infinity from a finite number is a pole or, for functions that grow so far, overflow. */
static Value call_real(double (*function)(double), Value argument, bool can_overflow)
{
    double x;
    if (value_as_double(argument, &x) < 0)
        return VALUE_NULL;
    double y = function(x);
    if (unlikely(isnan(y)) && !isnan(x))
        return math_domain_error();
    if (unlikely(isinf(y)) && isfinite(x))
        return can_overflow ? math_range_error() : math_domain_error();
    return float_new(y);
}

#define REAL_FUNCTION(name, function, can_overflow)                                          \
    static Value math_##name(Value self, const Value *args, int nargs, Value kwnames)        \
    {                                                                                        \
        (void)self, (void)nargs, (void)kwnames;                                              \
        return call_real(function, args[0], can_overflow);                                   \
    }

static double to_degrees(double x) { return x * (180.0 / M_PI); }
static double to_radians(double x) { return x * (M_PI / 180.0); }

REAL_FUNCTION(acos, acos, false)
REAL_FUNCTION(acosh, acosh, false)
REAL_FUNCTION(asin, asin, false)
REAL_FUNCTION(asinh, asinh, false)
REAL_FUNCTION(atan, atan, false)
REAL_FUNCTION(atanh, atanh, false)
REAL_FUNCTION(cbrt, cbrt, false)
REAL_FUNCTION(cos, cos, false)
REAL_FUNCTION(cosh, cosh, true)
REAL_FUNCTION(erf, erf, false)
REAL_FUNCTION(erfc, erfc, false)
REAL_FUNCTION(exp, exp, true)
REAL_FUNCTION(exp2, exp2, true)
REAL_FUNCTION(expm1, expm1, true)
REAL_FUNCTION(fabs, fabs, false)
REAL_FUNCTION(log1p, log1p, false)
REAL_FUNCTION(sin, sin, false)
REAL_FUNCTION(sinh, sinh, true)
REAL_FUNCTION(sqrt, sqrt, false)
REAL_FUNCTION(tan, tan, false)
REAL_FUNCTION(tanh, tanh, false)
REAL_FUNCTION(degrees, to_degrees, true)
REAL_FUNCTION(radians, to_radians, false)

static Value call_with_errno(double (*function)(double), Value argument)
{
    double x;
    if (value_as_double(argument, &x) < 0)
        return VALUE_NULL;
    errno = 0;
    double y = function(x);
    if (errno)
        return errno == EDOM ? math_domain_error() : math_range_error();
    return float_new(y);
}

static Value math_gamma_function(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return call_with_errno(math_gamma, args[0]);
}

static Value math_lgamma_function(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return call_with_errno(math_lgamma, args[0]);
}

#define TEST_FUNCTION(name, test)                                                            \
    static Value math_##name(Value self, const Value *args, int nargs, Value kwnames)        \
    {                                                                                        \
        (void)self, (void)nargs, (void)kwnames;                                              \
        double x;                                                                            \
        return value_as_double(args[0], &x) < 0 ? VALUE_NULL : value_bool(test(x));          \
    }
TEST_FUNCTION(isfinite, isfinite)
TEST_FUNCTION(isinf, isinf)
TEST_FUNCTION(isnan, isnan)

/* ---- logarithms: of ints of any size ---- */

/* False: exception pending. */
static bool log_of(Value v, double (*log_function)(double), double log_of_two, double *out)
{
    double x;
    if (value_is_int(v)) {
        if (int_sign(v) <= 0) {
            math_domain_error();
            return false;
        }
        if (!int_try_double(v, &x)) {
            int64_t exponent;
            double fraction = int_as_fraction(v, &exponent);
            *out = log_function(fraction) + log_of_two * (double)exponent;
            return true;
        }
    } else if (value_as_double(v, &x) < 0) {
        return false;
    }
    if (x <= 0) {
        math_domain_error();
        return false;
    }
    *out = log_function(x);
    return true;
}

static Value math_log(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    if (!native_no_keywords("math.log", kwnames))
        return VALUE_NULL;
    if (nargs < 1 || nargs > 2)
        return raise_error(&exc_TypeError, "math.log requires 1 to 2 arguments");
    double number, base;
    if (!log_of(args[0], log, log(2.0), &number))
        return VALUE_NULL;
    if (nargs == 1)
        return float_new(number);
    if (!log_of(args[1], log, log(2.0), &base))
        return VALUE_NULL;
    return float_binary(BINARY_TRUEDIV, number, base);
}

static Value math_log2(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double y;
    return log_of(args[0], log2, 1.0, &y) ? float_new(y) : VALUE_NULL;
}

static Value math_log10(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double y;
    return log_of(args[0], log10, log10(2.0), &y) ? float_new(y) : VALUE_NULL;
}

/* ---- functions of two floats ---- */

static bool two_doubles(const Value *args, double *x, double *y)
{
    return value_as_double(args[0], x) == 0 && value_as_double(args[1], y) == 0;
}

static Value math_atan2(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double y, x;
    return two_doubles(args, &y, &x) ? float_new(atan2(y, x)) : VALUE_NULL;
}

static Value math_copysign(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x, y;
    return two_doubles(args, &x, &y) ? float_new(copysign(x, y)) : VALUE_NULL;
}

static Value math_fmod(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x, y;
    if (!two_doubles(args, &x, &y))
        return VALUE_NULL;
    double rest = fmod(x, y);
    return isnan(rest) && !isnan(x) && !isnan(y) ? math_domain_error() : float_new(rest);
}

static Value math_remainder(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x, y;
    if (!two_doubles(args, &x, &y))
        return VALUE_NULL;
    double rest = remainder(x, y);
    return isnan(rest) && !isnan(x) && !isnan(y) ? math_domain_error() : float_new(rest);
}

static Value math_pow(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x, y;
    if (!two_doubles(args, &x, &y))
        return VALUE_NULL;
    double power = pow(x, y);
    if (isnan(power) && !isnan(x) && !isnan(y))
        return math_domain_error();
    if (isinf(power) && isfinite(x) && isfinite(y))
        return x == 0 ? math_domain_error() : math_range_error();
    return float_new(power);
}

static Value math_nextafter(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x, y;
    return two_doubles(args, &x, &y) ? float_new(nextafter(x, y)) : VALUE_NULL;
}

static Value math_isclose(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self;
    Value bound[4];
    if (!native_bind("isclose(a, b, *, rel_tol=, abs_tol=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    double a, b, relative = 1e-9, absolute = 0.0;
    if (!two_doubles(bound, &a, &b) || (bound[2] && value_as_double(bound[2], &relative) < 0) ||
        (bound[3] && value_as_double(bound[3], &absolute) < 0))
        return VALUE_NULL;
    if (relative < 0 || absolute < 0)
        return raise_error(&exc_ValueError, "tolerances must be non-negative");
    if (a == b)
        return VALUE_TRUE;
    if (isinf(a) || isinf(b))
        return VALUE_FALSE;
    double difference = fabs(b - a);
    return value_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

/* ---- to int ---- */

/* The special method if there is one, otherwise rounding of the float. */
static Value round_to_int(Value v, Str *method, double (*function)(double))
{
    if (!value_is_exactly(v, &type_float)) {
        bool found;
        Value result = call_special(v, method, NULL, 0, &found);
        if (found)
            return result;
    }
    double x;
    return value_as_double(v, &x) < 0 ? VALUE_NULL : int_from_double(function(x));
}

static Value math_floor(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return round_to_int(args[0], name___floor__, floor);
}

static Value math_ceil(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return round_to_int(args[0], name___ceil__, ceil);
}

static Value math_trunc(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (value_is_exactly(args[0], &type_float))
        return int_from_double(float_value(args[0]));
    bool found;
    Value result = call_special(args[0], name___trunc__, NULL, 0, &found);
    return found ? result : raise_error(&exc_TypeError, "type %T doesn't define __trunc__ method", args[0]);
}

/* ---- floats taken apart ---- */

static Value pair(Value first, Value second)
{
    if (first && second)
        return tuple_from_steal((Value[]){ first, second }, 2);
    value_release_null(first);
    value_release_null(second);
    return VALUE_NULL;
}

static Value math_frexp(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x;
    int exponent = 0;
    if (value_as_double(args[0], &x) < 0)
        return VALUE_NULL;
    double fraction = isfinite(x) ? frexp(x, &exponent) : x;
    return pair(float_new(fraction), value_from_small_int(exponent));
}

static Value math_ldexp(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x;
    if (value_as_double(args[0], &x) < 0)
        return VALUE_NULL;
    if (!value_is_int(args[1]))
        return raise_error(&exc_TypeError, "Expected an int as second argument to ldexp.");
    int64_t exponent;
    if (!int_fits_int64(args[1], &exponent))
        exponent = int_sign(args[1]) < 0 ? INT_MIN : INT_MAX;
    if (x == 0 || !isfinite(x))
        return float_new(x);
    double result = ldexp(x, exponent > INT_MAX ? INT_MAX : exponent < INT_MIN ? INT_MIN : (int)exponent);
    return isinf(result) ? math_range_error() : float_new(result);
}

static Value math_modf(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x, whole;
    if (value_as_double(args[0], &x) < 0)
        return VALUE_NULL;
    double fraction = modf(x, &whole);
    return pair(float_new(fraction), float_new(whole));
}

static Value math_ulp(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    double x;
    if (value_as_double(args[0], &x) < 0)
        return VALUE_NULL;
    x = fabs(x);
    if (!isfinite(x))
        return float_new(x);
    double next = nextafter(x, HUGE_VAL);
    return float_new(isinf(next) ? x - nextafter(x, 0.0) : next - x);
}

/* ---- the module ---- */

static const NativeDef math_functions[] = {
    { "acos", math_acos, 1, 1, 0 },
    { "acosh", math_acosh, 1, 1, 0 },
    { "asin", math_asin, 1, 1, 0 },
    { "asinh", math_asinh, 1, 1, 0 },
    { "atan", math_atan, 1, 1, 0 },
    { "atan2", math_atan2, 2, 2, 0 },
    { "atanh", math_atanh, 1, 1, 0 },
    { "cbrt", math_cbrt, 1, 1, 0 },
    { "ceil", math_ceil, 1, 1, 0 },
    { "copysign", math_copysign, 2, 2, 0 },
    { "cos", math_cos, 1, 1, 0 },
    { "cosh", math_cosh, 1, 1, 0 },
    { "degrees", math_degrees, 1, 1, 0 },
    { "erf", math_erf, 1, 1, 0 },
    { "erfc", math_erfc, 1, 1, 0 },
    { "exp", math_exp, 1, 1, 0 },
    { "exp2", math_exp2, 1, 1, 0 },
    { "expm1", math_expm1, 1, 1, 0 },
    { "fabs", math_fabs, 1, 1, 0 },
    { "floor", math_floor, 1, 1, 0 },
    { "fmod", math_fmod, 2, 2, 0 },
    { "frexp", math_frexp, 1, 1, 0 },
    { "gamma", math_gamma_function, 1, 1, 0 },
    { "isclose", math_isclose, 0, -1, NATIVE_KEYWORDS },
    { "isfinite", math_isfinite, 1, 1, 0 },
    { "isinf", math_isinf, 1, 1, 0 },
    { "isnan", math_isnan, 1, 1, 0 },
    { "ldexp", math_ldexp, 2, 2, 0 },
    { "lgamma", math_lgamma_function, 1, 1, 0 },
    { "log", math_log, 0, -1, NATIVE_VARARGS },
    { "log10", math_log10, 1, 1, 0 },
    { "log1p", math_log1p, 1, 1, 0 },
    { "log2", math_log2, 1, 1, 0 },
    { "modf", math_modf, 1, 1, 0 },
    { "nextafter", math_nextafter, 2, 2, 0 },
    { "pow", math_pow, 2, 2, 0 },
    { "radians", math_radians, 1, 1, 0 },
    { "remainder", math_remainder, 2, 2, 0 },
    { "sin", math_sin, 1, 1, 0 },
    { "sinh", math_sinh, 1, 1, 0 },
    { "sqrt", math_sqrt, 1, 1, 0 },
    { "tan", math_tan, 1, 1, 0 },
    { "tanh", math_tanh, 1, 1, 0 },
    { "trunc", math_trunc, 1, 1, 0 },
    { "ulp", math_ulp, 1, 1, 0 },
    { NULL, NULL, 0, 0, 0 },
};

Value module_math_init(void)
{
    Value module = module_new("math");
    if (!module)
        return VALUE_NULL;
    if (module_add_functions(module, math_functions) < 0 || module_add_functions(module, math_integer_functions) < 0 ||
        module_add_functions(module, math_sum_functions) < 0 || module_set(module, "pi", float_new(M_PI)) < 0 ||
        module_set(module, "e", float_new(M_E)) < 0 || module_set(module, "tau", float_new(2 * M_PI)) < 0 ||
        module_set(module, "inf", float_new(HUGE_VAL)) < 0 || module_set(module, "nan", float_new((double)NAN)) < 0) {
        value_release(module);
        return VALUE_NULL;
    }
    return module;
}
