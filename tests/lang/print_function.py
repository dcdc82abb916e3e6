"""print: separators, ends, files, errors; sys.stdout replaced."""
import sys


def attempt(function, *args, **kw):
    try:
        print(function(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)


print()
print(1, 2.5, "a", None, True, [1, "x"], (1,), {"k": 'v'}, 10**30, -7, 0, b"bytes")
print("a", "b", sep="")
print("a", "b", sep="--", end="|\n")
print("a", "b", sep=None, end=None)
print(*range(5), sep=", ")
print("é", "€", "\U0001f600", "nul\0byte")
print("x" * 100000)
attempt(print, sep=5)
attempt(print, end=5)
attempt(print, foo=1)
attempt(print, 1, file=5)
print("flushed", flush=True)
print("to file", file=sys.stdout)
print("none", file=None)
print("error output", file=sys.stderr)


class Writer:
    def __init__(self):
        self.parts = []
        self.flushed = 0

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.flushed += 1


w = Writer()
print(1, "two", [3], file=w)
print(sep="", end="", file=w, flush=True)
print("a", "b", sep="-", end="!", file=w)
print(w.parts, w.flushed)
old = sys.stdout
sys.stdout = w
print("captured", 5)
sys.stdout = old
print(w.parts[-4:])


class Str:
    def __str__(self):
        return "str of Str"

    def __repr__(self):
        return "repr of Str"


class BadStr:
    def __str__(self):
        raise ValueError("cannot")


class NotStr:
    def __str__(self):
        return 5


print(Str(), [Str()], f"{Str()} {Str()!r}", str(Str()))
attempt(print, "before", BadStr())
attempt(print, NotStr())


class S(str):
    def __str__(self):
        return "overridden"


print(S("raw"), S("raw") + "!", [S("raw")])
print(sys.stdout.write("written\n"))
attempt(print, "\ud800")
del sys.stdout
try:
    print("lost")
except RuntimeError as error:
    sys.stdout = old
    print(error)
