# Found by another implementation's tests: objects with a tuple __bases__ serve as classes; registered classes match [] and {}.
import collections.abc


class Class:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


class Thing:
    def __init__(self, cls):
        self.cls = cls

    __class__ = property(lambda self: self.cls)


class Endless:
    @property
    def __bases__(self):
        return self.__bases__


a = Class()
b = Class(a)
print(issubclass(b, a), issubclass(a, b), issubclass(b, (int, a)), isinstance(Thing(b), a), isinstance(Thing(a), b), isinstance(3, a))
for test in (lambda: issubclass(1, a), lambda: issubclass(b, 1), lambda: isinstance(1, 2), lambda: issubclass(int, (str, 2)), lambda: isinstance(Thing(3), a),
             lambda: issubclass(b, int), lambda: issubclass(int, b), lambda: issubclass(Endless(), a)):
    try:
        print(test())
    except (TypeError, RecursionError) as error:
        print(type(error).__name__, error if isinstance(error, TypeError) else "")


def kind(subject):
    match subject:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class Sequence(collections.abc.Sequence):
    __getitem__ = None

    def __len__(self):
        return 2


class Parent:
    pass


class Child(Parent):
    pass


class Other:
    pass


class MutableMapping(collections.abc.MutableMapping):
    __getitem__ = __setitem__ = __delitem__ = __iter__ = None

    def __len__(self):
        return 0


print(kind(Sequence()), kind(MutableMapping()), kind(Child()), kind(Other()))
collections.abc.Sequence.register(Parent)
collections.abc.Mapping.register(Other)
print(kind(Parent()), kind(Child()), kind(Other()), kind(type("Late", (Child,), {})()))
print(hasattr(collections.abc.Sequence, "__abc_tpflags__"), kind("text"), kind(b""), kind(range(2)), kind({}.keys()))
