"""Numbers from objects with conversion methods, length hints that lie or raise, comparisons that empty what they compare."""
import sys
def t(n, f):
    try: print(n, repr(f())[:200])
    except BaseException as e: print(n, type(e).__name__, str(e)[:200])
# list eq modifying operand
class X:
    def __eq__(self, o): lst.clear(); return NotImplemented
lst=[X()]; lst2=[1]
t('listeq', lambda: lst==lst2)
class Y:
    def __eq__(self, o): list3.pop(); return True
list3=[Y()]; list4=[1]
t('listeq2', lambda: list3==list4)
class Z:
    def __lt__(self, o): list5.clear(); return NotImplemented
    def __eq__(self, o): list5.clear(); return NotImplemented
list5=[Z()]; list6=[1]
t('listlt', lambda: list5<list6)
# set
class H(int):
    n=0
    def __hash__(self): H.n+=1; return int.__hash__(self)
def rehash():
    d=dict.fromkeys(H(x) for x in range(10)); a=H.n
    s=set(d); b=H.n; s.difference(d); c=H.n
    if hasattr(s,'symmetric_difference_update'): s.symmetric_difference_update(d)
    e=H.n; d2=dict.fromkeys(set(d)); f=H.n; d3=dict.fromkeys(frozenset(d),123)
    s.update(d); g=H.n; s.intersection(d); h=H.n; s & set(d); i=H.n; s.issubset(d); s.issuperset(d); s.isdisjoint(d);j=H.n; frozenset(d); set(d.keys()); k=H.n; d.copy(); dict(d); {**d}; d|d
    return a,b,c,e,f,g,h,i,j,k,H.n
t('rehash', rehash)
import warnings
warnings.simplefilter('always')
warnings.showwarning=lambda m,c,*a: print('W',c.__name__,m)
class I1:
    def __int__(self): return True
class I2:
    def __trunc__(self): return 5
class I3:
    def __trunc__(self): return True
class I4:
    def __trunc__(self):
        class A:
            def __index__(self): return 7
        return A()
class I5:
    def __trunc__(self): return 'x'
class I6:
    def __index__(self): return True
class I7:
    def __int__(self): return 1.5
class IS(int): pass
class I8:
    def __int__(self): return IS(5)
    def __index__(self): return IS(6)
class I9(int):
    def __int__(self): return True
for c in (I1,I2,I3,I4,I5,I6,I7,I8,I9):
    t(c.__name__, lambda: (int(c()), type(int(c()))))
import operator
for c in (I6,I8):
    t(c.__name__, lambda: (operator.index(c()), [1,2,3,4,5,6,7,8][c()], range(c()), type(operator.index(c()))))
class F1:
    def __float__(self): return FS(42.)
class FS(float): pass
class F2(float):
    def __float__(self): return 42.
class F3(float):
    def __float__(self): return FS(5)
class F4:
    def __float__(self): return 42
class F5(str):
    def __float__(self): return float(str(self))+1
class F6(float):
    def __new__(cls, value=0.): return float.__new__(cls, 2*value)
    def __float__(self): return self
class F7:
    def __index__(self): return 10**400
for c in (F1,F2,F3,F4,F6,F7):
    t(c.__name__, lambda: (float(c()), type(float(c()))))
t('F5', lambda: float(F5('8')))
t('F2', lambda: (FS(F2(1)), type(FS(F3(1)))))
class C1:
    def __complex__(self): return 5
class C2:
    def __index__(self): return 3
class CS(complex): pass
class C3:
    def __complex__(self): return CS(1,2)
class C4(str):
    def __complex__(self): return 1j
for c in (C1,C2,C3):
    t(c.__name__, lambda: (complex(c()), type(complex(c()))))
t('C4', lambda: complex(C4('1')))
for s in ('1e','(1+2j)','( 1+2j )','1+j','+j','1-1','1e1ej','1+2j)','\u0665','1_0+2_0j','1__0','',' 1 ','infj','nan+infj','-nanj','1 +2j','j1'):
    t('complex '+s, lambda: complex(s))
t('complex', lambda: complex('1',2)); t('complex', lambda: complex(1,'2')); t('complex', lambda: complex(1+2j,3j)); t('complex', lambda: complex(C2(),C2())); t('c', lambda: complex(real=1,imag=2)); t('c', lambda: complex(b'1')); t('c', lambda: complex([]))
# extend length hint
class BadLen:
    def __iter__(self): return iter(range(10))
    def __len__(self): raise RuntimeError('hello')
class BadHint:
    def __iter__(self): return iter(range(10))
    def __length_hint__(self): raise RuntimeError('hello')
class NoneHint:
    def __iter__(self): return iter(range(10))
    def __length_hint__(self): return NotImplemented
class NegHint:
    def __iter__(self): return iter(range(10))
    def __length_hint__(self): return -1
class StrHint:
    def __iter__(self): return iter(range(10))
    def __length_hint__(self): return 'a'
class BigHint:
    def __iter__(self): return iter(range(10))
    def __length_hint__(self): return 2**70
def iadd(x): l=[]; l+=x; return l
for c in (BadLen,BadHint,NoneHint,NegHint,StrHint,BigHint):
    t(c.__name__+' list', lambda: list(c())); t('ext', lambda: [].extend(c())); t('tuple', lambda: tuple(c())); t('iadd',lambda: iadd(c())); t('slice', lambda: [].__setitem__(slice(0,0), c())); t('bytes', lambda: bytes(c())); t('bytearray', lambda: bytearray(c())); t('ba.ext', lambda: bytearray().extend(c())); t('zip', lambda: list(zip(c(),c()))); t('map', lambda: list(map(len, [c()]))); t('set', lambda: set(c())); t('join', lambda: ''.join(c())); t('star', lambda: [*c()]); t('sorted', lambda: sorted(c())); t('sum', lambda: sum(c())); t('hint', lambda: operator.length_hint(c())); t('array', lambda: __import__('array').array('i', c())); t('dict', lambda: dict(c())); t('fromkeys', lambda: dict.fromkeys(c())); t('unpack', lambda: (lambda *a: a)(*c()))
