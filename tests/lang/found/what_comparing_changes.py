"""A comparison that empties the container it was asked for."""
import heapq
from collections import deque


class Emptying:
    def __init__(self, where, answer):
        self.where, self.answer = where, answer

    def __eq__(self, other):
        self.where.clear()
        return self.answer

    __lt__ = __eq__


def attempt(what, *arguments):
    try:
        return what(*arguments)
    except (IndexError, RuntimeError, ValueError) as e:
        return type(e).__name__, str(e)


for answer in (True, False):
    for name in ("remove", "index", "count", "__contains__"):
        letters = deque(["a"])
        letters.extend([Emptying(letters, answer), "c"])
        print(name, answer, attempt(getattr(letters, name), "c"), letters)
    heap = []
    heap += [Emptying(heap, answer), Emptying(heap, answer)]
    print(answer, attempt(heapq.heappushpop, heap, 1), heap)
