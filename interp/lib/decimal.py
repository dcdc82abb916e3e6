"""decimal: decimal floating-point arithmetic with a context of precision, rounding, limits and traps (IBM's General Decimal Arithmetic)."""
from _functools import _as_builtin
import math as _math
import numbers as _numbers
import sys as _sys
from _abc import _name_as_builtin
from _contextvars import ContextVar as _ContextVar
from _decimal_quick import _adopt, _forget_context, _in_context, _make, _switched, _use_context
from contextlib import contextmanager as _contextmanager

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped", "InvalidOperation",
           "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext",
           "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP",
           "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY",
           "HAVE_THREADS", "HAVE_CONTEXTVAR"]

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = HAVE_CONTEXTVAR = True


class DecimalTuple(tuple):
    """(sign, digits, exponent)"""
    __slots__ = ()

    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return "DecimalTuple(sign=%r, digits=%r, exponent=%r)" % self


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
for _each in __all__:
    if isinstance(globals().get(_each), type) and issubclass(globals()[_each], DecimalException):
        globals()[_each].__module__ = "decimal"


# ---- the context ----

_variable = _ContextVar("decimal_context")
_format_decimal = None  # what _decimal_format has, when it is first asked for
_context = None  # the current one unless _switched(); _use_context tells the quick operations what it says, whenever that changes


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = globals().get("DefaultContext")
        self.prec = prec if prec is not None else base.prec
        self.rounding = rounding if rounding is not None else base.rounding
        self.Emin = Emin if Emin is not None else base.Emin
        self.Emax = Emax if Emax is not None else base.Emax
        self.capitals = capitals if capitals is not None else base.capitals
        self.clamp = clamp if clamp is not None else base.clamp
        self.traps = base.traps.copy() if traps is None else self._signals(traps)
        self.flags = dict.fromkeys(_signals, False) if flags is None else self._signals(flags)

    @staticmethod
    def _signals(given):
        return given if isinstance(given, dict) else {each: each in given for each in _signals}

    def __setattr__(self, name, value):
        if name in _limits:
            low, high = _limits[name]
            if not isinstance(value, int):
                raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__ if name != "capitals" else "an integer is required")
            if not low <= value <= high:
                raise ValueError({"prec": "valid range for prec is [1, MAX_PREC]", "Emin": "valid range for Emin is [MIN_EMIN, 0]",
                                  "Emax": "valid range for Emax is [0, MAX_EMAX]", "capitals": "valid values for capitals are 0 or 1",
                                  "clamp": "valid values for clamp are 0 or 1"}[name])
        elif name == "rounding":
            _check_rounding(value)
        object.__setattr__(self, name, value)
        _forget_context()
        if self is _context and not _switched():
            _use_context(self)

    def __repr__(self):
        return "Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, *(", ".join(
                each.__name__ for each in (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
                if signals[each]) for signals in (self.flags, self.traps)))

    def clear_flags(self):
        self.flags = dict.fromkeys(_signals, False)

    def clear_traps(self):
        self.traps = dict.fromkeys(_signals, False)

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags.copy(), self.traps.copy())

    __copy__ = copy

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _signal(self, condition, result=None):
        """What an exceptional condition gives: the result, or the exception if it is trapped."""
        signal = InvalidOperation if issubclass(condition, InvalidOperation) else condition
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return result

    def _raise_many(self, conditions, result):
        """Several conditions at once: the first trapped one is raised, naming all that are."""
        for each in conditions:
            self.flags[each] = True
        trapped = [each for each in _signals if each in conditions and self.traps[each]]
        if trapped:
            raise trapped[0]([each for each in (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Clamped, Inexact, Rounded)
                              if each in trapped])
        return result

    def create_decimal(self, num="0"):
        if isinstance(num, float):
            num = Decimal.from_float(num)
        if isinstance(num, str):
            num = _parse(Decimal, num, self)
        made = Decimal(num)
        if made._special is None:
            return made._fix(self)
        if made.is_nan() and made._int and _count(made._int) > self.prec - self.clamp:
            return self._signal(InvalidOperation, _NAN)
        return made

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def _operand(self, value):
        converted = _convert(value, self)
        if converted is NotImplemented:
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
        return converted

    def quantize(self, a, b):
        done = _in_context(self, 8, a, b)
        return self._operand(a)._general_quantize(b, context=self) if done is ... else done

    def abs(self, a):
        return self._operand(a)._general_abs(context=self)

    def plus(self, a):
        return self._operand(a)._general_pos(context=self)

    def minus(self, a):
        return self._operand(a)._general_neg(context=self)

    def add(self, a, b):
        done = _in_context(self, 0, a, b)
        return self._operand(a)._general_add(self._operand(b), context=self) if done is ... else done

    def subtract(self, a, b):
        done = _in_context(self, 1, a, b)
        return self._operand(a)._general_sub(self._operand(b), context=self) if done is ... else done

    def multiply(self, a, b):
        done = _in_context(self, 2, a, b)
        return self._operand(a)._general_mul(self._operand(b), context=self) if done is ... else done

    def divide(self, a, b):
        done = _in_context(self, 3, a, b)
        return self._operand(a)._general_truediv(self._operand(b), context=self) if done is ... else done

    def divide_int(self, a, b):
        done = _in_context(self, 4, a, b)
        return self._operand(a)._general_floordiv(self._operand(b), context=self) if done is ... else done

    def remainder(self, a, b):
        done = _in_context(self, 5, a, b)
        return self._operand(a)._general_mod(self._operand(b), context=self) if done is ... else done

    def divmod(self, a, b):
        done = _in_context(self, 6, a, b)
        return self._operand(a)._general_divmod(self._operand(b), context=self) if done is ... else done

    def power(self, a, b, modulo=None):
        done = _in_context(self, 7, a, b) if modulo is None else ...
        return self._operand(a)._general_pow(self._operand(b), modulo, context=self) if done is ... else done

    def compare(self, a, b):
        return self._operand(a).compare(b, context=self)

    def is_zero(self, a):
        return self._operand(a).is_zero()

    def to_sci_string(self, a):
        return self._operand(a)._general_str(context=self)

    def to_eng_string(self, a):
        return self._operand(a).to_eng_string(context=self)


def _by_context(name):
    def method(self, *args):
        return getattr(self._operand(args[0]), name)(*args[1:], context=self)
    method.__name__ = name
    return method


for _each in ("sqrt", "exp", "ln", "log10", "max", "min", "normalize", "to_integral_value", "to_integral_exact", "fma", "scaleb", "logb", "remainder_near"):
    setattr(Context, _each, _by_context(_each))
_limits = {"prec": (1, MAX_PREC), "Emin": (MIN_EMIN, 0), "Emax": (0, MAX_EMAX), "capitals": (0, 1), "clamp": (0, 1)}


# ---- rounding: how the last digit kept of a coefficient goes, given the rest ----

_rounders = {
    # (quotient, rest against half: -1, 0, 1 (rest is not 0), sign) -> whether away from zero
    ROUND_DOWN: lambda q, half, sign: False,
    ROUND_UP: lambda q, half, sign: True,
    ROUND_HALF_UP: lambda q, half, sign: half >= 0,
    ROUND_HALF_DOWN: lambda q, half, sign: half > 0,
    ROUND_HALF_EVEN: lambda q, half, sign: half > 0 or half == 0 and q & 1,
    ROUND_CEILING: lambda q, half, sign: not sign,
    ROUND_FLOOR: lambda q, half, sign: sign,
    ROUND_05UP: lambda q, half, sign: q % 10 in (0, 5),
}


def _check_rounding(value):
    if value not in _rounders:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")


_powers = [10 ** i for i in range(64)]


def _ten(n):
    return _powers[n] if n < 64 else 10 ** n



def _count(n):
    """The number of decimal digits of n >= 0 (1 for 0)."""
    if n < 1 << 62:
        bits = n.bit_length()
        guess = bits * 1233 >> 12
        return guess + (n >= _powers[guess]) if n else 1
    guess = int(n.bit_length() * 0.30102999566398120)
    while n >= 10 ** guess:
        guess += 1
    while n < 10 ** (guess - 1):
        guess -= 1
    return guess


def _text(n):
    """The digits of n >= 0; in halves where str() refuses so many."""
    if n < _LARGE:
        return str(n)
    half = _count(n) // 2
    high, low = divmod(n, _ten(half))
    return _text(high) + _text(low).rjust(half, "0")


def _number(digits):
    if len(digits) <= 640:
        return int(digits)
    half = len(digits) // 2
    return _number(digits[:-half]) * _ten(half) + _number(digits[-half:])


_LARGE = 10 ** 640


def _drop(coefficient, count, rounding, sign):
    """The coefficient without its last `count` digits, rounded; and whether what went was not 0."""
    power = _ten(count)
    quotient, rest = divmod(coefficient, power)
    if not rest:
        return quotient, False
    twice = 2 * rest
    if _rounders[rounding](quotient, (twice > power) - (twice < power), sign):
        quotient += 1
    return quotient, True


# ---- the number ----

class Decimal:
    """sign, coefficient and exponent; or special: 'F' infinity, 'n' quiet NaN, 'N' signaling NaN (their payload is the coefficient).

    The type itself is _decimal_quick's, which takes these methods over. Its operators compute small finite numbers themselves; for all others the methods
    _general_... say what the operation means.
    """
    @staticmethod
    def _general_new(cls, value="0", context=None):
        if isinstance(value, str):
            return _parse(cls, value, None, context)
        if isinstance(value, int):
            return _make(value < 0, abs(value), 0, None, cls)
        if isinstance(value, Decimal):
            return value if cls is Decimal and type(value) is Decimal else _make(value._sign, value._int, value._exp, value._special, cls)
        if isinstance(value, (list, tuple)):
            return _from_tuple(cls, value)
        if isinstance(value, float):
            context = context or getcontext()
            context._signal(FloatOperation)
            return cls.from_float(value)
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if _math.isinf(f) or _math.isnan(f):
            return cls(repr(f))
        numerator, denominator = abs(f).as_integer_ratio()
        k = denominator.bit_length() - 1
        return _make(_math.copysign(1.0, f) < 0, numerator * 5 ** k, -k, None, cls)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    # what it is

    def is_nan(self):
        return self._special in ("n", "N")

    def is_qnan(self):
        return self._special == "n"

    def is_snan(self):
        return self._special == "N"

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return self._special is None

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return self._special is None and not self._int

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return self._special is None and bool(self._int) and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self._special is None and bool(self._int) and self.adjusted() < (context or getcontext()).Emin

    def adjusted(self):
        return 0 if self._special else self._exp + _count(self._int) - 1

    def as_tuple(self):
        if self._special == "F":
            return DecimalTuple(int(self._sign), (0,), "F")
        digits = tuple(map(int, _text(self._int))) if self._int or self._special is None else ()
        return DecimalTuple(int(self._sign), digits, self._special or self._exp)

    def as_integer_ratio(self):
        if self._special:
            raise (OverflowError if self._special == "F" else ValueError)("cannot convert %s to integer ratio" % ("Infinity" if self._special == "F" else "NaN"))
        if not self._int:
            return 0, 1
        n, d = self._int, 1
        if self._exp >= 0:
            n *= _ten(self._exp)
        else:
            d = _ten(-self._exp)
            shared = _math.gcd(n, d)
            n, d = n // shared, d // shared
        return -n if self._sign else n, d

    # as text

    def _general_str(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._special:
            if self._special == "F":
                return sign + "Infinity"
            return sign + ("NaN" if self._special == "n" else "sNaN") + (_text(self._int) if self._int else "")
        digits, exponent = _text(self._int), self._exp
        left = exponent + len(digits)  # digits before the point
        if exponent <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif not self._int:
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole, fraction = "0", "." + "0" * -place + digits
        elif place >= len(digits):
            whole, fraction = digits + "0" * (place - len(digits)), ""
        else:
            whole, fraction = digits[:place], "." + digits[place:]
        if left == place:
            return sign + whole + fraction
        return sign + whole + fraction + ("E" if (context or getcontext()).capitals else "e") + "%+d" % (left - place)

    def to_eng_string(self, context=None):
        return self._general_str(eng=True, context=context)

    def __format__(self, specifier, context=None):
        global _format_decimal
        if _format_decimal is None:
            from _decimal_format import format_decimal as _format_decimal
        return _format_decimal(self, specifier, context or getcontext())

    # conversions

    def _general_int(self):
        if self._special:
            raise (OverflowError if self._special == "F" else ValueError)("cannot convert %s to integer" % ("Infinity" if self._special == "F" else "NaN"))
        n = self._int * _ten(self._exp) if self._exp >= 0 else self._int // _ten(-self._exp)
        return -n if self._sign else n

    __trunc__ = _general_int

    def _general_float(self):
        if self._special == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(("-" if self._sign else "") + "nan" if self._special == "n" else str(self))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError("optional arg must be an integer")
            return self.quantize(_make(False, 1, -n))
        return self._to_int(ROUND_HALF_EVEN)

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def _to_int(self, rounding):
        if self._special:
            raise (OverflowError if self._special == "F" else ValueError)("cannot convert %s to integer" % ("Infinity" if self._special == "F" else "NaN"))
        return int(self._rescale(0, rounding)[0])

    def _general_hash(self):
        if self._special:
            if self._special == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._special == "n" else -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        modulus = _sys.hash_info.modulus
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    # rounding to a context

    def _fix(self, context):
        """The number as the context can hold it."""
        if self._special:
            limit = context.prec - context.clamp
            if self._special != "F" and self._int and _count(self._int) > limit:
                return _make(self._sign, self._int % _ten(limit), 0, self._special)
            return self
        coefficient, exponent = self._int, self._exp
        etiny, etop = context.Emin - context.prec + 1, context.Emax - context.prec + 1
        if not coefficient:
            highest = etop if context.clamp else context.Emax
            new = min(max(exponent, etiny), highest)
            if new != exponent:
                return context._raise_many({Clamped}, _make(self._sign, 0, new))
            return self
        count = _count(coefficient)
        least = count + exponent - context.prec
        if least > etop:
            return self._overflow(context)
        subnormal = least < etiny
        if subnormal:
            least = etiny
        if exponent < least:
            conditions = {Rounded}
            dropped = min(least - exponent, count + 1)  # there may be a billion billions of zeros
            coefficient, inexact = _drop(coefficient, dropped, context.rounding, self._sign)
            if coefficient >= _ten(context.prec):
                coefficient //= 10
                least += 1
            if least > etop:
                return self._overflow(context)
            if inexact:
                conditions.add(Inexact)
            if subnormal:
                conditions.add(Subnormal)
                if inexact:
                    conditions.add(Underflow)
            if not coefficient:
                conditions.add(Clamped)
            return context._raise_many(conditions, _make(self._sign, coefficient, least))
        if context.clamp and exponent > etop:
            return context._raise_many({Subnormal, Clamped} if subnormal else {Clamped}, _make(self._sign, coefficient * _ten(exponent - etop), etop))
        return context._raise_many({Subnormal}, self) if subnormal else self

    def _overflow(self, context):
        r, sign = context.rounding, self._sign
        if r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or r == ROUND_CEILING and not sign or r == ROUND_FLOOR and sign:
            result = _make(sign, 0, 0, "F")
        else:
            result = _make(sign, _ten(context.prec) - 1, context.Emax - context.prec + 1)
        return context._raise_many({Overflow, Inexact, Rounded}, result)

    def _rescale(self, exponent, rounding):
        """The number with that exponent, and whether it changed its value."""
        if not self._int:
            return _make(self._sign, 0, exponent), False
        if self._exp >= exponent:
            return _make(self._sign, self._int * _ten(self._exp - exponent), exponent), False
        coefficient, inexact = _drop(self._int, exponent - self._exp, rounding, self._sign)
        return _make(self._sign, coefficient, exponent), inexact

    def _nan(self, other, context):
        """What an operation with a NaN gives; None if there is none."""
        if self._special == "N" or other is not None and other._special == "N":
            culprit = self if self._special == "N" else other
            return context._signal(InvalidOperation, _make(culprit._sign, culprit._int, 0, "n"))._fix(context)
        if self._special == "n":
            return self._fix(context)
        if other is not None and other._special == "n":
            return other._fix(context)
        return None

    # arithmetic

    def _general_neg(self, context=None):
        context = context or getcontext()
        if self._special and (nan := self._nan(None, context)) is not None:
            return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def _general_pos(self, context=None):
        context = context or getcontext()
        if self._special and (nan := self._nan(None, context)) is not None:
            return nan
        sign = self._sign and (bool(self) or context.rounding == ROUND_FLOOR)
        return _make(sign, self._int, self._exp, self._special)._fix(context)

    def _general_abs(self, round=True, context=None):
        if not round:
            return self.copy_abs()
        return self._general_neg(context=context) if self._sign else self._general_pos(context=context)

    def copy_abs(self):
        return _make(False, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(not self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _make(_operand(other)._sign, self._int, self._exp, self._special)

    def _general_add(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if self._special or other._special:
            if (nan := self._nan(other, context)) is not None:
                return nan
            if self._special:
                if other._special and self._sign != other._sign:
                    return context._signal(InvalidOperation, _NAN)
                return self
            return other
        return _add(self, other, context)._fix(context)

    def _general_sub(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if other._special in ("n", "N"):
            return self._general_add(other, context=context)
        return self._general_add(other.copy_negate(), context=context)

    def _general_rsub(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other._general_sub(self, context=context)

    def _general_mul(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign != other._sign
        if self._special or other._special:
            if (nan := self._nan(other, context)) is not None:
                return nan
            if not self or not other:
                return context._signal(InvalidOperation, _NAN)
            return _make(sign, 0, 0, "F")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _general_truediv(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign != other._sign
        if self._special or other._special:
            if (nan := self._nan(other, context)) is not None:
                return nan
            if self._special:
                return context._signal(InvalidOperation, _NAN) if other._special else _make(sign, 0, 0, "F")
            return context._raise_many({Clamped}, _make(sign, 0, context.Etiny()))
        if not other._int:
            if not self._int:
                return context._signal(DivisionUndefined, _NAN)
            return context._signal(DivisionByZero, _make(sign, 0, 0, "F"))
        if not self._int:
            return _make(sign, 0, self._exp - other._exp)._fix(context)
        shift = _count(other._int) - _count(self._int) + context.prec + 1
        exponent = self._exp - other._exp - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * _ten(shift), other._int)
        else:
            quotient, rest = divmod(self._int, other._int * _ten(-shift))
        if rest:
            if not quotient % 5:
                quotient += 1  # sticky: not exactly half, not exact
        else:
            ideal = self._exp - other._exp
            while exponent < ideal and not quotient % 10:
                quotient //= 10
                exponent += 1
        return _make(sign, quotient, exponent)._fix(context)

    def _general_rtruediv(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other._general_truediv(self, context=context)

    def _divide(self, other, context):
        """Both parts of a division of finite numbers; None: the quotient does not fit."""
        sign = self._sign != other._sign
        ideal = self._exp if other._special else min(self._exp, other._exp)
        difference = self.adjusted() - other.adjusted()
        if not self._int or other._special or difference <= -2:
            return _make(sign, 0, 0), self._rescale(ideal, context.rounding)[0]
        if difference <= context.prec:
            a, b = self._int, other._int
            if self._exp >= other._exp:
                a *= _ten(self._exp - other._exp)
            else:
                b *= _ten(other._exp - self._exp)
            q, r = divmod(a, b)
            if q < _ten(context.prec):
                return _make(sign, q, 0), _make(self._sign, r, ideal)
        return None

    def _division(self, other, context, want):
        """divmod, // and %: `want` chooses from (quotient, rest)."""
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if (nan := self._nan(other, context)) is not None:
            return (nan, nan) if want is None else nan
        sign = self._sign != other._sign
        if self._special:
            if want == 0 and not other._special:
                return _make(sign, 0, 0, "F")
            nan = context._signal(InvalidOperation, _NAN)
            return (nan if other._special else _make(sign, 0, 0, "F"), nan) if want is None else nan
        if not other:
            if want == 0:
                if not self:
                    return context._signal(DivisionUndefined, _NAN)
                return context._signal(DivisionByZero, _make(sign, 0, 0, "F"))
            if not self:
                nan = context._signal(DivisionUndefined, _NAN)
                return (nan, nan) if want is None else nan
            if want is None:
                return context._raise_many({DivisionByZero, InvalidOperation}, (_make(sign, 0, 0, "F"), _NAN))
            return context._signal(InvalidOperation, _NAN)
        both = self._divide(other, context)
        if both is None:
            nan = context._signal(DivisionImpossible, _NAN)
            return (nan, nan) if want is None else nan
        q, r = both
        if want == 0:
            return q if other._special else q._fix(context)
        if want == 1:
            return r._fix(context)
        if not any(context.traps[each] for each in (Inexact, Rounded, Subnormal, Underflow, Clamped)):
            return q if other._special else q._fix(context), r._fix(context)
        # One exception tells of both.
        work = context.copy()
        work.clear_traps()
        work.clear_flags()
        both = q if other._special else q._fix(work), r._fix(work)
        return context._raise_many({each for each in _signals if work.flags[each]}, both)

    def _general_divmod(self, other, context=None):
        return self._division(other, context, None)

    def _general_rdivmod(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other._division(self, context, None)

    def _general_floordiv(self, other, context=None):
        return self._division(other, context, 0)

    def _general_rfloordiv(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other._division(self, context, 0)

    def _general_mod(self, other, context=None):
        return self._division(other, context, 1)

    def _general_rmod(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other._division(self, context, 1)

    def remainder_near(self, other, context=None):
        other, context = _operand(other), context or getcontext()
        if (nan := self._nan(other, context)) is not None:
            return nan
        if self._special or not other:
            return context._signal(DivisionUndefined if not self and not other else InvalidOperation, _NAN)
        if other._special:
            return self._fix(context)
        both = self._divide(other, context)
        if both is None:
            return context._signal(DivisionImpossible, _NAN)
        q, r = both
        exponent = min(self._exp, other._exp)
        twice, whole = 2 * r._int * _ten(r._exp - exponent), other._int * _ten(other._exp - exponent)
        if twice > whole or twice == whole and q._int & 1:
            r = _make(not self._sign, whole - twice // 2, exponent)
        return r._fix(context)

    def fma(self, other, third, context=None):
        other, third, context = _operand(other), _operand(third), context or getcontext()
        if self._special or other._special:
            return self._general_mul(other, context=context)._general_add(third, context=context)
        return _make(self._sign != other._sign, self._int * other._int, self._exp + other._exp)._general_add(third, context=context)

    def _general_pow(self, other, modulo=None, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        from _decimal_functions import power, power_modulo
        context = context or getcontext()
        return power(self, other, context) if modulo is None else power_modulo(self, other, _convert(modulo), context)

    def _general_rpow(self, other, modulo=None, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other._general_pow(self, modulo, context=context)

    @staticmethod
    def _general_pow3(base, exponent, modulo):
        base = _convert(base)
        return base if base is NotImplemented else base._general_pow(exponent, modulo)

    # comparison

    def _order(self, other):
        """-1, 0, 1; neither is a NaN."""
        if self._special or other._special:
            a = 0 if not self._special else -1 if self._sign else 1
            b = 0 if not other._special else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._int or not other._int:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        way = -1 if self._sign else 1
        a, b = self.adjusted(), other.adjusted()
        if a == b:
            exponent = min(self._exp, other._exp)
            a, b = self._int * _ten(self._exp - exponent), other._int * _ten(other._exp - exponent)
        return way if a > b else -way if a < b else 0

    def _compare(self, other, equality, test):
        other = _comparable(self, other, equality)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            if not equality or self._special == "N" or other._special == "N":
                getcontext()._signal(InvalidOperation)
            return False
        return test(self._order(other))

    def _general_eq(self, other):
        return self._compare(other, True, lambda order: order == 0)

    def _general_lt(self, other):
        return self._compare(other, False, lambda order: order < 0)

    def _general_le(self, other):
        return self._compare(other, False, lambda order: order <= 0)

    def _general_gt(self, other):
        return self._compare(other, False, lambda order: order > 0)

    def _general_ge(self, other):
        return self._compare(other, False, lambda order: order >= 0)

    def compare(self, other, context=None):
        other, context = _operand(other), context or getcontext()
        nan = self._nan(other, context)
        return nan if nan is not None else Decimal(self._order(other))

    def compare_signal(self, other, context=None):
        other, context = _operand(other), context or getcontext()
        if self.is_nan() or other.is_nan():
            return context._signal(InvalidOperation, self._nan(other, context))
        return Decimal(self._order(other))

    def _total_key(self):
        kind = {None: 0, "F": 1, "N": 2, "n": 3}[self._special]
        return kind

    def compare_total(self, other, context=None):
        other = _operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        way = -1 if self._sign else 1
        a, b = self._total_key(), other._total_key()
        if a == b and a < 2:
            order = self._order(other)
            if order or self._special:
                return Decimal(order)
            a, b = self._exp, other._exp
        elif a == b:
            a, b = self._int, other._int
        return Decimal(way * ((a > b) - (a < b)))

    def same_quantum(self, other, context=None):
        other = _operand(other)
        if self._special or other._special:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def _choose(self, other, context, want):
        other, context = _operand(other), context or getcontext()
        if self._special or other._special:
            if "N" not in (self._special, other._special) and (self._special == "n") != (other._special == "n"):
                return (other if self._special == "n" else self)._fix(context)
            if (nan := self._nan(other, context)) is not None:
                return nan
        order = self._order(other) or int(self.compare_total(other))
        return (self if order * want >= 0 else other)._fix(context)

    def max(self, other, context=None):
        return self._choose(other, context, 1)

    def min(self, other, context=None):
        return self._choose(other, context, -1)

    # functions

    def _general_quantize(self, exp, rounding=None, context=None):
        exp = _operand(exp)
        context = context or getcontext()
        if rounding is not None:
            _check_rounding(rounding)
        if self._special or exp._special:
            if (nan := self._nan(exp, context)) is not None:
                return nan
            if self._special and exp._special:
                return self
            return context._signal(InvalidOperation, _NAN)
        exponent = exp._exp
        if not context.Etiny() <= exponent <= context.Emax:
            return context._signal(InvalidOperation, _NAN)
        if not self._int:
            return _make(self._sign, 0, exponent)._fix(context)
        if self.adjusted() > context.Emax or self.adjusted() - exponent + 1 > context.prec:
            return context._signal(InvalidOperation, _NAN)
        made, inexact = self._rescale(exponent, rounding or context.rounding)
        if made.adjusted() > context.Emax or _count(made._int) > context.prec:
            return context._signal(InvalidOperation, _NAN)
        conditions = set()
        if made._int and made.adjusted() < context.Emin:
            conditions.add(Subnormal)
        if exponent > self._exp:
            conditions.add(Rounded)
            if inexact:
                conditions.add(Inexact)
        if context.clamp and exponent > (top := context.Etop()):
            conditions.add(Clamped)
            made = _make(made._sign, made._int * _ten(exponent - top), top)
        return context._raise_many(conditions, made) if conditions else made

    def to_integral_exact(self, rounding=None, context=None):
        return self._integral(rounding, context, True)

    def to_integral_value(self, rounding=None, context=None):
        return self._integral(rounding, context, False)

    to_integral = to_integral_value

    def _integral(self, rounding, context, tell):
        context = context or getcontext()
        if self._special:
            nan = self._nan(None, context)
            return nan if nan is not None else self
        if self._exp >= 0:
            return self
        made, inexact = self._rescale(0, rounding or context.rounding)
        if tell and self._int:
            context._raise_many({Rounded, Inexact} if inexact else {Rounded}, None)
        return made

    def normalize(self, context=None):
        context = context or getcontext()
        if self._special and (nan := self._nan(None, context)) is not None:
            return nan
        made = self._fix(context)
        if made._special:
            return made
        coefficient, exponent = made._int, made._exp
        if not coefficient:
            return _make(made._sign, 0, 0)
        highest = context.Etop() if context.clamp else context.Emax
        while exponent < highest and not coefficient % 10:
            coefficient //= 10
            exponent += 1
        return _make(made._sign, coefficient, exponent)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special:
            if (nan := self._nan(None, context)) is not None:
                return nan
            return self if not self._sign else context._signal(InvalidOperation, _NAN)
        if not self._int:
            return _make(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            return context._signal(InvalidOperation, _NAN)
        precision = context.prec + 1
        exponent = self._exp >> 1
        coefficient, length = self._int, _count(self._int)
        if self._exp & 1:
            coefficient *= 10
            length = (length >> 1) + 1
        else:
            length = length + 1 >> 1
        shift = precision - length
        if shift >= 0:
            coefficient *= 100 ** shift
            exact = True
        else:
            coefficient, rest = divmod(coefficient, 100 ** -shift)
            exact = not rest
        exponent -= shift
        root = _math.isqrt(coefficient)
        exact = exact and root * root == coefficient
        if exact:
            if shift >= 0:
                root //= _ten(shift)
            else:
                root *= _ten(-shift)
            exponent += shift
        elif root % 5 == 0:
            root += 1
        rounding, context = context.rounding, context
        context.rounding = ROUND_HALF_EVEN
        try:
            return _make(False, root, exponent)._fix(context)
        finally:
            context.rounding = rounding

    def scaleb(self, other, context=None):
        other, context = _operand(other), context or getcontext()
        if (nan := self._nan(other, context)) is not None:
            return nan
        if other._special or other._exp != 0 or abs(int(other)) > 2 * (context.Emax + context.prec):
            return context._signal(InvalidOperation, _NAN)
        return self if self._special else _make(self._sign, self._int, self._exp + int(other))._fix(context)

    def logb(self, context=None):
        context = context or getcontext()
        if (nan := self._nan(None, context)) is not None:
            return nan
        if self._special:
            return _make(False, 0, 0, "F")
        if not self:
            return context._signal(DivisionByZero, _make(True, 0, 0, "F"))
        return Decimal(self.adjusted())._fix(context)

    def radix(self):
        return Decimal(10)

    def number_class(self, context=None):
        if self._special:
            return {"F": "-Infinity" if self._sign else "+Infinity", "n": "NaN", "N": "sNaN"}[self._special]
        return ("-" if self._sign else "+") + ("Zero" if not self else "Subnormal" if self.is_subnormal(context) else "Normal")

    def next_plus(self, context=None):
        return self._next(context, ROUND_CEILING)

    def next_minus(self, context=None):
        return self._next(context, ROUND_FLOOR)

    def _next(self, context, rounding):
        context = (context or getcontext()).copy()
        up = rounding == ROUND_CEILING
        if (nan := self._nan(None, context)) is not None:
            return nan
        if self._special:
            return self if bool(self._sign) != up else _make(self._sign, _ten(context.prec) - 1, context.Etop())
        context.rounding = rounding
        context.clear_traps()
        made = self._fix(context)
        return made if made != self else self._general_add(_make(not up, 1, context.Etiny() - 1), context=context)

    def canonical(self):
        return self

    def exp(self, context=None):
        from _decimal_functions import exp
        return exp(self, context or getcontext())

    def ln(self, context=None):
        from _decimal_functions import ln
        return ln(self, context or getcontext())

    def log10(self, context=None):
        from _decimal_functions import log10
        return log10(self, context or getcontext())


Decimal = _adopt(Decimal, Inexact, Rounded)
Context.__module__ = "decimal"
_name_as_builtin(Context)
_numbers.Number.register(Decimal)


_NAN = _make(False, 0, 0, "n")


def _add(a, b, context):
    """The sum of finite numbers, to be rounded to the context."""
    exponent = min(a._exp, b._exp)
    if not a._int or not b._int:
        sign = a._sign and b._sign or context.rounding == ROUND_FLOOR and a._sign != b._sign
        if not a._int and not b._int:
            return _make(sign, 0, exponent)
        other = b if not a._int else a
        exponent = max(exponent, other._exp - context.prec - 1)
        return other._rescale(exponent, context.rounding)[0]
    # What is far below the precision of the larger only decides the rounding: 1 in its place.
    if a._exp < b._exp:
        a, b = b, a
    if a._exp > b._exp:
        a_length, b_length = _count(a._int), _count(b._int)
        lowest = a._exp + min(-1, a_length - context.prec - 2)
        if b_length + b._exp - 1 < lowest:
            b = _make(b._sign, 1, lowest)
        a = _make(a._sign, a._int * _ten(a._exp - b._exp), b._exp)
    exponent = b._exp
    total = (-a._int if a._sign else a._int) + (-b._int if b._sign else b._int)
    if not total:
        return _make(context.rounding == ROUND_FLOOR if a._sign != b._sign else a._sign, 0, exponent)
    return _make(total < 0, abs(total), exponent)


def _convert(value, context=None):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(value < 0, abs(value), 0)
    return NotImplemented


def _operand(value):
    converted = _convert(value)
    if converted is NotImplemented:
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
    return converted


def _comparable(self, other, equality):
    if isinstance(other, (Decimal, int)):
        return _convert(other)
    if isinstance(other, float):
        context = getcontext()
        if equality:
            context.flags[FloatOperation] = True
        else:
            context._signal(FloatOperation)
        return Decimal.from_float(other)
    if isinstance(other, complex) and equality and other.imag == 0:
        return Decimal.from_float(other.real)
    if isinstance(other, _numbers.Rational):
        if self._special:
            return _make(False, 0, 0)
        return _beside(self, other)
    return NotImplemented


def _beside(decimal, ratio):
    """A Decimal that orders against `decimal` as the ratio does."""
    n, d, sign = ratio.numerator, ratio.denominator, -1 if decimal._sign else 1
    apart = decimal.adjusted() - (_count(abs(n)) - _count(d))
    if not decimal or not n or (n < 0) != decimal._sign or -2 < apart < 2:
        a, b = (0, 1) if not decimal else (sign, 0) if not n or (n < 0) != decimal._sign else decimal.as_integer_ratio()
        order = (a * d > n * b) - (a * d < n * b)
    else:
        order = sign if apart > 0 else -sign
    return decimal if not order else _add(decimal, _make(order > 0, 1, decimal._exp), DefaultContext)


def _parse(cls, text, create_context, context=None):
    stripped = text.strip().replace("_", "")
    sign = stripped[:1] == "-"
    body = stripped[1:] if stripped[:1] in ("+", "-") else stripped
    lower = body.lower()
    if lower in ("inf", "infinity"):
        return _make(sign, 0, 0, "F", cls)
    for prefix, special in (("snan", "N"), ("nan", "n")):
        if lower.startswith(prefix) and (lower == prefix or lower[len(prefix):].isdecimal()):
            return _make(sign, int(lower[len(prefix):] or "0"), 0, special, cls)
    mantissa, e, power = lower.partition("e")
    whole, point, fraction = mantissa.partition(".")
    digits = whole + fraction
    unsigned = power[1:] if power[:1] in ("+", "-") else power
    if not digits.isdecimal() or e and not unsigned.isdecimal():
        context = create_context or context or getcontext()
        return context._signal(ConversionSyntax, _NAN)
    made = _make(sign, _number(digits), int(power or "0") - len(fraction), None, cls)
    return made if create_context else _within_limits(made, context)


def _within_limits(made, context=None):
    """An exact number must be one that some context can hold."""
    if made._special is None and not MIN_ETINY <= made._exp <= MAX_EMAX - (_count(made._int) - 1 if made._int else 0):
        return (context or getcontext())._signal(InvalidOperation, _NAN)
    return made


def _from_tuple(cls, value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if any(not isinstance(each, int) or not 0 <= each <= 9 for each in digits):
        raise ValueError("coefficient must be a tuple of digits")
    coefficient = _number("".join(map(str, digits)) or "0")
    if exponent in ("F", "n", "N"):
        return _make(bool(sign), 0 if exponent == "F" else coefficient, 0, exponent, cls)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'" if isinstance(exponent, str) else "exponent must be an integer")
    if not -1 << 63 <= exponent < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return _within_limits(_make(bool(sign), coefficient, exponent, None, cls))


_usual = [DivisionByZero, Overflow, InvalidOperation]
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], _usual)
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], _usual + [Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])


@_as_builtin
def getcontext():
    global _context
    if _context is None or _switched():
        _context = _variable.get(None)
        if _context is None:
            _context = DefaultContext.copy()
            _variable.set(_context)
        _use_context(_context)
    return _context


@_as_builtin
def setcontext(context):
    global _context
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _context = context
    _variable.set(context)
    _use_context(context)


@_as_builtin
@_contextmanager
def localcontext(ctx=None, **kwargs):
    new = (ctx or getcontext()).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(new, name, Context._signals(value) if name in ("flags", "traps") else value)
    saved = getcontext()
    setcontext(new)
    try:
        yield new
    finally:
        setcontext(saved)
