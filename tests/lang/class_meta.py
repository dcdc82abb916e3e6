def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}

    def method(cls): return "meta method of " + cls.__name__

    @property
    def prop(cls): return "meta prop " + cls.__name__

    def __len__(cls): return 5
    def __iter__(cls): return iter("abc")
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, k): return k == 1
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __instancecheck__(cls, o): return o == "instance"
    def __subclasscheck__(cls, o): return o is int


class A(metaclass=Meta, option=3):
    x = 1
    def __init__(self, v): self.v = v


class B(A):
    pass


a = A(5)
print(a.v, A.injected, A.method(), B.method(), A.prop, len(A), list(A), A["k"], 1 in A, A, type(A), type(B))
print(isinstance("instance", A), isinstance(a, A), issubclass(int, A), issubclass(str, A), isinstance(3, A))
show(lambda: a.method())


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry.append((cls.__name__, tag))


class D1(Base): pass
class D2(Base, tag="t"): pass
print(Base.registry)
show(lambda: type("D3", (Base,), {}, tag=4))
show(lambda: type("E", (), {}, bad=1))
print(Base.registry)

T = type("T", (Base,), {"a": 1, "f": lambda self: self.a})
print(T, T().f(), T.__name__, T.__module__, T.__qualname__)
show(lambda: type("a", "b"))
show(lambda: type(1, 2, 3))
show(lambda: type("A", [], {}))
show(lambda: type("A", (int, str), {}))
show(lambda: type("A", (bool,), {}))
show(lambda: type("A", (3,), {}))
show(lambda: type("A", (Base, D1), {}))
show(lambda: type("A", (Base, Base), {}))

class X(type): pass
class Y(type): pass
class XX(metaclass=X): pass
class YY(metaclass=Y): pass
show(lambda: type("Z", (XX, YY), {}))


# MRO
class O: pass
class AA(O): pass
class BB(O): pass
class CC(AA, BB): pass
class DD(BB, AA): pass
print([c.__name__ for c in CC.__mro__])
show(lambda: type("EE", (CC, DD), {}))


class Diamond0:
    def f(self): return ["0"]
class Diamond1(Diamond0):
    def f(self): return ["1"] + super().f()
class Diamond2(Diamond0):
    def f(self): return ["2"] + super().f()
class Diamond3(Diamond1, Diamond2):
    def f(self): return ["3"] + super().f()
print(Diamond3().f(), super(Diamond1, Diamond3()).f(), super(Diamond3, Diamond3).f is Diamond1.f)
print(super(Diamond1, Diamond3()))
show(lambda: super(Diamond1, Diamond0()))
show(lambda: super(1))
show(lambda: super(Diamond1, Diamond3()).missing)


# __class__ cell, __class__ assignment
class Cell:
    def f(self): return __class__
print(Cell().f() is Cell)


class One:
    def who(self): return "one"
class Two:
    def who(self): return "two"
o = One()
o.attr = 3
o.__class__ = Two
print(o.who(), o.attr, type(o).__name__)
show(lambda: setattr(o, "__class__", int))
show(lambda: setattr(o, "__class__", 3))
class Slotted: __slots__ = ("a",)
show(lambda: setattr(o, "__class__", Slotted))


# names
One.__name__ = "Uno"
print(One, One.__name__)
show(lambda: setattr(One, "__name__", 3))
One.__qualname__ = "Q.Uno"
print(One)
show(lambda: setattr(One, "__dict__", {}))
show(lambda: setattr(One, "__bases__", ()))
print(One.__dict__["who"] is One.who, type(One.__dict__).__name__, "who" in One.__dict__)
show(lambda: One.__dict__.__setitem__("a", 1))

# __new__
class Singleton:
    _it = None
    def __new__(cls, *a):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it
    def __init__(self, *a): print("init", a)
print(Singleton(1) is Singleton(2))


class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
show(lambda: int.__new__(str))
show(lambda: int.__new__(3))
show(lambda: int.__new__())
show(lambda: object.__new__(int))


class Int(int):
    def __new__(cls, v, extra): 
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def __add__(self, o): return Int(int(self) + int(o), "sum")
i = Int(5, "x")
print(i, i + 2, (i + 2).extra, i * 2, i.extra, isinstance(i, int), i == 5, hash(i) == hash(5), {5: "five"}[i], type(i * 2).__name__)


class Str(str):
    def shout(self): return self.upper() + "!"
s = Str("abc")
s.tag = 1
print(s, s.shout(), s + "d", len(s), s.tag, s == "abc", {"abc": 1}[s], type(s + "").__name__)


class List(list):
    def __init__(self, *a): super().__init__(a); self.name = "L"
    def __getitem__(self, i): return ("got", super().__getitem__(i))
l = List(1, 2, 3)
l.append(4)
print(l, l[0], len(l), l.name, list(l), l == [1, 2, 3, 4], sum(l))


class Dict(dict):
    def __missing__(self, k): return "missing " + k
d = Dict(a=1)
d["b"] = 2
d.attr = "x"
print(d, d["a"], d["zz"], d.get("q"), d.attr, "b" in d, len(d))


class Tup(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = Tup(1, 2)
print(t, t.first, t == (1, 2), len(t), t + (3,), [x for x in t])
a, b = t
print(a, b)


class Flt(float):
    unit = "m"
f = Flt(2.5)
f.note = "n"
print(f, f + 1, f.unit, f.note, Flt(0.0), isinstance(f, float))


class Exc(ValueError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
try:
    raise Exc(3, "bad")
except ValueError as e:
    print(e, e.code, e.args, repr(e))


class Set(set):
    def add2(self, *a):
        for x in a: self.add(x)
st = Set([1])
st.add2(2, 3)
st.q = 1
print(st, len(st), st.q, st | {9})

# class decorators, nested functions, closures over class
def deco(cls):
    cls.decorated = True
    return cls
@deco
class Decorated: pass
print(Decorated.decorated)

# abstract-like, mro entries, class_getitem
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int], CG["a", 2])
show(lambda: D1[0])
class ME:
    def __mro_entries__(self, bases): return (One,)
class FromEntry(ME()): pass
print([c.__name__ for c in FromEntry.__mro__], FromEntry.__orig_bases__ != FromEntry.__bases__)
print([x for x in dir(Two) if not x.startswith("__")], [x for x in dir(Two()) if not x.startswith("__")])
print([x for x in dir(object) if x not in ('__getstate__', '__reduce__', '__reduce_ex__')])
print(sorted(Two.__dict__))
