# assignment in all its forms, and the order in which things happen
# CPython 3.11.7 or later: 3.11.2 answers otherwise
def swap(a, b):
    a, b = b, a
    return a, b
print(swap(1, 2))
def rot(a, b, c):
    a, b, c = b, c, a
    return [a, b, c]
print(rot(1, 2, 3))
def fibs(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
print([fibs(i) for i in range(10)])
def same(x):
    x, x = x + 1, x + 2
    return x
print(same(1))
l = [0, 1, 2, 3]
i = 0
i, l[i] = 2, 9
print(i, l)
l[0], l[1] = l[1], l[0]
print(l)
def lists(l, i, j):
    l[i], l[j] = l[j], l[i]
    l[i] += 10
    l[j] -= 1
    return l
print(lists([1, 2, 3], 0, 2))
class O:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __getattr__(self, name):
        print("get", name)
        return 100
def log(x):
    print("log", x)
    return x
o = O()
o.a = o.b = log(3)
o.a += log(4)
o.z += 1
d = {}
d[log("k")] = log("v")
d[log("k")] += log("w")
d[log("n")], d[log("m")] = log(1), log(2)
print(d)
a = b = c = []
a.append(1)
print(a, b is c)
(a, b), [c, *e] = (1, 2), [3, 4, 5]
print(a, b, c, e)
*h, t = "hello"
print(h, t)
x, *y, z = range(2)
print(x, y, z)
def unpack(it):
    first, (second, *rest), last = it
    return first, second, rest, last
print(unpack([1, (2, 3, 4), 5]))
for bad in ([1], [1, 2, 3], 5, None):
    try:
        p, q = bad
    except (ValueError, TypeError) as err:
        print(type(err).__name__, err)
try:
    p, *q, r = [1]
except ValueError as err:
    print(err)
def walrus(n):
    if (m := n * 2) > 10:
        print("big", m)
    r = m + (m := 5) + m
    s = [m, (m := 7), m]
    w = m - (m := 2) * m
    return r, s, w, m
print(walrus(4), walrus(6))
def walrus2(x):
    print(x, (x := x + 1), x, f"{x} {(x := 9)} {x}", x < (x := 20) < (x := 30) + x)
    x += (x := 3)
    return x, {x: (x := 5), x: x}
print(walrus2(1))
print([y := 1, y, y ** 2], y)
print([last := q for q in range(4)], last)
def inner():
    vals = [k := j for j in range(3)]
    return vals, k
print(inner())
def aug(a, b):
    a += b; b *= 2; a -= 1; a *= b; a //= 2; a %= 100; a <<= 1; a >>= 2; a |= 8; a &= 0xff; a ^= 3; a **= 2; a /= 4
    return a, b
print(aug(10, 3))
s = "ab"; s += "cd"; s *= 2; print(s)
g = [1]; h = g; g += [2]; print(h, g is h); g = g + [3]; print(h)
def dele():
    v = 1
    del v
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    try:
        del v
    except UnboundLocalError as e:
        print(e)
    w = [1, 2, 3, 4]
    del w[0], w[-1]
    print(w)
    del w[:]
    print(w)
dele()
def maybe(flag):
    if flag:
        u = 1
    for t in range(flag):
        pass
    try:
        print(u, t)
    except UnboundLocalError as e:
        print(e)
maybe(1); maybe(0)
del s
try:
    s
except NameError as e:
    print(e)
n: int = 5
m: "str"
print(n, __annotations__)
def ann():
    k: int = 3
    z: undefined_name
    return k
print(ann())
t = 1,
print(t, (), (1, 2, (3, 4)), -1, 2 ** 10, "a" "b", "x" * 3, (1, 2)[1], 7 // 2, -7 % 3, 1 << 5, not 1, ~5)
print(1 + 2 * 3 - 4 / 5, 10 ** -2, 2 ** 100, 1_000, 0x1f, 1e10, 1.5e-7, b"a" + b"b", "abc"[1], "%s" % 3)
