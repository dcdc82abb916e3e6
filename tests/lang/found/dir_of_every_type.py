"""A type that nothing was looked up in yet has its MRO, too: dir(io.BufferedReader) crashed, and type.mro(memoryview)."""
import array
import collections
import functools
import io
import itertools
import os
import random
import re
import struct
import sys
import time
import types
import weakref

print(type.mro(memoryview), sorted(type.__dir__(memoryview))[:3])


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


class Slots:
    __slots__ = ("a",)


def objects():
    waiting, many, some = coroutine(), async_generator(), {}
    yield from (waiting, waiting.__await__(), many, many.__anext__(), generator(), generator, generator.__code__)
    waiting.close()
    yield from (iter([]), iter(()), iter(some), some.keys(), some.values(), some.items(), iter(some.keys()), iter(some.values()), iter(some.items()))
    yield from (reversed(some), reversed(some.items()), reversed(some.values()), reversed([]), reversed(()), iter(""), iter("é"), iter(b""), iter(bytearray()))
    yield from (iter(range(3)), iter(range(10 ** 30)), iter(set()), enumerate([]), zip(), map(id, []), filter(id, []), iter(generator, 1))
    yield from ([].append, list.append, [].__add__, list.__add__, type.__dict__["__mro__"], Slots.__dict__["a"], Slots.__dict__, Slots().__init__)
    yield from (types.MappingProxyType({}), types.SimpleNamespace(), None, ..., NotImplemented, slice(1), property(), staticmethod(id), classmethod(id))
    yield from (super(Slots, Slots()), list[int], int | str, sys, sys.stdin, sys.stdin.buffer, sys.stdout, sys.stdout.buffer, sys.version_info, sys.flags)
    yield from (io.StringIO(), io.BytesIO(), re.compile(""), re.match("", ""), re.finditer("", ""), re.compile("").scanner(""))
    yield from (collections.deque(), iter(collections.deque()), reversed(collections.deque()), collections.defaultdict(), functools.partial(id))
    yield from (functools.cmp_to_key(id), functools.cmp_to_key(id)(1), functools.lru_cache(id), weakref.ref(Slots), array.array("b"), iter(array.array("b")))
    yield from (struct.Struct("b"), random.Random(), time.localtime(), os.environ, itertools.count(), itertools.tee([])[0], itertools.groupby([]))
    yield sys._getframe()
    try:
        1 / 0
    except ZeroDivisionError as error:
        yield from (error, error.__traceback__)


def subclasses(cls, found):
    if cls not in found:
        found[cls] = True
        for each in type.__subclasses__(cls):
            subclasses(each, found)


names = ["BufferedReader", "BufferedWriter", "TextIOWrapper", "StringIO", "BytesIO"]
kinds = dict.fromkeys([getattr(io, name) for name in names] + [type(each) for each in objects()])  # in order: a set would go by address
subclasses(object, kinds)
for kind in kinds:
    assert "__class__" in dir(kind) and kind.__mro__[0] is kind and kind.__mro__[-1] is object, kind
    assert isinstance(kind.__dict__, types.MappingProxyType) and not issubclass(kind, Slots) or kind is Slots
print("each has its MRO, dict and names")
