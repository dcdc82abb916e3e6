"""What cannot be raised goes to sys.unraisablehook, which the program may replace; sys.displayhook shows what interactive code computes."""
import gc
import io
import sys
import weakref

gc.disable()
print(sys.unraisablehook is sys.__unraisablehook__, sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__)
print(sys.unraisablehook)


class Broken:
    def __repr__(self):
        return "<Broken>"

    def __del__(self):
        raise ValueError("in __del__")


class Plain:
    pass


def stubborn():
    try:
        yield 1
    finally:
        yield 2


def leave_all():
    Broken()
    kept = Plain()
    ref = weakref.ref(kept, lambda r: 1 / 0)
    del kept
    g = stubborn()
    next(g)
    del g


def show(args):
    print(type(args).__name__, len(args), args.exc_type.__name__, args.exc_value, args.exc_traceback and args.exc_traceback.tb_lineno, args.err_msg,
          getattr(args.object, "__qualname__", args.object))


leave_all()
sys.stderr.flush()
sys.unraisablehook = show
leave_all()
sys.unraisablehook = lambda args: kept.append(args)
kept = []
leave_all()
for args in kept:
    print(type(args), args[0], repr(args[1]), args.object.__qualname__)
    sys.__unraisablehook__(args)
print(repr(kept[0])[:40])


def failing(args):
    raise KeyError("the hook itself")


sys.unraisablehook = failing
Broken()
sys.unraisablehook = None
Broken()
del sys.unraisablehook
Broken()
sys.unraisablehook = sys.__unraisablehook__
for wrong in 5, (1, 2, 3, 4, 5), None:
    try:
        sys.unraisablehook(wrong)
    except TypeError as e:
        print(e)
make = type(kept[0])
for args in ((ValueError, ValueError("made"), None, None, None), (ValueError, ValueError("made"), None, "message", None),
             (ValueError, ValueError("made"), None, "message", 5), (ValueError, ValueError("made"), None, None, Broken)):
    sys.unraisablehook(make(args))
del kept, args, wrong


class BadRepr:
    def __repr__(self):
        raise RuntimeError

    def __call__(self, ref):
        raise OSError(2, "callable")


it = Plain()
r = weakref.ref(it, BadRepr())
del it
sys.stderr, old = None, sys.stderr
Broken()
sys.stderr = io.StringIO()
Broken()
text, sys.stderr = sys.stderr.getvalue(), old
print(text.replace(hex(id(Broken.__del__)), "0x"))
import warnings
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest, **more: print(category.__name__, message)


async def never():
    pass


c = never()
c.cr_frame.clear()
print(c.cr_frame is not None)
c.close()

import builtins
for source in "5", "None", "'text'", "print(_)", "[_, 1]":
    exec(compile(source, "x", "single"), {})
print(builtins._)
sys.displayhook = lambda v: print("shown", v)
exec(compile("6", "x", "single"), {})
exec(compile("None", "x", "single"), {})


def raising(v):
    raise ValueError("displayhook")


for hook in raising, None:
    sys.displayhook = hook
    if hook is None:
        del sys.displayhook
    try:
        exec(compile("7", "x", "single"), {})
    except Exception as e:
        print(type(e).__name__, e)
sys.displayhook = sys.__displayhook__
sys.stdout, out = None, sys.stdout
try:
    sys.displayhook(3)
except Exception as e:
    print(type(e).__name__, e, file=out)
sys.stdout = out
