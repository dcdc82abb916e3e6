"""most_common() and the n best of heapq compare what they are given in CPython's order."""
import collections
import heapq

c = collections.Counter("hello world")
for n in (None, -5, 0, 1, 3, 200, "x", 2.5):
    for f in (lambda: c.most_common(n), lambda: heapq.nlargest(n, [3, 1, 2, 5]), lambda: heapq.nsmallest(n, iter([3, 1, 2, 5]))):
        try:
            print(n, f())
        except TypeError as e:
            print(n, e)
