"""In which order what a dying generator holds goes: locals first, then what waits on its stack; a FrameObject that outlives it keeps both."""
import gc
import sys

gc.disable()


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("  exit", self.name, exc[0])

    def __iter__(self):
        return self

    def __next__(self):
        return Named(self.name + " item")

    def __call__(self, *args):
        return None


def hook(args):
    print("  unraisable", type(args.exc_value).__name__, args.exc_value)


sys.unraisablehook = hook


def plain():
    a = Named("a")
    b = Named("b")
    yield 1


def over_iterator():
    a = Named("a")
    for item in Named("iterator"):
        for item2 in Named("iterator2"):
            yield 1


def arguments():
    a = Named("a")
    Named("function")(Named("argument"), (yield 1), Named("never"))


def ignores():
    a = Named("a")
    for item in Named("iterator"):
        Named("function")(Named("argument"), (yield from inner()))


def inner():
    b = Named("b")
    for item in Named("inner iterator"):
        while True:
            try:
                yield 1
            except GeneratorExit:
                print("  ignored")


def with_block():
    a = Named("a")
    with Named("manager"):
        while True:
            try:
                yield 1
            except GeneratorExit:
                yield 2


def handles():
    a = Named("a")
    try:
        raise ValueError(Named("in exception"))
    except ValueError as error:
        e = Named("e")
        while True:
            try:
                yield 1
            except GeneratorExit:
                yield 2


def closure():
    cell = Named("cell")

    def use():
        return cell
    for item in Named("iterator"):
        while True:
            try:
                yield use
            except GeneratorExit:
                yield 2


async def coroutine():
    a = Named("a")
    for item in Named("iterator"):
        await Waits()


class Waits:
    def __await__(self):
        w = Named("waits")
        while True:
            try:
                yield 1
            except GeneratorExit:
                print("  await ignored")


async def asynchronous():
    a = Named("a")
    for item in Named("iterator"):
        while True:
            try:
                yield 1
            except GeneratorExit:
                await Waits()


def start(make):
    it = make()
    if hasattr(it, "asend"):
        try:
            it.asend(None).send(None)
        except StopIteration:
            pass
    else:
        it.send(None)
    return it


def frame_of(it):
    return getattr(it, "gi_frame", None) or getattr(it, "cr_frame", None) or getattr(it, "ag_frame", None)


for make in (plain, over_iterator, arguments, ignores, inner, with_block, handles, closure, coroutine, asynchronous):
    print(make.__name__, "dies")
    it = start(make)
    del it
    print(make.__name__, "dies, seen before")
    it = start(make)
    frame_of(it)
    del it
    print(make.__name__, "dies, its frame kept")
    it = start(make)
    frame = frame_of(it)
    del it
    print("  dead", frame.f_back, frame.f_lineno - make.__code__.co_firstlineno, sorted(frame.f_locals))
    del frame
    print(make.__name__, "dies, its frame cleared")
    it = start(make)
    frame = frame_of(it)
    del it
    frame.clear()
    print("  cleared", sorted(frame.f_locals))
    del frame
    print(make.__name__, "cleared")
    it = start(make)
    frame = frame_of(it)
    frame.clear()
    print("  cleared", sorted(frame.f_locals), frame_of(it) is frame)
    del it
    print("  dead")
    del frame
    print(make.__name__, "closed")
    it = start(make)
    try:
        it.aclose().send(None) if hasattr(it, "aclose") else it.close()
    except (RuntimeError, StopIteration) as error:
        print("  ", type(error).__name__, error)
        del error
    print("  closed")
    del it

print("cycle through a frame that outlived its generator")


def cyclic(box):
    for item in box:
        while True:
            try:
                yield 1
            except GeneratorExit:
                yield 2


box = [Named("in cycle")]
it = cyclic(box)
next(it)
box.append(it.gi_frame)
del it, box
print("collect", gc.collect() > 0)
