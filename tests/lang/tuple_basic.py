"""tuple: construction, slices, methods, hashes, errors."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print((), (1,), (1, "a"), tuple("abc"), tuple([1, 2]), tuple(range(3)), tuple(x * x for x in range(4)))
attempt(tuple, 5)
attempt(tuple, 1, 2)
t = tuple(range(8))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(6, 1, -2), slice(1, 100, 3), slice(5, 2)):
    print(t[s])
print(t[:] is t, tuple(t) is t, tuple() is tuple([]), (t + ()) == t)
attempt(lambda: t[8])
attempt(lambda: t["a"])
attempt(lambda: t[1 << 70])


def assign():
    t[0] = 1


def delete():
    del t[0]


attempt(assign)
attempt(delete)
print((1, 2) + (3,), (1, 2) * 2, 3 * ("x",), (1,) * 0, (0, 1) * -1)
attempt(lambda: (1,) + [2])
attempt(lambda: (1,) + None)
attempt(lambda: (1,) * "a")
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 9), () == [], (1, 2) != (1, 2), (1, (2, 3)) == (1, (2, 3)))
attempt(lambda: (1,) < ("a",))
attempt(lambda: (1,) < [1])
print((1, 2, 1).count(1), (1, 2, 1).index(2), (1, 2, 1).index(1, 1))
attempt((1, 2).index, 3)
attempt((1, 2).index, 1, 1)
print(1 in (1, 2), "a" in (1, 2), len(t), bool(()), bool((0,)))
print(hash(()), hash((1,)), hash((1, 2, 3)), hash(((1, 2), (3.5, None is None))), hash((-1, 0, 2**61)), hash((1.5, 10**40)))
attempt(hash, (1, []))
print(repr(((),)), ((1,), [2, (3,)]), (None,), ("a", b"b", 1.5, True))
l = []
u = (l, 1)
l.append(u)
print(u, l)
a, b, *c = (1, 2, 3, 4)
print(a, b, c)


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)

    @property
    def first(self):
        return self[0]


p = T(1, 2, 3)
p.note = "x"
print(p, p.first, p.note, p[1:], type(p[1:]), p + (4,), p == (1, 2, 3), hash(p) == hash((1, 2, 3)), isinstance(p, tuple), len(p))
print({p: 1}[(1, 2, 3)], list(p), tuple(p), type(tuple(p)), T().__class__.__name__, T())
print(list(reversed((1, 2, 3))), sorted((3, 1, 2)), max((1, 5, 2)), sum((1, 2, 3)))
print(sorted({(i, j) for i in range(3) for j in range(3)}))
print({(i, j) for i in range(4) for j in range(4)})
print({(1, 2), (3, 4), (), (5,)})
