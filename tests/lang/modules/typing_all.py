import typing
from typing import *
import collections.abc

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

T = TypeVar("T")
K = TypeVar("K", bound=int)
V = TypeVar("V", int, str)
C_co = TypeVar("C_co", covariant=True)
print(T, K.__bound__, V.__constraints__, C_co, T.__name__, TYPE_CHECKING)
for t in (Any, List, List[int], Dict[str, int], Tuple[int, ...], Tuple[int, str], Set[T], FrozenSet[int], Type[int], Deque[int], DefaultDict[str, list], Optional[int], Optional[None], Union[int, str],
          Union[int], Union[int, int, None], Callable, Callable[[int, str], bool], Callable[..., Any], Callable[[], None], Iterable[T], Iterator[int], Generator[int, None, str], Mapping[str, T], Sequence[int],
          ClassVar[int], Final[int], Literal[1, "a"], Annotated[int, "meta"], NoReturn, Union[int, "Fwd"], List["Fwd"], Type, Hashable, Sized, AbstractSet[int], Counter[str], List[Optional[int]], Dict[str, List[Tuple[int, str]]],
          Awaitable[int], Text, AnyStr, Self, Never, list[int], dict[str, "Fwd"], int | None, Union[int, None] | str, Optional[T][int], List[T][str], Dict[str, T][int], Callable[[T], K][int, bool]):
    print(t)
print(List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int], List[int] != List[str], get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]),
      get_args(Callable[[int], str]), get_origin(list[int]), get_origin(int), get_args(int), get_origin(Optional[int]), Literal[1] == Literal[1], get_args(Literal["a", 2]))
class Box(Generic[T]):
    count: ClassVar[int] = 0
    def __init__(self, item: T) -> None:
        self.item = item
    def get(self) -> T:
        return self.item
class IntBox(Box[int]):
    pass
class Pair(Generic[K, T]):
    pass
class Both(Pair[K, T], Box[T]):
    pass
print(Box[int](5).get(), Box("a").get(), Box[int], IntBox(3).item, IntBox.__orig_bases__, Box.__parameters__, IntBox.__mro__, Pair[int, str], Both.__parameters__, Box[List[T]], Box[List[T]][int])
for bad in (lambda: List[int, str], lambda: Dict[int], lambda: Box[int, str], lambda: Generic[int], lambda: Union[()], lambda: Any(), lambda: isinstance(1, Any), lambda: isinstance(1, List[int]), lambda: Optional[1, 2], lambda: List[5],
            lambda: IntBox[int], lambda: Callable[int], lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int), lambda: Generic[T, T], lambda: List(), lambda: List[int](), lambda: Optional(), lambda: ClassVar[int, str], lambda: NoReturn[int]):
    attempt(bad)
print(isinstance([], List), isinstance({}, Mapping), isinstance(1, Union[int, str]) if False else isinstance(1, (int, str)), issubclass(list, Sequence), isinstance("", Hashable))
class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 5
    def norm(self) -> int:
        return self.x * self.x + self.y * self.y
print(Point(1), Point(1, 2).norm(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Point(3)._replace(y=1), isinstance(Point(1), tuple))
Emp = NamedTuple("Emp", [("name", str), ("id", int)])
print(Emp("a", 1), Emp.__annotations__)
try:
    class BadTuple(NamedTuple):
        a: int = 1
        b: int
except TypeError as e:
    print(e)
class Movie(TypedDict):
    title: str
    year: int
class More(Movie, total=False):
    extra: str
m: Movie = {"title": "x", "year": 1}
print(Movie(title="t", year=2), More.__annotations__, sorted(More.__required_keys__), More.__optional_keys__, More.__total__, is_typeddict(Movie), TypedDict("D", {"k": int}).__annotations__)
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self) -> None: print("closing")
class Named(Protocol):
    name: str
class Impl(Named):
    name = "impl"
print(isinstance(F(), Closer), isinstance(5, Closer), issubclass(F, Closer), Impl().name)
attempt(lambda: isinstance(F(), Named))
attempt(lambda: Closer())
class ProtoGen(Protocol[T]):
    def run(self, x: T) -> T: ...
class Runner(ProtoGen[int]):
    def run(self, x: int) -> int: return x + 1
print(Runner().run(1), ProtoGen[str], ProtoGen.__parameters__)
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast(str, 5), cast("List[int]", [1]))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x * 2
print(f(2), f("a"), len(get_overloads(f)))
def g(a: int, b: "Optional[str]" = None, *c: float, d: List["Box"], **e: Any) -> None: ...
print(get_type_hints(g), g.__annotations__["b"])
print(get_type_hints(Box), get_type_hints(Point), get_type_hints(Movie))
@final
class Fin: pass
@no_type_check
def nt(x: "what"): return x
print(Fin.__final__, get_type_hints(nt), nt(1))
class Node:
    next: Optional["Node"] = None
    items: "List[int]" = []
    pair: Annotated[int, 5] = 1
print(get_type_hints(Node), get_type_hints(Node, include_extras=True)["pair"])
P = ParamSpec("P")
def deco(fn: Callable[P, T]) -> Callable[P, List[T]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> List[T]:
        return [fn(*args, **kwargs)]
    return inner
print(deco(lambda x: x + 1)(2), P, Callable[P, int], P.args)
class Abstract(Generic[T]):
    def m(self) -> "Abstract[T]": return self
print(get_type_hints(Abstract.m), Abstract[int]().m().__class__.__name__)
class MyMap(Mapping[str, int]):
    def __getitem__(self, k): return len(k)
    def __iter__(self): return iter(["a"])
    def __len__(self): return 1
print(dict(MyMap()), MyMap.__orig_bases__, MyMap.__mro__[1:4])
class MyList(List[int]): pass
print(MyList([1, 2]), MyList.__bases__)
print(isinstance(3, SupportsInt), isinstance("a", SupportsInt), isinstance(3, SupportsIndex), isinstance(3.5, SupportsFloat))
attempt(lambda: assert_never(5))
missing = sorted(set(n for n in __import__("typing").__all__) - set(dir(typing)))
print(missing)


# Copies of aliases and unions, stars, names that are made late
import copy as _copy
import pickle as _pickle
import typing as _typing

_T, _Ts = _typing.TypeVar("_T"), _typing.TypeVarTuple("_Ts")
print(_typing.Pattern, _typing.Match, _typing.Pattern[str], _typing.Match[bytes], _typing.AsyncContextManager[int], _typing.SupportsComplex)
_names = {}
exec("from typing import *", _names)
print("functools" in _names, "operator" in _names, "Pattern" in _names, isinstance(1, _typing.SupportsComplex), isinstance(1j, _typing.SupportsComplex))
print(_copy.copy(_T) is _T, _pickle.loads(_pickle.dumps(_T)) is _T)
for _each in (list[int], int | str, list[_T] | int, dict[str, list[_T]], list[int] | None, next(iter(tuple[int]))):
    print(_each, [_pickle.loads(_pickle.dumps(_each, protocol)) == _each for protocol in range(6)], _copy.copy(_each) == _each, _copy.deepcopy(_each) == _each)
print((int | list[_T])[str], (float | list[_T])[int], (_T | list[_T])[bytes])
for _bad in (lambda: (int | str)[int], lambda: (int | list[_T])[int, str], lambda: _typing.List(), lambda: iter(_typing.List), lambda: iter(_typing.Union[int, str])):
    try:
        print(_bad())
    except TypeError as e:
        print(e)
print(list(_typing.Tuple[int]), list(_Ts), _typing.Unpack[_Ts], _typing.Counter("aab"), _typing.Deque([1]), _typing.DefaultDict[str, int](int))
