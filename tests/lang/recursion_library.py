# What the library does by recursion ends in RecursionError, too, and the program goes on.
import copy
import functools
import re


def attempt(name, use):
    try:
        use()
        print(name, "fine")
    except RecursionError:
        print(name, "RecursionError")


def nest(make, n=20000):
    x = make(None)
    for _ in range(n):
        x = make(x)
    return x


class Link:
    def __init__(self, next):
        self.next = next


for name, make in (("list", lambda x: [x]), ("tuple", lambda x: (x,)), ("dict", lambda x: {1: x}), ("instance", Link)):
    x = nest(make)
    attempt("deepcopy of a deep " + name, lambda: copy.deepcopy(x))
    attempt("copy of a deep " + name, lambda: copy.copy(x))
    attempt("deepcopy of a shallow " + name, lambda: copy.deepcopy(nest(make, 20)))

class Base:
    def m(self, n):
        return n


class Middle(Base):
    def m(self, n):
        return super().m(n) if n < 0 else self.m(n + 1)


attempt("super", lambda: Middle().m(0))
chain = Base
for _ in range(300):
    chain = type("Chain", (chain,), {})
    def m(self, n, __class__=chain):
        return super(__class__, self).m(n + 1)
    chain.m = m
print(chain().m(0), len(chain.__mro__))
attempt("__getattribute__", lambda: type("G", (), {"__getattribute__": lambda self, name: getattr(self, name)})().x)
attempt("__class_getitem__", lambda: type("I", (), {"__class_getitem__": classmethod(lambda cls, key: cls[key])})[0])
attempt("cached", lambda: functools.lru_cache()(f := lambda n: g(n + 1))(0) if (g := lambda n: f(n)) else 0)
attempt("groups", lambda: re.compile("(?:" * 20000 + ")" * 20000))
attempt("match of a long text", lambda: re.match("(?:a|b)*c", "ab" * 50000))
attempt("match of a long text, again", lambda: re.fullmatch("(a|b)*", "ab" * 50000).end() == 100000)
attempt("repr of a deep exception", lambda: repr(nest(ValueError)))
attempt("hash of a deep tuple", lambda: hash(nest(lambda x: (x,))))
attempt("isinstance of few", lambda: isinstance(1, nest(lambda x: (x or int,), 500)))
attempt("issubclass", lambda: issubclass(str, nest(lambda x: (x or int,))))
attempt("isinstance", lambda: isinstance(1, nest(lambda x: (x or int,))))
attempt("max", lambda: max([nest(lambda x: [x])] * 2, [nest(lambda x: [x])] * 2))
attempt("partial", lambda: nest(lambda f: functools.partial(f or int), 20000)())
attempt("isinstance with unions", lambda: isinstance("", int | str | list))
