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


def far(frame, event, arg):
    if event == "line":
        for line in 1, 0, -5, 10**6, 10**12, -10**12:
            print(line, error_of(setattr, frame, "f_lineno", line))
    return far
sys.settrace(far)
traced(1)
sys.settrace(None)
