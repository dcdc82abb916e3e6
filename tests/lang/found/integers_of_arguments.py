"""Integers that are arguments: the C type that CPython reads each into is told where it is too large, and what is no integer is refused."""
import array
import bisect
import io
import re
import struct

BIG, WIDE = 10**30, 2**31  # beyond ssize_t, beyond int


class Count:
    def __index__(self):
        return 3


def tell(expression):
    try:
        print(expression, "=", eval(expression))
    except Exception as error:
        print(expression, "!", type(error).__name__, error)


for expression in """
[1].__mul__("a") | [1].__rmul__(1.5) | [1].__imul__(None) | "a".__mul__("b") | b"a".__rmul__([]) | (1,).__mul__("a") | bytearray(b"a").__imul__("a") | [1].__mul__(Count())
[1].__mul__(BIG) | "x" * BIG | "x"[BIG] | iter([1]).__setstate__("a") | iter((1,)).__setstate__(BIG) | chr(WIDE) | chr(1.0) | (1).to_bytes(BIG, "big") | open(BIG)
memoryview(b"a").cast("B", ["a"]) | memoryview(b"a").cast("B", [0]) | memoryview(b"a").cast("B", [BIG]) | bisect.bisect([1], 2, BIG) | bisect.bisect([1], 2, 0, BIG)
re.compile("a").match("b", BIG) | re.compile("a").match("b", 0, -BIG) | io.BytesIO(b"a").readlines("a") | io.BytesIO(b"a").readlines(BIG) | struct.pack_into("i", bytearray(4), BIG, 1)
array.array("b", [BIG]) | array.array("b", [128]) | array.array("b", [40000]) | array.array("B", [-1]) | array.array("B", [40000]) | array.array("B", [-BIG]) | array.array("h", [40000])
array.array("h", [BIG]) | array.array("H", [-1]) | array.array("H", [10**10]) | array.array("H", [-BIG]) | array.array("i", [WIDE]) | array.array("i", [-BIG]) | array.array("I", [2**32])
array.array("I", [-1]) | array.array("I", [2**64]) | array.array("I", [-BIG]) | array.array("l", [2**63]) | array.array("L", [-1]) | array.array("L", [2**64]) | array.array("q", [BIG])
array.array("Q", [-1]) | array.array("Q", [2**64]) | array.array("u", [1]) | array.array("u", ["ab"]) | array.array("I", [Count()]) | struct.pack("P", -1) | struct.pack("P", BIG)
""".replace("\n", " | ").strip(" |").split(" | "):
    tell(expression)
