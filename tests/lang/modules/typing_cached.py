"""Subscripted names of typing are the same objects for the same arguments; wrong and unhashable arguments fare as without that."""
import pickle
from typing import *

T = TypeVar("T")
K = TypeVar("K")


class Box(Generic[T]):
    def __init__(self, content):
        self.content = content


class Pair(Generic[K, T]):
    pass


for make in (lambda: Box[int], lambda: List[int], lambda: Optional[int], lambda: Dict[str, int], lambda: Union[int, str], lambda: Tuple[int, ...],
             lambda: Callable[[int], str], lambda: Callable[..., int], lambda: Type[int], lambda: ClassVar[int], lambda: Final[int], lambda: Literal[1],
             lambda: Literal["a", 2], lambda: Annotated[int, "x"], lambda: Box[T], lambda: Pair[int, str], lambda: Generic[T], lambda: Protocol[T]):
    print(make(), make() is make())
for generic, plain in ((Box[T][int], Box[int]), (List[T][int], List[int]), (Union[T, str][int], Union[int, str]), (Callable[[T], int][str], Callable[[str], int]),
                       (Pair[int, T][str], Pair[int, str]), (Optional[T][int], Optional[int])):
    print(generic, generic == plain, generic is plain)
print(Literal[1] is Literal[True], Literal[1, True], Literal[True, 1], Literal[0], Literal[False], Literal[1, 1], Literal[()], Literal[Literal[1], 2], Literal[[]])
print(Annotated[int, 1] is Annotated[int, True], Annotated[int, []], Annotated[int, {}], List[int] is List[bool], Box[int](3).__orig_class__ is Box[int])
for wrong in (lambda: Box[int, str], lambda: List[1], lambda: List[int, int], lambda: Optional[1, 2], lambda: Callable[int], lambda: Generic[int],
              lambda: Tuple[1], lambda: ClassVar[int, str], lambda: Any[int], lambda: Dict[[]], lambda: Annotated[int], lambda: Callable[[], []],
              lambda: Union[()], lambda: Box[[]], lambda: List[int][str], lambda: Concatenate[int], lambda: Generic[T, T], lambda: Protocol[1]):
    for _ in range(2):
        try:
            print(wrong())
        except TypeError as error:
            print(error, error.__context__)
for name in (Optional[int], List[str], Union[int, str], Literal[1]):
    print(pickle.loads(pickle.dumps(name)) is name)
