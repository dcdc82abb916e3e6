"""Two refusals of a builtin type's attributes: that of a field, that of something computed."""
import functools
import re
import sys
import types
import weakref


def function():
    yield


def trace():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e.__traceback__


class Slotted:
    __slots__ = ("a",)


async def coroutine():
    pass


waiting = coroutine()
waiting.close()
objects = [function, function.__code__, sys._getframe(), trace(), property(), staticmethod(function), classmethod(function), function(), waiting,
           slice(1), range(3), 1j, super(Slotted), Slotted.a, int.__add__, (1).__add__, list[int], int | str, functools.partial(function), 1, 1.5,
           re.compile("a"), re.match("a", "a"), weakref.ref(function), Slotted, object, sys.version_info]
members = "start stop step real imag numerator args func keywords fget fset fdel __func__ __wrapped__ __self__ __objclass__ __name__ __qualname__ " \
    "__thisclass__ __mro__ __base__ __flags__ pattern flags groups groupindex pos endpos re string lastindex __callback__ __origin__ __args__ " \
    "__parameters__ co_name co_flags co_varnames co_firstlineno tb_frame tb_lasti tb_lineno f_code f_back gi_code gi_frame cr_code cr_await " \
    "__globals__ __closure__ major".split()
for each in objects:
    for name in members:
        if name in type(each).__dict__:
            for value in ("x", None):
                try:
                    setattr(each, name, value)
                    print(type(each).__name__, name, "is set")
                except (AttributeError, TypeError) as e:
                    print(type(each).__name__, name, type(e).__name__, e)
print([kind.__itemsize__ for kind in (tuple, int, bool, bytes, str, list, type, object)])
try:
    proxy = types.MappingProxyType({})
    proxy |= {1: 2}
except TypeError as e:
    print(e)
for arguments in ((), (1,), (1, 2), (1, 2, 3)):
    try:
        print(property().__set_name__(*arguments))
    except TypeError as e:
        print(e)
print(str.maketrans.__qualname__, bytes.maketrans.__qualname__, str.maketrans.__self__)
