# calls and displays: keywords, stars, methods, f-strings
w = 5
def show(*args, **kw):
    return args, kw
def abc(a, b=2, *rest, c, d=4, **kw):
    return a, b, rest, c, d, kw
def pos(a, b, /, c, *, d=0):
    return a, b, c, d
print(show(), show(1, 2), show(a=1), show(1, *[2, 3], 4, *(5,), k=6, **{"l": 7}, m=8, **{}))
print(abc(1, c=3), abc(1, 5, 6, c=7, e=8), abc(*[1, 2, 3], **{"c": 4}), pos(1, 2, 3), pos(1, 2, c=3, d=4))
for call in (lambda: abc(), lambda: abc(1), lambda: pos(1), lambda: pos(a=1, b=2, c=3), lambda: pos(1, 2, 3, 4), lambda: show(**{1: 2}),
             lambda: show(a=1, **{"a": 2}), lambda: show(*5), lambda: show(**5), lambda: show(1, *5), lambda: (lambda: 0)(1), lambda: w(), lambda: abc(1, 2, a=3, c=1),
             lambda: pos(1, 2, 3, e=4)):
    try:
        print(call())
    except TypeError as e:
        print(e)
class A:
    def m(self, *a, **k):
        return a, k
    def __call__(self, *a, **k):
        return "call", a, k
    def __getattr__(self, name):
        return lambda *a, **k: (name, a, k)
a = A()
print(a.m(), a.m(1, k=2), a.m(*[1, 2], **{"z": 3}), a(1), a(k=2), a.other(1, x=2), a.m.__name__)
bound = a.m
print(bound(1), [*map(a.m, [1, 2])], "x,y".split(","), "-".join(["a", "b"]), [3, 1, 2].index(2))
print((lambda x, *y, z=3, **k: (x, y, z, k))(1, 2, 3, z=4, w=5))
def order(x):
    print("o", x, end=" ")
    return x
print(show(order(1), order(2), k=order(3), *[order(4)], l=order(5)))
print({order("a"): order(1), order("b"): order(2)}, [order(1), order(2)], {order(3)})
w, v = 5, "val"
print(f"{w}", f"{v!r:>8}|{w:>{w}}|{w:0{w}d}", f"{{}} {w + 1} {v.upper()} {'nested'} {w!s} {v!a}", f"", f"a" "b" f"{w}", f"{w=} {v = }", f"{3.14159:.2f}")
print(f"{[x for x in range(3)]} {(lambda q: q * 2)(4)} {dict(a=1)['a']}")
big = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] * 2 + [w, *range(3), w]
print(big, [1, 2, 3, 4], (1, 2, w), {1, 2, 3}, {"a": 1, **{"b": w}})
long = [w, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
        36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, w]
print(len(long), sum(long))
s = "hello"
print(s[1:3], s[::-1], s[-1], s[:2], s[2:], s[::2], [1, 2, 3][0:2], s[w - 4])
m = [[1, 2], [3, 4]]
m[0][1] = 9; m[1] += [5]; m[0:1] = [[7], [8]]
print(m)
class Idx:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
i = Idx()
print(i[1], i[1:2], i[1, 2], i[1:2, ::3], i[...], i[()], i["a":"b":"c"])
i[0] = 1; i[1:2] = 3; del i[4]; i[1, 2] += (3,)
print(print, sep="", end="!\n") if 0 else print("x", "y", sep="-", end="!\n")
print(*[1, 2], *"ab", sep=",")
print(max(1, 2, key=lambda x: -x), sorted([3, 1, 2], key=lambda x: -x, reverse=True), dict([("a", 1)], b=2), int("ff", base=16))
