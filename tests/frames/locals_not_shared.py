# The f_locals of one call never shows in a later one, though its memory is used again.
import sys


def first(x):
    sys._getframe().f_locals
    sys._getframe().f_trace = None
    return 1


def second(y):
    return locals()


for i in range(3):
    first(i)
a = second(5)
print(a)
b = second(6)
print(a, b, a is b)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        def deeper(n):
            return n if n == 0 else deeper(n - 1) + 1

        print(self.name, sys._getframe(1).f_code.co_name, deeper(5), sum(x for x in range(3)))


def several(a, b, c):
    d = Noisy("d")
    e = Noisy("e")
    return a.name + b.name + c


def caller():
    return several(Noisy("a"), Noisy("b"), "text")


print(caller())


def defaults(a, b=1, *rest, c=2, **more):
    return a, b, rest, c, more


def only(a, b=1, *, c, d=4):
    return a, b, c, d


print(defaults(1), defaults(1, 2, 3, c=4), defaults(a=1, c=5, z=6), defaults(1, b=3), only(1, c=3), only(b=2, c=3, a=1, d=0))
for call in (lambda: only(1), lambda: only(1, 2, 3), lambda: only(1, a=1, c=1), lambda: only(1, c=1, zz=2), lambda: only(c=1), lambda: defaults()):
    try:
        call()
    except TypeError as error:
        print(error)


class Point:
    def __init__(self, x, y=0, *rest, z=0):
        self.at = (x, y, rest, z)


print(Point(1).at, Point(1, 2, 3, z=4).at, Point(y=1, x=2).at)
try:
    Point(q=1)
except TypeError as error:
    print(error)
print(second.__name__, list(map(lambda x, y=3: x + y, [1, 2])))
