"""list.sort and sorted: stability, keys, failures, changes meanwhile."""


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


print(sorted([3, 1, 2]), sorted("banana"), sorted([2.5, -1.0, 0.0, 1e300, -1e300]), sorted([True, 0, 2, False]), sorted([]), sorted([1]))
print(sorted([3, 1, 2], reverse=True), sorted(["b", "a", "C"], key=str.lower), sorted([-3, 2, 1], key=abs, reverse=True))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]), sorted([1, 2.5, 0, -0.5, 10**30]))
attempt(sorted)
attempt(sorted, [1, "a"])
attempt(sorted, [None, None])
attempt(sorted, 5)
attempt(sorted, [1], lambda x: x)
attempt(sorted, [1], foo=2)
attempt([].sort, 1)
attempt(sorted, [1, 2], key=5)
attempt(sorted, [3, 0, 1], key=lambda x: 1 // x)
attempt(sorted, [2, 1], reverse="x")

seed = 12345


def rand():
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return seed >> 8


def check(data, **kw):
    result = sorted(data, **kw)
    key = kw.get("key", lambda x: x)
    ok = all(not key(result[i + 1]) < key(result[i]) for i in range(len(result) - 1)) if not kw.get("reverse") else True
    total = 0
    for i, x in enumerate(result):
        total = (total * 31 + hash(x) % 1000003 + i) % 1000000007
    return ok, total


for n in (0, 1, 2, 5, 23, 24, 25, 26, 63, 64, 65, 100, 257, 1000, 5000):
    ints = [rand() % 1000 for _ in range(n)]
    print(n, check(ints), check(ints, reverse=True), check([float(x) for x in ints]), check(sorted(ints) + sorted(ints)[::-1] + ints[:10]))
    pairs = [(x % 7, i) for i, x in enumerate(ints)]
    by_first = sorted(pairs, key=lambda p: p[0])
    print(all(by_first[i] <= by_first[i + 1] for i in range(n - 1)), check(pairs), check(pairs, key=lambda p: -p[0]))
    backwards = sorted(pairs, key=lambda p: p[0], reverse=True)
    print(all(a[0] > b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(backwards, backwards[1:])))
    texts = [str(x) for x in ints]
    print(sorted(texts) == [str(x) for x in sorted(texts)], sorted(texts)[:3], sorted(texts, key=len)[:5], sorted(texts, key=int)[-3:])
    mixed = [x if x % 2 else float(x) for x in ints]
    print(check(mixed))

calls = []


class Item:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        calls.append((self.v, other.v))
        return self.v < other.v

    def __repr__(self):
        return "Item(%r)" % self.v


print(sorted([Item(3), Item(1), Item(2)]), len(calls) > 0)


class Bad:
    def __lt__(self, other):
        raise ValueError("no order")


l = [Bad(), 1, 2, 3]
attempt(l.sort)
print(len(l), l[1:])


class Failing:
    count = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        Failing.count += 1
        if Failing.count > 200:
            raise KeyError("enough")
        return self.v < other.v


l = [Failing(rand()) for _ in range(100)]
before = sorted(map(id, l))
attempt(l.sort)
print(sorted(map(id, l)) == before)

l = [3, 2, 1]


def change(x):
    l.append(x)
    return x


attempt(l.sort, key=change)
print(l)
l = [3, 1, 2]


def peek(x):
    print("seen", l)
    return x


l.sort(key=peek)
print(l)
l = [3, 1, 2]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=None), l)
rows = [{"n": "x", "v": 2}, {"n": "y", "v": 1}]
print(sorted(rows, key=lambda r: r["v"]), min(rows, key=lambda r: r["v"]), max(rows, key=lambda r: r["n"]))
print(sorted({3: 1, 1: 2}), sorted({5, 1, 3}), sorted(x for x in (2, 1)), sorted(zip([2, 1], "ab")))
big = [rand() * 10**15 for _ in range(50)]
print(check(big))
