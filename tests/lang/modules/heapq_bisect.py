import bisect
import heapq
import operator

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

def numbers(n, seed=7):
    for _ in range(n):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        yield seed >> 8

h = []
for x in numbers(40):
    heapq.heappush(h, x % 50)
print(h)
print([heapq.heappop(h) for _ in range(len(h))])
h = [x % 100 for x in numbers(33)]
heapq.heapify(h); print(h)
print(heapq.heapreplace(h, 5), heapq.heappushpop(h, 200), heapq.heappushpop(h, -1), heapq.heappushpop([], 3), h)
print(heapq.nlargest(5, numbers(100)), heapq.nsmallest(5, numbers(100)), heapq.nlargest(3, "hello world"), heapq.nsmallest(1, [3, 1, 2]), heapq.nlargest(1, []))
words = "the quick brown fox jumps over the lazy dog".split()
print(heapq.nlargest(4, words, key=len), heapq.nsmallest(4, words, key=len), heapq.nsmallest(20, words, key=len), heapq.nlargest(0, words))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9, 10])), list(heapq.merge([7, 4], [5, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()))
print(heapq.nsmallest(3, [(1, "b"), (1, "a"), (0, "z"), (1, "c")], key=lambda p: p[0]), heapq.nlargest(3, iter([(1, "b"), (1, "a"), (0, "z"), (1, "c")]), key=lambda p: p[0]))
h = [(2, "b"), (1, "z"), (1, "a")]
heapq.heapify(h); print([heapq.heappop(h) for _ in range(3)])
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush(1, 2), lambda: heapq.heapify((1,)), lambda: heapq.heapify([1, "a"]), lambda: heapq.heapreplace([], 1),
            lambda: heapq.heappush([1], "a"), lambda: heapq.heappop(), lambda: heapq.heappush([])):
    attempt(bad)
class Item:
    def __init__(self, k): self.k = k
    def __lt__(self, other): return self.k > other.k
    def __repr__(self): return "I%d" % self.k
h = []
for i in [3, 1, 4, 1, 5]:
    heapq.heappush(h, Item(i))
print(h, heapq.heappop(h))
print(sorted(n for n in dir(heapq) if not n.startswith("_")) == sorted(["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest"]))

a = [1, 2, 2, 2, 3, 5, 8]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect_left(a, 4), bisect.bisect(a, 100), bisect.bisect(a, 2, 0, 2), bisect.bisect_left(a, 2, lo=2), bisect.bisect([], 1))
bisect.insort(a, 4); bisect.insort_left(a, 2); bisect.insort_right(a, 0); print(a)
people = [("x", 1), ("y", 5)]
bisect.insort(people, ("z", 3), key=lambda p: p[1]); print(people, bisect.bisect_left(people, 3, key=lambda p: p[1]), bisect.bisect(range(100), 33), bisect.bisect_left("abde", "c"))
for bad in (lambda: bisect.bisect(a, "x"), lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a), lambda: bisect.bisect(5, 1), lambda: bisect.bisect(a, 1, 0, 100), lambda: bisect.insort((1, 2), 1)):
    attempt(bad)

# operator
o = operator
print(sorted(n for n in dir(o) if not n.startswith("_")))
print(o.add(1, 2), o.sub(5, 3), o.mul("ab", 2), o.truediv(7, 2), o.floordiv(7, 2), o.mod(7, 4), o.pow(2, 10), o.lshift(1, 4), o.rshift(16, 2), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3))
print(o.lt(1, 2), o.le(2, 2), o.eq(1, 1.0), o.ne(1, 2), o.gt(1, 2), o.ge(2, 1), o.neg(5), o.pos(-5), o.invert(5), o.abs(-3), o.not_([]), o.truth("a"), o.is_(None, None), o.is_not(1, None))
print(o.contains([1, 2], 2), o.countOf([1, 2, 1], 1), o.indexOf([5, 6], 6), o.getitem({"a": 1}, "a"), o.concat([1], [2]), o.length_hint([1, 2]), o.index(True), o.call(max, 1, 2, key=lambda x: -x))
l = [1, 2, 3]; o.setitem(l, 0, 9); o.delitem(l, 1); print(l, o.iadd(l, [4]), o.iconcat(l, [5]), o.imul(3, 4))
print(o.itemgetter(1)("abc"), o.itemgetter(0, 2)("abc"), o.itemgetter("k")({"k": 1}), o.itemgetter(slice(1, 3))("abcd"), o.attrgetter("real")(5), o.attrgetter("real", "imag")(5), o.attrgetter("__class__.__name__")(5))
print(o.methodcaller("upper")("abc"), o.methodcaller("split", "b", maxsplit=1)("abbc"), o.itemgetter(1), o.attrgetter("a.b", "c"), o.methodcaller("m", 1, x=2))
print(sorted([(1, "b"), (0, "c"), (2, "a")], key=o.itemgetter(1)), list(map(o.add, [1, 2], [3, 4])))
for bad in (lambda: o.itemgetter(), lambda: o.itemgetter(3)("abc"), lambda: o.attrgetter(1), lambda: o.attrgetter("zz")(1), lambda: o.methodcaller(), lambda: o.methodcaller(1), lambda: o.add(1),
            lambda: o.add(1, "a"), lambda: o.indexOf([1], 2), lambda: o.itemgetter(1)(1, 2), lambda: o.concat(1, 2), lambda: o.index(1.5), lambda: o.itemgetter(1, x=2), lambda: o.contains(1, 1)):
    attempt(bad)
