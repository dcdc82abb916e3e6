import sys


def gen(n):
    for i in range(n):
        local = i * 10
        got = yield sys._getframe()
        if got:
            print("got", got)


g = gen(3)
print(g.gi_frame.f_locals, g.gi_running, g.gi_code.co_name)
frame = next(g)
print(frame is g.gi_frame, frame.f_locals["local"], frame.f_back)
again = g.send("hello")
print(again is frame, frame.f_locals["local"], frame.f_lineno)
del g
print(frame.f_locals.get("local"), frame.f_back)


def running():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield sys._getframe().f_back.f_code.co_name


me = running()
print(next(me))
try:
    next(me)
except StopIteration:
    pass
print(me.gi_frame)


class Noisy:
    def __del__(self):
        print("noisy gone")


def holder():
    noisy = Noisy()
    yield 1
    yield 2


h = holder()
next(h)
print("drop")
del h
print("dropped")
h = holder()
f = h.gi_frame
next(h)
del h
print("generator gone")
print(sorted(f.f_locals))
del f
print("end")


def inner():
    try:
        yield "a"
    finally:
        print("finally in", sys._getframe().f_back.f_code.co_name)


def outer():
    yield from inner()


o = outer()
next(o)
o.close()
print(o.gi_frame)
