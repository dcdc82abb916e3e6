# Attributes, methods and errors that programs seldom meet, each once: the result, or the error's type and message.
import array
import collections
import gc
import operator
import os
import random
import sys
import types
import weakref
from collections import deque, defaultdict


def f(a, b=1, *, c=2): "doc"; return a
def outer(x):
    def inner(): return x
    return inner
class C:
    "a class"
    def m(self): "method"; return self
class Pair:
    __match_args__ = ("x", "y")
    def __init__(self): self.x, self.y = 1, 2
class Numberlike:
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __bytes__(self): return b"bytes"
    def __next__(self): return "next"
    def __iter__(self): return self
def generator(): yield 1
def assign(target, name, value): setattr(target, name, value); return getattr(target, name)
def match_bad(subject, pattern):
    match subject:
        case pattern(1, 2): return "two"
    return "none"
def match_twice(subject):
    match subject:
        case Pair(1, x=1): return "matched"
def match_keys(subject):
    k = types.SimpleNamespace(a="x", b="x")
    match subject:
        case {k.a: 1, k.b: 1}: return "matched"
def fields(d): return sorted(d.items())
def no_super(): return super()

d, e = {1: "a", 2: "b", 3: []}, {2: "b", 3: [], 4: "d"}
c, n = C(), Numberlike()
proxy = weakref.proxy(n)
view = types.MappingProxyType({"a": 1})
reader = open(os.devnull)
TESTS = """
{1, 2} & d.keys() == {1, 2}
[1, 9] | d.keys() == {1, 2, 3, 9}
[1, 9] ^ d.keys() == {2, 3, 9}
sorted((d.items() ^ e.items()), key=repr)
d.keys() - [1]
[1, 2, 7] - d.keys()
d.items() & [(1, "a"), (9, 9)]
sorted(d.keys() ^ e.keys())
types.MappingProxyType()
types.MappingProxyType(1)
types.MappingProxyType({}, {})
view
view == {"a": 1}
view < {}
view | {"b": 2}
{"b": 2} | view
view | 1
f.__builtins__ is __builtins__.__dict__ if hasattr(__builtins__, "__dict__") else True
assign(f, "__kwdefaults__", {"c": 5})
assign(f, "__kwdefaults__", 5)
assign(f, "__kwdefaults__", None)
assign(f, "__annotations__", 5)
assign(f, "__annotations__", None)
assign(f, "__dict__", {"x": 1})
assign(f, "__dict__", 1)
types.FunctionType(f.__code__, {}, "g", (7,))(1)
types.FunctionType(f.__code__, {}, 5)
types.FunctionType(f.__code__, {}, "g", 5)
types.FunctionType(f.__code__, {}, "g", None, 5)
types.FunctionType(outer(1).__code__, {})
types.FunctionType(outer(1).__code__, {}, None, None, ())
types.FunctionType(outer(1).__code__, {}, None, None, outer(5).__closure__)()
types.FunctionType(1, {})
range(1, 2, 0)
range(1, 10**30, 3)[10**29]
range(10)[slice(None, None, 0)]
range(10)["a"]
range(1, 9, 3).__reduce__()
defaultdict(list).__missing__(3)
defaultdict().__missing__(3)
defaultdict(int, {1: 2}).__reduce__()[:2]
assign(defaultdict(int), "default_factory", list)
assign(collections.namedtuple("P", "x").x, "__doc__", "words")
collections.namedtuple("P", "x").x.__doc__
collections.Counter({"a": 1}).update
iter([1, 2]).__reduce__()[1:]
iter(()).__reduce__()[1:]
iter([1, 2, 3]).__length_hint__()
operator.length_hint(iter(C.__dict__))
{1}.__contains__(1)
{1}.__contains__({1})
set(a=1)
frozenset(a=1)
frozenset([], 2)
tuple(a=1)
(1, 2).__getnewargs__()
deque([1], 5).__reduce__()[:3]
deque([1]).__reduce__()[:3]
deque([1]).clear()
array.array("i", [1]).tounicode()
array.array("u", "ab").tounicode()
array.array("i", [1, 2]).buffer_info()[1]
object.__getattribute__(1, 2)
int.__add__.__objclass__
(1).__add__ == (1).__add__
(1).__add__ == (2).__add__
(lambda x: hash(x.__len__) == hash(x.__len__))([])
(5).__add__.__self__, (5).__add__.__name__, (5).__add__.__qualname__, (5).__add__.__objclass__
int.__add__(1, b=2)
int.__add__(1)
int.__add__()
int.__add__("", 1)
hash(list[int]) == hash(list[int])
hash(int | str) == hash(str | int)
list[int].__parameters__
list[int].__mro_entries__(())
isinstance([], list[int])
issubclass(list, list[int])
issubclass(int, int | str)
"x" | (int | str)
(int | None) == (None | int)
match_bad(1, 5)
match_bad(Pair(), Pair)
match_bad(types.SimpleNamespace(), type("M", (types.SimpleNamespace,), {"__match_args__": 5}))
match_bad(type("M", (), {"__match_args__": [1]})(), type("M", (), {}))
match_twice(Pair())
match_keys({"x": 1})
c.m.__doc__
[].append.__self__
[].append == [].append
hash(len) == hash(len)
len == print
len < print
slice(1, 2, 3).step
sys.exception()
sys.getfilesystemencodeerrors()
sys.is_finalizing()
sys.getswitchinterval()
sys.setswitchinterval(0)
sys.setswitchinterval("x")
sys.setrecursionlimit("x")
next(proxy)
next(weakref.proxy(c))
+proxy
abs(proxy)
bytes(proxy)
weakref.ref(c, a=1)
weakref.ref()
weakref.ref(1)
no_super()
super(C, c).__thisclass__, super(C, c).__self__ is c, super(C, c).__self_class__
super(C).__get__(c, C).__self__ is c
super(C, 5)
super(5)
assign(types.CellType(1), "cell_contents", 9)
types.CellType(1) == types.CellType(1)
types.CellType(1) < types.CellType()
types.CellType() < types.CellType(1)
types.CellType(1) < 5
types.CellType().cell_contents
operator.concat(1, 2)
[1] + 2
(1,) + [2]
"a" + 1
b"a" + "b"
[1] * "a"
"a" * 1.0
gc.is_tracked([]), gc.is_tracked(1)
gc.is_finalized(c)
gc.freeze()
gc.unfreeze()
len(gc.get_stats()), sorted(gc.get_stats()[0])
any(x is d for x in gc.get_referrers(d[3]))
len(gc.get_objects()) > 100
gc.get_objects(generation=5)
gc.set_threshold("x")
gc.collect("x")
gc.collect(5)
gc.collect(generation=1.5)
len(gc.get_objects(generation=-1)) > 100
gc.get_objects(generation=-2)
sorted(map(repr, gc.get_referents([c], (5, 6)))) == sorted([repr(c), "5", "6"])
sys._getframe("x")
sys._getframe(None)
os.read(0, "x")
os.read(0, None)
os.write("x", b"")
__import__("os", level="x")
__import__("os", None, None, (), 1.5)
reader.encoding, reader.name
sys.stdout.fileno(), sys.stdout.readable(), sys.stdout.writable()
generator().throw(ValueError, 1, 2)
generator().throw(ValueError(1), 2)
generator().throw(5)
generator().throw(ValueError, "said")
assign(generator(), "__name__", "other")
assign(generator(), "__name__", 5)
assign(generator(), "__qualname__", 5)
random.Random(1).setstate((3, (1, 2), None))
random.Random(1).setstate((9, (), None))
random.Random(1).randrange(None)
random.Random(1).randrange(1, None, 2)
random.Random(1).randrange(5, 5)
random.Random(1).randrange(1, 10, 0)
random.Random(1).getrandbits(-1)
random.Random(1).sample([1], 2)
random.Random(1).choice([])
reader.flush()
reader.seek(0)
open("/nonexistent/file")
open(os.devnull, "q")
open(os.devnull, "rw")
os.write(99, b"x")
os.read(99, 1)
os.close(99)
os.isatty(99)
os.chdir("/nonexistent")
os.readlink(os.devnull)
os.getppid() > 0, os.getuid() >= 0
len(os.times())
os.fspath(5)
sys.stdout.writelines(["a", "b\\n"])
sys.stdout.writelines([5])
sys.stdin.read(3), sys.stdin.read(), sys.stdin.readlines(), sys.stdin.readline()
sys.stdin.isatty()
input()
input("prompt ")
sys.getsizeof(1) > 0
"%d" % "x"
"%c" % "xx"
"%q" % 1
"%(a)s" % 5
"%s" % ()
"%s" % (1, 2)
format(5, "q")
format("x", "d")
format(c, "x")
f"{5:{'>5'}}"
int("x"), 1
int(None)
int("5", 99)
float("x")
complex("x")
bytes.fromhex(5)
bytes.fromhex("xx")
str.maketrans("a", "bc")
str.maketrans(5, "b")
chr(-1)
ord("ab")
pow(2, -1, 0)
round(1.5, "x")
divmod(1, 0)
sum([1], "")
sum(["a"], "")
min()
max([])
sorted([1, "a"])
list(zip([1], strict=5))
next(iter([]))
iter(5)
type(iter(len, 5))
hash([])
getattr(c, 5)
delattr(c, "nothing")
__import__("no.such.module")
compile("1", "x", "bad")
eval("1 +")
exec("x = (")
vars(5)
dir(5)[:1]
type("T", (5,), {})
type("T", (bool,), {})
type(5, (), {})
object.__new__(5)
object(5)
C(5)
f()
f(1, 2, 3)
f(1, d=2)
f(1, a=2)
len(5)
len(5, 6)
print(1, sep=5)
isinstance(1, 5)
issubclass(5, int)
"""
for line in TESTS.strip().split("\n"):
    try:
        print(line, "->", repr(eval(line)))
    except BaseException as error:
        print(line, "->", type(error).__name__, error)
