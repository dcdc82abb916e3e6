"""list.sort() compares what CPython compares, in its order; wherever a comparison raises, the list is left as CPython leaves it."""
import random

log = []


class Item:
    raise_at = -1

    def __init__(self, value, number):
        self.value = value
        self.number = number

    def __lt__(self, other):
        log.append((self.number, other.number))
        if len(log) == Item.raise_at:
            raise ValueError("enough")
        return self.value < other.value


def digest(values):
    result = 0
    for value in values:
        result = (result * 31 + value) % 1000003
    return result


def shape(name, n, draw):
    if name == "random":
        return [draw.randrange(n) for _ in range(n)]
    if name == "few":
        return [draw.randrange(4) for _ in range(n)]
    if name == "halves":
        return list(range(n // 2)) + list(range(n - n // 2))
    if name == "rising":
        return list(range(n))
    if name == "falling":
        return list(range(n, 0, -1))
    if name == "nearly":
        values = list(range(n))
        for _ in range(n // 20 + 1):
            values[draw.randrange(n)] = draw.randrange(n)
        return values
    if name == "steps":
        return [i % 17 + i // 17 * 5 for i in range(n)]
    if name == "interleaved":
        return [i for k in range(7) for i in range(k, n, 7)]
    return [-i if i % 3 else i for i in range(n)]


SHAPES = ("random", "few", "halves", "rising", "falling", "nearly", "steps", "interleaved", "signs")
for name in SHAPES:
    for n in (1, 2, 3, 7, 31, 32, 63, 64, 65, 127, 200, 511, 1000, 2111):
        draw = random.Random(n)
        values = shape(name, n, draw)
        for reverse in (False, True):
            items = [Item(value, i) for i, value in enumerate(values)]
            log.clear()
            items.sort(reverse=reverse)
            order = digest(a * 7919 + b for a, b in log)
            print(name, n, reverse, len(log), order, digest(item.number for item in items))
        items = [Item(value, i) for i, value in enumerate(values)]
        log.clear()
        result = sorted(range(n), key=lambda i: items[i])
        print(name, n, "keyed", len(log), digest(a * 7919 + b for a, b in log), digest(result))

# It raises at the n-th comparison.
for n in (5, 70, 300):
    for name in SHAPES:
        values = shape(name, n, random.Random(n))
        for at in (1, 2, 3, 10, 50, 100, 200, 400, 800, 1200):
            items = [Item(value, i) for i, value in enumerate(values)]
            log.clear()
            Item.raise_at = at
            try:
                items.sort()
            except ValueError as e:
                print(n, name, at, e, digest(item.number for item in items))
            Item.raise_at = -1


# Comparisons that contradict one another, and ones that know no answer.
class Contrary:
    def __init__(self, number, draw):
        self.number = number
        self.draw = draw

    def __lt__(self, other):
        return self.draw.random() < 0.5


for n in (10, 100, 1000):
    draw = random.Random(n)
    items = [Contrary(i, draw) for i in range(n)]
    items.sort()
    print(n, digest(item.number for item in items), sorted(item.number for item in items) == list(range(n)))


class Unsure:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        log.append(("lt", self.number))
        return NotImplemented

    def __gt__(self, other):
        log.append(("gt", self.number))
        return self.number > other.number


class Mixed(Unsure):
    pass


for kinds in ((Unsure,), (Unsure, Mixed), (Mixed,)):
    items = [kinds[i % len(kinds)](i * 7 % 5) for i in range(5)]
    log.clear()
    items.sort()
    print([item.number for item in items], log)
log.clear()
for things in ([object(), object()], [1, "a"], [1j, 2j], [None, None], [(1, object()), (1, object())], [Unsure(1), 2]):
    try:
        print(sorted(things))
    except (TypeError, AttributeError) as e:
        print(e)
print(log)


class Truthful(Unsure):
    def __lt__(self, other):
        return [1] if self.number < other.number else []


print([item.number for item in sorted([Truthful(3), Truthful(1), Truthful(2)])])
for values in ([3, 1, 2.5, True], [2**70, 1, -2**80, 5], [2**70, 2**69, 2**71], [float("nan"), 1.0, 0.5], ["b", "a", "\u1234", "\xe9"], [b"b", b"a"], [[2], [1, 2], [1]]):
    print(sorted(values), sorted(values, reverse=True))
