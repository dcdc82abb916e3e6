"""set and frozenset: operators, methods, iteration order of ints, errors."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(set(), {1}, {3, 1, 2}, set("a"), set([1, 1, 2]), frozenset(), frozenset([3, 1]), set({1: 2}), set(range(5)))
attempt(set, 5)
attempt(set, 1, 2)
attempt(lambda: {[]})
attempt(lambda: {1} | [1])
attempt(lambda: {1} + {2})
one = {1}
attempt(lambda: one[0])
attempt(hash, {1})
attempt(set().pop)
attempt({1}.remove, 2)
attempt({1}.remove, "key")
attempt({1}.add, [])
attempt({1}.remove, {1})

seed = 7


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % n


for n in (3, 5, 8, 20, 33, 100, 400):
    values = [rand(n * 10) - n * 3 for _ in range(n)]
    a, b = set(values), {rand(n * 10) for _ in range(n // 2)}
    print(a)
    print(a | b)
    print(a & b, a - b, b - a, a ^ b)
    print(a.union(values, range(3)), a.intersection(values[: n // 2]), a.difference([1, 2, 3], b), a.symmetric_difference(values[:4]))
    c = a.copy()
    c |= b
    c -= {1, 2, 3}
    c ^= set(range(10))
    c &= set(range(-50, n * 5))
    print(c)
    for v in values[: n // 2]:
        c.discard(v)
    c.update([10**6, -(10**6)], {5: 5}, {2**40})
    print(c, len(c))
    c.intersection_update(range(0, 200, 3))
    c.difference_update([3, 6], {9})
    c.symmetric_difference_update([3, 4])
    print(c)
    out = []
    while c:
        out.append(c.pop())
        if len(out) % 3 == 0:
            c.add(len(out) * 1000) if len(out) < 10 else None
    print(out)
    print(hash(frozenset(a)), frozenset(a) == a, frozenset(values) == frozenset(reversed(values)))
print({2.5, 1, -1, -2, 0, 10**20, 2**61 - 1, 2**61, (1, 2), None is None})
print({1, 1.0, True}, {0, False}, len({1, 1.0, True, 1 + 0}))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset([frozenset([1]), 2.5])))
s = {1, 2, 3}
print(s == {3, 2, 1}, s != {1}, s < {1, 2, 3, 4}, s <= s, s > {1}, s >= {4}, s == frozenset(s), s == [1, 2, 3], s.issubset([1, 2, 3, 4]), s.issuperset([1]), s.isdisjoint([5]))
print(s.issubset({1, 2}), s.issuperset({1, 9}), s.isdisjoint({3}), 1 in s, 9 in s, frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})
attempt(lambda: s < [1])
print(type(s | frozenset()), type(frozenset([9]) | s), type(frozenset([1]) & s), frozenset([1]).copy(), type(s.union()))
f = frozenset([1, 2])
print(frozenset(f) is f, f.copy() is f, {f: "key"}[frozenset([2, 1])], repr(f), {f})
attempt(lambda: f.add(3))
g = f
g |= {3}
print(f, g)


class S(set):
    pass


t = S([1, 2])
t.name = "n"
print(t, t | {3}, type(t | {3}), type(t.copy()), t.name, S(), isinstance(t, set))


class FS(frozenset):
    pass


print(FS([1]), type(FS([1]) | {2}), hash(FS([1])) == hash(frozenset([1])))


def grow(x):
    for v in x:
        x.add(v + 1000)


attempt(grow, {1})
it = iter({1, 2})
print(it.__length_hint__(), next(it), next(it), next(it, "end"))
print({x % 5 for x in range(50)}, {x * x for x in range(10) if x % 2}, sorted({"b", "a"}), len(set("hello")), sum({1, 2, 3}))
a = {1}
a.add(frozenset([2]))
print(len(a), frozenset([2]) in a, {2} in a, a.discard({2}), a)


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 3

    def __eq__(self, other):
        return self.n == getattr(other, "n", None)

    def __repr__(self):
        return "Same(%d)" % self.n


print({Same(i) for i in range(5)} - {Same(2)}, Same(3) in {Same(3)}, len({Same(1), Same(1)}))
print([*{1, 2}], {*[1, 2], *(3,)}, max({1, 5}), set(map(abs, [-1, 1])), set(zip([1], [2])))
x, y = sorted({4, 2})
print(x, y)
s.clear()
print(s, bool(s), bool({0}))
