"""textwrap, pprint, reprlib, keyword, getopt, copyreg, errno, timeit, platform."""
import collections
import copyreg
import dataclasses
import errno
import getopt
import keyword
import os
import platform
import pprint
import random
import reprlib
import textwrap
import timeit
import types

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

random.seed(3)
text = "Hello there -- you goof-ball, use the -b option! A well-known-word (see e.g. foo.bar) --- and\tmore.  It ended. Did it? Yes. " * 2
for width in (1, 5, 10, 17, 30, 45, 70, 100):
    print(width, textwrap.wrap(text, width))
    for options in ({"break_long_words": False}, {"break_on_hyphens": False}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"max_lines": 2},
                    {"drop_whitespace": False}, {"fix_sentence_endings": True}, {"expand_tabs": False, "replace_whitespace": False}):
        attempt(lambda: textwrap.wrap(text, width, **options))
words = ["a", "bb", "it's", "x-y", "--", "f(a-b)", "longer", "ünïcode-wörd", "1-2", "self-ref-erential", "e.g.", "don't--stop", "\n", "\t"]
for _ in range(60):
    line = " ".join(random.choice(words) for _ in range(random.randrange(1, 25)))
    print(textwrap.wrap(line, random.randrange(3, 25)), textwrap.shorten(line, 20))
print(textwrap.fill("one two three", 7), textwrap.shorten("Hello  world!", 12), textwrap.shorten("Hello world", 10, placeholder="..."))
print(repr(textwrap.dedent("\n    a\n      b\n   \n    c\n")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("   x\n  y\n")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))
attempt(lambda: textwrap.wrap("x", 0))
attempt(lambda: textwrap.wrap("x", 3, max_lines=1))

@dataclasses.dataclass
class Point:
    x: int
    name: str
    rest: list

class Weird(dict):
    pass

numbers = list(range(40))
nested = {"list": numbers, "tuple": ("a" * 30, "b" * 30, "c" * 30), "set": set(numbers[:30]), "frozen": frozenset(["x" * 20, "y" * 30, "z" * 40]), "one": ("x" * 90,),
          "text": "the quick brown fox jumped over the lazy dogs " * 4, "bytes": bytes(range(60)), "deep": {"a": {"b": {"c": ["d" * 30, "e" * 50]}}}, "empty": [[], {}, (), set()]}
pprint.pprint(nested)
pprint.pprint(nested, width=40, compact=True)
pprint.pprint(nested, indent=4, depth=2)
pprint.pprint(nested, sort_dicts=False, width=120)
pprint.pp({"b": 1, "a": 2})
pprint.pprint({1: 2, "x": 3, None: 4, (1, 2): 5})
loop = [1, 2]
loop.append(loop)
print(pprint.pformat(loop).replace(str(id(loop)), "ID"), pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "x"]), pprint.saferepr(["x", {1: 2}]))
pprint.pprint(collections.OrderedDict((i, "v" * 10) for i in range(8)))
pprint.pprint(collections.Counter("abracadabra" * 3), width=20)
pprint.pprint(collections.defaultdict(list, {i: [i] * 10 for i in range(5)}))
pprint.pprint(collections.deque(range(40), maxlen=50))
pprint.pprint(collections.deque(range(40)))
pprint.pprint(Point(1, "n" * 50, list(range(30))))
pprint.pprint(types.SimpleNamespace(a="x" * 40, b="y" * 40))
pprint.pprint(Weird(a=1), width=1)
pprint.pprint("one line\ntwo lines\n" * 5, width=30)
pprint.pprint(["a b c d " * 12, b"abc" * 40, bytearray(b"xyz" * 30)], width=50)
pprint.pprint([1234567, 10 ** 12], underscore_numbers=True)
for _ in range(40):
    def build(depth):
        kind = random.randrange(7) if depth else random.randrange(3)
        if kind == 0: return random.randrange(10 ** random.randrange(1, 12))
        if kind == 1: return "".join(random.choice("ab c\n'") for _ in range(random.randrange(30)))
        if kind == 2: return random.choice([None, True, 1.5, b"xy", -3])
        size = random.randrange(7)
        if kind == 3: return [build(depth - 1) for _ in range(size)]
        if kind == 4: return tuple(build(depth - 1) for _ in range(size))
        return {random.choice("abcdefgh") * random.randrange(1, 9): build(depth - 1) for _ in range(size)}
    value = build(4)
    for options in ({}, {"width": 30}, {"width": 50, "compact": True, "indent": 3}, {"depth": 2}):
        pprint.pprint(value, **options)
for bad in (lambda: pprint.pformat(1, indent=-1), lambda: pprint.pformat(1, width=0), lambda: pprint.pformat(1, depth=0)):
    attempt(bad)

print(reprlib.repr(numbers), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(numbers)), reprlib.repr(10 ** 100), reprlib.repr((1,)), reprlib.repr(collections.deque(numbers)), reprlib.repr(frozenset([1])))
deep = reprlib.Repr()
deep.maxlevel, deep.maxlist = 2, 3
print(deep.repr([[[[1]]], {}, {1: {2: {3: 4}}}, 4, 5]), deep.repr([set(), ()]))

class Chain:
    def __init__(self): self.next = self
    @reprlib.recursive_repr("<again>")
    def __repr__(self): return "Chain(%r)" % (self.next,)
print(Chain(), Chain.__repr__.__name__)
print(keyword.iskeyword("for"), keyword.iskeyword("For"), keyword.kwlist, keyword.softkwlist[1:], keyword.issoftkeyword("match"))
print(getopt.getopt(["-a", "1", "-bc", "--long", "--value=3", "--val", "4", "x", "-d"], "a:bcd", ["long", "value="]), getopt.gnu_getopt(["x", "-a", "y", "--", "-b"], "ab"))
for args in (["-x"], ["-a"], ["--nope"], ["--lo"], ["--value"], ["--long=3"]):
    attempt(lambda: getopt.getopt(args, "a:", ["long", "longer", "value="]))
print(errno.ENOENT, errno.errorcode[13], errno.EAGAIN == errno.EWOULDBLOCK, errno.ETIMEDOUT)
copyreg.pickle(Chain, lambda c: (Chain, ()))
import copy
print(copy.copy(Chain()), copyreg.dispatch_table[complex](1 + 2j), copyreg.__newobj__(int, 5))
calls = []
print(timeit.timeit("calls.append(1)", number=7, globals=globals()) >= 0, len(calls), len(timeit.repeat(lambda: calls.append(2), "pass", repeat=2, number=3)), len(calls), timeit.Timer("x += 1", "x = 1").timeit(5) >= 0)
attempt(lambda: timeit.Timer(3))
print(platform.system(), platform.machine() == os.uname().machine, platform.python_version()[:4], platform.architecture(), platform.uname().system, platform.python_version_tuple()[:2], platform.processor())
