"""cmath: functions of complex numbers, by Kahan's formulas, step by step as CPython computes them."""
import math as _math
from _cmath_quick import _exp
from _functools import _as_builtin
from math import e, inf, nan, pi, tau

infj, nanj = complex(0.0, inf), complex(0.0, nan)
_large = 1.7976931348623157e308 / 4.0
_sqrt_large, _log_large, _sqrt_least = _math.sqrt(_large), _math.log(_large), _math.sqrt(2.2250738585072014e-308)
_least, _ln2 = 2.2250738585072014e-308, _math.log(2)

# What the functions are of infinities and NaNs: a word for the real part -inf, negative, -0, 0, positive, inf, nan, in it two letters for each such imaginary
# part, "!!" for a domain error. (C99, Annex G, and what is usual where it leaves a choice.)
_special = {
    "acos": "TIPIPIPiPiTinI HI........Hinn HI........HiHn HI........HiHn HI........Hinn QI0I0I0i0iQinI nInnnnnnnnninn",
    "acosh": "ItIpIpIPIPITIn Ih........IHnn Ih........IHnn Ih........IHnn Ih........IHnn IqIoIoI0I0IQIn InnnnnnnnnInnn",
    "asinh": "iqioioi0i0iQin ih........iHnn ih........iHnn Ih........IHnn Ih........IHnn IqIoIoI0I0IQIn Innnnon0nnInnn",
    "atanh": "ohohohoHoHoHon oh........oHnn oh........oHon 0h........0H0n 0h........0Hnn 0h0h0h0H0H0H0n 0hnnnnnnnn0Hnn",
    "cosh": "!!III0IoIi!!In !!........!!nn !!........!!n0 !!........!!n0 !!........!!nn !!IiIoI0II!!In nnnnn0n0nnnnnn",
    "exp": "000o0o00000000 !!........!!nn !!........!!nn !!........!!nn !!........!!nn !!IiIoI0II!!In nnnnnon0nnnnnn",
    "log": "ItIpIpIPIPITIn Ih........IHnn Ih........IHnn Ih........IHnn Ih........IHnn IqIoIoI0I0IQIn InnnnnnnnnInnn",
    "sinh": "!!iiioi0iI!!In !!........!!nn !!........!!0n !!........!!0n !!........!!nn !!IiIoI0II!!In nnnnnon0nnnnnn",
    "sqrt": "Ii0i0i0I0IIInI Ii........IInn Ii........IInn Ii........IInn Ii........IInn IiIoIoI0I0IIIn IinnnnnnnnIInn",
    "tanh": "-0-o-o-0-0-0-0 !!........!!nn !!........!!nn !!........!!nn !!........!!nn 101o1o10101010 nnnnnon0nnnnnn",
    "rect": "!!iIi0ioii!!In !!........!!nn 00........0000 00........0000 !!........!!nn !!IiIoI0II!!In nnnnn0n0nnnnnn",
}
_letters = {"n": nan, "I": inf, "i": -inf, "0": 0.0, "o": -0.0, "P": pi, "p": -pi, "H": pi / 2, "h": -pi / 2, "Q": pi / 4, "q": -pi / 4, "T": 3 * pi / 4,
            "t": -3 * pi / 4, "1": 1.0, "-": -1.0}


def _number(z):
    kind = type(z)
    if kind is complex:
        return z
    if issubclass(kind, (complex, float, int)) or any(hasattr(kind, name) for name in ("__complex__", "__float__", "__index__")):
        return complex(z)
    raise TypeError("must be real number, not " + kind.__name__)


def _kind(x):
    if x != x:
        return 6
    if x in (inf, -inf):
        return 5 if x > 0 else 0
    below = _math.copysign(1.0, x) < 0
    return (2 if below else 3) if x == 0 else 1 if below else 4


def _of_special(name, x, y):
    at = 15 * _kind(x) + 2 * _kind(y)
    real, imag = _special[name][at:at + 2]
    if real == "!":
        raise ValueError("math domain error")
    return complex(_letters[real], _letters[imag])


def _is_special(x, y):
    return not (_math.isfinite(x) and _math.isfinite(y))


def _grows(x, y):
    """Infinitely, in a direction that the imaginary part gives."""
    return x in (inf, -inf) and _math.isfinite(y) and y != 0


def _within_range(z):
    if _math.isinf(z.real) or _math.isinf(z.imag):
        raise OverflowError("math range error")
    return z


def _hypot(x, y):
    return abs(complex(x, y))


@_as_builtin
def phase(z, /):
    z = _number(z)
    angle = _math.atan2(z.imag, z.real)
    if not angle and z.imag and _math.isfinite(z.real):
        raise OverflowError("math range error")  # too small: CPython says so
    return angle


@_as_builtin
def polar(z, /):
    z = _number(z)
    return abs(z), _math.atan2(z.imag, z.real)


@_as_builtin
def rect(r, phi, /):
    r, phi = _math.ldexp(r, 0), _math.ldexp(phi, 0)  # floats
    if _is_special(r, phi):
        if _grows(r, phi):
            return complex(_math.copysign(r, _math.cos(phi) * r), _math.copysign(r, _math.sin(phi) * r))
        return _of_special("rect", r, phi)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


# ---- exponential function and logarithms ----

@_as_builtin
def exp(z, /):
    usual = _exp(z)
    if usual is not None:
        return usual
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        if _grows(x, y):
            size = inf if x > 0 else 0.0
            return complex(_math.copysign(size, _math.cos(y)), _math.copysign(size, _math.sin(y)))
        return _of_special("exp", x, y)
    if x > _log_large:
        size = _math.exp(x - 1.0)
        return _within_range(complex(size * _math.cos(y) * e, size * _math.sin(y) * e))
    size = _math.exp(x)
    return _within_range(complex(size * _math.cos(y), size * _math.sin(y)))


def _log(z):
    x, y = z.real, z.imag
    if _is_special(x, y):
        return _of_special("log", x, y)
    ax, ay = abs(x), abs(y)
    if ax > _large or ay > _large:
        size = _math.log(_hypot(ax / 2.0, ay / 2.0)) + _ln2
    elif ax < _least and ay < _least:
        if not ax and not ay:
            raise ValueError("math domain error")
        size = _math.log(_hypot(_math.ldexp(ax, 53), _math.ldexp(ay, 53))) - 53 * _ln2
    else:
        h = _hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            larger, smaller = max(ax, ay), min(ax, ay)
            size = _math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2.0
        else:
            size = _math.log(h)
    return complex(size, _math.atan2(y, x))


_no_base = object()


@_as_builtin
def log(z, base=_no_base, /):
    return _log(_number(z)) if base is _no_base else _log(_number(z)) / _log(_number(base))


@_as_builtin
def log10(z, /):
    z, ten = _log(_number(z)), _math.log(10)
    return complex(z.real / ten, z.imag / ten)


@_as_builtin
def sqrt(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        return _of_special("sqrt", x, y)
    if x == 0 and y == 0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < _least and ay < _least:
        ax = _math.ldexp(ax, 53)
        s = _math.ldexp(_math.sqrt(ax + _hypot(ax, _math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return complex(s, _math.copysign(d, y)) if x >= 0.0 else complex(d, _math.copysign(s, y))


# ---- hyperbolic functions ----

def _large_cosh_sinh(x):
    """Both, each divided by e, where they would overflow."""
    nearer = x - _math.copysign(1.0, x)
    return _math.cosh(nearer), _math.sinh(nearer)


@_as_builtin
def cosh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        if _grows(x, y):
            return complex(_math.copysign(inf, _math.cos(y)), _math.copysign(inf, _math.sin(y)) * (1 if x > 0 else -1))
        return _of_special("cosh", x, y)
    if abs(x) > _log_large:
        c, s = _large_cosh_sinh(x)
        return _within_range(complex(_math.cos(y) * c * e, _math.sin(y) * s * e))
    return _within_range(complex(_math.cos(y) * _math.cosh(x), _math.sin(y) * _math.sinh(x)))


@_as_builtin
def sinh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        if _grows(x, y):
            return complex(_math.copysign(inf, _math.cos(y)) * (1 if x > 0 else -1), _math.copysign(inf, _math.sin(y)))
        return _of_special("sinh", x, y)
    if abs(x) > _log_large:
        c, s = _large_cosh_sinh(x)
        return _within_range(complex(_math.cos(y) * s * e, _math.sin(y) * c * e))
    return _within_range(complex(_math.cos(y) * _math.sinh(x), _math.sin(y) * _math.cosh(x)))


@_as_builtin
def tanh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        if _grows(x, y):
            return complex(_math.copysign(1.0, x), _math.copysign(0.0, 2.0 * _math.sin(y) * _math.cos(y)))
        return _of_special("tanh", x, y)
    if abs(x) > _log_large:
        return complex(_math.copysign(1.0, x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x)))
    tx, ty, cx = _math.tanh(x), _math.tan(y), 1.0 / _math.cosh(x)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx)


def _log_of_half(x, y):
    return _math.log(_hypot(x / 2.0, y / 2.0)) + _ln2 * 2.0


@_as_builtin
def acosh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        return _of_special("acosh", x, y)
    if abs(x) > _large or abs(y) > _large:
        return complex(_log_of_half(x, y), _math.atan2(y, x))
    s1, s2 = sqrt(complex(x - 1.0, y)), sqrt(complex(x + 1.0, y))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


@_as_builtin
def asinh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        return _of_special("asinh", x, y)
    if abs(x) > _large or abs(y) > _large:
        size = _log_of_half(x, y)
        return complex(_math.copysign(size, x) if y >= 0.0 else -_math.copysign(size, -x), _math.atan2(y, abs(x)))
    s1, s2 = sqrt(complex(1.0 + y, -x)), sqrt(complex(1.0 - y, x))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(y, s1.real * s2.real - s1.imag * s2.imag))


@_as_builtin
def atanh(z, /):
    z = _number(z)
    x, y, ay = z.real, z.imag, abs(z.imag)
    if _is_special(x, y):
        return _of_special("atanh", x, y)
    if x < 0.0 or x == 0.0 and _math.copysign(1.0, x) < 0.0:
        return -atanh(-z)
    if x > _sqrt_large or ay > _sqrt_large:
        h = _hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -_math.copysign(pi / 2.0, -y))
    if x == 1.0 and ay < _sqrt_least:
        if ay == 0.0:
            raise ValueError("math domain error")
        return complex(-_math.log(_math.sqrt(ay) / _math.sqrt(_hypot(ay, 2.0))), _math.copysign(_math.atan2(2.0, -ay) / 2.0, y))
    return complex(_math.log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + ay * ay)) / 4.0, -_math.atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - ay * ay) / 2.0)


# ---- circular functions: the hyperbolic ones, a quarter turn away ----

def _turned(function, z):
    z = _number(z)
    made = function(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


@_as_builtin
def cos(z, /):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


@_as_builtin
def sin(z, /):
    return _turned(sinh, z)


@_as_builtin
def tan(z, /):
    return _turned(tanh, z)


@_as_builtin
def asin(z, /):
    return _turned(asinh, z)


@_as_builtin
def atan(z, /):
    return _turned(atanh, z)


@_as_builtin
def acos(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if _is_special(x, y):
        return _of_special("acos", x, y)
    if abs(x) > _large or abs(y) > _large:
        size = _log_of_half(x, y)
        return complex(_math.atan2(abs(y), x), -_math.copysign(size, y) if x < 0.0 else _math.copysign(size, -y))
    s1, s2 = sqrt(complex(1.0 - x, -y)), sqrt(complex(1.0 + x, y))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


# ---- tests ----

@_as_builtin
def isfinite(z, /):
    z = _number(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


@_as_builtin
def isinf(z, /):
    z = _number(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


@_as_builtin
def isnan(z, /):
    z = _number(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


@_as_builtin
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _number(a), _number(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
