"""Subclasses of int and float: values, attributes, overridden operators and conversions."""


class Count(int):
    def __add__(self, other):
        return Count(int(self) + other)

    def __repr__(self):
        return f"Count({int(self)})"


class Meters(float):
    unit = "m"

    def __new__(cls, value, note=None):
        self = super().__new__(cls, value)
        self.note = note
        return self


class Even(int):
    __slots__ = ()

    def __index__(self):
        return 2


class Indexed:
    def __index__(self):
        return 3


class AsFloat:
    def __float__(self):
        return 2.5


class BadFloat:
    def __float__(self):
        return "x"


class AsInt:
    def __int__(self):
        return 42


class BadInt:
    def __int__(self):
        return "x"


c = Count(5)
c.label = "five"
print(c, c + 1, c - 1, type(c - 1), c.label, c == 5, hash(c) == hash(5), c * c, -c, {5: "a"}[c], [10, 20, 30, 40, 50, 60][c])
print(repr(c), str(c), f"{c}", f"{c:03d}", "%d" % c, c.real, type(c.real), int(c), type(int(c)), bool(Count(0)), Count(10**30), Count("12", 8))
print(isinstance(c, int), c.bit_length(), Count.from_bytes(b"\x01\x00", "big"), round(c), c / 2, c // 2, 7 % c, 2**c, c**2, c << 2, divmod(17, c))
print(max(Count(1), Count(3)), sorted([Count(3), 1, Count(2)]), sum([Count(1), Count(2)]), range(c), range(10)[c], (1).__add__(c))
m = Meters(1.5, "short")
print(m, m + 1, type(m + 1), m.note, m.unit, m == 1.5, hash(m) == hash(1.5), m * 2, -m, type(-m), float(m), type(float(m)), m.is_integer(), f"{m:.2f}", m.hex())
print(Meters.fromhex("0x1p3"), type(Meters.fromhex("0x1p3")), int(m), round(m), m < 2, 2 > m, m.__dict__)
print(int(Even(5)), [0, 1, 2, 3, 4, 5][Even(5)], Even(5) + 1)
print(list(range(Indexed())), [0, 1, 2, 3, 4][Indexed()], "abcd"[: Indexed()], int(Indexed()), float(Indexed()), hex(Indexed()), bin(Indexed()), round(1.23456, Indexed()))
print(float(AsFloat()), int(AsInt()))
for action in (lambda: float(BadFloat()), lambda: int(BadInt()), lambda: int(object()), lambda: float(object()), lambda: [1][AsInt()], lambda: range(AsFloat()),
               lambda: Count("x"), lambda: Meters("x"), lambda: 1 + object(), lambda: c + "a", lambda: int(AsFloat())):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + (other.cents if isinstance(other, Money) else other))

    __radd__ = __add__

    def __rmul__(self, factor):
        return Money(self.cents * factor)

    def __rpow__(self, base):
        return ("rpow", base)

    def __rtruediv__(self, other):
        return ("rtruediv", other)

    def __rlshift__(self, other):
        return ("rlshift", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __lt__(self, other):
        return "lt"

    def __gt__(self, other):
        return "gt"

    def __eq__(self, other):
        return "eq"

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return 7

    def __abs__(self):
        return "abs"

    def __neg__(self):
        return "neg"

    def __invert__(self):
        return "invert"


z = Money(5)
print((1 + z).cents, (z + 1).cents, sum([z, z]).cents, (3 * z).cents, (1.5 * z).cents, 2**z, 1 / z, 1.5 / z, 1 << z, divmod(1, z), divmod(1.5, z))
print(1 < z, 1.5 > z, 1 == z, 2.5 == z, round(z), round(z, 2), abs(z), -z, ~z)


class Reflected(int):
    def __radd__(self, other):
        return "radd first"

    def __rsub__(self, other):
        return "rsub first"


print(1 + Reflected(2), Reflected(1) + 2, 5 - Reflected(2), 1.5 + Reflected(1))
