"""cmath: functions of complex numbers, from those of math."""
import math as _math
from math import e, inf, nan, pi, tau

infj, nanj = complex(0.0, inf), complex(0.0, nan)


def phase(z, /):
    z = complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = complex(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    if phi == 0.0:
        return complex(r, r * phi)
    if _math.isinf(phi) and r and not _math.isnan(r):
        raise ValueError("math domain error")
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    z = complex(z)
    if z.imag == 0.0:
        return complex(_math.exp(z.real), z.imag)
    if _math.isinf(z.imag):
        if z.real == -inf:
            return complex(0.0, 0.0)
        raise ValueError("math domain error")
    if z.real > 709:
        half = _math.exp(z.real - 1)
        made = complex(half * _math.cos(z.imag) * e, half * _math.sin(z.imag) * e)
        if not isfinite(made):
            raise OverflowError("math range error")
        return made
    size = _math.exp(z.real)
    return complex(size * _math.cos(z.imag), size * _math.sin(z.imag))


def _log(z):
    z = complex(z)
    x, y = abs(z.real), abs(z.imag)
    if not x and not y:
        raise ValueError("math domain error")
    if _math.isinf(x) or _math.isinf(y):
        size = inf
    elif x > 8e307 or y > 8e307:
        size = _math.log(_math.hypot(x / 2, y / 2)) + _math.log(2)
    elif x < 2.3e-308 and y < 2.3e-308:
        size = _math.log(_math.hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))) - 53 * _math.log(2)
    else:
        h = _math.hypot(x, y)
        if 0.71 <= h <= 1.73:
            larger, smaller = max(x, y), min(x, y)
            size = _math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2
        else:
            size = _math.log(h)
    return complex(size, _math.atan2(z.imag, z.real))


def log(z, base=None, /):
    return _log(z) if base is None else _log(z) / _log(base)


def log10(z, /):
    z = _log(z)
    return complex(z.real / _math.log(10), z.imag / _math.log(10))


def sqrt(z, /):
    z = complex(z)
    x, y = z.real, z.imag
    if x == 0 and y == 0:
        return complex(0.0, y)
    if _math.isinf(y):
        return complex(inf, y)
    if _math.isnan(x):
        return complex(x, x)
    if _math.isinf(x):
        return complex(x, _math.copysign(0.0, y) if y == y else y) if x > 0 else complex(0.0 if y == y else nan, _math.copysign(inf, y))
    ax, ay = abs(x), abs(y)
    if ax < 2.3e-308 and ay < 2.3e-308 and (ax > 0 or ay > 0):
        ax = _math.ldexp(ax, 54)
        s = _math.ldexp(_math.sqrt(ax + _math.hypot(ax, _math.ldexp(ay, 54))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return complex(s, _math.copysign(d, y)) if x >= 0 else complex(d, _math.copysign(s, y))


def cosh(z, /):
    z = complex(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def sinh(z, /):
    z = complex(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def tanh(z, /):
    z = complex(z)
    if abs(z.real) > 354:
        return complex(_math.copysign(1.0, z.real), 4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * abs(z.real)))
    tx, ty, cx = _math.tanh(z.real), _math.tan(z.imag), 1.0 / _math.cosh(z.real)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx)


def cos(z, /):
    z = complex(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    z = complex(z)
    turned = sinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def tan(z, /):
    z = complex(z)
    turned = tanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def acos(z, /):
    z = complex(z)
    s1, s2 = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = complex(z)
    s1, s2 = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


def asinh(z, /):
    z = complex(z)
    s1, s2 = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    z = complex(z)
    turned = asinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def atanh(z, /):
    z = complex(z)
    if z.real < 0.0 or z.real == 0.0 and _math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    x, y, ay = z.real, z.imag, abs(z.imag)
    if x > 6.7e153 or ay > 6.7e153:
        h = _math.hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -_math.copysign(pi / 2.0, -y))
    if x == 1.0 and ay < 1.5e-154:
        if ay == 0.0:
            raise ValueError("math domain error")
        return complex(-_math.log(_math.sqrt(ay) / _math.sqrt(_math.hypot(ay, 2.0))), _math.copysign(_math.atan2(2.0, -ay) / 2, y))
    return complex(_math.log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + ay * ay)) / 4.0, -_math.atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - ay * ay) / 2.0)


def atan(z, /):
    z = complex(z)
    turned = atanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def isfinite(z, /):
    z = complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = complex(a), complex(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
