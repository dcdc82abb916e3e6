from _weakref import proxy
class A:
    def __init__(s): s.v=5; s.d={}
    def m(s): return s.v
    def __len__(s): return 3
    def __getitem__(s,i): return i*2
    def __setitem__(s,i,v): s.d[i]=v
    def __delitem__(s,i): del s.d[i]
    def __add__(s,o): return ('add',o)
    def __radd__(s,o): return ('radd',o)
    def __iadd__(s,o): s.v+=o; return s
    def __neg__(s): return 'neg'
    def __invert__(s): return 'inv'
    def __str__(s): return 'strA'
    def __contains__(s,x): return x==1
    def __bool__(s): return False
    def __iter__(s): return iter([1,2])
    def __eq__(s,o): return 'eq'
    def __lt__(s,o): return 'lt'
    def __divmod__(s,o): return 'dm'
    def __int__(s): return 7
    def __index__(s): return 2
class C:
    def __call__(s,*a,**k): return a,k
a=A(); p=proxy(a)
print(p.v,p.m(),len(p),p[4],p+1,1+p,-p,~p,str(p),1 in p,bool(p),list(p),p==1,p<1,divmod(p,3),isinstance(p,A),type(p),p.__class__)
p.z=9; print(a.z); del p.z; print(hasattr(a,'z')); p[1]=2; print(a.d); del p[1]; print(a.d)
try: hash(p)
except TypeError as e: print(e)
try: p()
except TypeError as e: print(e)
print([1,2,3][p], 'ab'*p)
q=p; q+=5; print(a.v, type(q))
c=C(); pc=proxy(c,lambda r: print('gone')); print(pc(1,x=2),type(pc)); del c
try: pc()
except ReferenceError as e: print(e)
q=None
del a
for f in (lambda:p.v,lambda:str(p),lambda:len(p),lambda:p+1,lambda:p[0],lambda:bool(p),lambda:list(p),lambda:p==1):
    try: print(f())
    except ReferenceError as e: print(e)
print(str(repr(p))[:11])
