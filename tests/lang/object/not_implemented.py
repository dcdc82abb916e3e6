"""NotImplemented: operators fall back, comparisons default, truth of it warns."""
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
import operator
class N:
    def _n(self, *a): return NotImplemented
    for n in "add sub mul truediv floordiv mod matmul pow lshift rshift and or xor divmod eq lt le gt ge ne iadd isub".split():
        exec(f"__{n}__ = _n")
    for n in "add sub mul".split():
        exec(f"__r{n}__ = _n")
n = N()
for name in "add sub mul truediv floordiv mod matmul pow lshift rshift and_ or_ xor eq lt le gt ge ne iadd isub imul itruediv ifloordiv imod imatmul ipow ilshift irshift iand ior ixor concat".split():
    f = getattr(operator, name)
    print(name, t(lambda: f(n, 1)), t(lambda: f(1, n)), t(lambda: f(n, n)), t(lambda: f(1, "a")), t(lambda: f([], {})), t(lambda: f({}, None)))
print(t(lambda: divmod(n, 1)), t(lambda: pow(n, 1, 2)), t(lambda: pow(1, 2, n)), t(lambda: sum([n, n])), t(lambda: -n), t(lambda: ~n), t(lambda: abs(n)), t(lambda: n[0]), t(lambda: n()), t(lambda: len(n)), t(lambda: iter(n)), t(lambda: next(n)), t(lambda: 1 in n), t(lambda: int(n)), t(lambda: float(n)), t(lambda: complex(n)), t(lambda: n.__index__()), t(lambda: hash(n)), t(lambda: reversed(n)), t(lambda: round(n)))
print(t(lambda: NotImplemented()), repr(NotImplemented), type(NotImplemented), t(lambda: sorted([n, n])), t(lambda: max(n, n)), t(lambda: [n] == [n]), t(lambda: [n] < [n, n]), t(lambda: (N(),) < (N(),)))
