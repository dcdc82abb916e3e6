"""fileinput: lines of several files and of standard input."""
import fileinput
import io
import os
import pathlib
import sys
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, e)


def write(name, text):
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def content(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


write("one", "a\nb\n")
write("two", "")
write("three", "c\r\nd")
write("four", "é\n")
NAMES = ("filename", "lineno", "filelineno", "isfirstline", "isstdin")
for name in (*NAMES, "fileno", "nextfile"):
    attempt(getattr(fileinput, name))
print(fileinput.close())


def state(of=fileinput):
    return [getattr(of, name)() for name in NAMES] + [of.fileno() >= 0]


for files in (["one", "two", "three", "four"], "one", pathlib.Path("three"), ("two",), iter(["one", "three"])):
    with fileinput.input(files, encoding="utf-8") as lines:
        print(state(), lines is fileinput._state)
        attempt(lambda: fileinput.input("one"))
        for line in lines:
            print(ascii(line), state())
            attempt(lambda: fileinput.input("one"))
        print(state())
    print(state(), lines._files)
fileinput.close()
attempt(fileinput.lineno)

# Standard input: the arguments name no file, or "-".
sys.stdin = io.StringIO("x\ny\n")
sys.argv = ["program"]
for line in fileinput.input():
    print(ascii(line), state())
print(sys.stdin.closed, state())
sys.stdin = io.TextIOWrapper(io.BytesIO(b"x\ny\n"))
sys.argv = ["program", "one", "-", "three"]
print([(line, fileinput.filename(), fileinput.isstdin(), fileinput.lineno(), fileinput.filelineno()) for line in fileinput.input(mode="rb")])
sys.stdin = io.StringIO("z")
print(list(fileinput.input([])), list(fileinput.input(("-", "two"))), fileinput.input(("-", "-")).readline())
fileinput.close()

# Skipping, reading by line, closing.
lines = fileinput.FileInput(["one", "three", "one"], encoding="utf-8")
print(lines.nextfile(), repr(lines.readline()), state(lines))
lines.nextfile()
print(state(lines), repr(lines.readline()), state(lines))
lines.close()
print(repr(lines.readline()), list(lines), state(lines), lines.close())
lines = fileinput.FileInput("one")
print([repr(lines.readline()) for _ in range(4)], state(lines))
print(fileinput.FileInput("one", mode="rb").readline(), repr(fileinput.FileInput("two", mode="rb").readline()))
with fileinput.input("one") as lines:
    print(next(lines))
attempt(lambda: next(lines))
attempt(lambda: lines[0])
attempt(lambda: len(lines))
print(iter(lines) is lines, fileinput.FileInput[str])

# In place: what is printed goes into the file.
os.chmod("one", 0o640)
with fileinput.input(["one", "three"], inplace=True, encoding="utf-8") as lines:
    for line in lines:
        print(lines.filelineno(), line.rstrip().upper())
print(repr(content("one")), repr(content("three")), sorted(os.listdir(".")), oct(os.stat("one").st_mode))
with fileinput.input("one", True, ".old", encoding="utf-8") as lines:
    for line in lines:
        sys.stdout.write(line[::-1])
print(repr(content("one")), repr(content("one.old")), sorted(os.listdir(".")))
lines = fileinput.FileInput(["four", "one"], inplace=1, mode="rb")
out = sys.stdout
line = next(lines)
sys.stdout.write(line * 2)
lines.nextfile()
print(sys.stdout is out, repr(content("four")), lines.readline() and sys.stdout is out)
lines.close()
print(sys.stdout is out, repr(content("one")))


def refuse(*arguments):
    raise OSError


# Where permissions are not told, or not taken, the file has those of a new one.
for name in ("fstat", "chmod"):
    real = getattr(os, name)
    setattr(os, name, refuse)
    with fileinput.input("one", inplace=True) as lines:
        for line in lines:
            print(name, repr(line))
    setattr(os, name, real)
    print(content("one"), sorted(os.listdir(".")))

# Hooks.
write("one", "a\nb\n")


def hook(name, mode, **options):
    print("open", name, mode, options)
    return io.StringIO(name + "\n" + mode)


print(list(fileinput.input(["one", "no such"], openhook=hook)), list(fileinput.input("one", openhook=hook, encoding="latin-1", errors="strict")), list(fileinput.input("one", mode="rb", openhook=hook)))
print(state())
with fileinput.input("no such", openhook=hook) as lines:
    print(next(lines), lines.fileno())
print(ascii(list(fileinput.input("four", openhook=fileinput.hook_encoded("latin-1")))), ascii(list(fileinput.input("four", openhook=fileinput.hook_encoded("ascii", errors="replace")))),
      ascii(list(fileinput.input("four", openhook=fileinput.hook_compressed, encoding="utf-8"))), list(fileinput.input("four", mode="rb", openhook=fileinput.hook_compressed)))
for thunk in (lambda: fileinput.FileInput("one", mode="w"), lambda: fileinput.FileInput("one", mode="rU"), lambda: fileinput.FileInput("one", True, openhook=hook), lambda: fileinput.FileInput("one", openhook=5), lambda: fileinput.FileInput("one", False, "", "r"),
              lambda: list(fileinput.input("no such")), lambda: list(fileinput.input(["one", "no such"])), lambda: list(fileinput.input("no such", inplace=True)), lambda: fileinput.FileInput(5), lambda: list(fileinput.input("four", encoding="ascii"))):
    attempt(thunk)
    fileinput.close()
sys.argv = ["program", "no such"]
attempt(lambda: list(fileinput.input()))
fileinput.close()
for name in os.listdir("."):
    os.unlink(name)
os.rmdir(folder)
