"""sys.set_asyncgen_hooks: told of first steps, given those that die unfinished; and what asyncio does with both."""
import asyncio
import sys


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("end of", name)


def drive(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as error:
        return error.value


print(sys.get_asyncgen_hooks(), sys.get_asyncgen_hooks().firstiter)
for arguments in (1,), (None, 2), (None, None, None):
    try:
        sys.set_asyncgen_hooks(*arguments)
    except TypeError as error:
        print(error)

begun, ended = [], []


def first(generator):
    begun.append(generator.__name__)


def last(generator):
    ended.append(generator.__name__)
    print("last of", generator.__name__, generator.ag_frame is not None)
    try:
        drive(generator.aclose())
    except BaseException as error:
        print(type(error).__name__)


sys.set_asyncgen_hooks(first, last)
print(sys.get_asyncgen_hooks() == (first, last))
one = numbers("one")
print(begun)
print(drive(one.__anext__()), begun)
print(drive(one.asend(None)), begun)
del one
print(ended)

two = numbers("two")
two.__anext__()
print(begun)
del two
three = numbers("three")
drive(three.__anext__())
drive(three.aclose())
del three
print(begun, ended)

sys.set_asyncgen_hooks(finalizer=None)
four = numbers("four")
drive(four.__anext__())
del four
print(begun, ended, sys.get_asyncgen_hooks().finalizer)


def failing(generator):
    raise ValueError("not this one")


sys.set_asyncgen_hooks(firstiter=failing)
five = numbers("five")
try:
    five.__anext__()
except ValueError as error:
    print(error)
print(drive(five.__anext__()))
drive(five.aclose())
sys.set_asyncgen_hooks(None, None)


async def waiting(name):
    try:
        for i in range(10):
            yield i
    finally:
        print(name, "closes")
        await asyncio.sleep(0)
        print(name, "closed")


kept = []


async def main():
    print(all(sys.get_asyncgen_hooks()))
    async for i in waiting("dropped"):
        if i == 2:
            break
    print("after the loop")
    await asyncio.sleep(0)
    print("one turn")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("two more")
    generator = waiting("kept")
    kept.append(generator)
    print(await generator.__anext__(), await generator.asend(None))
    print("main ends", asyncio.create_task(asyncio.sleep(0)).get_name())


asyncio.run(main())
print(sys.get_asyncgen_hooks(), kept[0].ag_frame)


async def raising():
    try:
        yield 1
    finally:
        raise KeyError("at its end")


async def leave_one():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].partition(" <")[0], repr(context["exception"])))
    kept.append(raising())
    print(await kept[-1].__anext__())


asyncio.run(leave_one())
