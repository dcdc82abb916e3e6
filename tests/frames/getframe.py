import gc
import sys

gc.disable()  # a frame in a cycle dies when the collector runs


def names(frame):
    result = []
    while frame is not None:
        result.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return result


def inner(a, b):
    c = a + b
    frame = sys._getframe()
    print(sorted(frame.f_locals), frame.f_locals["c"])
    print(names(frame))
    return frame


def outer():
    x = 1
    frame = inner(x, 2)
    print(frame.f_back is sys._getframe())
    return frame


kept = outer()
print(names(kept))
print(kept.f_locals["a"], kept.f_back.f_locals["x"], kept.f_back.f_back is sys._getframe())
print(kept.f_code.co_name, kept.f_globals is globals())
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
print(sys._getframe().f_back, sys._getframe().f_code.co_name)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def local_lifetime(keep):
    noisy = Noisy("kept" if keep else "dropped")
    frame = sys._getframe() if keep else None
    return frame


print("one")
local_lifetime(False)
print("two")
f = local_lifetime(True)
print("three", f.f_locals["noisy"].name)
f.clear()
print("cleared", sorted(f.f_locals))
f = local_lifetime(True)
del f
print("four")


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)


running()
