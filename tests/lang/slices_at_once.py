import sys
class L(list): pass
class G:
    def __getitem__(self, k): return ("G", k)
    def __class_getitem__(cls, k): return ("C", k)
class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
def cut(x, i, j): return x[i:j]
def open_end(x, i): return x[i:]
def front(x, j): return x[:j]
def whole(x): return x[:]
l = [0, 1, 2, 3, 4]; t = (0, 1, 2, 3, 4); s = "abcde"; u = "aé€😀b"; b = b"abcde"
bounds = [None, 0, 1, 2, 5, 7, -1, -3, -5, -9, 2**70, -2**70, True, I(2), I(-2)]
for x in (l, t, s, u, b, L(l), bytearray(b), range(5), G(), G):
    out = []
    for i in bounds:
        for j in bounds:
            r = cut(x, i, j)
            if not isinstance(r, tuple) or r[:1] not in (("G",), ("C",)): out.append(r)
    print(type(x).__name__, len(out), str(out)[:300], sum(len(str(o)) for o in out))
    r = open_end(x, 2), front(x, -1), whole(x)
    if x is not G and type(x) is not G: print(r)
print(whole(t) is t, whole(s) is s, whole(l) is l, cut(s, 1, 2) is s[1], cut(t, 3, 1), cut(s, 0, 99) is s)
for bad in ("x", 1.5, []):
    for x in (l, t, s):
        try: cut(x, bad, 2)
        except TypeError as e: print(e)
try: cut(5, 1, 2)
except TypeError as e: print(e)
class Grow:
    def __index__(self):
        l2.append(9); return 1
l2 = [1, 2]
print(cut(l2, Grow(), None), l2)
def nested(n):
    if len(n) <= 1: return n
    m = len(n) // 2
    a, b = nested(n[:m]), nested(n[m:])
    out = []
    while a and b: out.append(a.pop(0) if a[0] < b[0] else b.pop(0))
    return out + a + b
print(nested([5, 2, 9, 1, 7, 3, 8]))
print([x[1:-1] for x in ("(ab)", [1, 2, 3], (4, 5, 6))], "abc"[1:][0:][::-1], [[1, 2], [3, 4]][0:1][0][1:])
def multi(x):
    return (x
            [1:
             2])
ev = []
def tr(f, e, a):
    ev.append((e, f.f_lineno - f.f_code.co_firstlineno)); return tr
sys.settrace(tr); multi(l); sys.settrace(None); print(ev)
x = [1, 2, 3, 4]; x[1:3] = [9]; x[:0] = [7, 7]; del x[-1:]; print(x)
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), isinstance(Fake(), str), isinstance(3, str), isinstance(True, int), isinstance([], (int, list)), isinstance(L(), list))
