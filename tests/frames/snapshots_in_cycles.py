# Suspended generators whose frames were looked at (f_locals) or given something (f_trace), in cycles: the collector ends them all the same.
import gc
import sys

gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def generate(name, holder):
    noisy = Noisy(name)
    try:
        yield sys._getframe()
        yield 2
    finally:
        print("finally", name)


async def coroutine(name, holder):
    noisy = Noisy(name)
    try:
        await Steps()
    finally:
        print("finally", name)


class Steps:
    def __await__(self):
        yield 1
        yield 2


async def asynchronous(name, holder):
    noisy = Noisy(name)
    yield 1
    yield 2


def look(frame):
    frame.f_locals


def look_twice(frame):
    frame.f_locals["more"] = frame
    frame.f_locals


def trace(frame):
    frame.f_trace = lambda *ignored: frame


def nothing(frame):
    pass


def start_generator(name, holder):
    holder["it"] = it = generate(name, holder)
    return next(it)


def start_coroutine(name, holder):
    holder["it"] = it = coroutine(name, holder)
    it.send(None)
    return it.cr_frame


def start_asynchronous(name, holder):
    holder["it"] = it = asynchronous(name, holder)
    try:
        it.__anext__().send(None)
    except StopIteration:
        pass
    return it.ag_frame


def in_cycle(start, name, do, keep_frame):
    holder = {}
    frame = start(name, holder)
    do(frame)
    if keep_frame:
        holder["frame"] = frame


for start in start_generator, start_coroutine, start_asynchronous:
    for do in nothing, look, look_twice, trace:
        for keep_frame in False, True:
            print(start.__name__, do.__name__, keep_frame)
            in_cycle(start, do.__name__, do, keep_frame)
            gc.collect()
            gc.collect()

# a frame that outlives its generator, and goes with it
holder = {}
frame = start_generator("outlives", holder)
look_twice(frame)
del holder["it"]
print("gone", sorted(frame.f_locals))
holder["frame"] = frame
del frame, holder
gc.collect()
gc.collect()

# those that run, and end while they are looked at
def running():
    frame = sys._getframe()
    frame.f_locals
    frame.f_trace = print
    yield frame
    frame.f_locals
    gc.collect()
    yield 2


it = running()
frame = next(it)
print(frame.f_code.co_name, next(it), list(it), frame.f_locals["frame"] is frame)
del it, frame
gc.collect()

# left for the end of the program
it = generate("the end", None)
frame = next(it)
look_twice(frame)


# a generator that a trace function follows
def follow(frame, event, argument):
    return lambda *ignored: holder


holder = {}
sys.settrace(follow)
frame = start_generator("followed", holder)
sys.settrace(None)
print(frame.f_trace is not None)
holder["frame"] = frame
del frame, holder
gc.collect()
gc.collect()
print("end")
