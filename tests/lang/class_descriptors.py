def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Data:
    def __get__(self, instance, owner): return ("get", instance is None, owner.__name__)
    def __set__(self, instance, value): print("set", value)
    def __delete__(self, instance): print("delete")
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name)


class NonData:
    def __get__(self, instance, owner=None): return "nondata"


class C:
    d = Data()
    n = NonData()


c = C()
print(c.d, C.d, c.n, C.n)
c.d = 5
del c.d
c.__dict__["d"] = "hidden"
c.__dict__["n"] = "wins"
print(c.d, c.n)


class P:
    def __init__(self): self._x = 1

    @property
    def x(self):
        "the x"
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2

    @x.deleter
    def x(self):
        print("deleted")
        self._x = None

    @property
    def readonly(self): return 7


p = P()
print(p.x)
p.x = 21
print(p.x, P.x.__doc__, P.x.fget.__name__, P.x.fset is not None)
del p.x
print(p.x)
show(lambda: setattr(p, "readonly", 1))
show(lambda: delattr(p, "readonly"))
show(lambda: P.x.__get__(None, P) is P.x)


class Missing:
    @property
    def bad(self):
        return self.nothing

    def __getattr__(self, name):
        return "fallback " + name


print(Missing().bad, Missing().other)
w = property()
class W:
    q = w
show(lambda: W().q)


class S:
    @staticmethod
    def s(a, b=2): return (a, b)

    @classmethod
    def c(cls, a): return (cls.__name__, a)

    @classmethod
    def make(cls): return cls()


class T(S):
    pass


print(S.s(1), S().s(3), S.c(1), S().c(2), T.c(3), T().c(4), type(T.make()).__name__)
print(S.__dict__["s"].__func__ is S.s, S.c.__self__ is S, type(S.__dict__["c"]).__name__, type(S.__dict__["s"]).__name__)
print(S.__dict__["s"](5))


class G:
    def __getattribute__(self, name):
        if name == "magic":
            return 42
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("setattr", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


g = G()
g.a = 1
print(g.a, g.magic)
del g.a
show(lambda: g.a)


class H:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(name)


h = H()
print(h.xyz, hasattr(h, "abc"), getattr(h, "abc", 1))
show(lambda: h.abc)
h.xyz = 1
print(h.xyz)


class Sl:
    __slots__ = ("a", "b")

    def __init__(self): self.a = 1


s = Sl()
print(s.a)
show(lambda: s.b)
s.b = 2
print(s.b)
del s.b
show(lambda: s.b)
show(lambda: setattr(s, "c", 1))
show(lambda: s.__dict__)
print(Sl.a, Sl.__slots__)


def again():
    del s.b


show(again)


class Sl2(Sl):
    __slots__ = ("c",)


class Sl3(Sl2):
    pass


x = Sl3()
x.a, x.c, x.z = 5, 6, 7
print(x.a, x.c, x.z, x.__dict__)
show(lambda: type("B", (), {"__slots__": ("a",), "a": 1}))
show(lambda: type("B", (), {"__slots__": (3,)}))
show(lambda: type("B", (), {"__slots__": ("a b",)}))
show(lambda: type("B", (int,), {"__slots__": ("a",)}))
show(lambda: type("B", (Sl, Sl3), {}))


class WithDict:
    __slots__ = ("a", "__dict__")


wd = WithDict()
wd.a, wd.q = 1, 2
print(wd.__dict__, wd.a)


class Priv:
    __slots__ = ("__secret",)

    def __init__(self): self.__secret = 9

    def get(self): return self.__secret


print(Priv().get(), Priv()._Priv__secret)

# method objects
class M:
    def f(self): pass

    def __repr__(self): return "<M>"


m = M()
print(m.f, m.f == m.f, m.f is m.f, m.f == M().f, hash(m.f) == hash(m.f), m.f.__name__, m.f.__qualname__)
show(lambda: setattr(m.f, "x", 1))
M.f.tag = "t"
print(m.f.tag, M.f.__dict__)


class Callable:
    def __call__(self, *args): return args


class UsesCallable:
    f = Callable()


print(UsesCallable().f(1))


class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = self.f(instance)
        instance.__dict__[self.name] = value
        return value


class UsesCached:
    @Cached
    def slow(self):
        print("computed")
        return 99


u = UsesCached()
print(u.slow, u.slow)


class BadSetName:
    def __set_name__(self, owner, name): raise ValueError("no")


show(lambda: type("X", (), {"attr": BadSetName()}))
