"""A suspended generator that dies: the order in which its locals, its temporaries and what it handles go, with and without a FrameObject that outlives it."""
import gc
import sys

gc.disable()


class Loud:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        return self

    def __next__(self):
        return self.name

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("  exit", self.name, exc[0] and exc[0].__name__)

    def __add__(self, other):
        return other

    def __del__(self):
        frame = sys._getframe(1)
        print("  del", self.name, "seen from", frame.f_code.co_name)


def loops():
    a = Loud("local a")
    for x in Loud("outer"):
        for y in Loud("inner"):
            b = Loud("local b")
            yield 1


def operands():
    a = Loud("a")
    yield (Loud("left") + (yield 1))


def arguments(f=print):
    f(Loud("first"), Loud("second"), (yield 1))


def displays():
    return [Loud("item 1"), Loud("item 2"), {Loud("key"): (yield 1)}]


def withs():
    with Loud("with"):
        c = Loud("c")
        yield 1


def finals():
    d = Loud("d")
    try:
        for x in Loud("in try"):
            yield 1
    finally:
        print("  finally")


def inner():
    e = Loud("e")
    try:
        yield 1
    finally:
        print("  inner ends")


def delegates():
    f = Loud("f")
    for x in Loud("around"):
        yield from inner()


def stubborn():
    g = Loud("g")
    for x in Loud("before"):
        try:
            yield 1
        except GeneratorExit as error:
            for y in Loud("ignoring"):
                yield 2


def handling():
    h = Loud("h")
    try:
        raise KeyError("kept")
    except KeyError as error:
        for x in Loud("in handler"):
            yield 1


def stubborn_around():
    i = Loud("i")
    for x in Loud("outermost"):
        try:
            yield from inner()
        finally:
            for y in Loud("ignored"):
                yield 3


async def waits():
    j = Loud("j")

    class Awaitable:
        def __await__(self):
            k = Loud("k")
            yield 1
    await Awaitable()


sys.unraisablehook = lambda args: print("  unraisable", args.exc_type.__name__, args.exc_value)


def start(make):
    g = make()
    g.send(None)
    return g


for make in loops, operands, arguments, displays, withs, finals, delegates, stubborn, handling, stubborn_around, waits:
    print(make.__name__)
    g = start(make)
    del g
    print(make.__name__, "with a frame that is kept")
    g = start(make)
    frame = g.cr_frame if make is waits else g.gi_frame
    del g
    print("  the generator is gone", sorted(frame.f_locals, key=str) if make is not waits else "")
    del frame
    print(make.__name__, "cleared")
    g = start(make)
    frame = g.cr_frame if make is waits else g.gi_frame
    frame.clear()
    print("  cleared")
    del g
    print("  the generator is gone")
    del frame
    print(make.__name__, "closed")
    g = start(make)
    try:
        g.close()
    except RuntimeError as error:
        print("  raised", error)
        del error
    print("  closed")
    del g
print("not started")
g = loops()
del g
