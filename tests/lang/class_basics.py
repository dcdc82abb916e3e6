class A:
    "doc of A"
    count = 0

    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        A.count += 1

    def total(self):
        return self.x + self.y

    def __repr__(self):
        return f"A({self.x}, {self.y})"


a, b = A(1), A(5, y=6)
print(a, b, a.total(), b.total(), A.count, A.__doc__, A.__name__, A.__qualname__, A.__module__)
print(A.total(a), a.total.__func__ is A.total, a.total.__self__ is a)
a.z = 10
print(a.__dict__, vars(b))
del a.x
print(a.__dict__, hasattr(a, "x"), getattr(a, "x", "gone"))
a.x = 3
print(list(a.__dict__))
print(A, type(a), type(A), type(type), A.__bases__, A.__mro__, A.__base__)


class B(A):
    def total(self):
        return super().total() * 100

    def __str__(self):
        return "B:" + repr(self)


b = B(1, 2)
print(b, repr(b), str(b), b.total(), isinstance(b, A), issubclass(B, A), issubclass(A, B), isinstance(b, (int, A)))
print([c.__name__ for c in B.mro()], A.__subclasses__())


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Empty:
    pass


show(lambda: Empty(1))
show(lambda: Empty(k=1))
show(lambda: Empty().x)
show(lambda: Empty.x)
show(lambda: Empty()())
show(lambda: Empty()[0])
show(lambda: len(Empty()))
show(lambda: iter(Empty()))
show(lambda: next(Empty()))
show(lambda: Empty() + 1)
show(lambda: 1 + Empty())
show(lambda: Empty() < Empty())
show(lambda: -Empty())
show(lambda: ~Empty())
show(lambda: abs(Empty()))
show(lambda: 1 in Empty())
show(lambda: Empty() == Empty())
show(lambda: Empty() != Empty())
show(lambda: Empty().__class__ is Empty)
show(lambda: setattr(1, "x", 2))
show(lambda: setattr(Empty(), "x", 2))
show(lambda: delattr(Empty(), "x"))
show(lambda: delattr(Empty, "x"))
show(lambda: setattr(int, "x", 1))
show(lambda: setattr((1), "real", 1))
show(lambda: setattr((1), "bit_length", 1))
show(lambda: int(Empty()))
show(lambda: float(Empty()))
show(lambda: divmod(Empty(), 1))
show(lambda: Empty() ** 2)
show(lambda: pow(Empty(), 2, 3))
show(lambda: Empty.__init__(1, 2))
show(lambda: object.__new__(Empty, 1))
show(lambda: object().__init__(1))
show(lambda: object(1))
show(lambda: bool(Empty()))
show(lambda: hash(Empty()) == hash(Empty))


def inplace():
    e = Empty()
    e += 1


def setitem():
    Empty()[1] = 2


def delitem():
    del Empty()[1]


for f in (inplace, setitem, delitem):
    show(f)

# local classes, qualnames
def outer():
    class Inner:
        class Deep:
            def method(self):
                pass
    return Inner


print(outer().__qualname__, outer().Deep.__qualname__, outer().Deep.method.__qualname__)
print(outer())

# class body scoping
x = "global"


class Scope:
    x = "class"
    y = x
    z = [x for _ in range(1)]

    def f(self):
        return x


print(Scope.y, Scope.z, Scope().f())

# attributes shared and overridden
class Shared:
    items = []
    n = 0


s, t = Shared(), Shared()
s.items.append(1)
s.n += 1
print(t.items, t.n, s.n, Shared.n)
Shared.n = 50
print(t.n, s.n)
Shared.f = lambda self: "f1"
print(t.f(), s.f())
Shared.f = lambda self: "f2"
print(t.f(), s.f())
s.f = lambda: "own"
print(t.f(), s.f())
del s.f
print(s.f())
del Shared.f
show(lambda: s.f())

# many attributes, many instances
class Many:
    pass


objects = []
for i in range(50):
    m = Many()
    for k in range(i):
        setattr(m, "a%d" % k, k * i)
    objects.append(m)
print(sum(sum(m.__dict__.values()) for m in objects))
m = Many()
for k in range(300):
    setattr(m, f"n{k}", k)
print(m.n0, m.n299, len(m.__dict__), sum(getattr(m, f"n{k}") for k in range(300)))
m = Many()
m.a = 1
m.__dict__["b"] = 2
m.c = 3
print(m.b, m.__dict__)
m.__dict__ = {"q": 1}
print(m.q, hasattr(m, "a"))
show(lambda: setattr(m, "__dict__", 3))
