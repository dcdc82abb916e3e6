# scopes: closures, global, nonlocal, classes, comprehensions, __class__, name mangling
x = "global"
def outer():
    x = "outer"
    def inner():
        return x
    def setter():
        nonlocal x
        x = "set"
    before = inner()
    setter()
    return before, inner(), x
print(outer(), x)
def g():
    global x, newglobal
    x = "changed"
    newglobal = 1
g()
print(x, newglobal)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c1, c2 = counter(), counter()
print(c1(), c1(), c1(5), c2())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def args_in_cells(a, b=2, *args, c, d=4, **kw):
    def show():
        return a, b, args, c, d, kw
    return show
print(args_in_cells(1, c=3)(), args_in_cells(1, 5, 6, 7, c=8, e=9)())
def delcell():
    v = 1
    def r():
        return v
    del v
    try:
        r()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        print(v)
    except NameError as e:
        print(type(e).__name__, e)
delcell()
class C:
    x = "class"
    y = [x for _ in range(2)]
    z = x
    def m(self):
        return x
    def __secret(self):
        return "secret"
    def call(self):
        self.__attr = 1
        return self.__secret(), self._C__attr
    class D:
        w = x
        def who(self):
            return __class__.__qualname__
print(C.y, C.z, C().m(), C().call(), C.D.w, C.D().who())
print(sorted(k for k in C.__dict__ if "secret" in k), C.__module__, C.__qualname__, C.D.__qualname__)
def klass(v):
    class K:
        a = v
        v = "own"
        b = v
        def m(self):
            return v
    return K
try:
    k = klass(1)
    print(k.a, k.b, k().m())
except NameError as e:
    print(e)
def klass2(v):
    class K:
        a = v
        def m(self):
            return v
        def n(self, q=v):
            return [q + v for _ in range(2)]
    return K
k = klass2(3)
print(k.a, k().m(), k().n())
class Base:
    def hello(self):
        return "base " + type(self).__name__
    @classmethod
    def make(cls):
        return cls()
    @staticmethod
    def st():
        return "st"
    @property
    def p(self):
        return "p"
class Derived(Base):
    def hello(self):
        return "derived " + super().hello()
    @classmethod
    def make(cls):
        r = super().make()
        r.made = True
        return r
    def __init_subclass__(cls, **kw):
        print("sub", cls.__name__, kw)
        super().__init_subclass__()
class Third(Derived, option=1):
    "doc of Third"
    def hello(self):
        f = lambda: super(Third, self).hello()
        return f() + [super().hello() for super in [lambda: Base()]][0]
print(Derived().hello(), Derived.make().made, Base.st(), Base().p, Third.__doc__)
print(Third().hello())
def deco(tag):
    print("deco", tag)
    def apply(f):
        print("apply", tag, f.__name__)
        f.tags = getattr(f, "tags", []) + [tag]
        return f
    return apply
@deco(1)
@deco(2)
def decorated(a: int, b: "str" = "x", *c: float, d: list = None, **e: dict) -> bool:
    "doc"
    return a
print(decorated.tags, decorated.__annotations__, decorated.__doc__, decorated.__defaults__, decorated.__kwdefaults__)
@deco("c")
class Decorated: pass
print(Decorated.tags)
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("meta", name, bases, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name)
        return {"prepared": 1}
class WithMeta(metaclass=Meta, k=1):
    attr = 1
    print("body", prepared)
bases = (Base,)
class Star(*bases, **{"metaclass": type}):
    pass
print(Star.__mro__)
print(outer.__qualname__, counter().__qualname__, klass(1).__qualname__ if 0 else "", fs[0].__qualname__, (lambda: 0).__name__)
matrix = [[r * 3 + c for c in range(3)] for r in range(2)]
print(matrix, {v: k for k, v in enumerate("abc")}, {c % 2 for row in matrix for c in row if c}, list(a * b for a in (1, 2) for b in (3, 4) if a != b))
def genexp(n):
    return sum(v * n for v in range(n)), [n + v for v in range(3) if v != n]
print(genexp(3))
print([(a, b) for a, b in {"k": 1}.items()], [[y for y in range(x)] for x in range(3)], [*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}})
def rec(n):
    def even(k): return True if k == 0 else odd(k - 1)
    def odd(k): return False if k == 0 else even(k - 1)
    return even(n)
print(rec(10), rec(7))
print(outer.__code__.co_varnames, outer.__code__.co_cellvars, args_in_cells.__code__.co_varnames, args_in_cells.__code__.co_cellvars)
print(counter().__code__.co_freevars, args_in_cells.__code__.co_argcount, args_in_cells.__code__.co_kwonlyargcount, args_in_cells.__code__.co_flags, gen.__code__.co_flags if 0 else "")
exec("q = 5\ndef ex(): return q\nprint(ex(), [q for _ in range(2)])")
ns = {}
exec("a = 1\nb = [a + i for i in range(2)]\nclass E:\n  z = a", {"a": 7}, ns) if 0 else exec("a = 1\nb = a + 1\nclass E:\n  z = 2", {}, ns)
print(sorted(ns), eval("a + b", {}, ns), eval("x"))
def locs(a):
    b = 2
    return sorted(locals())
print(locs(1))
