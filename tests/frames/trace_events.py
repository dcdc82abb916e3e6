# sys.settrace and sys.setprofile: the events of CPython, in its order.
import sys


def show(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    print(event, frame.f_code.co_name, frame.f_lineno, arg[0].__name__ if event == "exception" else arg)
    return show


def loops(n):
    total = 0
    for i in range(n):
        total += i
    while total > 0:
        total -= 1
    if n:
        x = [i for i in range(n)]
    else:
        y = 2
    for i in range(n): pass
    return total


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    if handled:
        z = 1
    else:
        z = 2


def numbers(n):
    for i in range(n):
        yield i


def delegating():
    yield from numbers(2)
    return 5


def passing():
    def inner():
        raise ValueError(1)
    try:
        inner()
    finally:
        print("finally")


sys.settrace(show)
loops(2)
handled()
for x in delegating():
    pass
list(numbers(2))
try:
    passing()
except ValueError:
    pass
generator = numbers(3)
next(generator)
try:
    generator.throw(KeyError("k"))
except KeyError:
    pass


class A:
    x = 1

    def method(self):
        pass


A().method()
exec("a = 1\nb = 2", {})
sys.settrace(None)
print("off", sys.gettrace())


# What a trace function writes to f_locals, f_trace_lines, its own errors, and its own frames not being traced.
def change(frame, event, arg):
    if event == "line" and "value" in frame.f_locals:
        frame.f_locals["value"] = 42
    return change


def changed():
    value = 1
    other = value
    return value, other


sys.settrace(change)
result = changed()
sys.settrace(None)
print(result)


def calls_only(frame, event, arg):
    print(event, frame.f_code.co_name)
    frame.f_trace_lines = False
    return calls_only


sys.settrace(calls_only)
changed()
sys.settrace(None)


def broken(frame, event, arg):
    if event == "line":
        raise RuntimeError("from the trace function")
    return broken


sys.settrace(broken)
try:
    changed()
except RuntimeError as e:
    print(e, sys.gettrace(), e.__traceback__.tb_next.tb_frame.f_code.co_name)


def profile(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno, getattr(arg, "__name__", arg))


sys.setprofile(profile)
len([])
[].append(1)
changed()
try:
    int("x")
except ValueError:
    pass
list(map(len, ["a"]))
sorted([1, 2], key=lambda v: -v)
sys.setprofile(None)
print("off", sys.getprofile())
