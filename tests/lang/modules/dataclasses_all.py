import dataclasses
from dataclasses import *
from typing import ClassVar, List, Optional, Dict, Any

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

@dataclass
class Point:
    x: int
    y: int = 0
print(Point(1), Point(1, 2), Point(1, y=3), Point(1) == Point(1, 0), Point(1) != Point(2), Point.__match_args__, Point.__doc__, Point.__init__.__annotations__, Point.x if hasattr(Point, "x") else "no x", Point.y)
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: hash(Point(1)), lambda: Point(1) < Point(2), lambda: fields(5), lambda: asdict(5), lambda: replace(5)):
    attempt(bad)
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    tags: tuple = ()
v = Version(1, 2)
print(v, v < Version(1, 3), v >= Version(1, 2), sorted([Version(2), Version(1, 5)]), hash(v) == hash(Version(1, 2)), {v: 1}[Version(1, 2)])
attempt(lambda: setattr(v, "major", 5))
attempt(lambda: delattr(v, "major"))
@dataclass
class Inventory:
    name: str
    items: List[str] = field(default_factory=list)
    meta: Dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    total: int = field(init=False, default=0)
    kind: ClassVar[str] = "inv"
    note: Optional[str] = None
    def __post_init__(self):
        self.total = len(self.items)
i = Inventory("a", ["x", "y"])
print(i, i.meta, Inventory("b").items is not Inventory("b").items, Inventory.kind, asdict(i), astuple(i), [f.name for f in fields(i)], replace(i, name="z"))
attempt(lambda: replace(i, total=5))
@dataclass
class Base:
    a: int
    b: str = "base"
@dataclass
class Derived(Base):
    b: str = "derived"
    c: float = 1.5
print(Derived(1), Derived(1, "q", 2.0), isinstance(Derived(1), Base), Derived.__mro__[1].__name__)
@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 2
s = Slotted(1)
print(s, Slotted.__slots__)
attempt(lambda: setattr(s, "z", 1))
@dataclass(kw_only=True)
class Kw:
    a: int
    b: int = 2
print(Kw(a=1))
attempt(lambda: Kw(1))
@dataclass
class Partly:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int
print(Partly(1, c=2), Partly.__doc__)
@dataclass
class WithInit:
    a: int
    scale: InitVar[int] = 2
    def __post_init__(self, scale):
        self.a *= scale
print(WithInit(5), WithInit(5, 3), [f.name for f in fields(WithInit)])
@dataclass(eq=False)
class NoEq:
    a: int
print(NoEq(1) == NoEq(1), hash(NoEq(1)) != None)
@dataclass(repr=False)
class NoRepr:
    a: int
print("NoRepr object" in repr(NoRepr(1)))
@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(hash=False, default=1)
print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)))
def bad_default():
    @dataclass
    class B:
        a: list = []
attempt(bad_default)
def bad_order():
    @dataclass
    class B:
        a: int = 1
        b: int
attempt(bad_order)
def bad_frozen():
    @dataclass
    class B(Version):
        q: int = 1
attempt(bad_frozen)
def no_annotation():
    @dataclass
    class B:
        q = field()
attempt(no_annotation)
attempt(lambda: field(default=1, default_factory=list))
@dataclass
class Tree:
    value: int
    children: "List[Tree]" = field(default_factory=list)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t, asdict(t), is_dataclass(t), is_dataclass(Tree), is_dataclass(5))
t.children.append(t); print(t)
C = make_dataclass("C", ["p", ("x", int), ("y", int, field(default=5))], namespace={"add": lambda self: self.x + self.y})
print(C(0, 1), C(0, 1, 2).add(), C.__name__)
match Point(1, 2):
    case Point(a, b):
        print("matched", a, b)
@dataclass
class Meta:
    a: int = field(default=1, metadata={"unit": "m"})
print(fields(Meta)[0].metadata["unit"], fields(Meta)[0].default, fields(Meta)[0].type)
@dataclass
class Custom:
    a: int
    def __repr__(self): return "custom"
    def __eq__(self, other): return True
print(Custom(1), Custom(1) == 5)
print(sorted(n for n in dir(Point) if not n.startswith("__") or "data" in n), MISSING is dataclasses.MISSING)
@dataclass
class Gen:
    x: int
    @property
    def double(self): return self.x * 2
    @classmethod
    def make(cls, x): return cls(x)
    @staticmethod
    def helper(): return "h"
print(Gen.make(4).double, Gen.helper(), Gen(1).__dict__)
import copy
print(copy.copy(Point(1)), copy.deepcopy(Inventory("q", ["z"])), copy.copy(v) == v)
