import functools
from functools import *

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 10), reduce(max, "hello"))
for bad in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(max), lambda: partial(), lambda: partial(5), lambda: cmp_to_key(), lambda: lru_cache("x")):
    attempt(bad)
def f(*args, **kwargs):
    "doc of f"
    return args, kwargs
p = partial(f, 1, x=2)
print(p(), p(3, y=4), p(x=5), p.func is f, p.args, p.keywords, partial(p, 9, z=1)(), type(partial(p, 1).func).__name__, partial(int, base=2)("101"))
p.attribute = 7
print(p.attribute, p.__dict__, repr(partial(max, 1, key=len)), [*map(partial(pow, 2), range(5))])
class A:
    half = partialmethod(f, "h")
    def method(self, a, b): return (a, b)
    one = partialmethod(method, 1)
print(A().one(2), A().half(3)[0][1:])
def deco(fn):
    @wraps(fn)
    def inner(*a): return fn(*a)
    return inner
@deco
def g(x: int) -> str:
    "doc of g"
    return x
print(g.__name__, g.__doc__, g.__wrapped__.__name__, g.__annotations__, g.__qualname__, g.__module__, g(5))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2))
calls = []
@lru_cache(maxsize=2)
def sq(x, y=0):
    calls.append(x)
    return x * x + y
print([sq(i) for i in (1, 2, 1, 3, 1, 2, 2)], calls, sq.cache_info(), sq.__name__, sq.cache_parameters())
sq(1, y=2); sq(1, 2); print(sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.__wrapped__(3))
@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())
@cache
def t(x): return type(x).__name__
print(t(1), t(1.0), t(True), t("a"), t.cache_info())
@lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
@lru_cache
def plain(x): return x
plain(1); plain(1); print(plain.cache_info())
@lru_cache(0)
def none(x): return x
none(1); none(1); print(none.cache_info())
attempt(lambda: plain([]))
@lru_cache(5)
def boom(x): raise ValueError(x)
attempt(lambda: boom(1)); attempt(lambda: boom(1)); print(boom.cache_info())
class C:
    def __init__(self, v): self.v = v
    @lru_cache(10)
    def m(self, x): return self.v + x
    @cached_property
    def expensive(self):
        print("computing")
        return self.v * 10
    @staticmethod
    @lru_cache
    def s(x): return x + 1
c = C(5)
print(c.m(1), c.m(1), C.m.cache_info(), c.expensive, c.expensive, c.__dict__, C.s(1), c.s(1), C.s.cache_info())
del c.expensive
print(c.expensive)
for i in range(1000):
    sq(i % 7)
print(sq.cache_info())
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) >= V(1), V(1) > V(1))
for root in ("__le__", "__gt__", "__ge__"):
    ns = {"__init__": V.__init__, "__eq__": lambda s, o: s.v == o.v, root: {"__le__": lambda s, o: s.v <= o.v, "__gt__": lambda s, o: s.v > o.v, "__ge__": lambda s, o: s.v >= o.v}[root]}
    W = total_ordering(type("W", (), ns))
    print(root, [(W(a) < W(b), W(a) <= W(b), W(a) > W(b), W(a) >= W(b)) for a, b in ((1, 2), (2, 2), (3, 2))])
attempt(lambda: total_ordering(type("X", (), {})))
@singledispatch
def show(x): return "object"
@show.register(int)
def _(x): return "int"
@show.register
def _(x: str): return "str"
@show.register(list)
@show.register(tuple)
def _(x): return "sequence"
print(show(1), show(True), show("a"), show([]), show(()), show(1.5), show.dispatch(bool)(1), sorted(c.__name__ for c in show.registry))
attempt(lambda: show())
class Sd:
    @singledispatchmethod
    def neg(self, x): return "?"
    @neg.register
    def _(self, x: int): return -x
    @neg.register
    def _(self, x: bool): return not x
print(Sd().neg(5), Sd().neg(True), Sd().neg("a"))


# Dispatch on abstract classes; what hashes how often; partials of partials; dictionaries of their own.
import collections.abc
import copy
import pickle
import types
import typing


@functools.singledispatch
def kind_of(x):
    return "object"


kind_of.register(collections.abc.Sized, lambda x: "sized")
kind_of.register(collections.abc.Set, lambda x: "set")
kind_of.register(collections.abc.Iterable, lambda x: "iterable")


class Sizes:
    def __len__(self):
        return 0


class SizesAndIterates(Sizes):
    def __iter__(self):
        return iter(())


class ExplicitlySized(collections.abc.Sized):
    def __len__(self):
        return 0


class Late:
    pass


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, str(e)


print([attempt(kind_of, x) for x in (1, Sizes(), SizesAndIterates(), ExplicitlySized(), set(), frozenset(), {}, [], Late())])
collections.abc.Set.register(Late)
print(kind_of(Late()), kind_of.dispatch(Late) is kind_of.registry[collections.abc.Set])


class P(collections.abc.Iterable, collections.abc.Sized):
    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


print(attempt(kind_of, P()))
for argument in (1, list[int], int | None, typing.Union[int, list[int]], typing.List[float], "int"):
    print(attempt(kind_of.register, argument), attempt(kind_of.register, argument, lambda x: 0))


def wrong(arg: list[int]):
    pass


def wrong_union(arg: int | list[int]):
    pass


def right(arg: int | float):
    return "number"


print(attempt(kind_of.register, wrong), attempt(kind_of.register, wrong_union), kind_of.register(right) is right, kind_of(1), kind_of(1.5), kind_of(True))

hashed = []


class Hashed:
    def __hash__(self):
        hashed.append(1)
        return 5


for options in ({"maxsize": 1}, {"maxsize": None}, {"maxsize": 1, "typed": True}, {"maxsize": 0}):
    @functools.lru_cache(**options)
    def cached(x, y=0):
        return x

    hashed.clear()
    thing = Hashed()
    for arguments in ((thing,), (thing,), (6,), (thing, 1), (thing, 1), (1, 1)):
        cached(*arguments)
        print(len(hashed), end=" ")
    print()


@functools.cache
def remembered(x):
    return x


print(pickle.loads(pickle.dumps(remembered)) is remembered, copy.copy(remembered) is remembered, remembered.__reduce__())


class Partial(functools.partial):
    pass


inner = Partial(print, 1, a=2)
print(functools.partial(inner, 3).func is print, functools.partial(inner, 3).args)
inner.mark = 5
print(functools.partial(inner, 3).func is inner, inner.__dict__, copy.copy(inner).mark, copy.deepcopy(inner).mark, pickle.loads(pickle.dumps(inner)).mark)
plain = functools.partial(print)
plain.__setstate__((print, (1,), {"a": 2}, {"mark": []}))
print(plain.__dict__, copy.copy(plain).keywords is plain.keywords)
for how in (lambda: delattr(plain, "__dict__"), lambda: setattr(plain, "__dict__", 1)):
    print(attempt(how))
plain.__setstate__((print, (), {}, None))
print(plain.__dict__)


class Methods:
    def method(self, *args):
        return args

    both = functools.partialmethod(method, 1)


print(Methods.both._partialmethod.args, functools.partialmethod[int])
bound = classmethod(lambda cls: cls)


class Bound:
    at_once = functools.partialmethod(classmethod(lambda cls, x: x), 2)


print(Bound.at_once(), Bound.at_once.__self__ is Bound)


class Meta(type):
    @functools.cached_property
    def computed(self):
        return 1


class Made(metaclass=Meta):
    pass


print(attempt(lambda: Made.computed))


@functools.total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value


print(Ordered.__gt__.__name__, Ordered.__gt__.__qualname__, pickle.loads(pickle.dumps(Ordered.__ge__)) is Ordered.__ge__)
