"""reentrance_program.py [PART]: code of the program runs inside operations on a container and empties it. Nothing may crash.

Part `special`: special methods of arguments and items, key functions and iterators empty the container. Part `finalizers`: the finalizer
of a cycle does, as the collector runs at each of the next allocations in turn. What comes out is not looked at: CPython reads freed memory
in some of these. What it defines is in tests/lang/found/index_that_shrinks.py.
"""
import array
import bisect
import collections
import copy
import functools
import gc
import heapq
import io
import itertools
import json
import math
import operator
import random
import re
import struct
import sys

target = None  # the container that is being worked on
ALLOCATIONS = 10


def empty_target(*ignored):
    try:
        target.clear()
    except Exception:
        try:
            del target[:]
        except Exception:
            pass
    return 0


def hit(answer):
    def special(self, *ignored):
        empty_target()
        litter = [object() for _ in range(20)]
        return answer(self)
    return special


class Nasty:
    def __init__(self, number=0):
        self.number = number

    __index__ = __int__ = __call__ = hit(lambda self: self.number)
    __float__ = hit(lambda self: float(self.number))
    __complex__ = hit(lambda self: complex(self.number))
    __hash__ = hit(lambda self: 5)
    __eq__ = __gt__ = __ge__ = __contains__ = hit(lambda self: False)
    __ne__ = __lt__ = __le__ = __bool__ = hit(lambda self: True)
    __len__ = hit(lambda self: 3)
    __length_hint__ = hit(lambda self: 100)
    __iter__ = hit(lambda self: iter([1, 2, 3]))
    __str__ = __repr__ = __format__ = hit(lambda self: "nasty")
    __bytes__ = hit(lambda self: b"nasty")
    __fspath__ = hit(lambda self: "/nonexistent")
    __add__ = __radd__ = __mul__ = __rmul__ = hit(lambda self: self)

    def __getitem__(self, index):
        empty_target()
        if index > 3:
            raise IndexError
        return 1

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        empty_target()
        return self.number


class Equal(Nasty):
    __eq__ = hit(lambda self: True)
    __hash__ = hit(lambda self: 7)


class Key:
    """Empties the target as it is hashed or compared, but only once it is in it."""
    armed = False

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return empty_target() + 5 if Key.armed else 5

    def __eq__(self, other):
        if Key.armed:
            empty_target()
        return False


class Emptying:
    def __iter__(self):
        for i in range(5):
            yield i
            empty_target()
            yield Nasty(i)


class Plain:
    def __init__(self, number):
        self.number = number


class List(list):
    pass


class Bytes(bytearray):
    pass


class File(io.BytesIO):
    def clear(self):
        self.seek(0)
        self.truncate()


class Cycle:
    def __init__(self):
        self.me = self

    def __del__(self):
        empty_target()
        litter = [bytes(n) for n in range(0, 400, 8)]


def attributes():
    owner = Plain(0)
    for i in range(30):
        setattr(owner, f"a{i}", Plain(i))
    return vars(owner)


def items(make, count=12):
    return [make(i) for i in range(count)]


CONTAINERS = {
    "list": lambda item: items(item),
    "long list": lambda item: items(item, 70),
    "derived list": lambda item: List(items(item)),
    "pairs": lambda item: [[i, item(i)] for i in range(12)],
    "strings": lambda item: [str(i) * 30 for i in range(12)],
    "dict": lambda item: dict(enumerate(items(item))),
    "dict of strings": lambda item: {str(i): item(i) for i in range(12)},
    "attributes": lambda item: attributes(),
    "keys": lambda item: {Key(i): item(i) for i in range(10)},
    "OrderedDict": lambda item: collections.OrderedDict(enumerate(items(item))),
    "defaultdict": lambda item: collections.defaultdict(item, enumerate(items(item))),
    "Counter": lambda item: collections.Counter(range(12)),
    "set": lambda item: {Key(1), Key(2), *range(30)},
    "deque": lambda item: collections.deque(items(item)),
    "bytearray": lambda item: bytearray(range(100)),
    "derived bytearray": lambda item: Bytes(range(100)),
    "array": lambda item: array.array("i", range(100)),
    "array of floats": lambda item: array.array("d", range(100)),
    "file": lambda item: File(b"abc\n" * 20),
}


def arguments():
    return [Nasty(), Nasty(2), Nasty(-1), Equal(1), Emptying(), Key(3), slice(Nasty(1), Nasty(9), Nasty(2)), slice(Nasty(1), Nasty(9)), (Nasty(1), Nasty(2)),
            [Nasty(1)], empty_target, target, 1, "a", b"a", None]


def accept(*args, **kwargs):
    return args, kwargs


def set_slice(c, a):
    c[a] = [1, 2, 3]


def unpack(c, a):
    first, *middle, last = c
    return middle


def match(c, a):
    match c:
        case [_, 3, *rest]:
            return rest
        case {1: _, **rest}:
            return rest
        case {"0": _, **rest}:
            return rest
        case [Nasty(number=3), *_]:
            return 2
        case [_, _, *rest]:
            return rest


OPERATIONS = [
    operator.getitem, operator.delitem, operator.add, operator.mul, operator.iadd, operator.imul, operator.contains, operator.eq, operator.lt,
    operator.countOf, operator.indexOf, operator.or_, operator.ior, operator.and_, operator.sub, operator.xor, operator.mod,
    set_slice, unpack, match, accept,
    lambda c, a: operator.setitem(c, a, a),
    lambda c, a: c[2:9], lambda c, a: c[2:9:2], lambda c, a: c + c, lambda c, a: c * 3, lambda c, a: c | c, lambda c, a: c & c,
    lambda c, a: [*c, *a], lambda c, a: (*c,), lambda c, a: {*c, *a}, lambda c, a: {**c, **a}, lambda c, a: accept(*c, *a), lambda c, a: accept(**c),
    lambda c, a: [x for x in c if a == x], lambda c, a: {x: x for x in c}, lambda c, a: [y for x, y in c],
    lambda c, a: list(c), lambda c, a: tuple(c), lambda c, a: set(c), lambda c, a: dict(c), lambda c, a: dict(c, **c), lambda c, a: dict.fromkeys(c, a),
    lambda c, a: bytes(c), lambda c, a: bytearray(c), lambda c, a: array.array("i", c), lambda c, a: array.array("d", c), lambda c, a: str(c),
    lambda c, a: list(c.items()), lambda c, a: tuple(c.values()), lambda c, a: list(reversed(c)), lambda c, a: c == c.copy(), lambda c, a: c < c.copy(),
    lambda c, a: sorted(c, key=a), lambda c, a: min(c, key=a), lambda c, a: max(*c, key=id), lambda c, a: sum(c, a), lambda c, a: list(map(a, c)),
    lambda c, a: list(filter(a, c)), lambda c, a: list(zip(c, a)), lambda c, a: list(zip(a, c)), lambda c, a: list(zip(*c)), lambda c, a: list(enumerate(c)),
    lambda c, a: all(c), lambda c, a: any(c), lambda c, a: hash(tuple(c)), lambda c, a: tuple(c).index(a), lambda c, a: c.__init__(a),
    lambda c, a: exec("x = y = 1", {}, c), lambda c, a: type("X", (), c), lambda c, a: isinstance(a, tuple(c)), lambda c, a: print(*c, sep=a, file=io.StringIO()),
    lambda c, a: "%s %r %d" % (a, c, a), lambda c, a: "%(a)s %(b)r" % {"a": a, "b": c}, lambda c, a: "%(a)s" % a, lambda c, a: f"{c!r} {a!s} {a:3}",
    lambda c, a: "{0} {1!r} {0:>{2}}".format(a, c, 3), lambda c, a: "{a}".format_map(c), lambda c, a: ",".join(c), lambda c, a: b",".join(c),
    lambda c, a: b"%b %s %d" % (a, c, 1), lambda c, a: "abc".translate(c), lambda c, a: str.maketrans(c), lambda c, a: int.from_bytes(c, "big"),
    lambda c, a: int(c), lambda c, a: float(c), lambda c, a: str(c, "utf-8"), lambda c, a: c.split(b"2"), lambda c, a: c.splitlines(True),
    bisect.bisect, bisect.insort, heapq.heappush, heapq.heappushpop, heapq.heapreplace, lambda c, a: heapq.heapify(c), lambda c, a: heapq.nlargest(3, c, key=a),
    lambda c, a: functools.reduce(a, c), lambda c, a: functools.partial(a, *c)(), lambda c, a: functools.lru_cache(3)(accept)(a, *c),
    lambda c, a: struct.pack_into("3i", c, a, a, a, a), lambda c, a: struct.unpack_from("3i", c, a), lambda c, a: struct.unpack("100b", c),
    lambda c, a: list(struct.iter_unpack("2i", c)), lambda c, a: struct.pack(f"{len(c)}d", *c),
    lambda c, a: json.dumps(c, default=a), lambda c, a: json.dumps({"a": c, "b": a}, default=empty_target, indent=2),
    lambda c, a: json.loads('{"a": [1, {"b": 2}]}', object_hook=a), lambda c, a: json.loads('{"a": [1, {"b": 2}]}', object_pairs_hook=a),
    lambda c, a: re.sub(b"(.)", a, c), lambda c, a: re.sub(b"(.)", lambda m: b"x" * empty_target(), c), lambda c, a: re.findall(b"(.)(.)", c),
    lambda c, a: [m.group() + b"" * empty_target() for m in re.finditer(b"(.)", c)], lambda c, a: re.split(b"2", c),
    lambda c, a: math.fsum(c), lambda c, a: math.prod(c), lambda c, a: math.gcd(*c), lambda c, a: math.hypot(*c), lambda c, a: math.dist(c, c),
    lambda c, a: list(itertools.accumulate(c, a)), lambda c, a: [list(g) for k, g in itertools.groupby(c, a)], lambda c, a: list(itertools.islice(c, a)),
    lambda c, a: list(itertools.product(c, [1, 2])), lambda c, a: list(itertools.permutations(c, 2)), lambda c, a: list(itertools.combinations(c, 2)),
    lambda c, a: list(itertools.chain(c, a)), lambda c, a: list(itertools.compress(c, a)), lambda c, a: list(itertools.starmap(a, c)),
    lambda c, a: list(itertools.zip_longest(c, a)), lambda c, a: itertools.tee(c, a), lambda c, a: list(itertools.pairwise(c)),
    lambda c, a: collections.deque(c, a), lambda c, a: collections.Counter(c).update(a), lambda c, a: collections.OrderedDict(c) == collections.OrderedDict(a),
    lambda c, a: collections.ChainMap(c, a)[a], lambda c, a: copy.copy(c), lambda c, a: copy.deepcopy(c), lambda c, a: random.shuffle(c),
    lambda c, a: random.sample(c, a), lambda c, a: random.choices([1, 2, 3], weights=c, k=3), lambda c, a: operator.itemgetter(a, 1)(c),
    lambda c, a: operator.methodcaller("pop", a)(c), lambda c, a: io.BytesIO(c).readinto(c), lambda c, a: io.BytesIO().writelines(c),
    lambda c, a: gc.get_referrers(c), lambda c, a: range(a, a, a), lambda c, a: slice(c, a).indices(a), lambda c, a: pow(2, a, a), lambda c, a: open(Nasty()),
]
NOT_CALLED = {"__class__", "__init_subclass__", "__subclasshook__", "__new__", "__getattribute__", "__del__"}


def attempt(operation, *args):
    try:
        repr(operation(*args))
    except Exception:
        pass


def fresh(make, item):
    global target
    target = None
    Key.armed = False
    target = make(item)
    Key.armed = True
    return target


def special():
    for make in CONTAINERS.values():
        for item in Nasty, Equal:
            count = len(arguments())
            for operation in OPERATIONS:
                for i in range(count):
                    container = fresh(make, item)
                    attempt(operation, container, arguments()[i])
            for name in dir(type(target)):
                if name in NOT_CALLED or not callable(getattr(type(target), name)):
                    continue
                for i in range(count):
                    for given in range(4):
                        container = fresh(make, item)
                        several = arguments()
                        attempt(getattr(container, name), *[several[i], several[(i * 7 + given * 5) % count], several[(i + given) % count]][:given])


def finalizers():
    for make in CONTAINERS.values():
        for operation in OPERATIONS:
            for argument in empty_target, [1, 2], 1:
                for allocation in range(1, ALLOCATIONS):
                    gc.disable()
                    container = fresh(make, Plain)
                    Key.armed = False
                    gc.collect()
                    gc.set_threshold(allocation, 1, 1)
                    Cycle()
                    gc.enable()
                    attempt(operation, container, argument)


for part in special, finalizers:
    if part.__name__ in (sys.argv[1:] or ["special", "finalizers"]):
        part()
        gc.disable()
        gc.set_threshold(700, 10, 10)
        gc.enable()
print("done")
