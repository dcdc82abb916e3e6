"""What small differences from CPython were: struct's errors, the order of weak references, fields and documentation of dataclasses, group names, gc.callbacks."""
import dataclasses
import gc
import re
import struct
import typing
import warnings
import weakref


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


for make in (lambda: struct.pack_into("<I", bytearray(10), -2, 123), lambda: struct.pack_into("<B", bytearray(10), -11, 123), lambda: struct.unpack_from("<I", bytearray(10), -2),
             lambda: struct.calcsize("\0"), lambda: struct.calcsize("2\0i"), lambda: struct.calcsize(b"\0"), lambda: struct.pack("i\0", 1), lambda: struct.calcsize("ié")):
    show(make)


class Ref(weakref.ref):
    pass


class Target:
    pass


target = Target()
kept = [Ref(target), weakref.ref(target), Ref(target), weakref.ref(target, print), weakref.proxy(target), weakref.ref(target, len), weakref.proxy(target, len)]
print([kept.index(each) if type(each) is not weakref.ProxyType else "proxy" for each in weakref.getweakrefs(target) if type(each) is not weakref.ProxyType])
print([type(each).__name__ for each in weakref.getweakrefs(target)], weakref.ref(target) is kept[1], weakref.proxy(target) is kept[4], weakref.getweakrefcount(target))
order = []
more = [weakref.ref(target, lambda ref, i=i: order.append(i)) for i in range(4)]
kept.clear()
del target
print(order)


class CalledAsDict(type):
    __call__ = dict


class Base(metaclass=CalledAsDict):
    pass


@dataclasses.dataclass
class Derived(Base):
    pass


print(repr(dataclasses.field(default=1, repr=False)).partition("default_factory")[0], repr(dataclasses.field()).partition("init=")[2].partition("kw_only")[0], Derived.__doc__)
show(lambda: typing.Annotated[typing.Unpack[typing.TypeVarTuple("Ts")], 1])

for pattern in b"(?P<\xc2\xb5>x)", b"(?P<a>x)(?P=\xc2\xb5)", b"(?(\xc2\xb5)y)", b"(?P<\xc2\xb5>x)(?(\xc2\xb5)y)", "(?P<1a>x)", "(x)(?( 1 )y)", "(x)(?(+1)y)":
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        show(lambda: re.compile(pattern).pattern)
        print(*[(str(each.message), each.filename == __file__) for each in given])
for pattern, template in ("()" * 10, r"\g<1_0>"), ("(?P<a>x)", r"\g< 1 >"), (b"(?P<a>x)", b"\\g<\xc2\xb5>"), ("(x)", r"\g<b>"):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        show(lambda: re.sub(pattern, template, "x" if isinstance(pattern, str) else b"x"))
        print(*[(str(each.message), each.filename == __file__) for each in given])

seen = []
gc.disable()
gc.callbacks.append(lambda phase, info: seen.append((phase, info["generation"], sorted(info))))
cycle = []
cycle.append(cycle)
gc.collect()
gc.collect(1)
gc.collect(0)
print(seen)


def failing(phase, info):
    raise ValueError(phase)


gc.callbacks[:] = [failing]
gc.collect(0)
gc.callbacks.clear()
