# The module traceback where it is used with arguments: limits of both signs, tracebacklimit, locals, chains, what is no traceback, SyntaxErrors with holes.
import sys
import traceback


def down(n, function):
    return down(n - 1, function) if n else function()


for limit in None, 0, 1, 2, 100, -1, -2:
    print(limit, [each.lineno for each in down(3, lambda: traceback.extract_stack(limit=limit))],
          [each.lineno for each in down(3, lambda: traceback.StackSummary.extract(traceback.walk_stack(None), limit=limit))])
    try:
        down(3, lambda: 1 / 0)
    except ZeroDivisionError as error:
        print([each.lineno for each in traceback.extract_tb(error.__traceback__, limit)], traceback.format_exception(error, limit=limit))
for sys.tracebacklimit in 2, 0, -1:
    print([each.lineno for each in down(3, traceback.extract_stack)])
    try:
        down(3, lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(traceback.format_exc())
del sys.tracebacklimit

one = traceback.FrameSummary("f.py", 1, "f", line="x", locals={"a": 1})
print(one == traceback.FrameSummary("f.py", 1, "f", line="y", locals={"a": 1}), one == traceback.FrameSummary("f.py", 1, "f", line="x"), one == ("f.py", 1, "f", "x"))
print(traceback.StackSummary.from_list([one, ("g.py", 2, "g", "y")]).format())


class Short(traceback.StackSummary):
    def format_frame_summary(self, frame_summary):
        return None if frame_summary.name == "down" else super().format_frame_summary(frame_summary)


def shortened(a, b="c"):
    return down(2, lambda: Short.extract(traceback.walk_stack(sys._getframe()), capture_locals=True).format()[:2])


print(shortened(1))


class Like:
    def __init__(self, frame, line, following):
        self.tb_frame, self.tb_lineno, self.tb_next, self.tb_lasti = frame, line, following, -1


print(traceback.format_tb(Like(sys._getframe(), 3, None)))
print(list(traceback.TracebackException(ValueError, ValueError(1), Like(sys._getframe(), 2, None)).format()))


def chained(n):
    error = None
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError as new:
            new.__context__, error = error, new
    return error


print(len(traceback.format_exception(chained(3000))))
both = ValueError("both")
both.__cause__, both.__context__ = KeyError(1), TypeError(2)
for compact in False, True:
    shown = traceback.TracebackException.from_exception(both, compact=compact)
    print(shown.__cause__ and str(shown.__cause__), shown.__context__ and str(shown.__context__), list(shown.format()))
    print(shown == traceback.TracebackException.from_exception(both, compact=compact), shown == traceback.TracebackException.from_exception(KeyError()))
try:
    traceback.print_exception(both, None)
except ValueError as error:
    print(error)


def show(error):
    try:
        raise error
    except SyntaxError as e:
        sys.excepthook(type(e), e, None)
        print(traceback.format_exception_only(e), list(traceback.TracebackException.from_exception(e).format_exception_only()))


e = SyntaxError("bad")
show(e)
e.lineno = 100
show(e)
e.filename = "f.py"
show(e)
e.lineno = None
show(e)
e = SyntaxError("bad", ("f.py", 3, 2, "abc def\n"))
for name in "filename", "text", "offset":
    setattr(e, name, None)
    show(e)
show(SyntaxError("bad", (None, 3, 2, "abc def\n", 3, 5)))
show(SyntaxError())
