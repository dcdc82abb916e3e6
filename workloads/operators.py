# Operator dunders: a vector and a fraction class that do arithmetic by __add__, __mul__, __eq__, __lt__, __getitem__.


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k % 10007, self.y * k % 10007)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, i):
        return self.x if i == 0 else self.y


def run(n):
    here = Vector(1, 2)
    step = Vector(3, 5)
    larger = 0
    for i in range(n):
        here = 3 * (here + step) - -step * i
        if step < here:
            larger += 1
        if here == step:
            larger += 100
    return here[0] * 100000 + here[1] + larger
