# Constructors: plain, with defaults and keywords, inherited, and many instances alive at once.
N = 15000


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


class Pixel(Point):
    def __init__(self, x, y, colour="red"):
        super().__init__(x, y)
        self.colour = colour


class Empty:
    pass


def run(n):
    total, kept = 0, []
    for i in range(n):
        p = Point(i, y=1)
        q = Point(i)
        r = Pixel(i, 2)
        Empty()
        total += p.x + q.y + r.y
        kept.append(p)
    return total + len(kept)
