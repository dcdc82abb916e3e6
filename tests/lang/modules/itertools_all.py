import itertools
from itertools import *

def show(title, thunk):
    try:
        print(title, list(islice(thunk(), 30)))
    except Exception as e:
        print(title, type(e).__name__, e)

print(sorted(n for n in dir(itertools) if not n.startswith("_")))
print(count(3), count(1, 2), count(1.5, 0.5), repeat("x"), repeat("x", 3), count.__name__, count.__module__, count)
show("count", lambda: islice(count(10), 5))
show("count", lambda: islice(count(2**62 - 2, 3), 4))
show("count", lambda: islice(count(1.5, -0.25), 4))
show("count", lambda: count("a"))
show("cycle", lambda: islice(cycle("abc"), 8))
show("cycle", lambda: cycle(()))
show("repeat", lambda: repeat(7, 3))
show("repeat", lambda: repeat(7, -3))
show("repeat", lambda: repeat(object=1, times=2))
show("chain", lambda: chain("ab", [1], (), range(3)))
show("chain", lambda: chain.from_iterable(["ab", [1]]))
show("chain", lambda: chain("ab", 1))
show("compress", lambda: compress("abcdef", [1, 0, 1, 0, 1]))
show("dropwhile", lambda: dropwhile(lambda x: x < 3, [1, 2, 3, 1, 5]))
show("takewhile", lambda: takewhile(lambda x: x < 3, [1, 2, 3, 1, 5]))
show("takewhile", lambda: takewhile(lambda x: 1 / x, [1, 2, 0]))
show("filterfalse", lambda: filterfalse(None, [0, 1, "", "a"]))
show("filterfalse", lambda: filterfalse(lambda x: x % 2, range(6)))
show("starmap", lambda: starmap(pow, [(2, 3), (3, 2), [10, 2]]))
show("starmap", lambda: starmap(pow, [2]))
show("accumulate", lambda: accumulate([1, 2, 3, 4]))
show("accumulate", lambda: accumulate([1, 2, 3, 4], lambda a, b: a * b))
show("accumulate", lambda: accumulate([1, 2], initial=100))
show("accumulate", lambda: accumulate([], initial=100))
show("accumulate", lambda: accumulate([1, "a"]))
for args in [(5,), (2, 5), (2, None), (0, 10, 3), (None, 3), (1, 8, 2), (0,), (3, 2)]:
    show("islice%s" % (args,), lambda: islice("abcdefghij", *args))
for args in [(-1,), ("a",), (1, -1), (0, 3, 0), (-1, 3), (), (1, 2, 3, 4)]:
    show("islice%s" % (args,), lambda: islice("abcdefghij", *args))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 3)), list(it))
show("pairwise", lambda: pairwise("abcd"))
show("pairwise", lambda: pairwise("a"))
show("zip_longest", lambda: zip_longest("abc", [1], range(5), fillvalue="-"))
show("zip_longest", lambda: zip_longest())
show("zip_longest", lambda: zip_longest("a", x=1))
show("product", lambda: product("ab", [1, 2, 3]))
show("product", lambda: product([0, 1], repeat=3))
show("product", lambda: product())
show("product", lambda: product("ab", ""))
show("product", lambda: product("ab", repeat=0))
show("product", lambda: product("ab", repeat=-1))
show("permutations", lambda: permutations("abc"))
show("permutations", lambda: permutations("abcd", 2))
show("permutations", lambda: permutations("ab", 3))
show("permutations", lambda: permutations("ab", 0))
show("permutations", lambda: permutations("ab", -1))
show("permutations", lambda: permutations("ab", "x"))
show("combinations", lambda: combinations("abcd", 2))
show("combinations", lambda: combinations("abcd", 5))
show("combinations", lambda: combinations("abcd", 0))
show("combinations", lambda: combinations("abcd", -1))
show("combinations", lambda: combinations("abcd"))
show("cwr", lambda: combinations_with_replacement("abc", 2))
show("cwr", lambda: combinations_with_replacement("", 0))
show("cwr", lambda: combinations_with_replacement("", 1))
print([p for p in combinations(range(4), 3)], len(set(permutations(range(5)))))
show("groupby", lambda: ((k, list(g)) for k, g in groupby("aabbbca")))
show("groupby", lambda: ((k, list(g)) for k, g in groupby(range(10), lambda x: x // 4)))
show("groupby", lambda: (k for k, g in groupby("aabbbca")))
show("groupby", lambda: ((k, next(g)) for k, g in groupby("aabbbca")))
groups = [g for k, g in groupby("aab")]
print([list(g) for g in groups])
a, b, c = tee(range(200), 3)
print(sum(a), list(islice(b, 3)), sum(b), list(islice(c, 198, None)))
d, = tee(iter("abc"), 1)
next(d)
print(tee([], 0), list(tee(d)[1]), type(a))
show("tee", lambda: tee([], -1))
for name in ["cycle", "chain", "takewhile", "groupby", "pairwise", "starmap", "repeat", "accumulate", "product"]:
    try:
        getattr(itertools, name)(1, 2, 3, 4)
    except TypeError as e:
        print(name, e)
    try:
        getattr(itertools, name)()
    except TypeError as e:
        print(name, e)
class Sub(chain):
    def extra(self):
        return "extra"
s = Sub("ab", "c")
s.attribute = 1
print(list(s), s.extra(), s.attribute, isinstance(s, chain))
print(sum(map(len, product(range(3), repeat=4))), repeat(5, 4).__length_hint__())
