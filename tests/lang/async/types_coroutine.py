# types.coroutine: a generator function whose generators may be awaited.
import types


@types.coroutine
def wait(value):
    message = yield "wait", value
    print("got", message)
    return 10


async def total():
    return await wait(1) ** 2 + await wait(2)


def run(coroutine, messages):
    try:
        print(coroutine.send(None))
        for message in messages:
            print(coroutine.send(message))
    except StopIteration as stop:
        print("result", stop.value)


run(total(), ["a", "b"])
print(bool(wait.__code__.co_flags & 0x100), types.coroutine(wait) is wait, type(wait(1)).__name__, types.coroutine(total) is total)


def plain():
    yield 1


async def wrong():
    await plain()


try:
    wrong().send(None)
except TypeError as error:
    print(error)
try:
    types.coroutine(3)
except TypeError as error:
    print(error)
