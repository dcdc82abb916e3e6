"""soak_program.py MINUTES: everything that allocates, turn after turn, and the resident size after each; the last line says whether it stayed flat."""
import collections
import copy
import functools
import json
import re
import sys
import time
import weakref


class Node:
    def __init__(self, value, parent=None):
        self.value, self.parent, self.children = value, parent, []

    def __eq__(self, other):
        return self.value == other.value


class Finalized(Node):
    def __del__(self):
        self.value = None


def cycles(n):
    for i in range(n):
        root = Finalized(i)
        root.children = [Node(j, root) for j in range(5)]
        root.me = weakref.ref(root)


def exceptions(n, depth=20):
    def fail(level):
        if level:
            fail(level - 1)
        raise ValueError("x" * level, sys._getframe())
    for i in range(n):
        try:
            try:
                fail(depth)
            except ValueError as error:
                raise KeyError(i) from error
        except KeyError as error:
            kept = error
    return kept.__cause__ is not None


def generators(n):
    def walk(level):
        if level:
            yield from walk(level - 1)
        yield level
    abandoned = [walk(10) for _ in range(n)]
    for g in abandoned:
        next(g)
    return sum(sum(walk(15)) for _ in range(n))


def numbers(n):
    x = 3
    for i in range(1, n):
        x = x * x % (10 ** 200 + 7) + i
    return str(x) + str(2.5 ** n) + format(x, "x")


def texts(n):
    words = [f"{i:>8}|{i!r}" for i in range(n)]
    text = json.dumps({word: [i, None, 1.5] for i, word in enumerate(words)})
    assert json.loads(text)
    return re.sub(r"(\d+)\|", r"<\1>", " ".join(words)).encode().decode().split()


def closures(n):
    @functools.lru_cache(50)
    def cached(i):
        return [i] * 10
    functions = [lambda x, y=i: cached((x + y) % 100) for i in range(n)]
    return collections.Counter(len(f(1)) for f in functions)


def deep(n):
    nested = []
    for _ in range(n * 100):
        nested = [nested]
    def down(level):
        return down(level - 1) + 1 if level else 0
    try:
        repr(nested)
    except RecursionError:
        pass
    return copy.deepcopy({i: [i] for i in range(n)}), down(500)


def classes(n):
    for i in range(n):
        made = type("Made%d" % i, (Node,), {"extra": i, "f": lambda self: self.extra})
        assert made(1).f() == i
    exec(compile("def g(a, *b):\n    return [a, b, {a for a in b}]\nassert g(1, 2)", "<soak>", "exec"), {})


def resident_kib():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4


def main():
    end = time.time() + 60 * float(sys.argv[1])
    sizes = []
    while time.time() < end:
        for work in (cycles, exceptions, generators, numbers, texts, closures, deep, classes):
            work(60)
        sizes.append(resident_kib())
    fifth = len(sizes) // 5
    early, late = max(sizes[fifth:2 * fifth]), max(sizes[-fifth:])
    print("%s: %d turns, %d KiB in the second fifth, %d KiB in the last" % ("flat" if late <= early + 1024 else "growing", len(sizes), early, late))


main()
