"""repr: recursion, sharing, what raises, of every builtin container."""
import collections
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
l = []; l.append(l); d = {}; d[1] = d; tu = ([],); tu[0].append(tu); dq = collections.deque(); dq.append(dq)
od = collections.OrderedDict(); od["x"] = od; dd = collections.defaultdict(int); dd[0] = dd
print(l, d, tu, dq, od, dd, d.values(), d.items(), [l, l], {1: l})
class R:
    def __repr__(self): return 1
class E:
    def __repr__(self): raise ValueError("no repr")
class S(str): pass
class Q:
    def __repr__(self): return S("sub")
print(t(R), t(E), t(lambda: [R()]), t(lambda: {1: E()}), type(repr(Q())), str(Q()), f"{Q()!r:>5}|{Q()!s}|{Q()}", t(lambda: "%r" % R()), t(lambda: str(E())), t(lambda: f"{E()}"))
print(repr(slice(1, None, l)), repr(range(0)), repr(range(1, 5, 2)), repr(set()), repr(frozenset()), repr(frozenset({1})), repr(bytearray(b"\x00'\"")), repr(b"'\"\\"), repr("'\"\\\n\x7f\xa0\u2028\U0001f600\ud800"), ascii("é\u20ac\U0001f600"))
print(repr(int), repr(len), repr([].append)[:40], repr(type.mro), repr(str.upper), repr(1 .__add__)[:40], repr(object.__init__), repr(None), repr(...), repr(Ellipsis), repr(list[int]), repr(int | None), repr(property()), repr(staticmethod(len)), repr(classmethod(len)), repr(super(S, S("x"))))
class X(list): pass
x = X([1]); x.append(x); print(x)
class Y(dict): pass
print(Y(a=1), type("Z", (set,), {})([1]), type("F", (frozenset,), {})(), type("T", (tuple,), {})((1,)), type("I", (int,), {})(3), type("B", (bytearray,), {})(b"a"), type("D", (collections.deque,), {})([1], 2))
