"""Which AttributeErrors name the attribute and the object (and so suggest another): all that come out of a lookup, none of setting and deleting."""
class S:
    __slots__='abc'
    def __getattr__(self, n):
        raise AttributeError(n)
class T:
    blech=1
    def __getattr__(self, n): raise AttributeError()
class U:
    blech=1
    def __getattr__(self, n): raise AttributeError("x","y")
class V:
    blech=1
    def __getattr__(self, n): raise AttributeError("msg %s"%n)
class W:
    blech=1
    def __getattribute__(self, n): raise AttributeError("msg")
class P:
    blech=1
    @property
    def q(self): return self.bleck
    @property
    def blach(self): raise AttributeError("inner")
import traceback,sys
def t(f):
    try: f()
    except AttributeError as e: traceback.print_exception(e, limit=0, file=sys.stdout); print(e.name, e.obj is not None)
def setter(o,n): setattr(o,n,1)
t(lambda: setter(S(),'abd')); t(lambda: setter(None,'__module__')); t(lambda: setter(3,'reel')); t(lambda: delattr(S(),'abd'))
t(lambda: T().blach); t(lambda:U().blach); t(lambda:V().blach); t(lambda:W().blach); t(lambda:P().q); t(lambda:P().blach); t(lambda:P.bleck); t(lambda: getattr(P(),'bleck'))
t(lambda: sys.pathh); t(lambda: delattr(P(), 'bleck')); t(lambda: delattr(sys,'pathh'));t(lambda: [].apend); t(lambda: setter([],'apend'))
def fn(): pass
t(lambda: setter(int,'reel')); t(lambda: fn.__nam__); t(lambda: delattr(fn,'xx'))
