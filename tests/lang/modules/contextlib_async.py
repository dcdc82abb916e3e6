"""The asynchronous context managers of contextlib, driven by send."""
import contextlib
from contextlib import AsyncContextDecorator, AsyncExitStack, aclosing, asynccontextmanager, nullcontext


def drive(coroutine):
    try:
        while True:
            print("  yields", coroutine.send(None))
    except StopIteration as stop:
        return stop.value
    except BaseException as error:
        chain = []
        while error is not None:
            chain.append("%s(%s)" % (type(error).__name__, error))
            error = error.__context__
        return " <- ".join(chain)


class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        yield self.what


@asynccontextmanager
async def managed(name, swallow=False, raises=None):
    """Documented."""
    print("enter", name)
    await Pause(name)
    try:
        yield name.upper()
    except ValueError as error:
        print("saw", error)
        if not swallow:
            raise
    finally:
        print("leave", name)
        if raises:
            raise raises


async def plain():
    async with managed("a") as a, managed("b") as b:
        return a + b


async def failing(swallow, error):
    async with managed("c", swallow):
        raise error
    return "after"


print(drive(plain()))
for error in (ValueError("v"), KeyError("k"), StopIteration("s"), StopAsyncIteration("t")):
    for swallow in (True, False):
        print(drive(failing(swallow, error)))
print(managed.__name__, managed.__doc__)


@asynccontextmanager
async def silent():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@asynccontextmanager
async def stubborn():
    try:
        yield 1
    except ValueError:
        yield 2


async def use(manager, error=None):
    async with manager as value:
        if error:
            raise error
        return value

for manager, error in ((silent(), None), (twice(), None), (stubborn(), ValueError("x"))):
    print(drive(use(manager, error)))


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


async def first():
    async with aclosing(numbers()) as source:
        async for n in source:
            return n

print(drive(first()), drive(use(nullcontext(5))))


@managed("deco")
async def decorated(x):
    return x * 2

print(drive(decorated(4)), drive(decorated(5)))


class Own(AsyncContextDecorator):
    async def __aenter__(self):
        print("own in")

    async def __aexit__(self, *details):
        print("own out", details[0])


@Own()
async def owned():
    return "owned"

print(drive(owned()))


class Sync:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("sync in", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("sync out", self.name, kind and kind.__name__, value)
        return self.swallow


async def note(*args, **kwds):
    print("note", args, kwds)


async def stacked(error=None, swallow=False, late=None):
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(managed("s1", swallow)), stack.enter_context(Sync("s2")))
        stack.push_async_callback(note, 1, k=2)
        stack.callback(print, "called back")
        stack.push(Sync("pushed"))
        stack.push_async_exit(Own())
        if late:
            await stack.enter_async_context(managed("late", raises=late))
        if error:
            raise error
    return "done"

print(drive(stacked()))
print(drive(stacked(ValueError("inner"))))
print(drive(stacked(ValueError("inner"), True)))
print(drive(stacked(None, False, KeyError("late"))))
print(drive(stacked(TypeError("first"), False, ValueError("late"))))


async def moved():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(managed("m"))
        kept = stack.pop_all()
    print("left")
    await kept.aclose()
    try:
        await stack.enter_async_context(Sync("no"))
    except TypeError as error:
        print(error)
    try:
        stack.enter_context(Own())
    except TypeError as error:
        print(error)

print(drive(moved()))
print(issubclass(Own, contextlib.AbstractAsyncContextManager), issubclass(Sync, contextlib.AbstractAsyncContextManager))
print(sorted(name for name in contextlib.__all__ if not hasattr(contextlib, name)))
