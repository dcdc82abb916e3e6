# Cycles FrameObject <-> exception <-> local are collected, and finalizers run then, not before.
import gc
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def cycle(name):
    noisy = Noisy(name)
    frame = sys._getframe()


gc.collect()
cycle("frame in its own local")
print("before collect")
gc.collect()
print("after collect")


def exception_cycle(name):
    noisy = Noisy(name)
    try:
        raise ValueError(name)
    except ValueError as e:
        error = e


exception_cycle("exception with traceback")
print("before collect")
gc.collect()
print("after collect")


def no_cycle(name):
    noisy = Noisy(name)
    try:
        raise ValueError(name)
    except ValueError as e:
        pass


no_cycle("freed at once")
print("returned")


def closure_cycle():
    noisy = Noisy("closure")

    def me():
        return me, noisy

    return me


closure_cycle()
print("before collect")
gc.collect()
print("after collect")


def in_generator():
    noisy = Noisy("generator")
    g = yield
    yield g


g = in_generator()
next(g)
g.send(g)
del g
print("before collect")
gc.collect()
print("after collect")
