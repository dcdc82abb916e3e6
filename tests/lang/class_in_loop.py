# Special methods that an instruction needs: results, what they refuse or raise, the recursion limit, frames, tracing; called from operands of every kind.
import sys
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if not isinstance(o, V): return NotImplemented
        return V(self.x + o.x)
    def __radd__(self, o): return V(o + self.x)
    def __mul__(self, k): return V(self.x * k)
    def __rmul__(self, k): return NotImplemented
    def __eq__(self, o): return self.x == o.x if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.x < o.x
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * 2
    def __setitem__(self, i, v): self.x = v
    def __contains__(self, i): return i
    def __call__(self, a, b=3): return a + b + self.x
    @property
    def p(self): return self.x
    @property
    def bad(self): raise AttributeError("no")
    def __iter__(self): return It(3)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
class NI:
    def __iter__(self): return 3
def t(f):
    for _ in range(3):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
a, b = V(1), V(2)
t(lambda: (a + b).x); t(lambda: (5 + a).x); t(lambda: a + 5); t(lambda: (a * 3).x); t(lambda: 3 * a); t(lambda: a == b); t(lambda: a == 3)
t(lambda: a < b); t(lambda: a > b); t(lambda: a <= b); t(lambda: a[1]); t(lambda: a[9]); t(lambda: 0 in a); t(lambda: 1 not in a); t(lambda: a(1)); t(lambda: a(1, b=2)); t(lambda: a())
t(lambda: a.p); t(lambda: a.bad); t(lambda: [x for x in a]); t(lambda: [x for x in NI()])
def j():
    r = []
    if a == b: r.append(1)
    if a < b: r.append(2)
    if a != b: r.append(3)
    while b < a: r.append(9)
    a[2] = 7
    a[2] = 1
    r.append(a.x)
    for x in a:
        for y in It(2): r.append((x, y))
    a2 = a
    a2 += b
    r.append(a2.x)
    return r
t(j)
class R:
    def __eq__(self, o): return self == o
    def __add__(self, o): return self + o
    def __getitem__(self, i): return self[i]
    def __call__(self): return self()
    @property
    def p(self): return self.p
    def __init__(self, d=None):
        if d: R(d)
r = R()
for f in (lambda: r == r, lambda: r + r, lambda: r[0], lambda: r.p, lambda: R(1)):
    try: f()
    except RecursionError as e: print(e)
depth = 0
class D:
    def __eq__(self, o):
        global depth; depth += 1
        return self == o
    def __add__(self, o):
        global depth; depth += 1
        return self + o
    def __call__(self):
        global depth; depth += 1
        return self()
    @property
    def p(self):
        global depth; depth += 1
        return self.p
    def __getitem__(self, i):
        global depth; depth += 1
        return self[i]
d = D()
for f in (lambda: d == d, lambda: d + d, lambda: d[0], lambda: d.p):
    depth = 0
    try: f()
    except RecursionError as e: print(e, depth)
class X:
    def __add__(self, o): raise ValueError("x")
    def __lt__(self, o): return BadBool()
class BadBool:
    def __bool__(self): raise KeyError(1)
import traceback
try:
    X() + 1
except ValueError: traceback.print_exc(file=sys.stdout)
try:
    if X() < X(): pass
except KeyError: traceback.print_exc(file=sys.stdout)
ev = []
def tr(f, e, arg):
    ev.append((f.f_code.co_name, e, f.f_lineno))
    return tr
def traced():
    v = a + b
    if a == b:
        v = 3
    else:
        v = 4
    x = a.p
    y = a[1]
    return V(3)
sys.settrace(tr); traced(); sys.settrace(None)
print(ev)
ev = []
sys.setprofile(lambda f, e, arg: ev.append((f.f_code.co_name, e))); traced(); sys.setprofile(None)
print(ev)
def g():
    yield from V(3)
print(list(g()))
class UD:
    def __iter__(self): return iter([1,2])
def g2():
    yield from UD()
print(list(g2()))

class Frames:
    def who(self):
        f = sys._getframe(1)
        return f.f_code.co_name, f.f_back.f_code.co_name, f.f_back.f_lineno - f.f_back.f_code.co_firstlineno
    def __add__(self, o): return self.who()
    def __lt__(self, o): return self.who()
    def __getitem__(self, o): return self.who()
    def __contains__(self, o): print(self.who()); return 1
    def __iter__(self): print(self.who()); return iter("ab")
    @property
    def p(self): return self.who()
def frames():
    f = Frames()
    kept = []
    for x in (f + 1,
              f < 1,
              f[1],
              f.p, 1 in f, *[y for y in f]):
        kept.append(x)
    return kept
print(frames())


def swap_class():
    """The class changes while its method runs."""
    class S:
        def __add__(self, o):
            S.__add__ = lambda self, o: "new"
            del o
            return "old"
        @property
        def p(self):
            S.p = 5
            return "getter"
        def __next__(self):
            S.__next__ = stop
            return 1
        def __iter__(self): return self
    def stop(self): raise StopIteration
    s = S()
    return [s + s, s + s, s.p, s.p, list(x for x in s), [s + S() + "x" for _ in "ab"]]
t(swap_class)


class Gone:
    """The operand is a temporary, and its last reference goes with the instruction."""
    def __init__(self, n): self.n = n
    def __add__(self, o): return Gone(self.n + o.n)
    def __getitem__(self, i): return Gone(i)
    def __setitem__(self, i, v): print("set", i, v.n)
    def __eq__(self, o): return Gone(self.n == o.n)
    def __bool__(self): return self.n
    def __contains__(self, o): return Gone(o)
    def __del__(self): print("del", self.n)
def gone():
    print((Gone(1) + Gone(2))[3].n)
    Gone(4)[Gone(5).n] = Gone(6)
    if Gone(True) == Gone(True):
        print("equal")
    try:
        1 in Gone(7)
    except TypeError as e:
        print(e)
    return Gone(8) + 1
t(gone)


class Counter:
    def __init__(self, stop): self.i, self.stop = 0, stop
    def __iter__(self): return self
    def __next__(self):
        if self.i == self.stop: raise StopIteration
        if self.i == 5: raise ValueError("five")
        self.i += 1
        return self.i
def loops(stop):
    out = []
    try:
        for x in Counter(stop):
            if x == 2: continue
            for y in Counter(x):
                out.append((x, y))
            else:
                out.append("else")
    except ValueError as e:
        tb, depth = e.__traceback__, 0
        while tb: tb, depth = tb.tb_next, depth + 1
        out.append((str(e), depth))
    return out, sys.exc_info()[0]
print(loops(3), loops(9))
def in_generator(n):
    for x in Counter(n):
        yield x + ((yield (Gone(1) + Gone(2)).n) or 0)
print(list(zip(in_generator(2), range(2))))


class Callable:
    def __call__(self, a, *rest, b=1, **more): return a, rest, b, more
c = Callable()
print(c(1), c(1, 2, b=3), c(*"ab", **{"x": 1}), [c(a=i) for i in range(2)])
t(lambda: c())
