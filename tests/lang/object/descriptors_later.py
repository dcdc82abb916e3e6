"""Classes whose attributes become descriptors after they have been read, and what is left when a new MRO fails."""
class Descriptor: pass
class C:
    def __init__(self): self.x = 1
    x = Descriptor()
def f(o): return o.x
def g(o): o.x = 5
o = C()
for i in range(2000): assert f(o) == 1
for i in range(2000): g(o)
Descriptor.__get__ = lambda self, instance, value: 2
print(f(o))
Descriptor.__set__ = lambda *args: print("set")
print(f(o)); g(o)
del Descriptor.__set__, Descriptor.__get__
print(f(o)); g(o); print(f(o))
class Base: pass
class D(Base): pass
class WithGet:
    def __get__(s, i, o): return "got"
    def __set__(s, i, v): print("set", v)
class E:
    y = D()
e = E()
e.y = 3
def h(o): return o.y
def k(o): o.y = 4
def m(o): return o.y()
for i in range(2000): h(e), k(e)
e.y = int
for i in range(2000): m(e)
D.__bases__ = WithGet,
print(h(e)); k(e)
D.__bases__ = Base,
print(h(e)); k(e); print(h(e))
WithGet.__get__ = lambda s, i, o: (lambda: "called")
D.__bases__ = WithGet,
print(m(e), E.y())
class Meta(type): z = Descriptor()
class K(metaclass=Meta): z = 3
def kz(): return K.z
for i in range(2000): kz()
Descriptor.__get__ = lambda s, i, o: "meta"
Descriptor.__set__ = lambda *a: None
print(kz())
class Once(type):
    def __new__(cls, name, bases, ns):
        cls.flag = 0
        return super().__new__(cls, name, bases, ns)
    def mro(cls):
        if cls.flag > 0: raise RuntimeError("bozo")
        cls.flag += 1
        return type.mro(cls)
class C: pass
class C2:
    def __len__(self): return 3
class D(C): pass
class E(D): pass
class F(D, metaclass=Once): pass
class G(D): pass
before = E.__mro__, D.__mro__, F.__mro__, G.__mro__
try: D.__bases__ = C2,
except RuntimeError as e: print(e)
print(before == (E.__mro__, D.__mro__, F.__mro__, G.__mro__), D.__bases__, C.__subclasses__(), C2.__subclasses__())
for X in E, D, F, G:
    try: print(len(X()))
    except TypeError as e: print(e)
F.flag = Once.flag = -5
D.__bases__ = C2,
for X in E, D, F, G: print(len(X()), X.__mro__)
class P:
    def __pow__(self, a, b=None): return "P", a, b
class Q(P): pass
class R:
    pass
class S(R): pass
class T(S): pass
S.__bases__ = Q,
print(pow(T(), 2), pow(T(), 2, 3), pow(S(), 1))
