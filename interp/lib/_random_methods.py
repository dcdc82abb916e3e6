"""For subclasses of random.Random with a random() or getrandbits() of their own: the methods that are in C otherwise, drawn from those."""
from math import cos, floor, log, pi, sin, sqrt
from operator import index


def _below_from_bits(self, n):
    bits = n.bit_length()
    drawn = self.getrandbits(bits)
    while drawn >= n:
        drawn = self.getrandbits(bits)
    return drawn


def _below_from_random(self, n, maxsize=1 << 53):
    if n >= maxsize:
        return floor(self.random() * n)
    limit = (maxsize - maxsize % n) / maxsize
    drawn = self.random()
    while drawn >= limit:
        drawn = self.random()
    return floor(drawn * maxsize) % n


def randrange(self, start, stop=None, step=1):
    start = index(start)
    if stop is None:
        if start > 0:
            return self._randbelow(start)
        raise ValueError("empty range for randrange()")
    stop, step = index(stop), index(step)
    if step == 0:
        raise ValueError("zero step for randrange()")
    count = len(range(start, stop, step))
    if count:
        return start + step * self._randbelow(count)
    raise ValueError("empty range for randrange() (%d, %d, %d)" % (start, stop, stop - start) if step == 1 else "empty range for randrange()")


def randint(self, a, b):
    return self.randrange(a, b + 1)


def choice(self, seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[self._randbelow(len(seq))]


def shuffle(self, x):
    for i in range(len(x) - 1, 0, -1):
        j = self._randbelow(i + 1)
        x[i], x[j] = x[j], x[i]


def uniform(self, a, b):
    return a + (b - a) * self.random()


def gauss(self, mu=0.0, sigma=1.0):
    z = self.gauss_next
    self.gauss_next = None
    if z is None:
        angle = self.random() * (2.0 * pi)
        radius = sqrt(-2.0 * log(1.0 - self.random()))
        z = cos(angle) * radius
        self.gauss_next = sin(angle) * radius
    return mu + z * sigma


def install(cls, has_below, has_bits):
    methods = [randrange, randint, choice, shuffle, uniform, gauss]
    for method in methods:
        if not any(method.__name__ in base.__dict__ for base in cls.__mro__[:-3]):
            setattr(cls, method.__name__, method)
    if not has_below:
        cls._randbelow = _below_from_bits if has_bits else _below_from_random
