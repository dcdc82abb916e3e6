"""pickle: every protocol gives the bytes that CPython gives; loading; reduction; errors."""
import collections
import copy
import copyreg
import dataclasses
import enum
import fractions
import functools
import io
import operator
import pickle
import random

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Plain:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return type(self) is type(other) and self.__dict__ == other.__dict__
    def __repr__(self): return "Plain(%r)" % (0 if self.x is self else self.x,)
class Slots:
    __slots__ = ("a", "__b", "c")
    def __init__(self): self.a, self.__b = 1, 2
    def show(self): return self.a, self.__b, hasattr(self, "c")
class SlotsAndDict(Slots):
    def __init__(self):
        super().__init__()
        self.d = 4
class State:
    def __getstate__(self): return {"kept": 1}
    def __setstate__(self, state): self.state = state
class NewArgs:
    def __new__(cls, a, *, b=0):
        self = object.__new__(cls)
        self.pair = a, b
        return self
    def __getnewargs_ex__(self): return (self.pair[0],), {"b": self.pair[1]}
class NewArgs1(NewArgs):
    def __getnewargs_ex__(self): return (self.pair[0],), {}
class Reduced:
    def __init__(self, *args): self.args = args
    def __reduce__(self): return Reduced, (1, 2), {"extra": 3}
class L(list): pass
class D(dict): pass
class T(tuple): pass
class I(int): pass
class S(str): pass
class St(set): pass
class F(float): pass
class Err(ValueError): pass
class Color(enum.Enum):
    RED = 1
    GREEN = 2
class Outer:
    class Inner: pass
    @staticmethod
    def static(): pass
    def method(self): return "called"
@dataclasses.dataclass
class Data:
    x: int
    y: list = dataclasses.field(default_factory=list)
Pair = collections.namedtuple("Pair", "left right")
def function(): pass

loop = []
loop.append(loop)
cycle = {"self": None}
cycle["self"] = cycle
tup = ([],)
tup[0].append(tup)
shared = ["x"]
node = Plain(None)
node.x = node
l = L([1, 2]); l.name = "l"
d = D(a=1); d.name = "d"
values = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -128, -129, 2 ** 31 - 1, 2 ** 31, -2 ** 31, -2 ** 31 - 1, 2 ** 64, -2 ** 63, 2 ** 2039, -2 ** 2039, 10 ** 700, 1.5, -0.0, 1e300, 1 + 2j,
          "", "abc", "é\n\\x", "日本\U0001f600", "\udc80", "x" * 300, b"", b"abc", b"\xff\x00" * 200, bytearray(b"xy"), bytearray(), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], list(range(2500)),
          {}, {"a": 1}, {i: str(i) for i in range(1500)}, set(), {1}, frozenset(), frozenset([7]), [shared, shared, (shared,)], loop, cycle, tup, node, Plain([1, "x"]), Slots(), SlotsAndDict(), State(), NewArgs(1, b=2), NewArgs1(3),
          Reduced(), l, d, T((1, 2)), I(5), S("s"), St([1]), F(2.5), Err("bad", 1), ValueError("x"), KeyError("k"), Color.RED, [Color.RED, Color.GREEN, Color.RED], Outer.Inner, Outer.Inner(), Outer.static, Outer().method, Data(1, [2]), Pair(1, 2),
          function, Plain, int, list, len, print, type(None), ..., NotImplemented, type(...), range(3), range(1, 10, 2), slice(1, 2, None), collections.deque([1, 2], 5), collections.OrderedDict(a=1, b=2), collections.Counter("aab"),
          collections.defaultdict(list, {1: [2]}), fractions.Fraction(1, 3), functools.partial(int, base=2), operator.itemgetter(1), iter([1, 2, 3]), [].append, "x".join, "a" * 70000, ["b" * 70000, 1], b"c" * 70000, [list(range(100))] * 500,
          functools.reduce, collections.UserDict]
for protocol in range(6):
    for value in values:
        label = "%d %s" % (protocol, repr(value)[:40].partition(" at 0x")[0])
        try:
            data = pickle.dumps(value, protocol)
        except Exception as e:
            print(label, type(e).__name__, str(e).partition(" at 0x")[0])
            continue
        print(label, len(data), data if len(data) < 200 else (data[:60], data[-60:], sum(data), hash(data) == hash(bytes(data))))
        back = pickle.loads(data)
        print("  ", type(back).__name__, repr(back)[:60].partition(" at 0x")[0], getattr(back, "__dict__", None) if type(back) in (L, D, State, Reduced, Err) else "")
        if isinstance(back, Slots): print("  ", back.show(), getattr(back, "d", None))
        if isinstance(back, NewArgs): print("  ", back.pair)
for name in ("loop", "cycle", "tup", "node"):
    back = pickle.loads(pickle.dumps(globals()[name]))
    print(name, back[0] is back if name == "loop" else back["self"] is back if name == "cycle" else back[0][0] is back if name == "tup" else back.x is back)
a, b, (c,) = pickle.loads(pickle.dumps([shared, shared, (shared,)]))
print(a is b is c, pickle.loads(pickle.dumps(Outer().method))(), pickle.loads(pickle.dumps(Color.GREEN)) is Color.GREEN)

random.seed(9)
def build(depth):
    kind = random.randrange(10) if depth else random.randrange(5)
    if kind < 5: return [random.randrange(-10 ** 6, 10 ** 12), random.random(), "".join(map(chr, (random.randrange(32, 1000) for _ in range(random.randrange(9))))), random.choice([None, True, False]), random.randbytes(5)][kind]
    size = random.randrange(6)
    if kind == 5: return tuple(build(depth - 1) for _ in range(size))
    if kind == 6: return {"k%s" % build(0): build(depth - 1) for _ in range(size)}
    if kind == 7: return Plain(build(depth - 1))
    return [build(depth - 1) for _ in range(size)]
for _ in range(60):
    value = build(5)
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(len(data), sum(data), data[:40], pickle.loads(data) == value)

import array
print([pickle.loads(pickle.dumps(array.array("i", [1, 2, 3]), protocol)) for protocol in range(6)])
state = random.getstate()
restored = pickle.loads(pickle.dumps(random.Random(5)))
print(restored.random() == random.Random(5).random(), pickle.loads(pickle.dumps(state)) == state)
f = io.BytesIO()
p = pickle.Pickler(f, 2)
p.dump([1]); p.dump([2])
pickle.dump({"three": 3}, f)
f.seek(0)
u = pickle.Unpickler(f)
print(u.load(), pickle.load(f), pickle.load(f))
attempt(lambda: pickle.load(f))
class P(pickle.Pickler):
    def persistent_id(self, obj): return ("plain", obj.x) if isinstance(obj, Plain) else None
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[complex] = lambda c: (complex, (0, c.imag))
class U(pickle.Unpickler):
    def persistent_load(self, pid): return pid
f = io.BytesIO(); P(f, 4).dump([Plain(3), 1 + 2j, 5]); print(f.getvalue(), U(io.BytesIO(f.getvalue())).load())
class R(pickle.Pickler):
    def reducer_override(self, obj): return (str, ("replaced",)) if isinstance(obj, Plain) else NotImplemented
f = io.BytesIO(); R(f).dump([Plain(1), 2]); print(pickle.loads(f.getvalue()))
copyreg.pickle(Outer, lambda o: (Outer, ()))
print(pickle.dumps(Outer(), 4))
copyreg.add_extension("__main__", "Plain", 0xf0)
print(pickle.dumps(Plain, 2), pickle.loads(pickle.dumps(Plain, 2)))
for data in (b"", b".", b"\x80\x04", b"x", b"\x80\x09.", b"K\x01", b"(K\x01.", b"cnosuchmodule\nx\n.", b"c__main__\nnope\n.", b"\x80\x04\x95\x10\x00", b"]K\x01a.", b"\x80\x02X\x03\x00\x00\x00abcq\x00.",
             b"I5\nL7L\nF1.5\nV\\u00e9x\nS'str'\nt.", b"(I5\nL7L\nF1.5\nV\\u00e9x\nS'str'\nt.", b"(lp0\nI1\naI2\na.", b"(dp0\nS'a'\nI1\ns.", b"h\x05."):
    attempt(lambda: (data, pickle.loads(data)))
for bad in (lambda: pickle.dumps(lambda: 1), lambda: pickle.dumps(x for x in ()), lambda: pickle.dumps(pickle), lambda: pickle.dumps(1, 6), lambda: pickle.dumps(Slots(), 1), lambda: pickle.loads("text"), lambda: pickle.Pickler(3)):
    attempt(bad)
print(Plain(1).__reduce_ex__(4)[0] is copyreg.__newobj__, Plain(1).__reduce_ex__(2)[1:], Plain(1).__reduce_ex__(0)[1:], Plain(1).__getstate__(), Slots().__getstate__(), object().__getstate__(), object().__reduce_ex__(2)[1:], Err("x").__reduce__(), {1}.__reduce__())
for value in (node, l, d, Slots(), NewArgs(1, b=2), Err("a"), Reduced(), Data(1, [2]), St([3])):
    for f in (copy.copy, copy.deepcopy):
        back = f(value)
        print(f.__name__, type(back).__name__, back is value, getattr(back, "__dict__", {}) if value is not node else back.x is value)
