# Generators in cycles: the collector closes them, their finally blocks run with all their locals, and it counts what is still unreachable then. In which
# order the members of a cycle are finalized depends on earlier collections, so what they say is sorted.
import gc
import sys

said = []


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        said.append("del " + self.name)


def plain(name):
    noisy = Noisy(name)
    me = yield
    yield me


def guarded(name):
    noisy = Noisy(name)
    me = yield
    try:
        yield me
    finally:
        said.append(f"finally {noisy.name} {type(me).__name__} {sys._getframe().f_back is not None}")


kept = []


def reviving(name):
    me = yield
    try:
        yield me
    finally:
        kept.append(me)


def started(make, name):
    generator = make(name)
    next(generator)
    generator.send(generator)


def in_list(generator):
    box = [generator]
    box.append(box)


for make in plain, guarded, reviving:
    gc.collect()
    started(make, make.__name__)
    print(make.__name__, gc.collect(), sorted(said))
print([type(g).__name__ for g in kept], gc.is_finalized(kept[0]))
kept.clear()
print(gc.collect())
in_list(plain("not started"))
print(gc.collect())


async def coroutine(name):
    noisy = Noisy(name)
    box = [noisy]
    box.append(box)
    await Forever()


class Forever:
    def __await__(self):
        yield 1


c = coroutine("coroutine")
c.send(None)
in_list(c)
del c
print(gc.collect(), sorted(said))
