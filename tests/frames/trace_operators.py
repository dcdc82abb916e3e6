# Operators, iterators and properties written in Python, for tests/frames/trace_all.
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + o.n)
    def __lt__(self, o):
        return self.n < o.n
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
    def __contains__(self, x): return x == 1
    def __call__(self, *a): return a
    @property
    def p(self):
        return 5
    def __iter__(self): return It()
    def __radd__(self, o): return o
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
def f():
    a = V(1); b = V(2)
    c = a + b
    if a < b:
        pass
    x = a[1]
    y = 1 in a
    z = a(1, 2)
    w = a.p
    for i in a:
        q = i
    t = [i for i in a]
    u = 5 + a
    a += b
    return c.n
f()
