"""A set of constants that is written down iterates in the order that CPython's compiler leaves: many displays whose items collide."""
import random
import string

choose = random.Random(1)
words = ("w%d_%d" % (i, i * i) for i in range(10 ** 6))  # each once: what was interned before matters
for count in range(2, 14):
    for _ in range(25):
        numbers = [choose.randrange(0, 200, choose.choice((1, 8, 16))) for _ in range(count)]
        letters = choose.sample(string.ascii_letters, count)
        signs = choose.sample("+-*/%&|^~<>=!?.,:;()[]{}0123456789", count)
        mixed = [*numbers[:count // 2], *letters[:count // 2], True, 2.5, (1, 2)]
        fresh = [next(words) for _ in range(2 * count)]
        known = [*fresh[1:count], choose.choice(("len", "print", "sorted", "ValueError"))]
        for items in (numbers, letters, signs, mixed, fresh[count:], known):
            print(*eval("{%s}" % ", ".join(map(repr, items))), end=" / ")
    print()


def function():
    return {"a", "b", "c", "d"}, {0, 8, 16, 24, 1}, {16, 8, 0}, {"letters", "choose_not", "function", "far_away"}


print(*map(list, function()), [list(each) for each in function.__code__.co_consts if isinstance(each, frozenset)])
