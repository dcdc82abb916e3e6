# Recursion in C: what is nested too deeply raises RecursionError, with CPython's message, wherever it is.
import json


def nest(make, n=20000):
    x = make(None)
    for _ in range(n):
        x = make(x)
    return x


def attempt(name, use):
    try:
        use()
        print(name, "fine")
    except RecursionError as error:
        print(name, error)


for kind, make in (("list", lambda x: [x]), ("tuple", lambda x: (x,)), ("dict", lambda x: {1: x})):
    x, y = nest(make), nest(make)
    attempt(kind + " repr", lambda: repr(x))
    attempt(kind + " str", lambda: str(x))
    attempt(kind + " fstring", lambda: f"{x}")
    attempt(kind + " percent", lambda: "%s" % [x])
    attempt(kind + " equal", lambda: x == y)
    attempt(kind + " in", lambda: x in [y])
    attempt(kind + " index", lambda: [y].index(x))
    attempt(kind + " short", lambda: repr(nest(make, 400)) and nest(make, 400) == nest(make, 400))
x, y = nest(lambda x: [x]), nest(lambda x: [x])
attempt("less", lambda: x < y)
attempt("sorted", lambda: sorted([x, y]))
attempt("max", lambda: max(x, y))
attempt("json", lambda: json.dumps(x))
attempt("loads", lambda: json.loads("[" * 20000 + "]" * 20000))
attempt("loads dict", lambda: json.loads('{"a":' * 20000 + "}" * 20000))


class Endless:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __call__(self):
        return self()

    @property
    def value(self):
        return self.value

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __iter__(self):
        return iter(self)

    def __len__(self):
        return len(self)

    def __bool__(self):
        return bool(self)

    def __hash__(self):
        return hash(self)

    def __getitem__(self, key):
        return self[key]

    def __add__(self, other):
        return self + other


e = Endless()
for name, use in (("__repr__", lambda: repr(e)), ("__eq__", lambda: e == e + 0 if 0 else e == 1), ("__call__", lambda: e()), ("property", lambda: e.value), ("__iter__", lambda: iter(e)),
                  ("__len__", lambda: len(e)), ("__bool__", lambda: bool(e)), ("__hash__", lambda: hash(e)), ("__getitem__", lambda: e[0]), ("__add__", lambda: e + 1)):
    try:
        use()
    except RecursionError as error:
        print(name, "RecursionError")
