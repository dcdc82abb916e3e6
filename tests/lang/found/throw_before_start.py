"""Found by random programs: throw() into a generator that never ran goes past every handler of its body."""
import sys
import traceback


def simple():
    try:
        yield 1
    except ValueError:
        print("must not see it")
    finally:
        print("nor this")


def looped():
    while True:
        try:
            yield 1
        except BaseException:
            print("must not see it")


def delegating(source):
    with open(__file__):
        try:
            yield from source
        except ValueError:
            yield "handled"


async def asynchronous():
    try:
        await None
    finally:
        print("must not run")


async def items():
    try:
        yield 1
    finally:
        print("must not run")

for make in (simple, looped, lambda: delegating([1]), lambda: delegating(simple()), asynchronous):
    for error in (ValueError("v"), GeneratorExit(), StopIteration(5), KeyError):
        generator = make()
        try:
            print(generator.throw(error))
        except BaseException as raised:
            print(type(raised).__name__, raised, type(raised.__cause__).__name__, [(e.name, e.line) for e in traceback.extract_tb(raised.__traceback__)][1:])
        try:
            print(generator.send(None))
        except BaseException as raised:
            print(type(raised).__name__, raised)
try:
    items().athrow(ValueError("a")).send(None)
except BaseException as raised:
    print(type(raised).__name__, raised)
started = delegating(simple())
next(started)
print(started.throw(ValueError("late")))
events = []
sys.settrace(lambda frame, event, argument: events.append((event, frame.f_code.co_name)) or None)
try:
    simple().throw(ValueError("traced"))
except ValueError:
    pass
sys.settrace(None)
print(events)
