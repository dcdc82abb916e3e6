"""_decimal_functions: power, exp, ln and log10 of Decimals: computed with integers in rising precision until the rounding is certain."""
from decimal import (_NAN, _count, _make, _ten, Clamped, Decimal, Inexact, InvalidOperation, DivisionByZero, Overflow, Rounded, Subnormal, Underflow,
                     ROUND_HALF_EVEN)


def _exp_fixed(x, scale):
    """exp(x / scale) * scale for an integer x, to a few units (scale a power of ten)."""
    halvings = max(0, (abs(x) * 256 // scale).bit_length())
    x = (x << 8) >> halvings if halvings < 8 else x >> (halvings - 8)
    total, term, i = scale, scale, 1
    x >>= 8
    while term:
        term = term * x // (scale * i)
        if term in (0, -1):
            break
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // scale
    return total


def _ln_fixed(x, scale):
    """log(x / scale) * scale for an integer x > 0."""
    powers = x.bit_length() - scale.bit_length()
    x = x >> powers if powers >= 0 else x << -powers
    roots = 0
    while abs(x - scale) * 64 > scale:
        from math import isqrt
        x = isqrt(x * scale)
        roots += 1
    y = (x - scale) * scale // (x + scale)
    square = y * y // scale
    total, term, i = 0, y, 1
    while term not in (0, -1):
        total += term // i
        term = term * square // scale
        i += 2
    result = 2 * total << roots
    return result + powers * _ln2(scale) if powers else result


_ln2_cache = {}


def _ln2(scale):
    if scale not in _ln2_cache:
        total, term, i = 0, scale * 2 // 3, 1
        while term:
            total += term // i
            term //= 9
            i += 2
        _ln2_cache[scale] = total
    return _ln2_cache[scale]


def _certain(compute, context):
    """The correctly rounded value of a function: compute(p) gives (coefficient, exponent) good to p digits.
    What still looks exact, or halfway, with many digits more is taken to be so."""
    extra = 8
    while True:
        sign, coefficient, exponent = compute(context.prec + extra)
        spare = _count(coefficient) - context.prec
        if spare > 9:
            rest = coefficient % _ten(spare)
            half = 5 * _ten(spare - 1)
            slack = _ten(8)  # no computation is off by more, with ten digits more than asked for
            if abs(rest - half) > slack and slack < rest < _ten(spare) - slack:
                break
            if extra > 60:
                keep = _ten(spare - 20)
                coefficient, exponent = (coefficient + keep // 2) // keep, exponent + spare - 20
                break
        extra *= 2
    saved, context.rounding = context.rounding, ROUND_HALF_EVEN
    try:
        return _make(sign, coefficient, exponent)._fix(context)
    finally:
        context.rounding = saved


def _inexact_one(context):
    return context._raise_many({Inexact, Rounded}, _make(False, _ten(context.prec - 1), 1 - context.prec))


def _scaled(value, digits):
    """value * 10**digits as an integer."""
    shift = value._exp + digits
    n = value._int * _ten(shift) if shift >= 0 else value._int // _ten(-shift)
    return -n if value._sign else n


def exp(self, context):
    if (nan := self._nan(None, context)) is not None:
        return nan
    if self._special:
        return _make(False, 0, 0) if self._sign else self
    if not self:
        return Decimal(1)
    if self.adjusted() > 20 or self > (context.Emax + 1) * 3:
        return _make(False, 1, context.Emax + 1)._fix(context) if not self._sign else _make(False, 1, context.Etiny() - 1)._fix(context)
    if self.adjusted() < -context.prec - 1:
        saved, context.rounding = context.rounding, ROUND_HALF_EVEN
        try:
            tiny = _make(self._sign, 1, -context.prec - 3)
            return Decimal(1)._general_add(tiny, context=context)
        finally:
            context.rounding = saved

    def compute(p):
        digits = p + max(self.adjusted(), 0) + 10
        scale = _ten(digits)
        x = _scaled(self, digits)
        # exp(x) = 10**k * exp(x - k ln 10)
        ln10 = _ln_fixed(10 * scale, scale)
        k = x // ln10
        return False, _exp_fixed(x - k * ln10, scale), k - digits

    return _certain(compute, context)


def _log_parts(self, digits):
    """ln of a positive number, times 10**digits."""
    scale = _ten(digits)
    k = self.adjusted()
    mantissa = _make(False, self._int, self._exp - k)
    value = _ln_fixed(_scaled(mantissa, digits), scale)
    return value + k * _ln_fixed(10 * scale, scale) if k else value


def _ln_special(self, context):
    if (nan := self._nan(None, context)) is not None:
        return nan
    if not self:
        return _make(True, 0, 0, "F")
    if self._special == "F" and not self._sign:
        return self
    if self._sign:
        return context._signal(InvalidOperation, _NAN)
    return None


def ln(self, context):
    if (special := _ln_special(self, context)) is not None:
        return special
    if self == 1:
        return Decimal(0)

    def compute(p):
        digits = p + max(4, -(self - 1).adjusted() if self._exp > -10 ** 4 else 4) + 10
        value = _log_parts(self, digits)
        return value < 0, abs(value), -digits

    return _certain(compute, context)


def log10(self, context):
    if (special := _ln_special(self, context)) is not None:
        return special
    text = str(self._int)
    if text[0] == "1" and not text[1:].strip("0"):
        return Decimal(self._exp + len(text) - 1)._fix(context)

    def compute(p):
        digits = p + max(4, -(self - 1).adjusted() if self._exp > -10 ** 4 else 4) + 10
        scale = _ten(digits)
        value = _log_parts(self, digits) * scale // _ln_fixed(10 * scale, scale)
        return value < 0, abs(value), -digits

    return _certain(compute, context)


def power_modulo(self, other, modulo, context):
    if modulo is NotImplemented:
        return modulo
    for each in (self, other, modulo):
        if each._special:
            nan = self._nan(other, context)
            return nan if nan is not None else context._signal(InvalidOperation, _NAN)
        if each != each.to_integral_value():
            return context._signal(InvalidOperation, _NAN)
    if other < 0 or not modulo or not self and not other:
        return context._signal(InvalidOperation, _NAN)
    result = pow(int(self), int(other), int(modulo.copy_abs()))
    return Decimal(result)._fix(context)


def power(self, other, context):
    if (nan := self._nan(other, context)) is not None:
        return nan
    if not other:
        return context._signal(InvalidOperation, _NAN) if not self else Decimal(1)
    integral = not other._special and other == other.to_integral_value()
    odd = integral and other._exp <= 0 and int(other) & 1 == 1
    sign = bool(self._sign and odd)
    if self._sign:
        if not integral and self:
            return context._signal(InvalidOperation, _NAN)
        self = self.copy_negate()
    if not self:
        return _make(sign, 0, 0) if not other._sign else _make(sign, 0, 0, "F")
    if self._special:
        return _make(sign, 0, 0, "F") if not other._sign else _make(sign, 0, 0)
    if self == 1 and not other._special:
        if integral:
            # as many zeros as an exact power would have, at most the precision
            multiplier = 0 if other._sign else min(int(other), context.prec)
            exponent = self._exp * multiplier
            if exponent < 1 - context.prec:
                exponent = 1 - context.prec
                context._raise_many({Rounded}, None)
            return _make(sign, _ten(-exponent), exponent)
        return _inexact_one(context)
    if other._special:
        grows = self.adjusted() >= 0
        return _make(False, 0, 0) if bool(other._sign) == grows else _make(False, 0, 0, "F")
    size = other.adjusted() + len(str(abs(self.adjusted() or 1)))
    limit = len(str(context.Emax)) + 2
    if size > limit and (self.adjusted() not in (0, -1) or _ln_size(self, context) + other.adjusted() > limit):
        grows = (self > 1) != bool(other._sign)
        return _make(sign, 1, context.Emax + 1)._fix(context) if grows else _make(sign, 1, context.Etiny() - 1)._fix(context)
    if integral:
        return _power_integral(self, int(other), sign, context)
    exact = _root_exact(self, other, context)
    if exact is not None:
        missing = context.prec + 1 - _count(exact._int)
        if missing > 0:
            exact = _make(sign, exact._int * _ten(missing), exact._exp - missing)
        return exact._fix(context)

    def compute(p):
        digits = p + max(other.adjusted(), 0) + max(len(str(abs(self.adjusted()))), 1) + 12
        scale = _ten(digits)
        x = _log_parts(self, digits) * other._int
        x = x * _ten(other._exp) if other._exp >= 0 else x // _ten(-other._exp)
        if other._sign:
            x = -x
        ln10 = _ln_fixed(10 * scale, scale)
        k = x // ln10
        return sign, _exp_fixed(x - k * ln10, scale), k - digits

    return _certain(compute, context)


def _ln_size(self, context):
    """How large the logarithm is, as adjusted() says: of a number beside 1 it is small."""
    work = context.copy()
    work.clear_traps()
    work.prec = 3
    return ln(self, work).adjusted()


def _power_integral(base, n, sign, context):
    """By squaring, with a few digits more than asked for."""
    work = context.copy()
    work.clear_traps()
    work.prec = context.prec + len(str(abs(n))) + 2 + (n < 0)
    work.rounding, work.clamp = ROUND_HALF_EVEN, 0
    if n < 0:
        base = Decimal(1)._general_truediv(base, context=work)
    result = base
    for bit in bin(abs(n))[3:]:
        result = result._general_mul(result, context=work)
        if bit == "1":
            result = result._general_mul(base, context=work)
    if not result:  # too small by far, as the base is not 0
        return context._raise_many({Underflow, Subnormal, Inexact, Rounded, Clamped}, _make(sign, 0, context.Etiny()))
    return _make(sign, result._int, result._exp, result._special)._fix(context) if not result._special else _make(sign, 1, context.Emax + 1)._fix(context)


def _root_exact(self, other, context):
    """self ** other where other is no integer and the result a decimal number of about the precision; else None."""
    base, exponent = self._int, self._exp
    while base % 10 == 0:
        base //= 10
        exponent += 1
    n, d = other.as_integer_ratio()
    if n < 0 or d > 64 or exponent % d:
        return None
    root = _integer_root(base, d)
    if root ** d != base or n * (_count(root) - 1) > context.prec + 2:
        return None
    value = root ** n
    return _make(False, value, exponent // d * n) if _count(value) <= context.prec + 1 else None


def _integer_root(n, d):
    low, high = 1, 1 << (n.bit_length() // d + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** d <= n:
            low = middle
        else:
            high = middle - 1
    return low
