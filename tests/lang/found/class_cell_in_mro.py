"""The metaclass's mro() may call methods that know their class; __classcell__ and __qualname__ as slots."""


class Asking(type):
    def mro(cls):
        print(cls.__dict__["which"](None) is cls, "__classcell__" in cls.__dict__)
        return super().mro()


class Asked(metaclass=Asking):
    def which(self):
        return __class__


class Slots:
    __slots__ = ["__classcell__", "__qualname__"]

    def which(self):
        return __class__


print(type(Slots.__dict__["__classcell__"]).__name__, Slots().which())


class Failing(type):
    def mro(cls):
        raise ValueError(cls.__name__)


try:
    class Failed(metaclass=Failing):
        def which(self):
            return __class__
except ValueError as e:
    print(e)


class Alias(type(list[int])):
    pass


print(Alias(list, int), Alias(list, (int,)) == list[int], type(Alias(list, int)), isinstance(Alias(list, int), type(list[int])))
namespace = {}
exec("", namespace)
print(type(namespace["__builtins__"]), namespace["__builtins__"]["len"] is len, type(__builtins__))
for made in (lambda: "ab" * 2**63, lambda: "ab" * 2**62, lambda: b"ab" * 2**62, lambda: bytearray(b"ab") * 2**62, lambda: [1, 2] * 2**62,
             lambda: float.__getformat__(1), lambda: float.__getformat__("x")):
    try:
        made()
    except (OverflowError, MemoryError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
part = b"abcdef"
print(part * 1 is part, 1 * part is part, bytearray(part) * 1)
