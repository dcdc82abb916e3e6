"""inspect: annotations, static attributes, where attributes of classes come from, source by logical lines, signatures of classes and partials, getcallargs."""
import enum
import functools
import inspect
import linecache
import pickle
import types
from abc import ABC, abstractmethod


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)


# about Base
# in two lines
class Base:
    """The base."""
    __slots__ = {"power": "in kilowatts", "__dict__": ""}
    size: "int" = 3
    other: int

    def method(self, a, /, b: int = 2, *rest, c, **more) -> str:
        """Does it.

            Indented.
        """
        text = """
not indented
"""
        return text
        # end of method

    # a comment outside

    @classmethod
    def of_class(cls, x=1): pass

    @staticmethod
    def static(y): return (y,
                           y)

    @property
    def computed(self):
        "doc of computed"
        return 1


class Derived(Base):
    def method(self):
        return lambda x, \
            y: x + y

    computed = property(lambda self: 2)

    class Inner:
        @functools.wraps(print)
        @functools.lru_cache()
        def wrapped(): pass


class Kind(enum.Enum):
    ONE = 1

    @types.DynamicClassAttribute
    def special(self):
        return 1


print(inspect.get_annotations(Base), inspect.get_annotations(Base, eval_str=True), inspect.get_annotations(Base.method), attempt(inspect.get_annotations, 3))
print(inspect.get_annotations(Derived), inspect.get_annotations(types.ModuleType("m")), inspect.get_annotations(len), inspect.get_annotations(type))
for each in (Base, Base.method, Base.of_class, Base.static, Base.computed.fget, Derived.method, Derived().method(), Derived.Inner, Derived):
    print("".join(inspect.getsource(each)), end="---\n")
print(inspect.getcomments(Base), inspect.getcomments(Base.method), inspect.getsourcelines(Base.static)[1], inspect.getsourcefile(Base) == __file__)
for each in (Base, Derived, Derived.method, Derived().method, Derived.computed, Base.power, Base.method, int.__add__):
    print(repr(inspect.getdoc(each) if each is not int.__add__ else ""))
for cls in (Base, Derived, Kind):
    print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(cls) if a.defining_class is not object and not a.name.startswith("__")])
print([name for name, _ in inspect.getmembers_static(Derived()) if not name.startswith("__")], [name for name, _ in inspect.getmembers(Kind)][:3])


class Sly:
    own = 1

    def __getattr__(self, name):
        return "made"

    @property
    def value(self):
        raise AttributeError


sly = Sly()
sly.__dict__["value"] = sly.__dict__["own"] = "in the dict"
print(inspect.getattr_static(sly, "own"), type(inspect.getattr_static(sly, "value")).__name__, attempt(inspect.getattr_static, sly, "none"), inspect.getattr_static(sly, "none", 5))
print(inspect.getattr_static(Sly, "mro") is type.__dict__["mro"], inspect.getattr_static(Base(), "power"), attempt(inspect.getattr_static, Sly, "nothing"))
print(inspect.getclasstree([Base, Derived, int, bool]), inspect.getclasstree([Derived], unique=True))


class New:
    def __new__(cls, a, b=1):
        return object.__new__(cls)


class Init(New):
    def __init__(self, only):
        pass


class Meta(type):
    def __call__(cls, by_meta):
        pass


class ByMeta(metaclass=Meta):
    pass


class Call:
    def __call__(self, x, *, y):
        pass

    part = functools.partialmethod(__call__, 1, y=3)


class Abstract(ABC):
    @abstractmethod
    def needed(self): ...


def several(a, b, /, c, d=4, *args, e, f=6, **kwargs):
    pass


for each in (New, Init, ByMeta, Call(), Call.part, Call().part, Abstract, object, functools.partial(several, 1), functools.partial(several, 1, 2, 3, e=5),
             functools.partial(several, 1, 2, c=3), functools.partial(several, c=3, x=1), functools.partial(functools.partial(several, 1), 2), functools.wraps(several)(lambda: 1),
             Base.method, Base().method, Base.of_class, Kind, 3, len):
    print(attempt(lambda: str(inspect.signature(each))) if each is not len else "")
print(attempt(inspect.signature, functools.partial(lambda: 1, 2)) [0], inspect.isabstract(Abstract), inspect.isabstract(Base))
found = inspect.signature(several)
for args, kwargs in (((1, 2, 3), {"e": 5}), ((1,), {}), ((1, 2), {"c": 3, "e": 1, "z": 4}), ((1, 2, 3, 4, 5, 6), {"e": 1}), ((1, 2, 3), {"c": 3, "e": 1}), ((), {"a": 1, "e": 1})):
    print(attempt(found.bind, *args, **kwargs), attempt(found.bind_partial, *args, **kwargs))
for function, args, kwargs in ((lambda a, b=2, *c, d, e=5, **f: 1, (1,), {"d": 1}), (lambda a: 1, (), {}), (lambda a: 1, (1, 2), {}), (lambda a, b, c: 1, (), {}), (lambda *, a, b: 1, (), {}),
                               (lambda a, b=1: 1, (1, 2, 3), {}), (lambda a: 1, (1,), {"a": 1}), (lambda a: 1, (1,), {"z": 1}), (lambda a, *, b: 1, (1, 2), {"b": 1})):
    print(attempt(inspect.getcallargs, function, *args, **kwargs))
print(attempt(inspect.Parameter, "class", inspect.Parameter.KEYWORD_ONLY), attempt(inspect.Parameter, "a", 9), attempt(inspect.Parameter, 3, 1), attempt(inspect.Parameter, ".0", 1))
print(attempt(inspect.Signature, [inspect.Parameter("a", 1, default=1), inspect.Parameter("b", 1)]), inspect.Parameter("a", 3).kind, repr(inspect.Parameter.VAR_KEYWORD), list(type(inspect.Parameter.VAR_KEYWORD)))
print(pickle.loads(pickle.dumps(found)) == found, found.replace(return_annotation=int), found.parameters["c"].replace(default=7, annotation=str), found == inspect.signature(several), hash(found) == hash(inspect.signature(several)))
linecache.cache["given"] = (5, None, ["one\n", "two\n"], "given")
print(linecache.getline("given", 2), linecache.getline("given", 3) == "", linecache.getlines("none"), inspect.findsource(compile("x\ny", "given", "exec")))
linecache.checkcache()
print("given" in linecache.cache, linecache.lazycache("a", None), linecache.lazycache("b", {"__name__": "b", "__loader__": types.SimpleNamespace(get_source=lambda name: "of " + name)}))
print(linecache.getline("b", 1), inspect.formatargvalues(["a", "b"], "c", None, {"a": 1, "b": "x", "c": ()}), inspect.indentsize("\t x"), inspect.isroutine("".join), inspect.isroutine((1).__add__))


@types.coroutine
def waits():
    yield


made = waits()
print(inspect.isawaitable(made), inspect.isawaitable(x for x in ()), inspect.getmodule(several).__name__, inspect.getclosurevars(several).unbound, inspect.formatannotation(list[int]))
