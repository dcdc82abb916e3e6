"""Class statements, hooks whose binding raises, NotImplemented's truth, tracebacks and reductions made by hand: what CPython answers."""
import sys, types
def t(f, *a, **k):
    try: print(repr(f(*a, **k))[:120])
    except BaseException as e: print(type(e).__name__, str(e)[:150].encode('utf8','backslashreplace'))
class B: pass
t(type, 'A', (B,), {'__slots__': '__dict__'})
t(type, 'A', (B,), {'__slots__': '__weakref__'})
t(type, 'A', (), {'__slots__': ('__dict__','__dict__')})
t(type, 'A', (), {'__slots__': ('__weakref__','__weakref__')})
t(type, 'A\udcdcB', (), {})
t(type, 'A', (), {'__doc__': 'x\udcdcy'})
t(type, 'A\0B', (), {})
def sn(): B.__name__ = 'A\udcdcB'
t(sn)
class Foo(types.ModuleType):
    __dict__ = 8
t(dir, Foo('foo'))
class C:
    def getDict(self): return {'a':2}
    __dict__ = property(fget=getDict)
t(vars, C())
t(C().__getattribute__, '__dict__')
print(sorted(x for x in dir(C()) if x == 'a'))
t(bytearray(b'abc').translate, b'1', 1)
t(bytearray(b'abc').translate, b'1'*256, 1)
t(b'abc'.translate, b'1'*256, 1)
t(b'abc'.translate, b'1', 1)
import warnings
warnings.simplefilter('error')
t(bool, NotImplemented)
def n(): 
    if NotImplemented: return 1
t(n)
t(lambda: not NotImplemented)
warnings.simplefilter('default')
def booh(self): raise AttributeError("booh")
class I: __init__ = property(booh)
t(I)
class E: __eq__ = property(booh)
t(lambda: E() == E())
class H: __len__ = property(booh)
t(lambda: len(H()))
class H: __iter__ = property(booh)
t(lambda: iter(H()))
class H: __add__ = property(booh)
t(lambda: H()+1)
class H: __call__ = property(booh)
t(lambda: H()())
class H: __hash__ = property(booh)
t(lambda: hash(H()))
class H: __bool__ = property(booh)
t(lambda: bool(H()))
class H: __repr__ = property(booh)
t(lambda: repr(H())[:12])
class H: __getitem__ = property(booh)
t(lambda: H()[1])
class H: __enter__ = property(booh)
def w():
    with H(): pass
t(w)
class H: __setattr__ = property(booh)
def w(): H().x = 1
t(w)
class H: __contains__ = property(booh)
t(lambda: 1 in H())
class H: __new__ = property(booh)
t(H)
class H: __str__ = property(booh)
t(lambda: str(H()))
class H: __format__ = property(booh)
t(lambda: format(H()))
class H: __index__ = property(booh)
t(lambda: hex(H()))
class H: __float__ = property(booh)
t(lambda: float(H()))
class H: __getattr__ = property(booh)
t(lambda: H().x)
class H: __get__ = property(booh)
class K: h = H()
t(lambda: K().h)
tb = types.TracebackType(None, sys._getframe(), 1, 2)
print(tb.tb_next, tb.tb_frame is sys._getframe(), tb.tb_lasti, tb.tb_lineno)
for args in ((tb, 1, 1, 2), (1, sys._getframe(), 1, 2), (None, sys._getframe(), "x", 2), (None, sys._getframe(), 1, 1.5), (None, sys._getframe(), 1 << 40, 2)):
    t(types.TracebackType, *args)
try:
    raise KeyError("k").with_traceback(types.TracebackType(tb, sys._getframe(), -1, 3))
except KeyError as e:
    seen = e.__traceback__
    while seen:
        print(seen.tb_lineno > 10, seen.tb_lasti < 2)
        seen = seen.tb_next
class Base:
    pass
class Exception1(Exception, Base): pass
def dd(e): del e.__dict__
t(dd, Exception1()); t(dd, ValueError())
def dd(e): e.__dict__ = {'a': 1}; return e.a
t(dd, Exception1()); t(dd, ValueError())
class C4:
    def __getnewargs_ex__(self): return ("bad", {})
t(C4().__reduce_ex__, 2)
class C4:
    def __getnewargs_ex__(self): return ((), ())
t(C4().__reduce_ex__, 2)
class C4:
    def __getnewargs_ex__(self): return ()
t(C4().__reduce_ex__, 2)
class C4:
    def __getnewargs_ex__(self): return 'bad args'
t(C4().__reduce_ex__, 2)
class C4:
    def __getnewargs__(self): return 'bad args'
t(C4().__reduce_ex__, 2)
class M2(types.ModuleType):
    def getdict(self): return "Not a dict!"
    __dict__ = property(getdict)
m=M2('m2'); m.b = 2
t(lambda: m.__dict__); t(dir, m)


def null():
    B.__name__ = "A\0B"


t(null)


class NoClass:
    __slots__ = ["__class__", "__dict__"]
    def __init__(self): self.bar = 1


print(dir(NoClass()))
import itertools
for base, args in ((filter, (None, [0, 1])), (map, (str, [1])), (itertools.chain, ([1],)), (itertools.islice, ([1, 2], 1)), (itertools.cycle, ([1],)), (reversed, ([1],))):
    class Sub(base):
        pass
    t(Sub, *args, newarg=3)
    class Sub(base):
        def __init__(self, *args, newarg): self.newarg = newarg
    t(lambda: Sub(*args, newarg=3).newarg)
    t(lambda: next(Sub(*args, newarg=3)))
