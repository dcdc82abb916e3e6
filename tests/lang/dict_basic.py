"""dict: construction, order, methods, errors, changes during iteration."""


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


print({}, {1: 2}, {"a": 1, "b": [2]}, dict(), dict(a=1, b=2), dict([(1, 2), [3, 4], "xy"]), dict({1: 1}, z=2), dict(zip("ab", (1, 2))))
attempt(dict, 5)
attempt(dict, [1])
attempt(dict, [(1, 2, 3)])
attempt(dict, ["a"])
attempt(dict, 1, 2)
attempt(dict, [(1, 2), 3])
attempt(lambda: {[]: 1})
attempt(lambda: {}[[]])
attempt(lambda: {}["missing"])
attempt(lambda: {1: 2}[(1, 2)])
attempt(lambda: {}.pop(1))
attempt({}.popitem)
attempt(lambda: {}.__delitem__("k"))

d = {}
for i in range(20):
    d[i * 7 % 20] = i
print(d, len(d))
for i in range(0, 20, 3):
    del d[i]
print(d)
for i in range(0, 20, 3):
    d[i] = "again"
print(d, list(d), 3 in d, 99 in d, d.get(3), d.get(99), d.get(99, "default"))
d[1] = "replaced"
d[1.0] = "by float"
d[True] = "by bool"
print(d[1], list(d).index(1))
print(d.setdefault(1), d.setdefault(100), d.setdefault(101, []), d[101])
print(d.pop(100), d.pop(100, "gone"), d.popitem(), d.popitem())
attempt(d.pop)
attempt(d.get)
print(d.update({1: "one"}), d.update([(2, "two")]), d.update(three=3), d.update(), d)
attempt(d.update, 5)
attempt(d.update, [5])
attempt(d.update, ["abc"])
attempt(d.update, 1, 2)
e = d.copy()
print(e == d, e is d, list(e) == list(d), e.clear(), e, len(d))
print({1: 2} == {1: 2}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} != {2: 1}, {} == [], {1: 1.0} == {True: 1})
attempt(lambda: {} < {})
attempt(hash, {})
print({1: 2} | {3: 4, 1: 5}, {**{1: 2}, 3: 4, **{1: 0}})
attempt(lambda: {} | [])
attempt(lambda: [] | {})
f = {1: 1}
f |= [(2, 2)]
f |= {3: 3}
print(f)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys({}), {}.fromkeys((1,), "v"))
attempt(dict.fromkeys, 5)
attempt(dict.fromkeys)

a = {}
a["self"] = a
a["list"] = [a]
print(a)
print({1: {2: {3: {}}}}, {"k": "v'", 'q"': None, (1,): 1.5})


def grow(x):
    for k in x:
        x[k + 100] = 1


def shrink(x):
    for k in x:
        del x[k]


def swap(x):
    for k in x:
        del x[k]
        x[k + 1] = 0


attempt(grow, {1: 1})
attempt(shrink, {1: 1, 2: 2})
attempt(swap, {1: 1})
g = {i: i for i in range(5)}
for k in list(g):
    if k % 2:
        del g[k]
print(g)
for k in g:
    g[k] = -k
print(g)
print(list(reversed({1: 1, 2: 2, 3: 3})), list(reversed(g.items())), list(reversed(g.values())), list(reversed(g.keys())))
it = iter({1: 1, 2: 2})
print(it.__length_hint__(), next(it), it.__length_hint__(), next(it), next(it, "end"), next(it, "end"))

queue = {}
for i in range(1000):
    queue[i] = i
    if i > 3:
        queue.pop(next(iter(queue)))
print(queue)
for i in range(2000):
    queue[i] = i
    queue.popitem()
print(len(queue), queue)
for i in range(100):
    queue["k%d" % i] = i
for i in range(99):
    del queue["k%d" % i]
print(queue, queue["k99"])


class Missing(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


m = Missing(a=1)
print(m["a"], m["b"], m.get("c"), m, "b" in m, type(m.copy()), m | {"z": 1}, len(m))
m.extra = 5
print(m.extra, isinstance(m, dict), dict(m), Missing.fromkeys([1]), type(Missing.fromkeys([1])))


class Key:
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


same = {Key("x%d" % i, 7): i for i in range(10)}
print(same, same[Key("x5", 7)], same.get(Key("x5", 8)), Key("nope", 7) in same)
del same[Key("x5", 7)]
print(same)


class Changing:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        victim.clear()
        return False


victim = {Changing(): 1}
print(victim.get(Changing()), victim)
victim = {Changing(): 1}
victim[Changing()] = 2
print(len(victim))


class Raising:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")


attempt(lambda: {Raising(): 1}[Raising()])
attempt(lambda: {Raising(): 1, 1: 2})


class BadHash:
    def __hash__(self):
        raise ValueError("hash")


class NotInt:
    def __hash__(self):
        return "x"


attempt(lambda: {BadHash(): 1})
attempt(lambda: {NotInt(): 1})


class Mapping:
    def keys(self):
        return iter("ab")

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()), {**Mapping()}, (lambda **kw: kw)(**Mapping()))
attempt(lambda: dict(**{1: 2}))
attempt(lambda: (lambda **kw: kw)(a=1, **{"a": 2}))
attempt(lambda: (lambda **kw: kw)(**5))
attempt(lambda: {**5})
x = {"b": 1, "a": 2}
print(sorted(x), sorted(x.items()), max(x), min(x, key=x.get), sum(x.values()), list(map(x.get, x)), any(x.values()))
k, v = x.popitem()
print(k, v, [*x], (*x.items(),))
print({i: j for i, j in zip("abc", range(3)) if j}, {i % 3: i for i in range(10)})
