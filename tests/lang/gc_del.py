import gc

gc.disable()  # the order of finalizers depends on when it runs


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


a = Node("plain")
a = None
a, b = Node("a"), Node("b")
a.other, b.other = b, a
a = b = None
print("before")
print(gc.collect() > 0)
print("after")

kept = []


class Phoenix:
    def __del__(self):
        print("rising")
        kept.append(self)


p = Phoenix()
del p
print(len(kept))
kept.clear()
print("once only")
p = Phoenix()
p.me = p
del p
gc.collect()
print(len(kept))
kept.clear()
gc.collect()
print("gone")


# a long chain must not overflow anything
class Link:
    def __init__(self, next): self.next = next


chain = None
for i in range(200000):
    chain = Link(chain)
chain = None
nested = []
for i in range(200000):
    nested = [nested]
nested = None
t = ()
for i in range(200000):
    t = (t,)
t = None
d = {}
for i in range(100000):
    d = {"d": d}
d = None
print("chains freed")


# cycles through closures, classes, bound methods, generators, dicts
def make():
    def f(): return f
    return f


gc.collect()
gc.disable()
for i in range(100):
    make()
    class K:
        pass
    K.self = K
    x = K()
    x.m = x
    l = []
    l.append(l)
    dd = {}
    dd["d"] = dd
x = K = l = dd = None
print(gc.collect() > 300, gc.collect())
gc.enable()
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(700, 10, 10)
print(gc.get_threshold())
gc.set_threshold(1000, 5, 5)
print(gc.get_threshold(), len(gc.get_count()))
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"))


class Bad:
    def __del__(self): raise ValueError("ignored")


class Temp:
    def __init__(self): self.data = [0] * 100


def churn():
    for i in range(20000):
        t = Temp()
        t.cycle = t


gc.set_threshold(700, 10, 10)
churn()
print(gc.collect() < 20000)


class Order:
    def __init__(self, n): self.n = n
    def __del__(self): print("order", self.n)


def scope():
    x = Order(1)
    y = Order(2)
    print("in scope")


scope()
l = [Order(3), Order(4)]
del l[0]
l = None
d = {"k": Order(5)}
d["k"] = 1
o = Order(6)
o = Order(7)
del o
try:
    gc.collect(7)
except ValueError as e:
    print(e)
