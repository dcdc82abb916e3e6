import sys


def a(x):
    return b(x)(1) + [1, 2][x]


def b(x):
    return lambda y: x // (y - 1)


class C:
    def method(self, *args):
        return self.attribute.other

    @property
    def attribute(self):
        raise AttributeError("no " + "attribute")


def show(f):
    try:
        f()
    except Exception as e:
        tb = e.__traceback__
        while tb:
            print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
            tb = tb.tb_next
        print(type(e).__name__, e)


show(lambda: a(1))
show(lambda: C().method(1, 2))
show(lambda: {}["k"])
show(lambda: (1).foo)
show(lambda: len(5))
show(lambda: [].pop())
show(lambda: "a" + 1)
show(lambda: undefined_name)
show(lambda: (lambda x: x)())
show(lambda: int("z"))
try:
    try:
        a(0)
    except ZeroDivisionError:
        {}["missing"]
except KeyError:
    C().method(
        1,
        2 + len(3),
    )
