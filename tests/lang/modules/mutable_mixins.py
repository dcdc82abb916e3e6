"""What the mixin methods of mutable collections call: an object that keeps something, or counts itself otherwise, is emptied as far as that tells."""
from collections.abc import MutableMapping, MutableSequence, MutableSet


def attempt(thunk):
    try:
        print("=", thunk())
    except Exception as e:
        print("=", type(e).__name__, e, e.__cause__)


class Logged:
    def __init__(self, items, kept=()):
        self.items_, self.kept = items, kept

    def log(self, *what):
        print(*what)

    def __len__(self):
        self.log("len")
        return len(self.items_) + len(self.kept)

    def __iter__(self):
        self.log("iter")
        return iter([*self.items_, *self.kept])

    def __contains__(self, key):
        self.log("contains", key)
        return key in self.items_


class Map(Logged, MutableMapping):
    def __getitem__(self, key):
        self.log("get", key)
        return self.items_[key]

    def __setitem__(self, key, value):
        self.log("set", key, value)
        self.items_[key] = value

    def __delitem__(self, key):
        self.log("del", key)
        del self.items_[key]


class Set(Logged, MutableSet):
    def add(self, value):
        self.log("add", value)
        self.items_.append(value)

    def discard(self, value):
        self.log("discard", value)
        if value in self.kept:
            raise KeyError(value)
        self.items_.remove(value)


class Sequence(Logged, MutableSequence):
    def __getitem__(self, index):
        self.log("get", index)
        return self.items_[index]

    def __setitem__(self, index, value):
        self.log("set", index, value)
        self.items_[index] = value

    def __delitem__(self, index):
        self.log("del", index)
        del self.items_[index]

    def insert(self, index, value):
        self.log("insert", index, value)
        self.items_.insert(index, value)


for kept in ((), ("k",)):
    made = Map({"a": 1, "b": 2}, kept)
    attempt(made.popitem)
    attempt(lambda: made.pop("none"))
    attempt(lambda: made.pop("none", 5))
    attempt(lambda: made.setdefault("c", 3))
    attempt(made.clear)
    attempt(made.popitem)
    made = Set([1, 2], kept)
    attempt(made.pop)
    attempt(lambda: made.remove(5))
    attempt(made.clear)
    attempt(made.pop)
    made = Sequence([1, 2, 3], kept)
    attempt(made.pop)
    attempt(made.reverse)
    attempt(lambda: made.remove(2))
    attempt(made.clear)
    attempt(made.pop)
