"""Names of field kinds in text, members of unions that compare, DynamicClassAttribute and its documents, an abstract class that failed, weak dictionaries while the collector runs."""
import dataclasses, typing, types, abc, collections.abc, gc, weakref
from dataclasses import dataclass, field, InitVar, KW_ONLY
import typing as t, dataclasses as d
from typing import ClassVar
class M: ClassVar = typing.ClassVar; InitVar = d.InitVar
def kinds(text):
    try:
        C = dataclass(type("C", (), {"__annotations__": {"x": text}}))
        return [(f.name, f._field_type.name) for f in C.__dataclass_fields__.values()], "x" in str(C.__init__.__annotations__)
    except Exception as e: return type(e), e
for base in "ClassVar", "InitVar", "KW_ONLY":
    for form in "%s", "%s[int]", "typing.%s", "t.%s", "d.%s", "dataclasses.%s[int]", " typing.%s", "typing .%s", "typing. %s", "typing..%s", "typing.%s+", "M.%s", "%s.x", "d.typing.%s", "_%s", "%sx", ".%s", "nowhere.%s", "'%s'", "%s.[int]", "typing.", "":
        print(form, kinds(form % base if "%" in form else form))
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class BadType(type):
    def __eq__(self, other): return 1/0
    def __hash__(self): return 1
bt = BadType("bt", (), {})
tr(lambda: list[int] | list[bt]); tr(lambda: int | bt); tr(lambda: list[int] == list[bt]); tr(lambda: (int|str) == (int|bt)); tr(lambda: list[bt] | int); tr(lambda: 1)
class Ev(type):
    def __eq__(self, other): print("eq", self.__name__, other.__name__); return self is other
    def __hash__(self): return 2
A, B, C = [Ev(n, (), {}) for n in "ABC"]
x = list[A] | list[B]
for f in (lambda: x | A, lambda: x | list[C], lambda: list[C] | x, lambda: x | list[A], lambda: list[A] | x, lambda: list[B] | x, lambda: x | x, lambda: int | str | int): tr(f)
class D(types.DynamicClassAttribute):
    "sub"
for D in (types.DynamicClassAttribute, D):
    class X:
        @D
        def a(self): "a's"; return 1
        @a.getter
        def b(self): "b's"; return 2
        @a.setter
        def c(self, v): "c's"
        @c.getter
        def e(self): "e's"
        @c.deleter
        def g(self): "g's"
        h = D(None, doc="given").getter(e.fget)
        i = D(lambda s: 1, doc="given").setter(e.fget).getter(e.fget)
        j = a.getter(lambda s: 5)
    for n in "abceghij": print(n, type(X.__dict__[n]).__name__, X.__dict__[n].__doc__, X.__dict__[n].overwrite_doc)
class Base(metaclass=abc.ABCMeta):
    def __init_subclass__(cls): 
        if cls.__name__ == "Bad": kept.append(cls); raise TypeError("no")
kept = []
tr(lambda: abc.ABCMeta("Bad", (Base,), {}))
print(isinstance(3, Base), issubclass(int, Base), isinstance(3, kept[0]), Base.register(int), isinstance(3, Base), isinstance(3, kept[0]))
class K:
    pass
ks = [K() for _ in range(2000)]
wk, wv = weakref.WeakKeyDictionary((k, 1) for k in ks), weakref.WeakValueDictionary(enumerate(ks))
for k in ks: k.me = k
old = gc.get_threshold(); gc.set_threshold(7)
del ks[1::2], k
print(len(list(wk.items())) in range(1000, 2001), len(list(wv.items())) in range(1000, 2001))
gc.set_threshold(*old); gc.collect()
print(len(wk), len(wv), len(list(wk)), len(list(wv.values())))
