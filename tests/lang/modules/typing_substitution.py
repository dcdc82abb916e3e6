"""typing: what takes the place of type variables, in aliases of typing, of builtins and of collections.abc; get_type_hints; protocols; NamedTuple and TypedDict."""
import collections.abc
import copy
import pickle
import types
import typing
from typing import *  # noqa: F403

T, S, K = TypeVar("T"), TypeVar("S"), TypeVar("K", int, str)
P, Q = ParamSpec("P"), ParamSpec("Q")
Ts = TypeVarTuple("Ts")


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


class Pair(Generic[T, S]):
    pass


class Many(Generic[*Ts]):
    pass


class Around(Generic[T, *Ts, S]):
    pass


class Calls(Generic[T, P]):
    pass


class Only(Generic[P]):
    pass


cases = """
Pair[int, str] | Pair[T, int][str] | Pair[T, T][int] | Pair[int] | Pair[int, str, int] | Pair[int, str][int] | List[T][int] | Dict[T, List[S]][int, str] | Dict[T, S][int]
list[T][int] | dict[T, list[S]][int, str] | list[list[T]][S][int] | tuple[T, ...][int] | tuple[T, S][int, str] | type[T][int] | type[int] | list[int][str]
Many[int, str] | Many[()] | Many[*tuple[int, str]] | Many[*tuple[int, ...]] | Many[T, S][int, str] | Many[*Ts][int, str] | Tuple[*Ts][int, str] | tuple[*Ts][int] | Many[int, *Ts][str]
Around[int, str] | Around[int, str, bytes] | Around[int, bool, float, str] | Around[int] | Around[*tuple[int, ...]] | Around[T, *Ts, S][int, str, bytes] | Around[T, *Ts, S][int]
Calls[int, [str, bool]] | Calls[int, ...] | Calls[int, P][[str]] | Calls[int, Q] | Calls[int, int] | Calls[int] | Only[int, str] | Only[[int, str]] | Only[...] | Only[Concatenate[int, P]]
Callable[[int, str], bool] | Callable[[T], S][int, str] | Callable[P, T][[int, str], bool] | Callable[P, int][...] | Callable[Concatenate[int, P], T][[str], bool] | Callable[..., T][int]
collections.abc.Callable[[int, str], bool] | collections.abc.Callable[[T], S][int, str] | collections.abc.Callable[P, T][[int, str], bool] | collections.abc.Callable[..., T][int]
collections.abc.Callable[int, str] | collections.abc.Callable[[], str] | Callable[int] | collections.abc.Callable[[int], str] | None
Union[T, int][str] | Union[T, S][int, int] | Optional[T][int] | (T | int)[str] | (list[T] | None)[int] | Union[()] | Union[int] | Literal[1, 2, 1, True] | Literal[int, "a"] | Literal[[]]
Annotated[T, "a"][int] | Annotated[Annotated[int, 1], 2] | Annotated[int] | ClassVar[int] | List[ClassVar[int]] | Final[int] | Unpack[Ts] | Unpack[tuple[int, str]] | Unpack[int, str]
Concatenate[int, P] | Concatenate[int, ...] | Concatenate[int, str] | Concatenate[()] | Generic[int] | Generic[T, T] | Generic[()] | Generic[T][int] | Protocol[T][int] | Generic[Ts] | List[Protocol]
"""
for line in cases.strip().splitlines():
    for text in line.split(" | "):
        made = attempt(eval, text)
        print(text, "=", made, getattr(made, "__args__", None), getattr(made, "__parameters__", None), get_origin(made), get_args(made))
print(attempt(lambda: Pair[int, str]().__orig_class__), attempt(lambda: list[int]()), attempt(iter, Union), attempt(iter, Callable[[int], str]), attempt(iter, List))
print(list[int].__class__, set(dir(list)) <= set(dir(list[int])), "__origin__" in dir(list[int]), list[int].append, list[int].__len__([1]), (int | str).__module__)
for alias in (List[int], Pair[int, str], Callable[[int], str], Dict[T, int], Union[int, str], Annotated[int, "x"], Literal[1], collections.abc.Callable[[int], str], list[T],
              P.args, T, Ts, Tuple[()]):
    print(alias, copy.copy(alias) == alias, copy.deepcopy(alias) == alias, attempt(lambda: pickle.loads(pickle.dumps(alias)) == alias))


class Node:
    value: "int"
    others: "list[Node]"
    maybe: Optional["Node"] = None
    both: "int | Node"
    marked: Annotated["str", 1]
    count: ClassVar["int"] = 0
    last: "Final[int]" = 3

    def method(self, other: "Node", *rest: "*tuple[int, str]", key: "Literal['a']" = "a") -> "Dict[str, Node]":
        pass


print(get_type_hints(Node), get_type_hints(Node, include_extras=True)["marked"])
print(get_type_hints(Node.method), get_type_hints(type), get_type_hints(len), attempt(get_type_hints, 3), get_type_hints(Many[int]) if 0 else "")
print(attempt(ForwardRef, "a b"), ForwardRef("int") == ForwardRef("int"), ForwardRef("x", module="m"), ForwardRef("int")._evaluate(globals(), {}, frozenset()))


@no_type_check
class Unchecked:
    field: "nothing"

    def method(self, x: "nothing"):
        pass

    class Inner:
        y: "nothing"


print(get_type_hints(Unchecked), get_type_hints(Unchecked.method), get_type_hints(Unchecked.Inner))


@runtime_checkable
class Sizes(Protocol):
    size: int

    def grow(self):
        pass


@runtime_checkable
class Grows(Protocol):
    def grow(self):
        pass


class Has:
    size = 1

    def grow(self):
        pass


class Lacks:
    size = 1
    grow = None


print(isinstance(Has(), Sizes), isinstance(Lacks(), Sizes), issubclass(Has, Grows), issubclass(Lacks, Grows), attempt(issubclass, Has, Sizes), attempt(Sizes))
print(isinstance(3, SupportsInt), issubclass(str, SupportsInt), isinstance(3, SupportsAbs), SupportsAbs[int], SupportsRound.__parameters__)
print(attempt(lambda: types.new_class("Bad", (Protocol, Has))), attempt(lambda: types.new_class("Bad", (Generic,))), attempt(lambda: types.new_class("Bad", (Generic[T], Generic[S]))))


class Point(NamedTuple, Generic[T]):
    x: T
    y: int = 2


print(Point(1), Point[int](3), Point.__bases__, Point.__parameters__, Point.__orig_bases__[0] is NamedTuple, Point.__orig_bases__[1], Point._field_defaults)
print(attempt(lambda: types.new_class("Bad", (NamedTuple, Has))))


class Movie(TypedDict):
    name: Required[str]
    year: "int"


class Sequel(Movie, total=False):
    number: int
    year: NotRequired[int]


print(Movie.__required_keys__ == {"name", "year"}, sorted(Sequel.__required_keys__), sorted(Sequel.__optional_keys__), get_type_hints(Sequel), Movie(name="a", year=1))
UserId = NewType("UserId", int)
print(UserId(3), UserId, UserId | None, attempt(lambda: types.new_class("Sub", (UserId,))), UserId.__supertype__)
print(sorted(name for name in dir(TextIO) if not name.startswith("_")), ContextManager[int], AsyncContextManager, Pattern[str], Match, ChainMap[int, str])


@dataclass_transform(order_default=True, extra=1)
def transformed():
    pass


print(transformed.__dataclass_transform__)


class Ducks(collections.abc.Generator):
    def send(self, value):
        raise StopIteration(value)

    def throw(self, *what):
        raise StopIteration


@types.coroutine
def awaited():
    return Ducks()


async def main():
    return await awaited()


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value, type(awaited()).__name__)


def makers():
    def made():
        yield 3
    return made


first, second = makers(), makers()
types.coroutine(first)
print(first.__code__ is second.__code__, bool(first.__code__.co_flags & 0x100), bool(second.__code__.co_flags & 0x100), next(first()), next(second()))
