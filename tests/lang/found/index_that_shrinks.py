"""__index__ that empties, or shortens, the container that is being indexed. What CPython reads from freed memory is in tests/trust/reentrance_program.py."""
import array
import collections


class Index:
    def __init__(self, container, number, keep=0):
        self.container, self.number, self.keep = container, number, keep

    def __index__(self):
        if isinstance(self.container, collections.deque):
            while len(self.container) > self.keep:
                self.container.pop()
        else:
            del self.container[self.keep:]
        return self.number


def attempt(what, make, action):
    for keep in 0, 3:
        for number in 0, 2, 5, -1, -4, -40, 40:
            container = make()
            try:
                result = action(container, Index(container, number, keep))
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            print(what, keep, number, result, container)


def assign(container, key, value):
    container[key] = value


def delete(container, key):
    del container[key]


def numbers():
    return [i * 1000 for i in range(50)]


KINDS = {
    "list": (numbers, lambda values: list(values)),
    "bytearray": (lambda: bytearray(range(50)), lambda values: bytes(v % 256 for v in values)),
    "array": (lambda: array.array("i", numbers()), lambda values: array.array("i", values)),
}

for name, (make, values) in KINDS.items():
    attempt(f"{name}[i]", make, lambda c, i: c[i])
    attempt(f"{name}[i:]", make, lambda c, i: c[i:])
    attempt(f"{name}[:i]", make, lambda c, i: c[:i])
    attempt(f"{name}[i:10:2]", make, lambda c, i: c[i:10:2])
    attempt(f"{name}[40:i:-3]", make, lambda c, i: c[40:i:-3])
    attempt(f"{name}[::i]", make, lambda c, i: c[::i])
    if name == "list":
        attempt("list[i] = v", make, lambda c, i: assign(c, i, 7))
    attempt(f"del {name}[i]", make, lambda c, i: delete(c, i))
    attempt(f"{name}[i:] = v", make, lambda c, i: assign(c, slice(i, None), values([1, 2, 3])))
    attempt(f"{name}[:i] = v", make, lambda c, i: assign(c, slice(None, i), values([1, 2, 3])))
    attempt(f"{name}[i:10:2] = v", make, lambda c, i: assign(c, slice(i, 10, 2), values([1])))
    attempt(f"{name}[40:i:-3] = v", make, lambda c, i: assign(c, slice(40, i, -3), values([1])))
    attempt(f"del {name}[i:]", make, lambda c, i: delete(c, slice(i, None)))
    attempt(f"del {name}[:i]", make, lambda c, i: delete(c, slice(None, i)))
    if name != "bytearray":
        attempt(f"del {name}[i:10:2]", make, lambda c, i: delete(c, slice(i, 10, 2)))
        attempt(f"del {name}[40:i:-3]", make, lambda c, i: delete(c, slice(40, i, -3)))
    attempt(f"{name}.insert", make, lambda c, i: c.insert(i, 7))
    attempt(f"{name}.pop", make, lambda c, i: c.pop(i))
    attempt(f"{name} * i", make, lambda c, i: len(c * i))
    attempt(f"i * {name}", make, lambda c, i: len(i * c))

attempt("list.index", numbers, lambda c, i: c.index(1000, i))
attempt("list.index end", numbers, lambda c, i: c.index(1000, 0, i))
attempt("array.index", KINDS["array"][0], lambda c, i: c.index(1000, i))
attempt("deque", lambda: collections.deque(numbers()), lambda c, i: c[i])
attempt("deque =", lambda: collections.deque(numbers()), lambda c, i: assign(c, i, 7))
attempt("deque.rotate", lambda: collections.deque(numbers()), lambda c, i: c.rotate(i))
attempt("deque *", lambda: collections.deque(numbers()), lambda c, i: len(c * i))


class Items:
    """Iterates over three numbers, and shortens the list first."""

    def __init__(self, container, keep):
        self.container, self.keep = container, keep

    def __iter__(self):
        del self.container[self.keep:]
        return iter([1, 2, 3])


for keep in 0, 3, 45:
    for part in slice(-3, None), slice(2, 4), slice(4, None), slice(40, 2), slice(None, -1):
        container = numbers()
        container[part] = Items(container, keep)
        print(keep, part, container)
for action in list.extend, list.__iadd__, lambda c, i: c.__setitem__(slice(None), i):
    container = numbers()
    action(container, Items(container, 2))
    print(container)
