# What the attributes of frames say: while running, suspended, after the end; and what clear() refuses.
import gc
import sys

gc.disable()


def error_of(function, *args):
    try:
        return function(*args)
    except BaseException as e:
        return "%s: %s" % (type(e).__name__, e)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, sys._getframe(1).f_code.co_name)


def returned():
    return sys._getframe()


f = returned()
print(f.f_back is sys._getframe(), f.f_lineno, f.f_locals, f.f_builtins is sys._getframe().f_builtins, f.f_lasti > 0)


def outer():
    return returned()


f = outer()
print(f.f_back.f_code.co_name, f.f_back.f_back.f_code.co_name, f.f_back.f_lineno)
print(f.f_trace, f.f_trace_lines, f.f_trace_opcodes)
for name in ("f_back", "f_code", "f_globals", "f_locals", "f_builtins", "f_lasti", "nothing"):
    print(name, error_of(setattr, f, name, None))
    if name != "f_locals":
        print(name, error_of(delattr, f, name))
print(error_of(setattr, f, "f_trace_lines", 1), error_of(delattr, f, "f_trace_lines"))
print(error_of(setattr, f, "f_lineno", 3), error_of(delattr, f, "f_lineno"))
print(error_of(type(f)), error_of(f.clear, 1))


# clear()
def generate(name):
    noisy = Noisy(name)
    try:
        yield sys._getframe()
        yield 2
    finally:
        print("finally", name)


g = generate("a")
print(error_of(g.gi_frame.clear), g.gi_frame, list(g))
g = generate("b")
frame = next(g)
print(frame is g.gi_frame, g.gi_running, g.gi_suspended, frame.f_back)
print(error_of(frame.clear), g.gi_frame, frame.f_locals, frame.f_lineno)
print(list(g))
g = generate("c")
frame = next(g)
print(frame.f_locals["noisy"].name, sorted(frame.f_locals))
del g
print("generator gone", sorted(frame.f_locals), frame.f_back)
frame.clear()
print("cleared", frame.f_locals)
del frame


def running_generator():
    print(error_of(g2.gi_frame.clear), g2.gi_running, g2.gi_frame.f_back.f_code.co_name)
    yield


g2 = running_generator()
next(g2)
print(g2.gi_frame.f_back, g2.gi_running)


async def coroutine():
    print(co.cr_running, co.cr_frame.f_code.co_name, co.cr_await)


co = coroutine()
print(co.cr_running, co.cr_suspended, co.cr_frame.f_lineno)
print(error_of(co.send, None), co.cr_frame, co.cr_running)


async def asynchronous():
    print(ag.ag_running, ag.ag_frame.f_code.co_name)
    yield 1


ag = asynchronous()
print(ag.ag_running, ag.ag_frame.f_lineno)
step = ag.__anext__()
print(error_of(step.send, None), ag.ag_running, ag.ag_frame.f_lasti > 0)
print(error_of(ag.__anext__().send, None), ag.ag_frame, ag.ag_running)


# snapshot rules
def snapshot():
    x = 1
    locals_before = sys._getframe().f_locals
    x = 2
    print(locals_before["x"], sys._getframe().f_locals["x"], locals_before["x"], locals_before is locals())
    locals_before["x"] = 77
    locals_before["extra"] = 5
    print(x, "extra" in locals(), locals()["x"])
    del x
    print(sorted(locals()))
    return sys._getframe()


frame = snapshot()
print(sorted(frame.f_locals))


def closure():
    captured = 1

    def inner():
        nonlocal captured
        captured += 1
        return sorted(sys._getframe().f_locals.items()), sys._getframe(1).f_locals["captured"]
    return inner()


print(closure())


class Body:
    here = 1
    print(sys._getframe().f_locals is locals(), sys._getframe().f_code.co_name)
    sys._getframe().f_locals["there"] = 2
    print(there)


# an exception keeps the frame alive
def raises():
    noisy = Noisy("raised")
    raise ValueError


try:
    raises()
except ValueError as e:
    kept = e
frame = kept.__traceback__.tb_next.tb_frame
print(frame.f_locals["noisy"].name, frame.f_back is sys._getframe(), sys.getrefcount(frame.f_locals["noisy"]))
kept.__traceback__ = None
print("traceback gone")
del frame
print("frame gone")
