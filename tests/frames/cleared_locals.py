# f_locals behind frame.clear(): nothing is left, closures included; the one dict of the frame shows it. And who sets a trace function while one is set.
import sys


def frames():
    def outer():
        x, y = 5, 6

        def inner():
            z = x + 2
            1 / 0
        try:
            return inner()
        finally:
            y += 1
    try:
        outer()
    except ZeroDivisionError as error:
        tb = error.__traceback__.tb_next
        return tb.tb_frame, tb.tb_next.tb_frame


for look in False, True:
    outer, inner = frames()
    before = inner.f_locals if look else None
    print(sorted(outer.f_locals) if look else None, before)
    outer.clear()
    inner.clear()
    print(outer.f_locals, inner.f_locals, before)
    outer.clear()
    print(outer.f_locals is outer.f_locals, outer.f_lineno, outer.f_code.co_name, outer.f_back)


def generator(a):
    b = [a]
    yield a
    yield lambda: b


g = generator(3)
next(g)
frame = g.gi_frame
print(frame.f_locals)
frame.clear()
print(frame.f_locals, g.gi_frame, list(g))


class Sets:
    def __init__(self, how):
        self.how = how

    def __call__(self, *args):
        return None

    def __del__(self):
        try:
            self.how(print)
        except RuntimeError as error:
            print(error)


for how, get in (sys.settrace, sys.gettrace), (sys.setprofile, sys.getprofile):
    how(Sets(how))
    how(None)
    print(get())
