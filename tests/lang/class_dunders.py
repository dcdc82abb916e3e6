def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"V({self.v})"
    def __add__(self, o): return V(self.v + (o.v if isinstance(o, V) else o))
    def __radd__(self, o): return V(("r", o, self.v))
    def __iadd__(self, o): self.v += 1000; return self
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return f"{o} rsub {self}"
    def __mul__(self, o): return f"{self} mul {o}"
    def __truediv__(self, o): return "div"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __lshift__(self, o): return "lshift"
    def __rshift__(self, o): return "rshift"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __matmul__(self, o): return "matmul"
    def __divmod__(self, o): return ("divmod", o)
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 3
    def __eq__(self, o): return isinstance(o, V) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __hash__(self): return hash(self.v)
    def __bool__(self): return self.v != 0
    def __len__(self): return 7
    def __getitem__(self, k): return ("item", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == "yes"
    def __call__(self, *a, **k): return (a, k)
    def __iter__(self): return iter([1, 2, 3])
    def __reversed__(self): return "reversed!"
    def __format__(self, spec): return f"<{spec}>"
    def __round__(self, n=None): return ("round", n)


a, b = V(1), V(2)
print(a + b, a + 1, 1 + a, 5 - a)
show(lambda: a - 1)
show(lambda: a - b)
c = a
c += 1
print(c is a, c)
print(a * 2, a / 1, a // 1, a % 1, a ** 2, pow(a, 2, 5), 2 ** a, a << 1, a >> 1, a & 1, a | 1, a ^ 1, a @ 1, divmod(a, 3))
print(-a, +a, ~a, abs(a), int(a), float(a), [10, 20, 30, 40][a], hex(a), round(a), round(a, 2))
print(a == b, a != b, a == V(1001), a < b, a <= b, a > b, a >= b, hash(a) == hash(1001))
print(bool(V(0)), bool(V(1)), not V(0), len(a), a[1], a[1:2], a[1, 2], "yes" in a, "no" in a)
a[3] = 4
del a[5]
print(a(1, 2, k=3), list(a), reversed(a), f"{a:xyz}", format(a), "%s" % a, sorted([V(3), V(1), V(2)]))
show(lambda: max(V(3), V(9)))


class Rev:
    def __radd__(self, o): return ("radd", o)


class Base:
    def __add__(self, o): return "Base add"
    def __radd__(self, o): return "Base radd"


class Derived(Base):
    pass


class Override(Base):
    def __radd__(self, o): return "Override radd"


print(1 + Rev(), "a" + Rev(), [1] + Rev(), Base() + Derived(), Base() + Override(), Override() + Base(), Base() + Base())


class EqOnly:
    def __eq__(self, o): return True


show(lambda: hash(EqOnly()))
show(lambda: {EqOnly(): 1})
show(lambda: {EqOnly()})
print(EqOnly.__hash__, EqOnly() == 5, 5 == EqOnly(), EqOnly() != 5)


class EqHash(EqOnly):
    __hash__ = object.__hash__


print(isinstance(hash(EqHash()), int))


class BadLen:
    def __len__(self): return -1


class BadLen2:
    def __len__(self): return "x"


class BadBool:
    def __bool__(self): return 2


class BadRepr:
    def __repr__(self): return 3


class BadStr:
    def __str__(self): return 3


class BadHash:
    def __hash__(self): return "x"


class BadIter:
    def __iter__(self): return 3


class BadIndex:
    def __index__(self): return "q"


class BadInt:
    def __int__(self): return "q"


class BadInit:
    def __init__(self): return 3


for f in (lambda: len(BadLen()), lambda: len(BadLen2()), lambda: bool(BadBool()), lambda: repr(BadRepr()), lambda: str(BadStr()),
          lambda: hash(BadHash()), lambda: iter(BadIter()), lambda: [1][BadIndex()], lambda: int(BadInt()), lambda: BadInit()):
    show(f)


class LenOnly:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


print(bool(LenOnly(0)), bool(LenOnly(2)))


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(list(Seq()), 9 in Seq(), 10 in Seq(), tuple(Seq()))


class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(4)), sum(Countdown(5)), [x for x in Countdown(3)], 2 in Countdown(5))
for x in Countdown(2):
    print(x)
i = Countdown(1)
print(next(i))
show(lambda: next(i))
print(next(i, "default"))


class NoIter:
    __iter__ = None
    __hash__ = None
    __contains__ = None


show(lambda: iter(NoIter()))
show(lambda: hash(NoIter()))
show(lambda: 1 in NoIter())


class NotImpl:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented


n = NotImpl()
print(n == n, n == 1, n != n, n != 1)
show(lambda: n < n)
show(lambda: n < 1)
show(lambda: 1 < n)

# dunders looked up on the type, not the instance
class Plain:
    pass


p = Plain()
p.__len__ = lambda: 3
show(lambda: len(p))
Plain.__len__ = lambda self: 4
show(lambda: len(p))
del Plain.__len__
show(lambda: len(p))
Plain.__call__ = lambda self, x: x + 1
print(p(3))
Plain.__add__ = lambda self, o: "added later"
print(p + 1)
Plain.__eq__ = lambda self, o: True
print(p == 3, p != 3)


class Sub(Plain):
    pass


print(Sub()(1), Sub() + 1)
Plain.__add__ = lambda self, o: "changed"
print(Sub() + 1, p + 1)

# wrappers of builtin slots
print((1).__add__(2), int.__add__(3, 4), (1).__radd__(5), "a".__add__("b"), [1].__len__(), "abc".__contains__("b"), (5).__repr__())
print((1).__lt__(2), (1).__eq__("a"), [1, 2].__getitem__(0), {}.__len__(), (3).__bool__(), (-3).__abs__(), "x".__hash__() == hash("x"))
print(list.__getitem__([7, 8], 1), dict.__getitem__({1: 2}, 1), (2).__pow__(3), (2).__pow__(3, 5), int.__neg__(4), (7).__divmod__(2))
l = [1, 2]
l.__setitem__(0, 9)
l.__delitem__(1)
it = l.__iter__()
print(l, it.__next__())
show(lambda: it.__next__())
show(lambda: (1).__add__())
show(lambda: (1).__add__(1, 2))
show(lambda: int.__add__())
show(lambda: int.__add__("a", 1))
show(lambda: list.append(1, 1))
show(lambda: list.append())
show(lambda: [].append())
show(lambda: [].append(a=1))
show(lambda: [].pop(1, 2))
show(lambda: len())
show(lambda: len(1, 2))
show(lambda: getattr(1))
print(int.__add__, int.real, list.append, len, dict.__dict__["fromkeys"], object.__init__, type.__call__)
print(int.__add__.__name__, list.append.__name__, len.__name__, int.__add__.__qualname__, list.append.__qualname__, [].append.__qualname__)
