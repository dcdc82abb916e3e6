"""What copies, pickles, seeds and printing of library objects must not lose."""
import collections
import copy
import operator
import pickle
import pprint
import queue
import random


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs))[:200])
    except Exception as e:
        print(type(e).__name__, e)


for error in (OSError(1, "b"), OSError(1, "b", "c"), OSError(1, "b", "c", None, "d"), OSError("x"), FileNotFoundError(2, "b", b"c"), ImportError("m"),
              ImportError("m", name="n"), ImportError("m", name="n", path="p"), ModuleNotFoundError("m", path="p"), KeyError(1, 2)):
    error.extra = [1]
    for again in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error, 0)), pickle.loads(pickle.dumps(error, 4))):
        print(repr(again), again.args, again.extra, [getattr(again, name, "-") for name in ("errno", "strerror", "filename", "filename2", "name", "path", "msg")])
    print(error.__reduce__()[1:])


print([pickle.dumps(kind, 2) for kind in (FileNotFoundError, PermissionError, TimeoutError, ModuleNotFoundError, RecursionError, BlockingIOError)])


class Held:
    def get(self, *args, **kwargs):
        return args, kwargs


for caller in (operator.methodcaller("get"), operator.methodcaller("get", 1, 2), operator.methodcaller("get", k=1), operator.methodcaller("get", 3, a=1, b=[2])):
    print([pickle.loads(pickle.dumps(caller, p))(Held()) for p in range(5)], copy.copy(caller)(Held()), [type(part).__name__ for part in caller.__reduce__()])

for seed in ("nofar", "rachel", "", b"nofar", b"\x00\x20\xf0", "é\u20ac", 17, -3, 1.5):
    for version in (1, 2):
        g = random.Random()
        g.seed(seed, version=version)
        print(seed, version, g.random(), g.gauss(0, 1))
random.seed("the quick brown fox", version=1)
print(random.random(), random.randrange(10**9))
state = random.getstate()
for bad in ((1, None, None), (2, None, None), (2, (1, 2, 3), None), (3, ("a",) * 625, None), (3, (0,) * 624 + ("a",), None), (3, (0,) * 624 + (625,), None)):
    t(random.setstate, bad)
random.setstate((2, tuple(x - 2**32 for x in state[1][:-1]) + state[1][-1:], None))
print(random.random())
random.setstate(state)
print(random.random())

for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = make() if make is queue.SimpleQueue else make(2)
    t(q.put, 1, timeout=-1)
    t(q.put, 1, timeout=1)
    t(q.get, timeout=-1)
    t(q.get, False, -1)
    t(q.get, timeout=0.001)

names = {word: len(word) for word in "the quick brown fox jumped over a lazy dog and again".split()}
for value in (collections.ChainMap(names), collections.ChainMap(names, {}, {"x": names}), collections.ChainMap(), collections.UserDict(names),
              collections.UserList(list(names) * 2), collections.UserString(" ".join(names) * 2), [collections.UserString("a b " * 30)],
              {"k": collections.UserList(names)}):
    pprint.pprint(value, width=40)
    pprint.pprint(value, width=40, indent=4, depth=1)
    pprint.pprint(value)
