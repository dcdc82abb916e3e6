"""A name that stands more than once among the targets of one assignment has the last of its values, wherever the names live."""
import itertools


def assigned(names, keyword):
    values = ["v%d" % i for i in range(len(names))]
    source = "def f(%s):\n    %s\n    %s = %s\n    return %s\n" % (
        ", ".join(values), keyword, ", ".join(names), ", ".join(values), ", ".join(sorted(set(names))))
    scope = {}
    exec(source, scope)
    return scope["f"](*range(len(names)))


for length in 2, 3, 4, 5:
    for names in itertools.product("ab", repeat=length):
        print(names, assigned(names, "pass"), assigned(names, "global " + ", ".join(sorted(set(names)))), assigned(names, "def g(): return %s" % names[0]))


class Noisy(list):
    def __setitem__(self, index, value):
        print("set", index, value)


class Dies:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def mixed():
    noisy, a = Noisy(), 1
    noisy[0], noisy[1], noisy[2] = 1, 2, 3
    a, noisy[a], a = 1, 2, 3
    noisy[0], a, noisy[a] = 7, 8, 9
    a, a, noisy[a] = 5, 6, 7
    a, noisy[a], b = 5, 6, 7
    (a, noisy[a]), b = (5, 6), 7
    a, a = a + 1, a + 2
    print(a, b)
    a, a, b = Dies("first"), Dies("second"), 3
    print("stored", a.name)
    a, b, a = b, a, b
    print(a, b.name)


def turned(a, b, c, d):
    a, b, c, d = d, c, b, a
    a, a, a, b = b, c, d, a
    return a, b, c, d


mixed()
print(turned(1, 2, 3, 4))


class Body:
    a, a, b = 1, 2, 3
    print(a, b)


a, a, b = 1, 2, 3
print(a, b)
