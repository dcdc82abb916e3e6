# and, or, not, chained comparisons, ternaries: as values and as conditions
class T:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth
    def __bool__(self):
        print("bool", self.name)
        return self.truth
    def __repr__(self):
        return self.name
    def __lt__(self, other):
        print("lt", self.name, other)
        return T(self.name + "<" + repr(other), self.truth)
    def __eq__(self, other):
        print("eq", self.name, other)
        return self.truth

a, b, c = T("a", True), T("b", False), T("c", True)
print(a and b, b and a, a or b, b or c, not a, not b)
print(a and b or c, (a or b) and c, not (a and b), not (a or b))
print(a < b < c, b < a < c, a < b < c < 1)
def f(x):
    print("f", x)
    return x
print(1 < f(2) < f(3) < f(4), 1 < f(0) < f(3), f(1) < f(5) < f(2) < f(9))
def chain(x, y, z):
    if x < y < z:
        return "up"
    if x > y > z:
        return "down"
    if not (x <= y <= z):
        return "not le"
    if f(x) <= f(y) <= f(z) <= 10 and x != z:
        return "le"
    return "same"
for args in ((1, 2, 3), (3, 2, 1), (1, 1, 1), (2, 1, 3), (1, 1, 2), (11, 11, 12)):
    print(chain(*args))
def tern(x):
    return "neg" if x < 0 else "zero" if x == 0 else "pos"
print(tern(-1), tern(0), tern(1))
def cond(x, y):
    r = []
    if x and y: r.append("and")
    if x or y: r.append("or")
    if not x: r.append("not x")
    if not x or not y: r.append("nor")
    if (x if y else not x): r.append("tern")
    if x is None: r.append("none")
    if x is not None and y is None: r.append("xy")
    if x in (1, 2, 3): r.append("in")
    if x not in [1, 2, 3]: r.append("not in")
    if x in {1, 2, None}: r.append("set")
    while x and not y:
        r.append("loop")
        break
    else:
        r.append("else")
    return r
for x in (0, 1, None, 5):
    for y in (0, 7, None):
        print(x, y, cond(x, y))
nan = float("nan")
def nans(x):
    return (x < 1, not x < 1, "a" if x < 1 else "b", "a" if not x < 1 else "b", x == x, "e" if x == x else "n", "n" if x != x else "e")
print(nans(nan), nans(0.5))
def loops(n):
    i = 0
    while i < n:
        i += 1
        if i == 3: continue
        if i == 6: break
        print(i, end=" ")
    else:
        print("done", end=" ")
    while True:
        i -= 1
        if not i: break
    for k in range(n):
        if k == 2: break
    else:
        print("no break", end="")
    print(i)
loops(2); loops(4); loops(9)
if 0:
    print("never")
elif 1:
    print("one")
while 0:
    print("never")
else:
    print("else")
print([x for x in range(10) if x % 2 if x > 3], 1 if [] else 2, (1 or 2), (0 or 2), (1 and 2), None or 0)
x = 5
print(x == 5 == 5.0, 1 < x < 10 < 3, x is x is not None, "a" in "abc" in ["abc"])
