# A debugger sets f_lineno: generators, coroutines, match, comprehensions' lines, unbound locals, a stack too deep to look through, code on one line.
from _jumps import Manager, Steps, all_jumps, coroutine, generator, jump


def yields(out):
    for i in (1, 2):
        got = yield i
        out.append(got)
    try:
        yield from (3, 4)
    finally:
        out.append("f")
    yield 5


async def awaits(out):
    async for i in Steps(2):
        out.append(i)
        async with Manager(out, "a"):
            out.append("in")
            if i:
                continue
        out.append("after")
    else:
        out.append("else")
    async with Manager(out, "b", True):
        raise ValueError
    for i in range(2):
        out.append([i async for i in Steps(2) if i])
    await helper(out)
    return i


async def helper(out):
    out.append("helped")


async def gives(out):
    yield 1
    async for i in Steps(2):
        try:
            yield i
        finally:
            out.append(i)


async def takes(out):
    return [i async for i in gives(out)]


def matches(out):
    for subject in (1, [1, 2], {"a": 3}, None):
        match subject:
            case 1:
                out.append("one")
            case [x, y] if x < y:
                out.append(x)
                out.append(y)
            case {"a": v}:
                out.append(v)
            case _:
                out.append("default")
        out.append("next")


def unbound(out):
    a = 1
    b = a
    if b:
        c = b
        out.append(c)
    d = lambda: e
    e = c + b
    out.append(e - d())
    del a
    out.append(b + c)
    return a


def deep(out):
    a = 1
    out.append(max(a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a))
    out.append(2)
    if a:
        out.append(3)
    out.append(4)


def names(out):
    global written
    import os
    from os import path as p
    written = [n for n in (1, 2) if n]
    del written[0]
    written[0] += 1
    assert written == [3]
    class Inner(list):
        x = out
    @staticmethod
    def inner(a=Inner, *, b: int = 2) -> list:
        return a
    out.append(inner.__kwdefaults__)
    return [inner().__name__, os.path is p]


def one(out): out.append(1); return out


short = lambda out: (out.append(1), out)

all_jumps(yields, generator, first=1)  # to its def: CPython may crash
all_jumps(awaits, coroutine, first=1)
all_jumps(takes, coroutine, gives.__code__, first=1)
for function in (matches, unbound, deep, names, one, short):
    all_jumps(function)

# The locals that were unbound stay so after tracing, too.
def later(out):
    a = 1
    out.append(1)
    b = 2
    yield
    return a + b


print(jump(later, lambda function, out: list(function(out)), later.__code__, 0, 2))
steps = None


def begin(function, out):
    global steps
    steps = function(out)
    next(steps)


print(jump(later, begin, later.__code__, 0, 4))
try:
    next(steps)
except UnboundLocalError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
