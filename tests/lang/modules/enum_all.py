# CPython 3.11.7 or later: 3.11.2 answers otherwise
import enum
from enum import *

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return self.name.lower() + str(self.value)
    @classmethod
    def default(cls):
        return cls.GREEN
    @property
    def pretty(self):
        return "<" + self.name + ">"
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.name, Color.RED.value, Color)
print(Color.GREEN.describe(), Color.default(), Color.RED.pretty, Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED in Color, {Color.RED: 1}[Color.RED], type(Color.RED), isinstance(Color.RED, Color))
print(Color.__members__, list(reversed(Color)), f"{Color.RED}", "%s" % Color.RED, f"{Color.RED!r:>20}|{Color.RED:>15}", bool(Color.RED), Color.RED is Color(1))
for bad in (lambda: Color(9), lambda: Color["X"], lambda: Color.PURPLE, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: delattr(Color, "RED"), lambda: Color(),
            lambda: setattr(Color.RED, "name", "x"), lambda: Color.RED.nope):
    attempt(bad)
try:
    class Dup(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
print([(m.name, m.value) for m in A])
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def density(self):
        return round(self.mass / self.radius ** 3, 4)
print(Planet.EARTH.mass, Planet.MARS.density, Planet.EARTH.value, Planet((0.64, 3.39)), repr(Planet.MARS))
class Num(IntEnum):
    ONE = 1
    TWO = 2
    THREE = 3
print(Num.ONE, repr(Num.TWO), Num.ONE + 1, Num.TWO > Num.ONE, sorted([Num.THREE, Num.ONE]), Num(3), [10, 20, 30][Num.ONE], f"{Num.TWO}", "%d" % Num.TWO, int(Num.TWO), Num.ONE == 1, hash(Num.ONE) == hash("ONE"), isinstance(Num.ONE, int))
class S(StrEnum):
    FOO = "foo"
    BAR = auto()
print(S.FOO, repr(S.BAR), S.FOO.upper(), S.BAR == "bar", f"{S.FOO:>5}", S("foo"))
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW, ~Perm.R, Perm.R in Perm.RW, list(Perm.RW), Perm(0), bool(Perm(0)), bool(Perm.R), Perm(7), Perm.R & Perm.W, Perm.R ^ Perm.RW, list(Perm), len(Perm.RW), Perm.R.value)
attempt(lambda: Perm(8))
attempt(lambda: Perm.R | 1)
class IP(IntFlag):
    A = 1
    B = 2
    C = 4
print(IP.A | IP.B, repr(IP.A | IP.B), IP.A | 8, repr(IP(8)), IP.A + 1, ~IP.A, repr(~IP.A), IP(3), repr(IP(0)), list(IP(7)), IP.A == 1, IP.B & 3)
class F(Flag):
    A = auto()
    B = auto()
    C = auto()
print([(m.name, m.value) for m in F], F.A | F.B | F.C)
Animal = Enum("Animal", "CAT DOG")
print(Animal, list(Animal), Animal.CAT.value, Animal.__module__, Enum("T", [("a", 5), ("b", 6)])(6), Enum("D", {"x": 1}).x, IntEnum("I", ["p", "q"], start=5).q.value)
@unique
class U(Enum):
    A = 1
    B = 2
attempt(lambda: unique(Color))
class M(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "alias" else None
print(M("alias"))
attempt(lambda: M("zzz"))
class G(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name * 2
    AB = auto()
    CD = auto()
print(G.AB.value, G.CD)
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(Coord.PX.label, Coord(1), Coord.PX.value)
class Op(Enum):
    ADD = "+"
    SUB = "-"
    def __call__(self, a, b):
        return a + b if self is Op.ADD else a - b
    def __str__(self):
        return "op" + self.value
print(Op.ADD(1, 2), Op("-")(5, 3), Op.ADD, f"{Op.SUB}")
match Color.RED:
    case Color.GREEN:
        print("no")
    case Color.RED:
        print("matched red")
import copy
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
class Mixed(str, Enum):
    A = "x"
    B = "y"
print(Mixed.A, repr(Mixed.A), Mixed.A == "x", Mixed.A.upper(), f"{Mixed.A}", "".join([Mixed.A, Mixed.B]))
class Base(Enum):
    def hello(self): return "hello " + self.name
class Derived(Base):
    ONE = 1
print(Derived.ONE.hello(), Derived.__mro__[1].__name__)
class Inner(Enum):
    _ignore_ = ["tmp"]
    tmp = 5
    A = tmp + 1
    fn = lambda self: "called"
print(list(Inner), Inner.A.fn())


# ---- found later ----
import enum as _enum


class Several(_enum.Enum):
    ONE = _enum.auto()
    TWO = _enum.auto(), _enum.auto()
    THREE = _enum.auto(), _enum.auto(), 9, _enum.auto()
    FOUR = _enum.auto()


print([m.value for m in Several])


class Heard(_enum.Enum):
    def __init__(self, *args):
        print("init", self._name_, args, list(type(self)), sorted(self.__dict__))
    x = 1
    y = 1
    z = 2


class Hint(_enum.Flag):
    HIDDEN = 0x10
    DIGITS = 0x01
    LETTERS = 0x02
    MASK = 0x0F


print(str(Hint.HIDDEN | Hint.MASK), repr(Hint.MASK | Hint.DIGITS), repr(Hint(0)), repr(~Hint.HIDDEN))
for make in (lambda: Hint(4), lambda: _enum.Enum("x"), lambda: _enum.verify(_enum.NAMED_FLAGS)(Hint), lambda: Several(77)):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def refused(body):
    try:
        exec("class X(_enum.Enum):\n" + body, globals())
        print(list(X))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


refused(" a = _enum.auto()\n def _generate_next_value_(*args): return 1\n")
refused(" _order_ = 'a b c'\n a = 1\n b = 1\n c = 2\n")
refused(" _order_ = 'a c'\n a = 1\n b = 1\n")
refused(" def __new__(cls, value): return super().__new__(cls, value)\n failed = 1\n")
refused(" vars().update({'p': 1}, q=2)\n")
refused(" vars().update({'p': 1}, p=2)\n")


class Numbers(int, _enum.Enum):
    def __new__(cls, value):
        made = int.__new__(cls, value)
        made._value_ = value
        made.note = "noted"
        return made
    one = 1
    two = 2


print(repr(Numbers.one), [name for name in dir(Numbers.two) if name in ("note", "one", "name", "real", "__add__")])


class Shown(float):
    def __repr__(self):
        return "shown %g" % float(self)


class Mixed(Shown, _enum.Enum):
    a = 1.5


print(repr(Mixed.a), Mixed._value_repr_ is Shown.__repr__)


@_enum.global_enum
class Worldwide(_enum.IntFlag, boundary=_enum.KEEP):
    FIRST = 1
    SECOND = 2


print(repr(Worldwide(3)), repr(Worldwide(9)), repr(Worldwide(8)), str(Worldwide(1)), FIRST is Worldwide.FIRST, _enum.show_flag_values(11))


class Coded(_enum.StrEnum):
    a = b"3", "ascii"
    b = "x"


print(list(Coded))
