"""keys(), values(), items(): views and their set operations."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


d = {1: "a", 2: "b", 3: "c"}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d[4] = "d"
print(k, v, i, list(k), list(v), list(i))
print(1 in k, 9 in k, "a" in v, (1, "a") in i, (1, "b") in i, 1 in i, (1, 2, 3) in i)
print(sorted(k & {1, 2, 9}), sorted(k | {9}), sorted(k - {1}), sorted(k ^ {1, 9}), sorted(k & [2, 3]), sorted(k - [2]), sorted({1, 7} - k), sorted([1, 7] | k))
print(sorted(i & {(1, "a")}), sorted(i - {(1, "a")}), sorted(i | {(0, "z")}), sorted(i ^ {(1, "a"), (0, "z")}))
print(k == {1, 2, 3, 4}, k == d.keys(), k != {1}, k < {1, 2, 3, 4, 5}, k <= {1, 2, 3, 4}, k > {1}, k >= {5}, k == [1, 2, 3, 4], v == v, d.values() == d.values())
print(i == {(1, "a"), (2, "b"), (3, "c"), (4, "d")}, i == d.items(), {1: 1}.keys() == {1: 2}.keys(), {1: 1}.items() == {1: 2}.items())
print(k.isdisjoint([7, 8]), k.isdisjoint({1}), i.isdisjoint([]))
print(k.mapping, type(k.mapping), list(reversed(k)), list(reversed(i)))
attempt(lambda: k + k)
attempt(lambda: k[0])
attempt(lambda: v & v)
attempt(lambda: k & 5)
attempt(lambda: k < 5)
attempt(hash, k)
attempt(next, k)
attempt(lambda: type(k)())
attempt(lambda: k.mapping.__setitem__(1, 1))
print(type(k), type(v), type(i), type(iter(k)), type(iter(v)), type(iter(i)), type(reversed(d)), type(reversed(v)), type(reversed(i)))
e = {}
e["v"] = e.values()
print(e)
for n, (key, value) in enumerate(d.items()):
    print(n, key, value, end="; ")
print()
pairs = list(d.items())
print(pairs, pairs[0] is not pairs[1], [p for p in d.items() if p[0] > 2])
held = []
for p in d.items():
    held.append(p)
print(held)


def changing():
    for x in d.items():
        d[len(d) + 10] = 1


attempt(changing)
P = type.__dict__["__dict__"].__get__(dict)
print(type(P), "get" in P, type(P) is type(k.mapping), P.get("nothing"), {}.keys() == set())
