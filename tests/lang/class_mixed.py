# assorted
import sys
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class A:
    def __init__(self): self.v=1
show(lambda: A.v)
show(lambda: A().w)
try:
    A().value
except AttributeError as e:
    print(e.name, type(e.obj).__name__)
# exceptions class hierarchy w/ slots
class E(Exception):
    __slots__=('a',)
    def __init__(self,*a): self.a=a; super().__init__(*a)
try: raise E(1,2)
except E as e: print(e.a,e.args,e, repr(e))
e = E(3); e.extra = 1; print(e.__dict__, e.extra)
class KW(dict):
    __slots__=('x',)
k = KW(); k.x = 3; k[1]=2; print(k, k.x)
show(lambda: setattr(k,'y',1))
class L2(KW): pass
q = L2(a=1); q.x=1; q.y=2; print(q, q.x, q.y, q.__dict__)
# multiple inheritance with builtin
class Mixin:
    def hello(self): return "hello %s" % self
class MI(Mixin, int): pass
print(MI(4).hello(), MI(4)+1)
m = MI(5); m.z = 1; print(m.z)
class MS(str, Mixin): pass
print(MS("x").hello())
class Both(A, dict): pass
b = Both(); b['k'] = 1; print(b, b.v)
class SA: __slots__ = ('a',)
class Mix2(A, SA): pass
x = Mix2(); x.a = 5; print(x.a, x.v, x.__dict__)
class EmptySlots(A): __slots__ = ()
x = EmptySlots(); x.foo = 1; print(x.foo, x.v)
# int enum like
class Color(int):
    RED = 1
    def __repr__(self): return "Color"
print([Color(1)], f"{Color(1)}", str(Color(1)), "%d" % Color(7), Color(3) < 4)
print({Color(1): 'a'}[1])
class F2(float):
    def __repr__(self): return "F2"
print(F2(1.5), [F2(2)], f"{F2(1.25):.1f}")
class BY(bytes): pass
print(BY(b'abc'), type(BY(b'x')[0:1]).__name__)
class FS(frozenset):
    pass
z = FS([1]); z.n = 1; print(z, z.n)
class RS:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return self if i is None else i.__dict__.get(self.n, 'unset')
    def __set__(self, i, v): i.__dict__[self.n] = v
class UseRS:
    a = RS(); b = RS()
u = UseRS(); print(u.a); u.a = 3; print(u.a, u.b, u.__dict__)
# class attr via instance with caching loops
class Cnt:
    n = 0
    def bump(self): self.n += 1; return self.n
    def cb(self): Cnt.n += 1; return Cnt.n
c = Cnt()
for i in range(5): c.bump()
print(c.n, Cnt.n)
for i in range(5): c.cb()
print(c.n, Cnt.n)
def loop(o):
    out=[]
    for i in range(6):
        out.append(o.meth())
        if i == 2: type(o).meth = lambda self: 'new'
        if i == 4: o.meth = lambda: 'inst'
    return out
class Mth:
    def meth(self): return 'old'
print(loop(Mth()))
def loop2(cls):
    out=[]
    for i in range(6):
        out.append(cls().attr)
        if i == 2: cls.attr = 5
        if i == 4: cls.attr = property(lambda s: 'prop')
    return out
class At: attr = 1
print(loop2(At))
class Par: x = 1
class Ch(Par): pass
def loop3():
    out=[]
    for i in range(5):
        out.append(Ch.x); out.append(Ch().x)
        if i == 1: Par.x = 2
        if i == 2: Ch.x = 3
        if i == 3: del Ch.x
    return out
print(loop3())
# del/set order & dict mode
class O: pass
o = O(); o.a=1;o.b=2;o.c=3; del o.b; o.b=4; print(o.__dict__)
o = O(); o.a=1;o.b=2; del o.b; o.c=4; o.b=1; print(o.__dict__, [k for k in o.__dict__])
for name in ('a','b','c'): delattr(o,name)
print(o.__dict__)
show(lambda: o.a)
# object with __getattr__ & property raising
class GA:
    def __getattr__(self, n):
        if n == 'loop': return self.loop2
        raise AttributeError("custom " + n)
show(lambda: GA().loop)
show(lambda: GA().zzz)
print(hasattr(GA(),'loop'))
# recursion repr
class RR:
    def __init__(self): self.l=[self]
    def __repr__(self): return f"RR({self.l})"
show(lambda: repr(RR()))
class Rec:
    def __eq__(self, o): return self == o
show(lambda: Rec() == Rec())
class RecStr:
    def __str__(self): return str(self)
show(lambda: str(RecStr()))
class RecGA:
    def __getattr__(self, n): return getattr(self, n + 'x')
show(lambda: RecGA().a)
l = []
for i in range(100000): l = [l]
show(lambda: l == l)
sys.setrecursionlimit(200)
def f(n): return f(n+1)
show(lambda: f(0))
print(isinstance(True, int), issubclass(bool, int), type(True).__mro__)
print(type(1).__name__, (1).__class__, "a".__class__.__name__, [].__class__)
class Meta(type):
    def __getattr__(cls, n): return "meta:" + n
    def __setattr__(cls, n, v): print("mset", n); super().__setattr__(n, v)
class UM(metaclass=Meta): z = 1
print(UM.foo, UM.z); UM.q = 3; print(UM.q)
class AbsMeta(type):
    def __call__(cls, *a): return ("called", cls.__name__, a)
class AM(metaclass=AbsMeta): pass
print(AM(1,2))
print(object().__eq__(1), object.__ne__(1,2), object.__lt__(1,2), (1).__ne__(1), object.__hash__(1) == object.__hash__(1))
print(object.__repr__(1)[:12], object.__str__("x"), type.__repr__(int), object.__format__(5, ""))
show(lambda: object.__format__(5, "d"))
show(lambda: format(A(), "x"))
show(lambda: object.__setattr__(int, "x", 1))
show(lambda: type.__setattr__(int, "x", 1))
show(lambda: object.__getattribute__(5, "real"))
show(lambda: super(A).foo)
show(lambda: A.__init__())
show(lambda: A.__init__(1))
show(lambda: int.from_bytes(b'\1\0', 'big'))
show(lambda: dict.fromkeys([1,2], 3))
show(lambda: str.maketrans({'a':'b'}))
show(lambda: list[int])
show(lambda: int | str)
show(lambda: isinstance(3, int | str))
show(lambda: float.__add__(1.5, 2))
show(lambda: (3).__radd__(1.5))
show(lambda: int.__new__(int, "12"))
show(lambda: list.__init__([1], (2,3)))
show(lambda: tuple.__new__(tuple, [1,2]))
show(lambda: type.__call__(int, "5"))
show(lambda: property(lambda s: 1).__get__(5))
show(lambda: classmethod(lambda c: c).__get__(None, int)())
show(lambda: staticmethod(lambda: 5).__get__(1)())
show(lambda: staticmethod(len)("abc"))
