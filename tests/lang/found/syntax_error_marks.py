"""What the hook marks of a SyntaxError: its whole range; of a derived class one character, where the module traceback marks the range, too."""
import sys
import traceback


class Derived(SyntaxError):
    pass


class Named(SyntaxError):
    pass


Named.__name__ = Named.__qualname__ = "SyntaxError"

PLACES = [(2, 1, "print(1)\n", 2, 6), (2, 1, "print(1)\nabc\n", 3, 2), (2, 1, "print(1)\n", 3, 2), (2, 3, "  print(1)\nabc\n", 3, 2), (2, 3, "abc", 2, -1),
          (2, 4, "abc\n", 2, 9), (2, 0, "abc\n", 2, 0), (2, 2, "abc\n", 2, 0)]
for place in PLACES:
    for kind in SyntaxError, IndentationError, TabError, Derived, Named:
        error = kind("text", ("file", *place))
        sys.excepthook(kind, error, None)
        print(*traceback.format_exception(error), sep="", end="", file=sys.stderr)

for text in "if 1:\nprint(1)\n", "def f():\nreturn 5\n", "class A:\n'string'\n", "x\n  print(1)\n", "if 1:\n\tx\n        print\n", "print(1 abc)\n":
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        sys.excepthook(type(error), error, None)
compile("if 1:\nprint(1)\n", "text", "exec")
