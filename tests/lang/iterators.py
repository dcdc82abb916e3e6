"""iter, next, enumerate, zip, map, filter, reversed and the iterators of containers."""


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("over")
        self.n -= 1
        return self.n


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if not 0 <= i < 3:
            raise IndexError(i)
        return i * 10


print(list(Count(3)), list(Seq()), list(reversed(Seq())), [*enumerate(Count(2))], type(iter(Seq())), type(iter([])), type(iter(())), type(iter("")))
print(type(iter({})), type(iter(set())), type(reversed([])), type(reversed(())), type(enumerate([])), type(zip()), type(iter(int, 0)), type(iter(range(3))))
attempt(iter, 5)
attempt(next, [])
attempt(next, iter([]))
attempt(next, Count(0))
print(next(iter([]), "default"), next(Count(0), None), next(iter("a")))
attempt(lambda: [x for x in 5])
attempt(lambda: list(None))


class BadIter:
    def __iter__(self):
        return 5


attempt(iter, BadIter())
attempt(lambda: list(BadIter()))


class NoIter:
    __iter__ = None


attempt(iter, NoIter())
it = iter([1, 2])
print(iter(it) is it, it.__length_hint__(), list(it), list(it))

numbers = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(numbers), 4)), next(numbers))
attempt(iter, 5, 1)
attempt(lambda: list(iter(lambda: 1 / 0, 4)))

print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate(iterable=[7])), list(enumerate([1], 2**63)), list(enumerate("ab", 2**62 - 1)))
attempt(enumerate)
attempt(enumerate, 5)
attempt(enumerate, [], "x")
attempt(enumerate, [], 1, 2)
attempt(enumerate, [], foo=1)
held = []
for pair in enumerate("abc"):
    held.append(pair)
print(held)
for i, (j, c) in enumerate(zip(range(3), "xyz")):
    print(i, j, c, end=" ")
print()

print(list(zip()), list(zip("abc")), list(zip("abc", [1, 2])), list(zip(range(3), "abc", [None] * 5)), dict(zip("ab", Count(2))))
attempt(zip, 5)
attempt(zip, [], 5)
attempt(zip, [], foo=1)
print(list(zip("ab", [1, 2], strict=True)), list(zip(strict=True)))
attempt(lambda: list(zip("ab", [1], strict=True)))
attempt(lambda: list(zip("a", [1, 2], strict=True)))
attempt(lambda: list(zip("ab", "ab", "a", strict=True)))
attempt(lambda: list(zip("a", "a", "ab", strict=True)))
attempt(lambda: list(zip("ab", (1 // (1 - x) for x in range(3)))))
z = zip([1, 2, 3], iter([1]))
print(list(z), list(z))
held = [t for t in zip("abc", "def")]
print(held, [a + b for a, b in zip("abc", "def")], list(zip(*held)))

print(list(map(abs, [-1, 2])), list(map(lambda a, b: a + b, "ab", "xyz")), list(map(str, range(3))), list(map(lambda *a: a, *["abc"] * 9)))
attempt(map)
attempt(map, len)
attempt(map, len, 5)
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(map(len, [1])))
attempt(lambda: list(map(lambda x: next(iter([])), [1, 2])))
print(list(filter(None, [0, 1, "", "a", []])), list(filter(lambda x: x % 2, range(6))), list(filter(bool, [0, 2])), list(filter(str.isalpha, "a1b")))
attempt(filter, None)
attempt(filter, None, 5)
attempt(lambda: list(filter(5, [1])))
print(list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed([1])), list(reversed({1: 2})), reversed([1, 2]).__length_hint__())
attempt(reversed, {1})
attempt(reversed, 5)
attempt(reversed, iter([]))
attempt(reversed)


class Rev:
    def __reversed__(self):
        return "custom"


print(reversed(Rev()))


class NoRev:
    __reversed__ = None

    def __getitem__(self, i):
        return i

    def __len__(self):
        return 1


attempt(reversed, NoRev())
x = [1, 2, 3]
r = reversed(x)
x.pop()
x.pop()
print(list(r), list(r))


class MyMap(map):
    pass


print(list(MyMap(len, ["a"])), type(MyMap(len, [])).__name__)


class MyEnum(enumerate):
    tag = 1


e = MyEnum("ab")
e.note = 2
print(list(e), e.note, e.tag)


def gen():
    x = yield 1
    yield x
    return "result"


g = gen()
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value, stop.args)
print(next(g, "done"))
print(sum(zip((1, 2), (3, 4)), ()), max(zip("ab", "cd")), min(map(len, ["aa", "b"])), sorted(filter(None, [3, 0, 1])), any(map(bool, [0, 1])), all(zip()))
print(3 in map(int, "123"), "b" in iter("abc"), (1, "a") in zip([1], "a"))
a, b = map(int, "12")
print(a, b, *map(str, (1, 2)), [*filter(None, (0, 1))], {*map(abs, (1, -1))})
print([(i, j) for i in range(3) for j in range(i)], {k: v for k, v in enumerate("ab")}, list(map(list, zip(*[[1, 2], [3, 4]]))))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for h in (5, 0, NotImplemented, "x", -1, TypeError("t"), ValueError("v")):
    attempt(list, Hint(h))
