"""fractions: exact arithmetic of rational numbers."""
import math
import operator
import sys
from numbers import Complex, Rational, Real

__all__ = ["Fraction"]


def _digits(text):
    """Digits with single underscores between them, as int; None: it is no such thing."""
    if not text or text[0] == "_" or text[-1] == "_" or "__" in text:
        return None
    plain = text.replace("_", "")
    return int(plain) if plain.isdigit() else None


def _parse(text):
    """(numerator, denominator) of "3/4", "-1.25", "1e3"; None: invalid."""
    stripped = text.strip()
    sign = -1 if stripped[:1] == "-" else 1
    body = stripped[1:] if stripped[:1] in ("-", "+") else stripped
    if "/" in body:
        top, bottom = map(_digits, body.split("/", 1))
        return None if top is None or bottom is None else (sign * top, bottom)
    mantissa, marker, exponent = body.replace("E", "e").partition("e")
    shift = 0
    if marker:
        shift = _digits(exponent[1:] if exponent[:1] in ("-", "+") else exponent)
        if shift is None:
            return None
        shift = -shift if exponent[0] == "-" else shift
    whole, dot, decimals = mantissa.partition(".")
    if not whole and not decimals:
        return None
    high = _digits(whole) if whole else 0
    low = _digits(decimals) if decimals else 0
    if high is None or low is None:
        return None
    places = len(decimals.replace("_", ""))
    number = sign * (high * 10 ** places + low)
    shift -= places
    return (number * 10 ** shift, 1) if shift >= 0 else (number, 10 ** -shift)


class Fraction(Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return _make(cls, numerator, 1)
            if isinstance(numerator, Rational):
                return _make(cls, numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or _is_decimal(numerator):
                return _make(cls, *numerator.as_integer_ratio())
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError("Invalid literal for Fraction: %r" % numerator)
            numerator, denominator = parsed
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        elif not (type(numerator) is int is type(denominator)):
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        return _reduced(numerator, denominator, cls)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if not _is_decimal(dec):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, as far as the bound allows; then the better of the last two candidates.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        last, between = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
        return last if abs(last - self) <= abs(between - self) else between

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else "%s/%s" % (self._numerator, self._denominator)

    # ---- arithmetic ----

    def _operators(exact, approximate):
        """The method and its reflection of an operator: exact among rationals, in floats with a float, in complex numbers with one."""
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, b)
            if isinstance(b, float):
                return approximate(float(a), b)
            return approximate(complex(a), b) if isinstance(b, complex) else NotImplemented

        def reverse(b, a):
            if isinstance(a, Rational):
                return exact(a, b)
            if isinstance(a, float):
                return approximate(a, float(b))
            if isinstance(a, Real):
                return approximate(float(a), float(b))
            return approximate(complex(a), complex(b)) if isinstance(a, Complex) else NotImplemented
        forward.__name__ = "__" + approximate.__name__ + "__"
        reverse.__name__ = "__r" + approximate.__name__ + "__"
        return forward, reverse

    def _add(a, b):
        return _reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

    def _sub(a, b):
        return _reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)

    def _mul(a, b):
        return _reduced(a.numerator * b.numerator, a.denominator * b.denominator)

    def _div(a, b):
        if b.numerator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % (a.numerator * b.denominator))
        return _reduced(a.numerator * b.denominator, a.denominator * b.numerator)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _mod(a, b):
        return _reduced((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)

    def _divmod(a, b):
        quotient, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return quotient, _reduced(rest, a.denominator * b.denominator)

    __add__, __radd__ = _operators(_add, operator.add)
    __sub__, __rsub__ = _operators(_sub, operator.sub)
    __mul__, __rmul__ = _operators(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)
    __mod__, __rmod__ = _operators(_mod, operator.mod)
    __divmod__, __rdivmod__ = _operators(_divmod, divmod)
    del _operators

    def __pow__(a, b):
        if not isinstance(b, Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return _make(Fraction, a._numerator ** power, a._denominator ** power)
        if a._numerator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % a._denominator ** -power)
        top, bottom = a._denominator ** -power, a._numerator ** -power
        return _make(Fraction, -top, -bottom) if bottom < 0 else _make(Fraction, top, bottom)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        return Fraction(a.numerator, a.denominator) ** b if isinstance(a, Rational) else a ** float(b)

    def __pos__(a):
        return _make(Fraction, a._numerator, a._denominator)

    def __neg__(a):
        return _make(Fraction, -a._numerator, a._denominator)

    def __abs__(a):
        return _make(Fraction, abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            scale = 10 ** abs(ndigits)
            return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)
        floor, rest = divmod(self._numerator, self._denominator)
        if rest * 2 == self._denominator:
            return floor + floor % 2
        return floor + (rest * 2 > self._denominator)

    # ---- comparison ----

    def __hash__(self):
        # Equal to the hash of an equal int or float: numerator / denominator modulo the prime of sys.hash_info.
        prime = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == Fraction(*b.as_integer_ratio())
        return NotImplemented

    def _compared(a, b, op):
        if isinstance(b, Rational):
            return op(a._numerator * b.denominator, a._denominator * b.numerator)
        if isinstance(b, float):
            return op(0.0, b) if math.isnan(b) or math.isinf(b) else op(a, Fraction(*b.as_integer_ratio()))
        return NotImplemented

    def __lt__(a, b):
        return a._compared(b, operator.lt)

    def __gt__(a, b):
        return a._compared(b, operator.gt)

    def __le__(a, b):
        return a._compared(b, operator.le)

    def __ge__(a, b):
        return a._compared(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _is_decimal(x):
    """Only what imported decimal has one."""
    return "decimal" in sys.modules and isinstance(x, sys.modules["decimal"].Decimal)


_new = object.__new__
_gcd = math.gcd


def _make(cls, numerator, denominator):
    self = _new(cls)
    self._numerator = numerator
    self._denominator = denominator
    return self


def _reduced(numerator, denominator, cls=Fraction):
    divisor = _gcd(numerator, denominator)
    if denominator < 0:
        divisor = -divisor
    return _make(cls, numerator // divisor, denominator // divisor)
