"""__hash__ and __eq__: what makes a class unhashable, equal numbers, tuples, None in a class."""
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
class A:
    def __eq__(self, o): return True
class B(A):
    __hash__ = object.__hash__
class C(A):
    def __hash__(self): return "x"
class D:
    def __hash__(self): return -1
class E:
    def __hash__(self): return 2 ** 70
class F:
    __hash__ = None
for k in (A, B, C, D, E, F):
    print(k.__name__, t(lambda: hash(k()) and 0), t(lambda: {k(): 1} and 0), t(lambda: {k()} and 0), k.__hash__ is None)
print(hash(D()), hash(E()), hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2 ** 61 - 1), hash(-1), hash(-2), hash(0.5), hash(float("inf")), hash(float("-inf")), hash(1e300), hash(()), hash((1, 2)), hash((1, (2, 3))), hash(2 ** 100), hash(-2 ** 100), hash(1j), hash(None) == hash(None), hash(frozenset({1, 2, 3})), hash(range(3)))
for v in ([], {}, set(), bytearray(), slice(1), {}.keys()):
    print(type(v), t(lambda: hash(v)))
print(t(lambda: hash((1, []))), t(lambda: {[]: 1}), t(lambda: {}[[]]), t(lambda: {1: 2}.get([])), t(lambda: {[]}), t(lambda: set().add({})), t(lambda: [] in {}), t(lambda: [] in set()), t(lambda: {1}.discard(set())), t(lambda: {frozenset()} == {frozenset()}), t(lambda: set() in {frozenset()}))
print({1: "a", 1.0: "b", True: "c"}, {0, False, 0.0}, float("nan") in [float("nan")], [float("nan")] == [float("nan")], (n := float("nan")) in [n], {n: 1}[n])
