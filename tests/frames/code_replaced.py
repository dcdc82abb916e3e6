"""f.__code__ = … while frames of f are alive: running, suspended, kept by tracebacks and generators. They go on with their own code."""
import sys


def other(a, b, *rest, **more):
    return "other", a, b, rest, more


def lazily(*args, **kwargs):
    x, y, z, text = 1, 2, 3, "alive" * 2
    me = lazily
    lazily.__code__ = other.__code__
    frame = sys._getframe()
    return x, y, z, text, frame.f_code is not me.__code__, frame.f_code.co_name, sorted(frame.f_locals), me(5, 6), args, kwargs


print(lazily(7, k=8))
print(lazily(1, 2, d=4))


def recursive(n, code):
    before = [n] * 3
    if n == 0:
        recursive.__code__ = code
        return recursive(1, 2)
    below = recursive(n - 1, code)
    return before, below, n


print(recursive(4, other.__code__))
print(recursive(4, 5))


def numbers(n):
    a, b = "a" * n, "b" * n
    for i in range(n):
        yield i, a, b


def letters(n):
    yield from "xyz"


first, second = numbers(3), numbers(2)
print(next(first))
numbers.__code__ = letters.__code__
print(next(first), list(first), list(second), list(numbers(1)))
print(first.gi_code.co_name, first.gi_frame)


def fails(n):
    big = list(range(n))
    inner = {"n": n}
    raise ValueError(n)


try:
    fails(3)
except ValueError as error:
    kept = error.__traceback__.tb_next.tb_frame
fails.__code__ = (lambda n: n).__code__
print(kept.f_code.co_name, kept.f_locals, fails(9))
del kept
frames = []


def kept_frame(a):
    b = a + 1
    frames.append(sys._getframe())
    return b


kept_frame(1)
kept_frame.__code__ = other.__code__
print(frames[0].f_locals, frames[0].f_code.co_name, frames[0].f_code is kept_frame.__code__, kept_frame(1, 2))
frames.clear()


def outer():
    cell = [1]

    def inner():
        cell.append(2)
        inner.__code__ = replacement.__code__
        cell.append(3)
        return list(cell), inner()

    def replacement():
        return "replaced", len(cell), inner

    return inner, replacement


inner, replacement = outer()
try:
    print(inner())
except ValueError as e:
    print(e)


async def waits(n):
    local = [n]
    await Pause()
    return local


class Pause:
    def __await__(self):
        yield "paused"


async def quick(n):
    return "quick"


c = waits(4)
print(c.send(None))
waits.__code__ = quick.__code__
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
try:
    waits(1).send(None)
except StopIteration as e:
    print(e.value)


def swaps(n):
    """Each call exchanges the codes of two functions, while both run."""
    kept = ["swaps", n]
    swaps.__code__, paws.__code__ = paws.__code__, swaps.__code__
    return kept + (paws(n - 1) if n else [])


def paws(n):
    a, b, c, d = range(4)
    kept = ["paws", n, a, b, c, d]
    swaps.__code__, paws.__code__ = paws.__code__, swaps.__code__
    return kept + (swaps(n - 1) if n else [])


print(swaps(5))
print(paws(4))
