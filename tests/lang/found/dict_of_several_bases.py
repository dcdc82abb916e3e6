"""The __dict__ descriptor of one base on instances that another base gives their dict."""
class Base(object): pass
class A:
    __slots__=()
class B(Base): pass
d = Base.__dict__['__dict__']
for o in (A(), B(), 5, Exception(), type, len, Base):
    try: print(type(d.__get__(o)))
    except Exception as e: print(type(e).__name__, e)
    try: d.__set__(o, {})
    except Exception as e: print(type(e).__name__, e)
class Exc(Exception, Base): pass
e=Exc()
print(Exc.__mro__, Exc.__dict__.get('__dict__'))
try: d.__set__(e, {'a':1}); print(e.a)
except Exception as x: print(x)
import types
class ML(types.ModuleType, Base): pass
m=ML('m'); m.x=1
print(d.__get__(m) if 1 else 0)
class T(type, Base): pass
t=T('t',(),{})
try: print(type(d.__get__(t)))
except Exception as x: print(type(x), x)
try: d.__set__(t, {}); print('set')
except Exception as x: print(type(x), x)
