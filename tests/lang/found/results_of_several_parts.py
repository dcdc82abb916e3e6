"""Tuples and lists that C code makes of several new objects: each part may find no memory (tests/trust/failing-memory fails them all)."""
import gc
import os
import sys
import time
from collections import deque

times = os.times()
print(len(times), all(isinstance(part, float) for part in times), len(os.uname()), all(isinstance(part, str) for part in os.uname()))
print(len(time.tzname), all(isinstance(part, str) for part in time.tzname), gc.get_threshold())
print({"float_info", "flags", "version_info", "path"} <= set(dir(sys)))


def f(a):
    return a


print(all(len(part) == 3 for part in f.__code__.co_lines()), all(len(part) == 4 for part in f.__code__.co_positions()))
it = iter(deque([1, 2, 3]))
next(it)
print(it.__reduce__()[1:], (1.5 + 2j).__getnewargs__())
it = reversed([])
print(list(it), it.__reduce__()[1:])
it = iter(f, 0)
print(it.__reduce__()[1][1:])
it = iter(lambda: 0, 0)
print(list(it), it.__reduce__()[1])
