"""chains_program.py LINKS: chains of every kind of object are dropped by their first link, and then whole cycles; says so, kind by kind."""
import collections
import functools
import gc
import itertools
import sys
import types

N = int(sys.argv[1])
class I: pass
class S: __slots__ = "next",
class LS(list): pass
class DS(dict): pass
class WithDel:
    def __del__(self): global dels; dels += 1
dels = 0
def chain(name, step, n=N):
    x = None
    for _ in range(n): x = step(x)
    del x
    print(name, "freed", flush=True)
def inst(x):
    i = I(); i.next = x; return i
def slot(x):
    i = S(); i.next = x; return i
def withdel(x):
    i = WithDel(); i.next = x; return i
def closure(x):
    def f(): return x
    return f
def default(x):
    def f(a=x): return a
    return f
def kwdefault(x):
    def f(*, a=x): return a
    return f
def attribute(x):
    def f(): pass
    f.x = x
    return f
def gen(x):
    def g(y):
        yield y
    i = g(x); next(i); return i
def exc(x):
    e = ValueError(); e.__context__ = x; return e
def cause(x):
    e = ValueError(); e.__cause__ = x; return e
def arg(x): return ValueError(x)
class Cls:
    def m(self): pass
def method(x):
    c = Cls(); c.x = x; return c.m
for name, step in (("list", lambda x: [x]), ("tuple", lambda x: (x,)), ("dict", lambda x: {1: x}), ("dict key", lambda x: {(x,) if x is None else I(): x}), ("instance", inst), ("slots", slot), ("__del__", withdel),
                   ("list subclass", lambda x: LS([x])), ("dict subclass", lambda x: DS(a=x)), ("closure", closure), ("default", default), ("kwdefault", kwdefault), ("function attribute", attribute), ("generator", gen),
                   ("context", exc), ("cause", cause), ("exception argument", arg), ("bound method", method), ("iterator", lambda x: iter([x])), ("tuple iterator", lambda x: iter((x,))), ("map", lambda x: map(None.__class__, x or [])), ("zip", lambda x: zip(x or [])),
                   ("enumerate", lambda x: enumerate(x or [])), ("filter", lambda x: filter(None, x or [])), ("reversed", lambda x: reversed([x])), ("partial", lambda x: functools.partial(print, x)), ("slice", lambda x: slice(x)),
                   ("property", lambda x: property(x)), ("staticmethod", lambda x: staticmethod(x)), ("classmethod", lambda x: classmethod(x)), ("cell", lambda x: types.CellType(x)), ("method of method", lambda x: types.MethodType(print, x) if x is not None else types.MethodType(print, 1)),
                   ("namespace", lambda x: types.SimpleNamespace(x=x)), ("module", None), ("frozenset", lambda x: frozenset([x])), ("deque", None), ("itertools", None), ("mappingproxy", lambda x: types.MappingProxyType(x or {})),
                   ("dict view", lambda x: {1: x}.values()), ("dict iterator", lambda x: iter({1: x}.values())), ("lru", None)):
    if name == "module":
        def step(x):
            m = types.ModuleType("m"); m.x = x; return m
    elif name == "deque":
        step = lambda x: collections.deque([x])
    elif name == "itertools":
        step = lambda x: itertools.chain(x or [])
    elif name == "lru":
        step = lambda x: functools.lru_cache(x or print)
    chain(name, step, N // 10 if name in ("module", "namespace", "lru", "default", "closure", "generator") else N)
def frames(n):
    f = sys._getframe()
    return f if n == 0 else frames(n - 1)
sys.setrecursionlimit(10**6)
f = frames(100000); del f; print("frames freed")
def tb(n):
    if n == 0: raise KeyError
    tb(n - 1)
try: tb(100000)
except KeyError as e: t = e
del t; print("traceback freed")
a = b = []
for _ in range(N): b = [b]
a.append(b); del a, b; gc.collect(); print("cycle freed", dels)
