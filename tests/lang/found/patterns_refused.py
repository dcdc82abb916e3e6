"""Patterns that are no patterns, classes that are sequences and mappings, __match_args__ that cannot be."""
import sys
def t(n, f):
    try: print(n, repr(f())[:200])
    except BaseException as e: print(n, type(e).__name__, str(e)[:200])
def sx(n, src):
    try: compile(src,'<t>','exec'); print(n,'ok')
    except SyntaxError as e: print(n, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
# patma
for i,s in enumerate(['case {"a":1,"a":2}: pass','case {0:_,0:_}: pass','case {0:_,False:_}: pass','case {0:_, 0.0:_}: pass','case {"":_,"":_}: pass','case {0:_,-0:_}:pass','case {0:_, 0j:_}: pass','case {0:_, 1-1j:_}: pass','case {f"":_}: pass','case {1+1:_}: pass','case {a:_}: pass','case {None:1, None:2}: pass','case {b"a":1, b"a":2}: pass','case {a.b:1, a.b:2}: pass','case A(x=1,x=2): pass','case A(x=1, y): pass','case [*a, *b]: pass','case {**a, "b":1}: pass','case {**_}: pass','case a: pass\n case b: pass','case _: pass\n case 3: pass','case a|3: pass','case 3|a: pass','case a|b:pass','case (a as b) as c: pass','case a as _: pass','case a as b.c: pass','case a.b as 3: pass','case 1 as a, a: pass','case -a: pass','case 1+2: pass','case 1j+2: pass','case 1+2j: pass','case -1-2j:pass','case +1: pass','case "a" f"b": pass','case f"b": pass','case {*a}: pass','case a(): pass','case a.b(1,c=2,): pass','case a[0]: pass','case [a,a]: pass','case {**r, **s}: pass','case 1 if x: pass','case *a: pass','case *a, b: pass','case (*a): pass','case ...: pass','case {"a": *b}: pass','case not 1: pass','case a as (b): pass','case a as b(): pass','case A(b, c, d=e, f): pass','case 0 | 1 |: pass','case : pass']):
    sx(i, 'match x:\n '+s+'\n')
from collections.abc import *
import collections, array
class MS(Mapping, Sequence):
    def __getitem__(s,i): raise KeyError
    def __iter__(s): return iter(())
    def __len__(s): return 0
class SM(Sequence, Mapping):
    def __getitem__(s,i): raise KeyError
    def __iter__(s): return iter(())
    def __len__(s): return 0
class M1(collections.UserDict, Sequence): pass
class M2(dict, Sequence): pass
class M3(list, Mapping):
    pass
class M4(Mapping, list): 
    pass
class A: 
    def __len__(s): return 0
class AS(A): pass
Sequence.register(A)
class AM(Sequence, AS):
    def __getitem__(s,i): raise IndexError
class R: pass
Mapping.register(R); Sequence.register(R)
class R2: pass
Sequence.register(R2); Mapping.register(R2)
class R2s(R2): pass
class R3: pass
class R3s(R3): pass
Mapping.register(R3)
def kind(x):
    match x:
        case {}: return 'map'
        case []: return 'seq'
        case [*_]: return 'seqx'
        case _: return None
for c in (MS,SM,M1,M2,AM,R,R2,R2s,R3,R3s,collections.OrderedDict,collections.deque,collections.UserList,collections.Counter,collections.ChainMap,collections.UserString,str,bytes,bytearray,list,tuple,dict,set,range, lambda: array.array('i'), lambda: dict().keys(), lambda: type('x',(),{}).__dict__, lambda: iter([])):
    if c is R or c is R2: continue
    t(getattr(c,'__name__',c), lambda: kind(c(0) if c is range else c('') if c is collections.UserString else c()))
class Meta(type): pass
class P1: __match_args__ = 'a'
class P2: __match_args__ = ['a']
class P3: __match_args__ = ('a','a'); a=1
class P4: __match_args__ = (1,)
class P5:
    @property
    def __match_args__(s): raise ValueError
class P6:
    __match_args__ = ('a','b'); a=1;b=2
def m(x, cls):
    match x:
        case cls(1, a=1): return 1
        case cls(2, 3, 4): return 2
for c in (P1,P2,P3,P4,P5,P6,int,str,object,list): t(c.__name__, lambda: m(c(), c))
sx('call','match x:\n case 5(): pass')
t('notclass', lambda: m(1)) if 0 else None
def mm(x, c):
    match x:
        case c(): return 1
for c in (1, len, int, 'a', (int,str), type, None): t(c, lambda: mm(1,c))
for c in (int,float,str,bytes,bytearray,list,tuple,dict,set,frozenset,bool,complex,range):
    def q(x):
        match x:
            case c(y): return y
        return 'no'
    t(c.__name__, lambda: q(c() if c is not range else range(2)))
    def q(x):
        match x:
            case c(y, z): return y
        return 'no'
    t(c.__name__, lambda: q(c() if c is not range else range(2)))
    def q(x):
        match x:
            case c(y, real=z): return y
        return 'no'
    t(c.__name__, lambda: q(c() if c is not range else range(2)))
