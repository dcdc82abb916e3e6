# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""compile: its flags, what it inherits from the code that calls it, and every argument that it refuses; text given as buffers."""
from __future__ import annotations

import __future__
import array
import pathlib
import sys
import warnings

warnings.simplefilter("always")


def tell(*arguments, **keywords):
    try:
        code = compile(*arguments, **keywords)
        print("compiled", code.co_filename.encode("utf-8", "surrogateescape"), hex(code.co_flags))
    except BaseException as error:
        print(type(error).__name__, error)


def inherited(parameter: int): pass


# what was imported from __future__ holds for the text that is compiled here
print(hex(inherited.__code__.co_flags), inherited.__annotations__, hex(sys._getframe().f_code.co_flags))
text = "def f(x: y): pass\nprint(f.__annotations__)"
exec(text)
exec(compile(text, "", "exec"))
exec("exec(text)")
for code in compile(text, "", "exec", dont_inherit=True), compile(text, "", "exec", 0, 1):
    try:
        exec(code)
    except NameError as error:
        print(error)
exec(compile(text, "", "exec", __future__.annotations.compiler_flag, True))
print(eval("(lambda: 0).__code__.co_flags"), hex(compile("1", "", "eval", 0x10).co_flags), hex(compile("1", "", "eval", 0x10, True).co_flags))

for feature in __future__.all_feature_names:
    if feature != "barry_as_FLUFL":
        flag = getattr(__future__, feature).compiler_flag
        print(feature, hex(compile("1", "f", "exec", flag, True).co_flags))

tell("1", "f", "exec", 1 << 25)
tell("1", "f", "exec", 1 << 30)
tell("1", "f", "exec", 1 << 31)
tell("1", "f", "exec", -1)
tell("1", "f", "exec", "a")
tell("1", "f", "exec", 1.5)
tell("1", "f", "exec", 0x1000)
tell("1", "a", "exec", 0, "x")
tell("1", "a", "exec", 0, [])
tell("1", "a", "exec", 0, 0, 3)
tell("1", "a", "exec", 0, 0, -2)
tell("1", "a", "exec", 0, 0, "")
tell("1", "a", "exec", _feature_version=3)
tell("1", "a", "exec", _feature_version="a")
tell("a", "a", "func_type")
tell("a", "a", "none")
tell("a", "a", "exec\0")
tell("a", "a", b"exec")
tell("a", 5, "exec", "x")
tell("1")
tell()
tell("1", "2")
tell("1", "2", 3)
tell(1, 2, 3)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


tell("1", pathlib.Path("x/y"), "exec")
tell("1", Path("p"), "exec")
tell("1", Path(b"p"), "exec")
tell("1", Path(4), "exec")
tell("1", b"x\xff", "exec")
tell("1", bytearray(b"x"), "exec")
tell("1", memoryview(b"xy")[:1], "exec")
tell("1", 5, "exec")
tell("1", None, "exec")
tell("1", "a\0b", "exec")
tell("1", b"a\0b", "exec")

# text
tell(memoryview(b"1"), "f", "exec")
tell(array.array("B", b"1"), "f", "exec")
tell(memoryview(b"1x1")[::2], "f", "eval")
tell(memoryview(b"1 x 1")[:1], "f", "eval")
tell(array.array("i", [49]), "f", "exec")
tell(bytearray(b"1 +"), "f", "eval")
tell(None, "f", "exec")
released = memoryview(b"1")
released.release()
tell(released, "f", "exec")
for source in memoryview(b" \t1+1"), array.array("B", b"2+2"), bytearray(b"3"), 5, None, memoryview(b"1\0"), "\udc80", released, "", "  ":
    for function in eval, exec:
        try:
            print(function(source))
        except BaseException as error:
            print(type(error).__name__, error)


# a warning's hook that changes what is compiled
def change(*arguments):
    source[:] = b"x"


warnings.showwarning = change
source = bytearray(b"print('\\d') if 1 is 1 else 0" + b" " * 100)
exec(source)
print(source)
