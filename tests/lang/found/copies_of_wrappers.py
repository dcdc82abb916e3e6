"""Copies of UserDict, UserList and what cannot be copied; ChainMap with dict; OrderedDict's methods; abstract asynchronous generators."""
import collections
import collections.abc
import copy
import pickle


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, str(e)


for wrapped in (collections.UserDict({1: [2]}), collections.UserList([[1], 2])):
    wrapped.mark = [3]
    for make in (copy.copy, type(wrapped).copy, copy.deepcopy):
        made = make(wrapped)
        print(made, getattr(made, "mark", None), made.data is wrapped.data, getattr(made, "mark", None) is wrapped.mark)


class Sub(collections.UserDict):
    pass


sub = Sub(a=1)
sub.mark = 2
print(sub.copy().mark, sub.copy().data is sub.data, type(sub.copy()).__name__)
text = collections.UserString("a%s")
print("%s-%s" % text if False else text % "b", "x%s" % collections.UserString("y"), text.__rmod__("<%s>"), text.encode(None, None), complex(collections.UserString("1j")),
      text.maketrans("a", "b"), text.__getnewargs__(), type(collections.UserString(text).data))

chain = collections.ChainMap({"a": 1}, {"b": 2, "a": 0})
print({"c": 3} | chain, chain | {"c": 3}, chain | chain, attempt(lambda: chain | 1), attempt(lambda: [] | chain))
chain |= {"d": 4}
print(chain.maps)


class Missing(collections.OrderedDict):
    def __missing__(self, key):
        return 0


ordered = Missing(a=1)
print(ordered["x"], ordered.pop("b", 5), ordered.pop("a", 6), ordered.pop("a", default=7), attempt(ordered.pop, "a"))
print(ordered.setdefault("g", default=9), ordered.setdefault("h"), ordered)


class Slotted(collections.OrderedDict):
    __slots__ = ("x", "y")


slotted = Slotted(a=1)
slotted.x = [1]
print(slotted.__reduce__()[2], copy.copy(slotted).x is slotted.x, copy.deepcopy(slotted).x, attempt(lambda: copy.copy(slotted).y))


class NoReduction:
    def __getattribute__(self, name):
        if name.startswith("__reduce"):
            raise AttributeError(name)
        return object.__getattribute__(self, name)


print(attempt(copy.copy, NoReduction()), attempt(copy.deepcopy, NoReduction()))
for atom in (1j, len, (lambda: 0).__code__, range(3), int):
    print(copy.copy(atom) is atom, copy.deepcopy(atom) is atom)


class Minimal(collections.abc.AsyncGenerator):
    async def asend(self, value):
        return ["sent", value]

    async def athrow(self, typ, val=None, tb=None):
        await super().athrow(typ, val, tb)


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except Exception as e:
        return type(e).__name__, str(e)


generator = Minimal()
print(run(generator.__anext__()), run(generator.asend(1)), run(generator.athrow(ValueError)), run(generator.athrow(ValueError, ValueError("why"))), run(generator.aclose()))
