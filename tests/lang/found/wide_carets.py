"""Carets below lines with wide characters: each of them takes two columns, in tracebacks of the interpreter's own and of the module's."""
import sys
import traceback


def ｗｉｄｅ(*args):
    return 1/0


def by_keys():
    table = {"✨🚛✨": {"说明": {"🐍": {"说明": {"🐍🐍": "there"}}}}}
    return table["✨🚛✨"]["说明"]["🐍"]["说明"]["🐍"]


def over_lines():
    return "✨🐍" + ｗｉｄｅ("📗🚛",
                        "📗🚛") + "🐍"


def narrow():
    return "é" + ｗｉｄｅ("é")


def combining():
    x = "\u200b" + ｗｉｄｅ("é", 1) + 2


for function in by_keys, over_lines, narrow, combining:
    try:
        function()
    except Exception:
        print(traceback.format_exc())
        sys.excepthook(*sys.exc_info())
for place in (2, "abcdefg\n", 100), (2, "abcdefg", 100), (2, "é✨abcdefg\n", 9), (4, "   abcdefg\n", 12), (8, "abcdefg", 100):
    try:
        raise SyntaxError("made up", ("bad.py", 1, place[0], place[1], 1, place[2]))
    except SyntaxError:
        sys.__excepthook__(*sys.exc_info())


class Unshown(AttributeError):
    __str__ = None


class Named:
    bluch = 1


class Odd(Exception):
    pass


for error in Unshown("x", name="blech", obj=Named()), AttributeError("x", name="blech", obj=Named()), AttributeError("x", name=5, obj=Named()), NameError("x", name="prnt"):
    sys.__excepthook__(type(error), error, None)
for module in 5, None, "m", "builtins":
    Odd.__module__ = module
    print(traceback.format_exception_only(Odd, Odd("x")))
    sys.__excepthook__(Odd, Odd("y"), None)
over_lines()
