# What f_lineno = … says where CPython refuses it, too: outside of line events.
import sys
def error_of(function, *args):
    try:
        return function(*args)
    except BaseException as e:
        return "%s: %s" % (type(e).__name__, e)
def tracer(frame, event, arg):
    if event != "line":
        print(event, error_of(setattr, frame, "f_lineno", frame.f_lineno))
    print(event, error_of(setattr, frame, "f_lineno", "x"))
    print(event, error_of(delattr, frame, "f_lineno"))
    print(event, error_of(setattr, sys._getframe(), "f_lineno", 3))
    return tracer
def traced(a):
    try:
        raise ValueError
    except ValueError:
        return a
sys.settrace(tracer)
traced(1)
sys.settrace(None)
