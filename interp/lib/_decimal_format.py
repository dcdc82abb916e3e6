"""_decimal_format: Decimal's part of the formatting mini-language."""
import re
from decimal import ROUND_HALF_EVEN, Decimal, _count, _make, _text

_spec = re.compile(r"""\A(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<noneg>z)?(?P<alt>\#)?(?P<zero>0)?(?P<width>(?!0)\d+)?(?P<comma>,)?
(?:\.(?P<prec>0|(?!0)\d+))?(?P<type>[eEfFgGn%])?\Z""", re.VERBOSE | re.DOTALL)


_parsed = {}  # specifiers: what _parse says of them


def _parse(specifier):
    m = _spec.match(specifier)
    if m is None or m["alt"]:
        raise ValueError("invalid format string")
    fill, align = m["fill"] or " ", m["align"]
    if m["zero"]:
        if align is not None:
            raise ValueError("invalid format string")
        fill, align = "0", "="
    precision = None if m["prec"] is None else int(m["prec"])
    return fill, align or ">", m["sign"] if m["sign"] in ("+", " ") else "", m["noneg"], int(m["width"] or "0"), m["comma"], precision, m["type"]


def format_decimal(self, specifier, context):
    if not specifier:
        return Decimal.__str__(self)
    if specifier not in _parsed:
        if len(_parsed) > 100:
            _parsed.clear()
        _parsed[specifier] = _parse(specifier)
    fill, align, positive, noneg, width, comma, precision, kind = _parsed[specifier]
    sign = "-" if self._sign else positive
    if self._special:
        body = str(self.copy_abs()) + ("%" if kind == "%" else "")
        if fill == "0" and align == "=":
            fill = " "
            align = ">"
        return _align(sign, body, fill, align, width)
    if kind in ("f", "F") and precision and not noneg and not comma:
        digits = _text(self._rescale(-precision, context.rounding)[0]._int).zfill(precision + 1)
        return _align(sign, digits[:-precision] + "." + digits[-precision:], fill, align, width)
    if kind is None:
        kind = ("G" if context.capitals else "g") if precision is not None else ""
    value = self
    if kind == "%":
        value = _make(value._sign, value._int, value._exp + 2)
    if precision is not None:
        if kind in ("e", "E"):
            value = _digits(value, precision + 1, context.rounding)
        elif kind in ("f", "F", "%"):
            value = value._rescale(-precision, context.rounding)[0]
        elif len(_text(value._int)) > max(precision, 1):
            value = _digits(value, max(precision, 1), context.rounding)
    if not value and value._exp > 0 and kind in ("f", "F", "%"):
        value = value._rescale(0, ROUND_HALF_EVEN)[0]
    if noneg and not value and sign == "-":
        sign = positive
    digits = _text(value._int)
    left = value._exp + len(digits)
    if kind in ("e", "E"):
        place = 1 if value or precision is None else 1 - precision
    elif kind in ("f", "F", "%"):
        place = left
    else:
        place = left if value._exp <= 0 and left > -6 else 1
    if kind in ("e", "E") and not value and precision is not None:
        whole, fraction, exponent = "0", "0" * precision, value._exp + precision
    else:
        if place < 0 or place == 0:
            whole, fraction = "0", "0" * -place + digits
        elif place > len(digits):
            whole, fraction = digits + "0" * (place - len(digits)), ""
        else:
            whole, fraction = digits[:place] or "0", digits[place:]
        exponent = left - place
    tail = "." + fraction if fraction else ""
    if exponent or kind in ("e", "E"):
        tail += ("E" if kind in ("E", "G") or not kind and context.capitals else "e") + "%+d" % exponent
    if kind == "%":
        tail += "%"
    if comma:
        if fill == "0" and align == "=":
            room = width - len(sign) - len(tail)
            while len(_grouped(whole)) < room:
                whole = "0" + whole
        whole = _grouped(whole)
    return _align(sign, whole + tail, fill, align, width)


def _digits(value, count, rounding):
    """The value with that many digits."""
    if not value._int:
        return value
    shift = _count(value._int) - count
    made = value._rescale(value._exp + shift, rounding)[0]
    if len(str(made._int)) > count:
        made = made._rescale(made._exp + 1, rounding)[0]
    return made


def _grouped(digits):
    return "{:,}".format(int(digits)) if digits[0] != "0" else re.sub(r"(?<=\d)(?=(?:\d{3})+\Z)", ",", digits)


def _align(sign, body, fill, align, width):
    room = width - len(sign) - len(body)
    if room <= 0:
        return sign + body
    pad = fill * room
    if align == "<":
        return sign + body + pad
    if align == ">":
        return pad + sign + body
    if align == "=":
        return sign + pad + body
    half = len(pad) // 2
    return pad[:half] + sign + body + pad[half:]
