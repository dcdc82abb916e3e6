"""Builtin functions: numbers, characters, attributes, searching, classes."""


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except BaseException as error:
        print(type(error).__name__, error)


print(abs(-3), abs(2.5), abs(-(10**30)), abs(True), bin(10), bin(-5), bin(0), oct(8), oct(-8), hex(255), hex(-(2**70)), bin(True))
attempt(abs, "a")
attempt(bin, 1.5)
attempt(hex, "a")
attempt(abs)
attempt(abs, 1, 2)
attempt(abs, x=1)
print(all([]), all([1, 0]), all("ab"), any([]), any([0, 2]), any(x > 3 for x in range(5)))
attempt(any, 5)
attempt(all, [1], [2])
print(ascii("héé\u20ac\U0001f600"), ascii([1, "ü"]), repr("a'b"), repr('a"b\''), chr(97), chr(8364), chr(0x1F600), ord("a"), ord("€"), ord(b"x"))
attempt(chr, -1)
attempt(chr, 0x110000)
attempt(chr, 10**20)
attempt(chr, "a")
attempt(chr, 1.0)
attempt(ord, "ab")
attempt(ord, "")
attempt(ord, 5)
print(callable(len), callable(int), callable(5), callable(lambda: 1), callable("a".upper))
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(10**20, 7))
attempt(divmod, 1, 0)
attempt(divmod, 1.0, 0)
attempt(divmod, "a", 1)
print(format(3.14159, ".2f"), format(255, "x"), format("a", ">5"), format(5), format([1]))
attempt(format, 1, "zz")
attempt(format, 1, 2)
attempt(format, [], "x")


class C:
    """doc"""

    x = 1

    def __init__(self):
        self.y = 2


c = C()
print(getattr(c, "x"), getattr(c, "y"), getattr(c, "z", "default"), hasattr(c, "x"), hasattr(c, "z"), setattr(c, "z", 3), c.z, delattr(c, "z"), hasattr(c, "z"))
attempt(getattr, c, "nope")
attempt(getattr, c, 5)
attempt(hasattr, c, 5)
attempt(setattr, c, 5, 1)
attempt(delattr, c, "nope")
attempt(delattr, c, 5)
attempt(setattr, 5, "a", 1)
attempt(getattr, c)


class Prop:
    @property
    def bad(self):
        raise ValueError("bad")

    @property
    def missing(self):
        raise AttributeError("missing")


attempt(getattr, Prop(), "bad", 1)
attempt(hasattr, Prop(), "bad")
print(getattr(Prop(), "missing", "default"), hasattr(Prop(), "missing"))
print(vars(c), sorted(vars(C))[:3], vars(c) is c.__dict__)
attempt(vars, 5)
print(dir(c)[-2:], "append" in dir([]), "x" in dir(C), [n for n in dir() if n in ("c", "C")])
print(hash(1), hash(1.0), hash(-1), hash(2**61 - 1), hash(2**100), hash(0.5), hash(True), hash(float("inf")))
attempt(hash, [])
print(id(c) == id(c), id(c) == id(C()), isinstance(id(c), int))
print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), isinstance(1, ()), issubclass(bool, int), issubclass(int, (str, object)), isinstance(c, C))
attempt(isinstance, 1, 5)
attempt(isinstance, 1, (5,))
attempt(issubclass, 1, int)
attempt(issubclass, int, 5)
print(len("abc"), len([1]), len({}), len(range(10**10)), len(()), len({1}), len(b"ab"))
attempt(len, 5)
attempt(len, c)


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(Len(3)), bool(Len(0)))
attempt(len, Len(-1))
attempt(len, Len("a"))
attempt(len, Len(10**20))

print(max(1, 3, 2), max([1, 3]), max("ab", "b"), min(3, 1), min([2.5, 1]), max([], default=0), min((), default=None), max("abc", key=ord), min([3, -4], key=abs), max(1, 1.0), max(1.0, 1), min(True, 1))
attempt(max)
attempt(max, [])
attempt(min, ())
attempt(max, 5)
attempt(max, 1, "a")
attempt(max, 1, 2, default=3)
attempt(max, 1, 2, foo=3)
attempt(max, [1, 2], key=5)
attempt(min, [1, 2], key=lambda x: 1 / 0)
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2.0, 3), pow(base=2, exp=3), pow(2, 3, None), pow(-2, 3, 5), pow(0, 0))
attempt(pow, 2)
attempt(pow, 2, -1, 4)
attempt(pow, 2, 3, 0)
attempt(pow, "a", 2)
attempt(pow, 2.0, 3, 4)
attempt(pow, 0, -1)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5), round(1.5, 0), round(0.1 + 0.2, 10), round(number=2.7), round(1e20), round(15, -1), round(25, -1), round(2.7, None))
attempt(round, "a")
attempt(round, 1.5, "a")
attempt(round, float("nan"))
attempt(round, float("inf"))
attempt(round)


class R:
    def __round__(self, n=None):
        return ("rounded", n)


print(round(R()), round(R(), 2))
print(sum([1, 2, 3]), sum([]), sum([0.1] * 10), sum([1, 2.5, True]), sum([[1], [2]], []), sum(range(10), 100), sum([2**62, 2**62, 1]), sum([1], start=2.5), sum((x for x in "123" if 0), 5), sum([10**30, 1, 0.5]), sum([True, True]), sum([0.0, -0.0]), sum([1.5, 10**400 // 10**399]))
attempt(sum)
attempt(sum, 5)
attempt(sum, ["a"])
attempt(sum, ["a"], "")
attempt(sum, [b""], b"")
attempt(sum, [[1]])
attempt(sum, [1, None])
attempt(sum, [1.5, "x"])
print(type(5), type("a").__name__, type(type), bool(3), bool(""), int("12"), float("1.5"), str(5), list("ab"))
print(NotImplemented, Ellipsis, ..., None, __debug__, __name__)
print(slice(1, 2, 3), slice(5), slice(1, None), range(3), range(1, 10, 2))
print(sorted(n for n in dir(__builtins__) if n.endswith("Error"))[:5], __builtins__.__name__, len is __builtins__.len, OSError is IOError is EnvironmentError)
print(len, print, int, object, type(len), len.__name__, [].append.__name__, repr([].append)[:30])
attempt(exit)
attempt(exit, 3)
attempt(lambda: undefined_name)
print(list[int], dict[str, int], tuple[int, ...], list[list[int]], int | None, int | str | list[int], isinstance(1, int | str), isinstance("a", int | None), (int | str) == (str | int), list[int] == list[int])
print(list[int](), list[int].__origin__, list[int].__args__, type(list[int]), type(int | str), dict[str, int]([("a", 1)]))
attempt(lambda: int | 5)


def annotated(a: list[int], b: dict[str, int] | None = None) -> tuple[int, ...]:
    return a, b


print(annotated.__annotations__, annotated([1]))
