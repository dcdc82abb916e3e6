# Frames seen from where C code runs in between: finalizers, comparisons, sort keys, the collector, trace functions.
# CPython 3.11.7 or later: 3.11.2 answers otherwise
import functools
import gc
import sys

gc.disable()


def chain(frame):
    names = []
    while frame:
        names.append("%s:%d" % (frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return names


class Noisy:
    def __init__(self):
        self.itself = None

    def __del__(self):
        print("del", chain(sys._getframe()))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", chain(sys._getframe()))
        return 1

    def __eq__(self, other):
        print("eq", chain(sys._getframe()), sorted(sys._getframe(1).f_locals))
        return self.n == other.n

    def __lt__(self, other):
        kept.append(sys._getframe())
        return self.n < other.n


kept = []


def lookup():
    table = {Key(1): 1}
    return table[Key(1)]


def ordering():
    items = sorted([Key(3), Key(1), Key(2)])
    return [item.n for item in items]


def by_key():
    def key(x):
        kept.append(sys._getframe())
        return -x
    return sorted([1, 3, 2], key=key), max([1, 2], key=key), list(map(key, [4]))


def dies():
    noisy = Noisy()
    noisy = None
    other = Noisy()
    return 5


def cyclic():
    noisy = Noisy()
    noisy.itself = noisy
    del noisy
    print("collecting")
    print(gc.collect())


def callback(a, b):
    kept.append(sys._getframe())
    return a + b


print(lookup())
print(ordering())
print(by_key())
print(dies())
cyclic()
print(functools.reduce(callback, [1, 2, 3]))
for frame in kept:
    print(frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals), chain(frame.f_back.f_back))
print(len(kept), sys.getrefcount(kept[0]))
kept.clear()


# in a generator resumed after its creator returned
def create():
    local = "creator"

    def generate():
        while True:
            yield chain(sys._getframe()), local
    return generate()


g = create()


def resume():
    return next(g)


print(resume())
print(next(g))
print([x for x, _ in zip(g, range(2))])


# frame <-> exception <-> local
def cycle():
    try:
        raise KeyError(1)
    except KeyError as e:
        mine = e
    return None


for i in range(3):
    cycle()
print(gc.collect())


def cycle_frame():
    frame = sys._getframe()


cycle_frame()
print(gc.collect())


def generator_cycle():
    me = yield
    frame = sys._getframe()
    yield


g = generator_cycle()
next(g)
g.send(g)
del g
gc.collect()


# the tracer sees the frames too
def tracer(frame, event, arg):
    if frame.f_code.co_name == "traced":
        print(event, chain(frame), sorted(frame.f_locals))
        return tracer


def traced(a):
    b = a
    return b


sys.settrace(tracer)
traced(1)
sys.settrace(None)


def deep(n):
    local = n
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    tb, count = e.__traceback__, 0
    while tb:
        count += 1
        last = tb
        tb = tb.tb_next
    print(e, count > 900, last.tb_frame.f_code.co_name, last.tb_lineno, last.tb_frame.f_locals["local"] == last.tb_frame.f_locals["n"])
    tb = last = None
print(gc.collect() >= 0)


def lifetimes():
    value = object()
    before = sys.getrefcount(value)
    frame = sys._getframe()
    during = sys.getrefcount(value)
    snapshot = frame.f_locals
    return before, during, sys.getrefcount(value)


print(lifetimes())
