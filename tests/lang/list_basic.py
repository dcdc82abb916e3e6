"""list: construction, slices, methods, errors."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def set_slice(l, s, v):
    l[s] = v
    return l


def del_slice(l, s):
    del l[s]
    return l


print([], [1], [1, "a", None], list("abc"), list((1, 2)), list(range(4)), list({3: 4}))
attempt(list, 5)
attempt(list, 1, 2)
attempt(lambda: list(iterable=[1]))
l = list(range(10))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(8, 2, -2), slice(1, 100, 3), slice(5, 2), slice(None, None, 7)):
    print(s, l[s])
    print(set_slice(l[:], s, l[s]), del_slice(l[:], s))
print(set_slice([1, 2, 3], slice(1, 2), "xyz"))
print(set_slice([1, 2, 3], slice(0, 0), [0, 0]))
print(set_slice([1, 2, 3], slice(None), []))
print(set_slice([1, 2, 3], slice(10, 20), (i for i in "ab")))
x = [1, 2, 3]
x[1:2] = x
print(x)
x[::2] = x[:3]
print(x)
attempt(set_slice, [1, 2, 3], slice(None, None, 2), [1])
attempt(set_slice, [1, 2, 3], slice(1, 2), 5)
attempt(set_slice, [1, 2, 3], slice(None, None, 2), 5)
attempt(lambda: [1, 2, 3][::0])
attempt(lambda: [1, 2][2])
attempt(lambda: [1, 2][-3])
two = [1, 2]
attempt(lambda: two["a"])
attempt(lambda: two[1.0])
attempt(lambda: [1, 2][1 << 80])
attempt(lambda: [1, 2].__setitem__(5, 1))
attempt(lambda: [1, 2].__delitem__(5))
attempt(lambda: [1, 2].__setitem__("a", 1))
attempt(lambda: two["a":])

x = [3, 1, 2]
print(x.append(4), x, x.extend("ab"), x, x.insert(0, "first"), x, x.insert(-1, "last but one"), x, x.insert(100, "end"), x)
print(x.pop(), x.pop(0), x.pop(-2), x)
attempt(x.pop, 100)
attempt([].pop)
attempt(x.pop, "a")
attempt(x.remove, 17)
print(x.remove(1), x, x.index(2), x.count(2), x.index("b", 1), x.index(3, -100, 100))
attempt(x.index, 17)
attempt(x.index, 3, 1)
attempt(x.index, 3, "a")
attempt(x.append)
attempt(x.append, 1, 2)
attempt(x.insert, 1)
attempt(x.extend, 1)
y = x.copy()
y.reverse()
print(x, y, x is y, x.clear(), x)

print([1, 2] + [3], [1, 2] * 3, 2 * [0], [1] * 0, [1] * -5, [] * 10, [1, 2] * True)
attempt(lambda: [1] + (2,))
attempt(lambda: [1] + 5)
attempt(lambda: 5 + [1])
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] * "a")
attempt(lambda: [1] - [1])
attempt(lambda: [1] * (1 << 70))
z = w = [1]
z += (2, 3)
z += "x"
z *= 2
print(w, z is w)
z *= 0
print(w)

print([1, 2] == [1, 2], [1, 2] != [1, 3], [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 5], [1] >= [1], [] < [0], [1] == (1,))
attempt(lambda: [1] < ["a"])
attempt(lambda: [1] < (1,))
print(1 in [1, 2], 3 in [1, 2], 1.0 in [1], None in [], [] in [[]], 5 not in [5])
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan] == [float("nan")])
attempt(hash, [])

a = [1]
a.append(a)
print(a, a == a)
b = [a, (a,), {1: a}]
print(b)
print(len([1, 2, 3]), bool([]), bool([0]), list(reversed([1, 2, 3])), sorted([3, 1, 2], reverse=True))


class L(list):
    def __repr__(self):
        return "L" + super().__repr__()


s = L((1, 2))
s.tag = "attribute"
print(s, s + [3], s[:1], type(s[:1]), type(s + s), s.tag, s == [1, 2], isinstance(s, list), len(s), L("ab") * 2)


class Stops:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return i * i


print(list(Stops()), [*Stops(), *"ab"], 4 in Stops(), 5 in Stops())

# items are released from the end
class Loud:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


d = [Loud(1), Loud(2), Loud(3)]
del d[0]
d = None
d = [Loud(4), Loud(5)]
d[:] = []
d = (Loud(6), Loud(7))
d = None


# changing the list from inside comparisons
class Evil:
    def __eq__(self, other):
        v.clear()
        return False


v = [Evil(), Evil(), 3]
print(3 in v, v)
v = [Evil(), 1]
attempt(v.remove, 7)
v = [Evil(), Evil()]
print(v.count(9), v)

it = iter([1, 2])
print(next(it), it.__length_hint__(), next(it), next(it, "end"), next(it, "end"))
m = [1, 2, 3]
for i in m:
    if i < 3:
        m.append(i + 10)
print(m)
first, *rest = m
print(first, rest)
