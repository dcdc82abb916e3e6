import atexit
import gc
import sys
import warnings
import weakref

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

warnings.warn("first warning")
warnings.warn("deprecated", DeprecationWarning)
def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)
for _ in range(3):
    old()
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("recorded")
    old()
    print(len(log), log[0].message, log[0].category.__name__, log[1].category, log[0].lineno, str(log[1].message))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt(lambda: warnings.warn("as error", RuntimeWarning))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("never seen")
class MyWarning(UserWarning): pass
warnings.warn(MyWarning("instance"))
warnings.warn("mine", MyWarning)
attempt(lambda: warnings.warn("x", int))
print(warnings.formatwarning("msg", UserWarning, "nofile.py", 3), end="")
warnings.warn_explicit("explicit", UserWarning, "nofile.py", 7)
def custom(message, category, filename, lineno, file=None, line=None):
    print("CUSTOM", message, category.__name__)
warnings.showwarning = custom
warnings.warn("through custom")

class Obj:
    def __init__(self, n): self.n = n
    def __repr__(self): return "Obj(%s)" % self.n
    def method(self): return self.n
o = Obj(1)
r = weakref.ref(o, lambda ref: print("callback"))
print(r() is o, r, type(r).__name__) if False else print(r() is o, type(r).__name__)
print(weakref.getweakrefcount(o), weakref.ref(o) == r, hash(r) == hash(o))
p = weakref.proxy(o)
print(p.n, p.method())
del o
print(r(), r() is None)
attempt(lambda: p.n)
attempt(lambda: weakref.ref(5))
d = weakref.WeakValueDictionary()
a, b = Obj("a"), Obj("b")
d["a"] = a; d["b"] = b
print(len(d), sorted(d.keys()), d["a"], "b" in d, d.get("zz"), sorted((k, repr(v)) for k, v in d.items()))
del b
print(len(d), list(d), d.pop("zz", "none"))
attempt(lambda: d["b"])
k = weakref.WeakKeyDictionary()
k[a] = "value"
c = Obj("c"); k[c] = 2
print(len(k), k[a], a in k, sorted(map(repr, k)))
del c
print(len(k), list(k.values()))
s = weakref.WeakSet([a])
e = Obj("e"); s.add(e)
print(len(s), a in s, sorted(map(repr, s)))
del e
print(len(s)); s.discard(a); print(len(s), a in s)
m = weakref.WeakMethod(a.method)
print(m()(), m() == a.method)
f = weakref.finalize(a, print, "finalized", "a")
print(f.alive, f.peek()[1] is print)
del a
print(f.alive, m(), len(d), len(k))
g = Obj("at exit")
weakref.finalize(g, print, "finalize at exit")
class Node:
    def __init__(self): self.self = self
n = Node(); w = weakref.ref(n); del n
print(w() is not None); gc.collect(); print(w() is None)
class Sub(weakref.ref):
    def __init__(self, ob, cb=None): super().__init__(ob, cb); self.tag = 5
x = Obj(3); print(Sub(x).tag, Sub(x)() is x)
atexit.register(print, "bye", "first registered")
@atexit.register
def later():
    print("runs first")
atexit.register(lambda: 1 / 0)
print("end")


# Weak sets and mappings as sets and mappings; their copies
import copy
import weakref
from collections.abc import MutableSet


class Name(str):
    pass


def names(items):
    return "".join(sorted(items))


_names = [Name(c) for c in "abcdef"]
a, b, c, d, e, f = _names
left, right = weakref.WeakSet([a, b, c, d]), weakref.WeakSet([c, d, e])
print(isinstance(left, MutableSet), names(left | right), names(left & [c, e]), names(left - right), names(left ^ right), left == right, left != right)
print(names(left.union([f])), names(left.intersection(right)), names(left.difference([a])), names(left.symmetric_difference([a, f])), left.isdisjoint([e]))
print(left <= right, left >= weakref.WeakSet([a]), left < left, left > weakref.WeakSet([a]), left.issubset(_names), left.issuperset([a, b]))
for method in ("update", "difference_update", "intersection_update", "symmetric_difference_update"):
    changed = left.copy()
    print(method, getattr(changed, method)(right), names(changed), end=" ")
    getattr(changed, method)(changed)
    print(names(changed))
changed = weakref.WeakSet([a])
for operator in ("__ior__", "__iand__", "__isub__", "__ixor__"):
    print(operator, getattr(changed, operator)(right) is changed, names(changed))
print(names(copy.copy(left)), weakref.WeakSet[int].__args__)
for cls, pairs in ((weakref.WeakValueDictionary, {1: a, 2: b}), (weakref.WeakKeyDictionary, {a: 1, b: 2})):
    mapping = cls(pairs)
    joined = mapping | {**pairs, **({3: c} if cls is weakref.WeakValueDictionary else {c: 3})}
    print(cls.__name__, len(joined), type(joined).__name__, len({} | mapping), type({} | mapping).__name__, sorted(map(str, copy.copy(mapping).values())),
          sorted(map(str, copy.deepcopy(mapping).values())))
    joined |= mapping
    print(len(joined))
    try:
        mapping | 1
    except TypeError as error:
        print(error)


class Keyed:
    def keys(self):
        return [1, 2]

    def __getitem__(self, key):
        return [None, a, b][key]


mapping = weakref.WeakValueDictionary(Keyed())
print(sorted(mapping.values()), copy.copy(weakref.ref(a)) == weakref.ref(a), copy.deepcopy(weakref.ref(a)) is weakref.ref(a))
class Backwards:
    def __reversed__(self):
        return iter("zyx")


backwards = Backwards()
print("".join(reversed(weakref.proxy(backwards))))


class Odd(dict):
    def __getattr__(self, name):
        return self[name]


odd = Odd()
print(repr(weakref.ref(odd)).split(" at ")[0])
