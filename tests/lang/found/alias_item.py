"""A builtin alias is subscripted again: type variables replaced, or the error that says it is not generic."""
from typing import TypeVar, List, Dict, Optional
T = TypeVar("T"); U = TypeVar("U")
for f in (lambda: list[T].__parameters__, lambda: dict[T, U].__parameters__, lambda: dict[str, list[T]].__parameters__, lambda: list[T][int], lambda: dict[T, U][int, str], lambda: dict[T, T][int], lambda: dict[str, list[T]][int], lambda: dict[T, U][int], lambda: list[T][int, str], lambda: list[int][int], lambda: tuple[T, ...][int], lambda: List[T][int], lambda: list[List[T]][int], lambda: (list[T] | None), lambda: dict[-1][0]):
    try: print(f())
    except TypeError as e: print("TypeError", e)
import types
print(types.GenericAlias(list, (int,)), types.GenericAlias(dict, int).__args__)
