"""__class__, __dict__ and __doc__ given away, super of a proxy, methods of other types, special methods found by descriptors."""
import sys, gc
def t(f, *a):
    try: print(f.__name__ if hasattr(f,'__name__') else f, repr(f(*a))[:200])
    except BaseException as e: print(getattr(f,'__name__',f), type(e).__name__, str(e)[:200])
# __get__ owner non-class
class P: pass
def fn(self): return self
def get_owner():
    return fn.__get__(3, 5)()
t(get_owner)
# slots wrapper mixing
def mix():
    class X(dict):
        __setattr__ = dict.__setitem__
        __neg__ = dict.copy
    x = X(); x.y = 42
    return x["y"], -x
t(mix)
def wrong():
    class X(dict): __setattr__ = list.__setitem__
    x=X(); x.y = 1
t(wrong)
def modcls():
    import types
    class M(types.ModuleType):
        __slots__=[]
    m=types.ModuleType('m'); m.__class__=M; m.__class__=types.ModuleType
    m.foo=1
    return type(m)
t(modcls)
def modcls2():
    import types
    class SubType(types.ModuleType): a=1
    m=types.ModuleType('m'); m.__class__=SubType
    m.__class__ = types.ModuleType
    class M2(types.ModuleType): __slots__='z',
    m.__class__=M2
t(modcls2)
def badcls():
    class Int(int): __slots__=[]
    x=True
    (1).__class__ = Int
t(badcls)
class Proxy(object):
    def __init__(self, obj): self.__obj = obj
    def __getattribute__(self, name):
        if name.startswith("_Proxy__"): return object.__getattribute__(self, name)
        return getattr(self.__obj, name)
class B0(object):
    def f(self): return "B.f"
class C0(B0):
    def f(self): return super(C0, self).f() + "->C.f"
def proxsup(): return C0.__dict__["f"](Proxy(C0()))
t(proxsup)
def deldict():
    class A: pass
    a=A(); a.x=1
    d=a.__dict__
    del a.__dict__
    a.y=2
    return d, a.__dict__
t(deldict)
def baddict():
    class A: pass
    a=A()
    for v in None,1,[]:
        try: a.__dict__=v
        except TypeError as e: print(e)
    A.__dict__={}
t(baddict)
def baddir():
    class F: __dict__ = 5
    return 'a' in dir(F())
def baddir2():
    class M(type): __dict__=5
    return dir(M('x',(),{}))
def baddir3():
    class F:
        def __dir__(self): return 5
    return dir(F())
t(baddir); t(baddir3)
def setclass():
    class G(object): __slots__=['a','b']
    class H(object): __slots__=['b','a']
    class I: __slots__=['a','b']
    class J: __slots__=['b','c']
    class K(G): __slots__=()
    class L(G): pass
    g=G(); g.a=1; g.__class__=H
    print(g.a)
    for x,c in (G(),I),(G(),J),(I(),J),(J(),J),(G(),L),(K(),G):
        try: x.__class__=c; print('ok')
        except TypeError as e: print(e)
t(setclass)
def setdoc():
    class X: "e"
    X.__doc__='a'
    try: del X.__doc__
    except TypeError as e: print(e)
    try: list.__doc__='b'
    except TypeError as e: print(e)
    try: del list.__doc__
    except TypeError as e: print(e)
    try: type(list).__dict__['__doc__'].__set__(list,'b')
    except TypeError as e: print(e)
    try: type(list).__dict__['__doc__'].__delete__(X)
    except TypeError as e: print(e)
t(setdoc)
def special():
    rec=[]
    class D:
        def __init__(self,i): self.i=i
        def __get__(self,o,t=None): rec.append(1); return self.i
    for n,i,run in [("__dir__",lambda:[],dir),("__round__",lambda:3,round),("__reversed__",lambda:3,reversed),("__length_hint__",lambda:3,lambda x: __import__('operator').length_hint(x)),("__complex__",lambda:3j,complex),("__format__",lambda s:'x',format),("__bytes__",lambda:b'',bytes),("__trunc__",lambda:3,__import__('math').trunc),("__floor__",lambda:3,__import__('math').floor),("__ceil__",lambda:3,__import__('math').ceil),("__instancecheck__",lambda o:1,lambda x:isinstance(3,x)),("__subclasscheck__",lambda o:1,lambda x:issubclass(int,x)),("__missing__",lambda k:4,None),("__index__",lambda:1,lambda x:[1,2][x]),("__enter__",lambda:1,None),("__aiter__",lambda:1,None),("__hash__",lambda:1,hash),("__len__",lambda:1,len),("__bool__",lambda:True,bool),("__int__",lambda:1,int),("__float__",lambda:1.0,float),("__repr__",lambda:'a',repr),("__iter__",lambda:iter([]),iter),("__contains__",lambda x:1,lambda x: 2 in x),("__call__",lambda:1,lambda x:x()),("__fspath__",lambda:'a',__import__('os').fspath),("__copy__",lambda:1,__import__('copy').copy),("__reduce_ex__",lambda p:'x',None)]:
        if not run: continue
        rec.clear()
        T=type('T',(),{n:D(i)})
        try: r=run(T()); print(n,rec, r if not n=='__iter__' else '')
        except Exception as e: print(n,rec,repr(e))
t(special)
