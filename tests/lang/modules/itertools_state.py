"""Iterators of itertools are copied and pickled where they stand, and say so as CPython does; islice() reads as far as its start."""
import copy
import itertools as I
import pickle


def shown(v):
    if isinstance(v, tuple):
        return tuple(shown(x) for x in v)
    return v if type(v) in (int, str, type(None), bool, list) else type(v).__name__ if not isinstance(v, type) else v.__qualname__


def limited(it):
    return list(I.islice(it, 8))


def key(x):
    return x // 3


def truth(x):
    return x < 2


def add(a, b):
    return a + b


def last(a, b):
    return b


class Own(int):
    pass


makers = [
    lambda: I.count(), lambda: I.count(5), lambda: I.count(2**63 - 90), lambda: I.count(2**70), lambda: I.count(1, 2), lambda: I.count(1.5), lambda: I.count(True), lambda: I.count(Own(3), True), lambda: I.count(Own(3), 2),
    lambda: I.cycle("abc"), lambda: I.cycle([]), lambda: I.repeat(3), lambda: I.repeat("x", 4), lambda: I.chain(), lambda: I.chain([1, 2], (3,), [4, 5]),
    lambda: I.chain.from_iterable([[1], [2, 3]]), lambda: I.compress(range(9), [1, 0] * 4), lambda: I.dropwhile(truth, [0, 1, 2, 0, 3]),
    lambda: I.takewhile(truth, [0, 1, 2, 0, 3]), lambda: I.filterfalse(truth, range(6)), lambda: I.filterfalse(None, [0, 1, 0, 0]),
    lambda: I.starmap(add, [(1, 2), (3, 4), (5, 6)]), lambda: I.accumulate([1, 2, 3, 4]), lambda: I.accumulate([1, 2, 3, 4], add),
    lambda: I.accumulate([1, 2, 3], initial=7), lambda: I.accumulate([None, 4, None, 5], last), lambda: I.islice(range(20), 3, 15, 4), lambda: I.islice(range(20), 3),
    lambda: I.islice(range(5), 2, None), lambda: I.islice(range(5), 4, 2), lambda: I.zip_longest("ab", range(4), fillvalue="-"), lambda: I.zip_longest(),
    lambda: I.product("ab", range(2)), lambda: I.product(), lambda: I.product("ab", ""), lambda: I.permutations("abc", 2), lambda: I.permutations("ab", 3),
    lambda: I.permutations("ab", 0), lambda: I.combinations("abcd", 2), lambda: I.combinations("ab", 3), lambda: I.combinations_with_replacement("abc", 2),
    lambda: I.combinations_with_replacement("", 2), lambda: I.groupby(range(9), key),
]
for n, maker in enumerate(makers):
    for steps in (0, 1, 2, 3, 5, 20):
        it = maker()
        for _ in range(steps):
            next(it, None)
        try:
            print(n, steps, shown(it.__reduce__()))
        except TypeError as e:
            print(n, steps, e)
            continue
        if type(it) is I.groupby:
            print([(k, list(g)) for k, g in copy.deepcopy(it)], [(k, list(g)) for k, g in it])
            continue
        copies = [copy.deepcopy(it)] + [pickle.loads(pickle.dumps(it, p)) for p in range(6)]
        print(limited(it), *[limited(c) for c in copies[:2]], len(set(map(str, map(limited, copies[2:])))))

groups = I.groupby(range(9), key)
k, group = next(groups)
print(list(group), shown(groups.__reduce__()), [(k, list(g)) for k, g in copy.deepcopy(groups)])
groups = I.groupby(range(9), key)
k, group = next(groups)
print(next(group), shown(group.__reduce__()))
other = copy.deepcopy(group)
print(list(other), list(group))
next(groups)
print(shown(group.__reduce__()), list(copy.copy(group)))
grouper = type(group)
for call in (lambda: I.cycle("ab").__setstate__(1), lambda: I.cycle("ab").__setstate__((1, 2)), lambda: I.cycle("ab").__setstate__(([1], "x")),
             lambda: I.cycle("ab").__setstate__(([1],)), lambda: I.chain().__setstate__(1), lambda: I.chain().__setstate__((1, 2)),
             lambda: I.chain().__setstate__(()), lambda: I.chain().__setstate__((1, 2, 3)), lambda: I.product([1]).__setstate__(1),
             lambda: I.product([1]).__setstate__((1, 2)), lambda: I.product([1]).__setstate__(("a",)), lambda: I.permutations([1]).__setstate__(1),
             lambda: I.permutations([1]).__setstate__((1, 2)), lambda: I.permutations([1]).__setstate__(((), ())),
             lambda: I.permutations([1]).__setstate__(((),)), lambda: I.combinations([1], 1).__setstate__(()), lambda: I.islice([], 1).__setstate__("a"),
             lambda: I.dropwhile(None, []).__setstate__("a"), lambda: I.groupby([]).__setstate__(()), lambda: I.groupby([]).__setstate__(1),
             lambda: I.zip_longest().__setstate__(1), lambda: I.pairwise([]).__reduce_ex__(2), lambda: grouper(), lambda: grouper(1, 2),
             lambda: I.accumulate([]).__setstate__(3)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for state in ((5, -5), (0, 1), (-1, 9)):
    for it in (I.product("ab", "abc"), I.combinations("abcd", 2), I.combinations_with_replacement("abc", 2)):
        it.__setstate__(state)
        print(list(it))
it = I.permutations("abcd", 2)
it.__setstate__(((3, 9, -1, 0), (0, 99)))
print(list(it))
c = I.cycle("abc")
c.__setstate__(([1, 2], True))
print(limited(c))
source = iter(range(10))
print(list(I.islice(source, 5, 3)), next(source), list(I.islice(source, 0, 0)), next(source))
source = iter(range(10))
print(list(I.islice(source, 1, 8, 3)), list(source))
it = I.islice(range(30), 3, 17, 5)
it.__setstate__(9)
print(list(it))
