import collections
from collections import *
import collections.abc

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

print(sorted(n for n in dir(deque) if not n.startswith("_")), sorted(n for n in dir(Counter) if not n.startswith("_")))
# deque
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], 2 in d, d == deque([0, 2, 3]), d.copy(), list(reversed(d)))
d = deque("abcdef")
d.rotate(2); print(d)
d.rotate(-3); print(d)
d.rotate(100); print(d)
d.extend("xyz"); d.extendleft("123"); print(d, d.count("x"), d.index("x"))
d.insert(2, "new"); d.insert(-1, "n2"); d.insert(100, "end"); print(d)
d.remove("new"); del d[0]; d[1] = "set"; d.reverse(); print(d)
print(d.pop(), d.popleft(), d)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d.remove("zz"), lambda: d.index("zz"), lambda: d[100], lambda: d["a"],
            lambda: deque(1), lambda: deque([], -1), lambda: deque(maxlen="a"), lambda: deque([1]) + [2], lambda: hash(d), lambda: deque([1]).foo,
            lambda: deque([1, 2], 2).insert(0, 3), lambda: d[1:2], lambda: deque(1, 2, 3)):
    attempt(bad)
try:
    for x in d:
        d.append(1)
except RuntimeError as e:
    print(e)
print(deque([1, 2]) < deque([1, 3]), deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([1], maxlen=1), deque([1, 2]) == [1, 2])
d = deque([1]); d += [2, 3]; d *= 2; print(d); d.append(d); print(d)
class D(deque):
    pass
x = D([1, 2], 5); x.name = "n"
print(x, x.copy(), x.name, type(x.copy()).__name__)
q = deque()
for i in range(1000):
    q.append(i)
    if i % 3 == 0:
        q.popleft()
print(len(q), sum(q), q[500])
# defaultdict
dd = defaultdict(list)
dd["a"].append(1); dd["b"]; print(dd, dd.default_factory, "c" in dd, dd.get("c"), dict(dd))
dd = defaultdict(int, {"x": 1}, y=2); dd["z"] += 5; print(dd, dd.copy() == dd, type(dd.copy()))
attempt(lambda: defaultdict()["k"])
attempt(lambda: defaultdict(1))
print(defaultdict(None, a=1), dd | {"q": 1}, {"q": 1} | dd)
class DD(defaultdict):
    def __missing__(self, key):
        return "missing " + key
print(DD(list)["k"], DD(list))
tree = lambda: defaultdict(tree)
t = tree(); t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], len(t))
# Counter
c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), len(c))
c.update("aaa"); c.subtract({"b": 5}); print(c, +c, -c)
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3) | Counter(a=1, b=2))
c = Counter({"x": 2}); c["y"] += 1; del c["nope"]; print(c, Counter(), Counter(c) == c, c != Counter(), Counter(a=1) <= Counter(a=2))
attempt(lambda: Counter.fromkeys("ab"))
c += Counter(x=1); c -= Counter(y=1); print(c)
# OrderedDict
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a"); print(o, list(o)); o.move_to_end("a", last=False); print(o, o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict.fromkeys("ab", 0), OrderedDict())
attempt(lambda: o.move_to_end("zz"))
attempt(lambda: OrderedDict().popitem())
print(o.pop("zz", 5), list(reversed(OrderedDict(a=1, b=2))), o | {"n": 1}, o.copy(), o.setdefault("k", 3))
# namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), p == (1, 2), hash(p) == hash((1, 2)), P.__doc__, P.x, P.__name__, P.__module__)
for bad in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P._make([1]), lambda: p._replace(q=1), lambda: setattr(p, "x", 1), lambda: p.q,
            lambda: namedtuple("1x", "a"), lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "_a"), lambda: namedtuple("T", "class"),
            lambda: namedtuple("T", "a", defaults=(1, 2)), lambda: setattr(p, "new", 1)):
    attempt(bad)
print(namedtuple("R", "a class a", rename=True)._fields, namedtuple("Q", ["a", "b", "c"], defaults=[1, 2])(0), namedtuple("Q", "a, b", defaults=[1])._field_defaults)
class Point(namedtuple("Point", "x y")):
    __slots__ = ()
    def norm(self):
        return self.x * self.x + self.y * self.y
print(Point(3, 4), Point(3, 4).norm(), Point(3, 4)._replace(x=0))
match p:
    case P(x=1, y=b):
        print("matched", b)
a, b = p
print(a, b, [*p], P(*"ab"), P(**{"x": 1, "y": 2}), namedtuple("E", "")())
# ChainMap, UserDict, UserList, UserString
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 9
print(m, m["a"], m["b"], len(m), sorted(m), m.parents, m.new_child({"z": 1}), "b" in m, m.get("q"), dict(m) == {"a": 1, "b": 3, "c": 9})
attempt(lambda: m["q"])
attempt(lambda: m.pop("b"))
class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
u = Lower(A=1); u["B"] = 2; u.update({"C": 3})
print(u, len(u), u["a"], list(u.items()), u.pop("b"), u | {"x": 1})
ul = UserList([3, 1, 2]); ul.sort(); ul.append(5); print(ul, ul[1:], ul + [1], len(ul), ul == [1, 2, 3, 5], 3 in ul)
us = UserString("abc"); print(us.upper(), us + "d", us[1], len(us), us == "abc", type(us.upper()).__name__)
# abc
abc = collections.abc
for cls in (list, dict, set, frozenset, tuple, str, bytes, int, deque, defaultdict, type({}.keys()), range, type(iter([])), type(x for x in [])):
    print(cls.__name__, [name for name in sorted(abc.__all__) if issubclass(cls, getattr(abc, name))])
class S(abc.Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n or i < -self.n: raise IndexError
        return i * i
print(list(S(4)), 9 in S(4), list(reversed(S(4))), S(4).index(4), S(4).count(1))
attempt(lambda: S(4).index(77))
class M(abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update(a=1, b=2); print(dict(m), m.pop("a"), m.setdefault("z", 5), len(m.keys()), list(m.items()), m == {"b": 2, "z": 5}, "b" in m, m.get("q", 0), m.popitem())
class Broken(abc.MutableMapping):
    pass
attempt(Broken)
class OneMissing(abc.Sized):
    pass
attempt(OneMissing)
class MySet(abc.MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
a, b = MySet("abc"), MySet("bcd")
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == MySet("cba"), a.isdisjoint(b), a < MySet("abcd"))
a |= b; a.remove("a"); print(list(a), a.pop()); a &= MySet("d"); print(list(a))
class Virtual: pass
print(issubclass(Virtual, abc.Sized)); abc.Sized.register(Virtual); print(issubclass(Virtual, abc.Sized), isinstance(Virtual(), abc.Sized))
class Duck:
    def __iter__(self): return iter(())
    def __len__(self): return 0
print(isinstance(Duck(), abc.Iterable), isinstance(Duck(), abc.Collection), isinstance(5, abc.Hashable), isinstance([], abc.Hashable))
