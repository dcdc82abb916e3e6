import io
import sys
import traceback

def fail(x):
    return 1 / x

def outer():
    fail(0)

try:
    outer()
except ZeroDivisionError:
    print(traceback.format_exc())
    traceback.print_exc(file=sys.stdout)
    t, v, tb = sys.exc_info()
    print(traceback.format_exception(t, v, tb) == traceback.format_exception(v), len(traceback.format_exception(v)))
    for line in traceback.format_exception(v):
        print(repr(line))
    print(traceback.format_exception_only(v), traceback.format_exception_only(t, v))
    for f in traceback.extract_tb(tb):
        print(f.lineno, f.name, f.line, tuple(f)[1:], len(f), f.filename == __file__)
    print(traceback.format_tb(tb)[0], len(traceback.format_tb(tb)), len(traceback.format_tb(tb, 1)), len(traceback.extract_tb(tb, -1)))
    traceback.print_tb(tb, file=sys.stdout)
    traceback.print_exception(t, v, tb, file=sys.stdout)
    traceback.print_exception(v, file=sys.stdout, limit=1)
    te = traceback.TracebackException.from_exception(v)
    print("".join(te.format()), str(te), te.exc_type, len(te.stack), list(te.format_exception_only()))
try:
    try:
        {}["key"]
    except KeyError as e:
        raise ValueError("second") from e
except ValueError:
    print(traceback.format_exc())
    print(traceback.format_exc(chain=False))
try:
    try:
        int("x")
    except ValueError:
        undefined_name
except NameError as e:
    print(traceback.format_exc())
    e.__suppress_context__ = True
    print("".join(traceback.format_exception(e)))
try:
    exec("x = (1,\n  2")
except SyntaxError as e:
    print("".join(traceback.format_exception_only(e)), [l for l in traceback.format_exception_only(e)])
e = ValueError("noted"); e.add_note("a note"); e.add_note("two\nlines")
print("".join(traceback.format_exception(e)), traceback.format_exception_only(e) if False else "")
def recurse(n):
    recurse(n + 1)
sys.setrecursionlimit(60)
try:
    recurse(0)
except RecursionError:
    text = traceback.format_exc()
    print(text.split("[Previous line repeated")[0], "[Previous" in text, text.splitlines()[-1])
sys.setrecursionlimit(1000)
def stack():
    for f in traceback.extract_stack():
        print(f.lineno, f.name, f.line)
    print("".join(traceback.format_stack()))
    traceback.print_stack(file=sys.stdout, limit=1)
    traceback.print_stack(file=sys.stdout)
def caller():
    stack()
caller()
print(traceback.format_exception(None), traceback.format_list([("file.py", 3, "func", "code here"), ("x.py", 1, "<module>", None)]))
print(traceback.FrameSummary("a.py", 5, "f", line="x = 1"), traceback.format_exc())
class Odd(Exception):
    def __str__(self): raise RuntimeError("no")
try:
    raise Odd
except Odd:
    print(traceback.format_exc().splitlines()[-1])
class Custom(Exception): pass
class Outer:
    class Inner(Exception): pass
for exc in (Custom("a", 1), Outer.Inner("x"), KeyError("k"), ValueError(), OSError(2, "No such file"), SystemExit(3), StopIteration(5)):
    print(traceback.format_exception_only(exc))
buf = io.StringIO()
try:
    raise Custom("to buffer")
except Custom:
    traceback.print_exc(file=buf)
print(buf.getvalue())
def multi():
    return fail(
        0
    ) + 1
try:
    multi()
except ZeroDivisionError as e:
    print("".join(traceback.format_tb(e.__traceback__)))
    traceback.clear_frames(e.__traceback__)
traceback.print_exc()
try:
    outer()
except ZeroDivisionError:
    traceback.print_exc()
