"""Exceptions: __context__ chains and cycles, __cause__, notes, with_traceback, args, attributes that refuse."""
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
def chain(e):
    while e is not None:
        print("  ", repr(e), "cause", repr(e.__cause__), "suppress", e.__suppress_context__, "notes", getattr(e, "__notes__", None))
        e = e.__context__
try:
    try:
        try: 1 / 0
        except ZeroDivisionError: [][1]
    except IndexError as e:
        e.add_note("first"); e.add_note("second")
        raise KeyError("k") from e
except KeyError as e: chain(e)
a, b = ValueError("a"), ValueError("b")
try:
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a
except ValueError as e: chain(e)
try:
    try: raise TypeError
    finally: raise ValueError from None
except ValueError as e: chain(e)
x = Exception()
print(t(lambda: setattr(x, "__cause__", 1)), t(lambda: setattr(x, "__context__", 1)), t(lambda: setattr(x, "__traceback__", 1)), t(lambda: setattr(x, "args", 1)), t(lambda: setattr(x, "args", [1, 2])), x.args, t(lambda: x.add_note(1)), t(lambda: delattr(x, "args")), t(lambda: delattr(x, "__cause__")), t(lambda: x.with_traceback(1)))
for make in (lambda: KeyError("a"), lambda: KeyError(), lambda: KeyError(1, 2), lambda: StopIteration(1), lambda: SystemExit(3), lambda: SystemExit(), lambda: SystemExit(1, 2), lambda: OSError(1), lambda: OSError(1, "x"), lambda: OSError(2, "x", "y"), lambda: ImportError("m", name="n", path="p"), lambda: ImportError(bad=1), lambda: NameError("m", name="q"), lambda: AttributeError("m", name="q", obj=3), lambda: SyntaxError("m"), lambda: SyntaxError("m", ("f", 1, 2, "t")), lambda: SyntaxError("m", ("f", 1, 2)), lambda: SyntaxError("m", ("f", 1, 2, "t", 1)), lambda: SyntaxError("m", ("f", 1, 2, "t", 1, 2, 3)), lambda: SyntaxError("m", ("f", 1, 2, "t", 1, 2)), lambda: UnicodeDecodeError("u", b"ab", 0, 1, "r"), lambda: UnicodeEncodeError("u", "ab", 0, 2, "r"), lambda: UnicodeDecodeError(1), lambda: ValueError(x=1), lambda: Exception(*range(3))):
    print(t(make), t(lambda: str(make())), t(lambda: sorted((k, v) for k, v in ((n, getattr(make(), n)) for n in ("args", "value", "code", "errno", "strerror", "filename", "name", "path", "msg", "lineno", "offset", "text", "start", "end", "reason", "object", "encoding") if hasattr(make(), n)))))
for bad in (1, "x", int, object(), None):
    try: raise bad
    except TypeError as e: print(e)
    try: raise ValueError from bad
    except (TypeError, ValueError) as e: print(repr(e), repr(e.__cause__))
try:
    try: 1 / 0
    except "x": pass
except TypeError as e: print(e, repr(e.__context__))
try:
    try: 1 / 0
    except (ValueError, (int, KeyError)): pass
except TypeError as e: print(e)
raise SystemExit("bye")
