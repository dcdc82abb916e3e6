"""Calls with * and ** of what raises, repeats or is no mapping; widths and precisions too large; classes that take away __class_getitem__;
types of the library that are C in CPython, by their names in messages."""
import datetime, decimal, sys
def t(n, f):
    try: print(n, repr(f())[:300])
    except BaseException as e: print(n, type(e).__name__, str(e)[:300])
class C_is_none: __class_getitem__=None
t('cn', lambda: C_is_none[int])
class C2: __class_getitem__=5
t('c2', lambda: C2[int])
class C3:
    def __class_getitem__(*a): return a
t('c3', lambda: C3[int]); t('c3', lambda: C3()[int])
class C4: __getitem__=None
t('c4', lambda: C4()[int])
for s in ('%.*d','%*d','%.*f','%.*s', '%.*e','%.*x'):
    for v in (sys.maxsize, sys.maxsize+1, 2**31-1, 2**31, -1):
        if v == 2**31-1: continue
        t((s,v), lambda: len(s%(v,1)))
t('f', lambda: format(1.5,'.99999999999999999999')); t('f', lambda: format(1.5,'.2147483648f'));t('f', lambda: format(1.5,'99999999999999999999'));t('f', lambda: '{:.9223372036854775808}'.format('a'))
def kf(*a,**k): return a,k
t('kw', lambda: kf(**{1:3}, **{1:5})); t('kw', lambda: kf(**{1:3})); 
class Broken:
    def __iter__(self): raise TypeError('myerror')
class BrokenV:
    def __iter__(self): raise ValueError('myerror')
class BS:
    def __len__(self): return 9
    def __getitem__(self,i): raise TypeError('myerror')
class NI: __iter__=None
for c in (Broken,BrokenV,BS,NI,object): t('*'+c.__name__, lambda: kf(*c())); t('*'+c.__name__, lambda: kf(1,*c(),*c()));t('*'+c.__name__, lambda: [*c()]);t('*'+c.__name__, lambda: (lambda: (yield from c()))().send(None))
class MD:
    def __init__(self,i): self.i=i
    def keys(self): return [k for k,v in self.i]
    def __getitem__(self,k): return dict(self.i)[k]
t('md', lambda: kf(**MD([('x',1),('x',2)]))); t('md', lambda: kf(a=3,**MD([('x',1),('x',2)]))); t('md', lambda: kf(**MD([('a',3)]),**MD([('x',1),('x',2)]))); t('md', lambda: kf(**MD([('x',1)]),**MD([('x',2)]))); t('md', lambda: {**MD([('x',1),('x',2)])}); t('md', lambda: kf(**MD([(1,1)]))); t('md', lambda: dict(MD([('x',1)]),x=3)); t('md', lambda: kf(**None)); t('md', lambda: kf(**[1])); t('md', lambda: kf(a=1,**None)); t('md', lambda: {**None}); t('md', lambda: {**[1]})
class BK:
    def keys(self): raise TypeError('mykeys')
class BK2:
    def keys(self): return 5
class BK3:
    def keys(self): return ['a']
    def __getitem__(self,k): raise KeyError('zz')
class BK4:
    def keys(self): raise AttributeError('mykeys')
for c in (BK,BK2,BK3,BK4): t(c.__name__, lambda: kf(**c())); t(c.__name__, lambda: kf(a=1,**c())); t(c.__name__, lambda: {**c()}); t(c.__name__, lambda: dict(c()))
t('u', lambda: 'a'.__rmod__('%s')); t('u', lambda: 'a'.__rmod__(5))
for f in (lambda: datetime.date(1,1,1)+1, lambda: datetime.timedelta(1)+1, lambda: datetime.datetime(1,1,1)<3, lambda: len(decimal.Decimal(1)), lambda: datetime.timezone.utc+1, lambda: datetime.date(1,1,1).foo, lambda: [][decimal.Decimal(1)], lambda: 1.5 + decimal.Decimal(1)):
    t('named', f)
