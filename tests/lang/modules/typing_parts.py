"""Where typing's names live, in whichever file they are defined; names that come late; type variables are no base classes."""
import collections
import copy
import pickle
import typing
from typing import Generic, ParamSpec, Protocol, TypeVar, TypeVarTuple

for name in sorted(typing.__all__):
    obj = getattr(typing, name)
    print(name, type(obj).__name__, getattr(obj, "__module__", "-"), getattr(obj, "__qualname__", getattr(obj, "__name__", "-")))

T, P, Ts = TypeVar("T"), ParamSpec("P"), TypeVarTuple("Ts")
for variable in T, P, Ts, P.args, P.kwargs, typing.ForwardRef("x"), typing.NewType("N", int), typing.Any, typing.Union, typing.Optional[int], typing.Literal[1], \
        typing.List, typing.List[int], typing.Annotated[int, 1], typing.Callable, typing.ClassVar[int], T | int:
    for how in "class C(variable): pass", "class C(type(variable)): pass":
        try:
            scope = {"variable": variable, "__name__": "here"}
            exec(how, scope)
            print(how, variable, type(scope["C"]).__name__)
        except TypeError as error:
            print(how, variable, "TypeError:", error)

for each in T, P, Ts:
    print(copy.copy(each) is each, copy.deepcopy(each) is each, pickle.loads(pickle.dumps(each)) is each, each.__module__)


class Point(typing.NamedTuple):
    x: int
    y: int = 2


class Movie(typing.TypedDict, total=False):
    title: str
    year: typing.Required[int]


class Box(Generic[T]):
    def get(self) -> T: ...


class Named(Protocol):
    name: str


print(Point(1), Point.__bases__, Point.__orig_bases__, Point._field_defaults, type(Point).__name__)
print(Movie(title="a", year=1), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, type(Movie).__name__, typing.is_typeddict(Movie), typing.is_typeddict(dict))
print(typing.get_type_hints(Point), typing.get_type_hints(Movie), typing.get_type_hints(Box[int].get), typing.get_origin(Box[int]), typing.get_args(Box[int]))
print(Box.__parameters__, Named.__mro__, typing._GenericAlias.__module__, typing._UnionGenericAlias.__name__, typing._SpecialForm.__qualname__)


@typing.overload
def f(a: int) -> int: ...
@typing.overload
def f(a: str) -> str: ...
def f(a): return a


print(len(typing.get_overloads(f)), typing.clear_overloads(), typing.get_overloads(f))
print(isinstance(3, typing.SupportsInt), isinstance("", typing.SupportsAbs), issubclass(float, typing.SupportsRound), typing.IO.__parameters__, typing.TextIO.__mro__)
print(typing.cast(int, "x"), typing.assert_type(1, str), typing.final(Box) is Box, Box.__final__)
for maker in lambda: typing.NoSuchName, lambda: typing.assert_never(3), lambda: Named(), lambda: isinstance(1, Named):
    try:
        maker()
    except Exception as error:
        print(type(error).__name__, error)
print(collections.Counter(type(getattr(typing, name)).__name__ for name in typing.__all__)["_SpecialGenericAlias"])
