import sys
class D:
    def __init__(s, n): s.n = n
    def __del__(s):
        f = sys._getframe(1)
        print("del", s.n, f.f_code.co_name, f.f_lineno)
def a():
    for x, y in zip([D(1), D(2)], (D(3), D(4))):
        print(x.n, y.n, sys.getrefcount(x), sys.getrefcount(y))
    print("end", x.n)
a()
def b():
    for i, v in enumerate([D(5), D(6)]):
        print(i, v.n, sys.getrefcount(v))
        del v
        print("deleted")
b()
def c(pairs):
    out = []
    for k, v in pairs:
        out.append((v, k))
    return out
for p in ([(1, 2), (3, 4)], ((1, 2), [3, 4], "ab"), {1: 2, 3: 4}.items(), zip("ab", range(2)), iter([(1, 2)]), (z for z in [(1, 2), "xy"]), map(lambda q: (q, q), [1, 2]), reversed([(7, 8)]), [[1, 2], (3, 4)], {(1, 2)}, enumerate("xyz")):
    print(c(p))
for bad in ([(1, 2), (3,)], [(1, 2), 5], zip([1], [2], [3]), ["ab", "abc"], [(1, 2), None]):
    try:
        print(c(bad))
    except Exception as e:
        import traceback
        traceback.print_exc(file=sys.stdout)
def d():
    for i in range(3):
        for x, x in [(1, D(10 + i)), (3, D(20 + i))]:
            print("x", x.n)
d()
def gen():
    for a, b in zip(range(3), "xyz"):
        got = yield a, b
        print(got)
g = gen(); print(next(g)); print(g.send(5)); g.close()
def changing(d):
    for k, v in d.items():
        d[k + 10] = v
try:
    changing({1: 2, 2: 3})
except RuntimeError as e: print(e)
def grow(l):
    for a, b in l:
        if len(l) < 5: l.append((a + 1, b))
    return a, b
print(grow([(0, 0)]))
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration
        return s.n, -s.n
print(c(It())); print(c(zip(It(), It()))); print(c([(1, 2)])); print(c(It()))
def traced(l):
    for a, b in l:
        a = b
    return a
events = []
def tr(f, e, arg):
    events.append((e, f.f_lineno - f.f_code.co_firstlineno)); return tr
traced(zip([1, 2], [3, 4]))
sys.settrace(tr); traced(zip([1, 2], [3, 4])); traced([(1, 2)]); sys.settrace(None)
print(events)
def start_in_middle(l):
    for a, b in l:
        if a == 1:
            sys.settrace(tr); sys._getframe().f_trace = tr
    sys.settrace(None)
events.clear(); start_in_middle(zip([0, 1, 2, 3], [3, 4, 5, 6])); print(events)
print(sum(x * y for x, y in zip([1.5, 2, 0], [0.0, 3, 4.5])), 1 / 3, 7 / 2, 0 / 5, 2**60 / 3, -0.0 + 0, 0.0 * -1, 5 * 0.5, 2**53 + 1.0, (2**53 + 1) * 1.0, (2**53+1)/1)
for u in (0.5, -1.5, 0.0, 1.0, 1e300, float("nan"), 3, True):
    print(u < 1, u <= 1, u == 1, u != 1, u > 1, u >= 1, [1 if u < 2 else 0, 1 if not u > -2 else 0, 1 if u == 3 else 0, 1 if u != 0 else 0])
for z in (0, 0.0, -0.0, False):
    try: print(1 / z)
    except ZeroDivisionError as e: print(e)
    try: print(1.5 / z)
    except ZeroDivisionError as e: print(e)


def named(pairs):
    for pair in pairs:
        a, b = pair
        print(pair, a, b)
    for pair in pairs:
        a, b = pair
    print(pair, a, b)
    first = second = None
    for (first, second) in pairs:
        print(first, second)
    for i, pair in enumerate(pairs):
        first, second = pair
        print(i, pair, first, second)
    for i, (first, second) in enumerate(pairs):
        print(i, first, second)
    out = []
    for whole in pairs:
        x, y = whole
        out.append(whole)
    return out


print(named([(1, 2), (3, 4)]), named(((5, 6),)), named({7: 8}.items()))
