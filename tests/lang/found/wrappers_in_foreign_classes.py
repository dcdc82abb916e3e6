"""Slots of builtin types as methods of classes that are none of them: refused, never taken for the slot of another type."""
import operator
def t(n, f):
    try: print(n, repr(f())[:100])
    except BaseException as e: print(n, type(e).__name__, str(e)[:150])
sources = [list.__eq__, list.__len__, dict.__setitem__, str.__add__, int.__bool__, list.__iter__, dict.__contains__, int.__lt__, str.__hash__, int.__index__, list.__init__, object.__setattr__, int.__pow__, property.__get__, property.__set__, type.__call__, str.__repr__, object.__getattribute__, list.__delitem__, dict.__ior__, type.__getattribute__,list.append,float.__float__, type(iter([])).__next__, bytearray.__iadd__, set.__and__, type.__setattr__, type.__repr__, slice.__eq__, bytes.__mod__, Exception.__str__]
uses = {
 '__eq__': lambda x: x==x, '__lt__': lambda x: x<3, '__len__': len, '__setitem__': lambda x: operator.setitem(x,1,2), '__delitem__': lambda x: operator.delitem(x,1), '__getitem__': lambda x: x[0], '__add__': lambda x: x+1, '__radd__': lambda x: 1+x, '__iadd__': lambda x: operator.iadd(x,1), '__bool__': bool, '__iter__': iter, '__next__': next, '__contains__': lambda x: 2 in x, '__hash__': hash, '__index__': operator.index, '__int__': int, '__float__': float, '__setattr__': lambda x: setattr(x,'a',1), '__delattr__': lambda x: delattr(x,'a'), '__getattribute__': lambda x: x.foo, '__pow__': lambda x: x**2, '__call__': lambda x: x(1), '__repr__': repr, '__str__': str, '__neg__': lambda x: -x, '__and__': lambda x: x&x, '__mod__': lambda x:x%3, '__divmod__': lambda x: divmod(x,2), '__invert__': lambda x: ~x,
}
for name, use in uses.items():
    for i, s in enumerate(sources):
        def f():
            T = type('T', (), {name: s})
            return use(T())
        t(f'{name} {s.__qualname__}', f)
for name in ('__get__','__set__','__delete__','__init__','__new__'):
    for s in sources:
        def f():
            T = type('T', (), {name: s})
            if name=='__init__': return T(1)
            if name=='__new__': return T()
            o=T()
            class C: a = o
            c=C()
            if name=='__get__': return c.a
            if name=='__set__': c.a=1
            if name=='__delete__': del c.a
        t(f'{name} {s.__qualname__}', f)
for name in ('__eq__','__len__','__getitem__','__setattr__','__iter__','__hash__','__repr__','__call__','__getattribute__'):
    for base in (dict,list,int,str,tuple,set):
        for s in sources:
            def f():
                T = type('T', (base,), {name: s})
                return uses[name](T())
            t(f'{base} {name} {s.__qualname__}', f)
