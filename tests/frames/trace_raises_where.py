# Where a trace function that raises is in the traceback.
import sys, traceback
def f():
    x = 1
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    return x
def gen():
    yield 1
    yield 2
def at(kind, func):
    def tr(frame, event, arg):
        if event == kind and frame.f_code in (f.__code__, gen.__code__):
            raise RuntimeError(kind)
        return tr
    return tr
for how in sys.settrace, sys.setprofile:
    for k in "call", "line", "return", "exception":
        for func in f, gen:
            how(at(k, how))
            try:
                list(func() or ()) if func is gen else func()
            except Exception as e:
                how(None)
                print(k, [(t.name, t.lineno) for t in traceback.extract_tb(e.__traceback__)])
            how(None)
