# Classes with many attributes, properties, class attributes, __slots__, and attributes added late.
N = 5000


class Wide:
    shared = 3

    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = 1
        self.i = self.j = self.k = self.l = self.m = self.n = self.o = self.p = 2

    @property
    def total(self):
        return self.a + self.p

    @staticmethod
    def twice(x):
        return x * 2

    @classmethod
    def scaled(cls, x):
        return cls.shared * x


class Slots:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    total = 0
    wide = Wide()
    for i in range(n):
        wide.a = i
        wide.p += 1
        total += wide.total + wide.twice(i) + Wide.scaled(i) + wide.shared + wide.k
        pair = Slots(i, wide.b)
        total += pair.x + pair.y
        if i % 100 == 0:
            wide = Wide()
            setattr(wide, "late%d" % (i % 7), i)
            total += getattr(wide, "late%d" % (i % 7)) + len(vars(wide)) + hasattr(wide, "none")
    return total
