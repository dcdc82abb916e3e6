from _weakref import ref, proxy, getweakrefcount, getweakrefs, ReferenceType
import gc
class A:
    def __init__(s,n=0): s.n=n
    def __eq__(s,o): return isinstance(o,A) and s.n==o.n
    def __hash__(s): return hash(s.n)
    def hello(s): return 'hello %s'%s.n
    def __repr__(s): return 'A(%d)'%s.n
a=A(1)
r=ref(a); r2=ref(a); print(r is r2, r() is a, getweakrefcount(a), r, type(r), r.__callback__)
def cb(name): return lambda x: print('cb',name,x() )
r3=ref(a,cb('one')); r4=ref(a,cb('two')); r5=ref(a,cb('three'))
print(r3==r, r3 is r, hash(r)==hash(a), getweakrefcount(a), len(getweakrefs(a)), r==ref(A(1)), r!=ref(A(2)))
b=A(1); rb=ref(b); print(rb==r, {r:1}[rb])
del r4
del a
print(r(), r, r3==r, r==r2, hash(r))
try: hash(r5)
except TypeError as e: print(e)
for x in (1,'a',[],{},(),None,1.5,object(),b'',Ellipsis,range(3),slice(1)):
    try: ref(x); print('ok',type(x))
    except TypeError as e: print(e)
def f(): pass
def g(): yield
for x in (f,A,len,set(),frozenset(),g(),f.__code__,type,gc,a if 0 else f, A(1).hello):
    print(type(x).__name__, ref(x)() is x if not isinstance(x,type(A(1).hello)) else '', 'f' if ref(x) else '')
class S: __slots__=('x',)
try: ref(S())
except TypeError as e: print(e)
class S2: __slots__=('x','__weakref__')
s=S2(); rs=ref(s); print(rs() is s, s.__weakref__ is rs)
class I(int): pass
try: ref(I())
except TypeError as e: print(e)
class St(str): pass
st=St('q'); print(ref(st)())
class L(list): pass
l=L([1]); rl=ref(l); print(rl()); del l; print(rl())
class T(tuple): pass
try: ref(T())
except TypeError as e: print(e)
class Ex(Exception): pass
e=Ex(); print(ref(e)() is e)
try: ref(ValueError())
except TypeError as e: print(e)
# cycles
class N: pass
n=N(); n.self=n; rn=ref(n,lambda r: print('cycle cb',r())); del n; print(gc.collect()>0, rn())
n=N(); n.self=n; n.r=ref(n,lambda r: print('never')); del n; gc.collect()
# resurrect order
class D:
    def __del__(s): print('del', rd())
d=D(); rd=ref(d,lambda r: print('cb d',r())); del d
d=D(); d.s=d; rd=ref(d,lambda r: print('cb d2',r())); del d; gc.collect()
# callback raising
x=N(); rx=ref(x,lambda r:1/0); del x
# subclass
class KR(ref):
    __slots__=('key',)
    def __new__(c,o,cb,key): s=super().__new__(c,o,cb); s.key=key; return s
    def __init__(s,o,cb,key): super().__init__(o,cb)
y=N(); k=KR(y,None,'kk'); print(k.key,k() is y, isinstance(k,ReferenceType)); k2=KR(y,None,'k3'); print(k2 is k); del y; print(k())
for z in (lambda: ref(),lambda:ref(1,2,3),lambda: ref(N(),callback=5), lambda: proxy(5)):
    try: print(z())
    except TypeError as e: print(e)
