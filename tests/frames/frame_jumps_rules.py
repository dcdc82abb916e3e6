# When f_lineno may be set, to what, and what it says then; jumps inside one expression; a jump as a generator yields.
import sys


def attempt(what, frame, line):
    try:
        frame.f_lineno = line
    except (ValueError, AttributeError) as error:
        print(what, type(error).__name__, error)
    else:
        print(what, "at", frame.f_lineno - frame.f_code.co_firstlineno)


def traced(function, at, how, event="line"):
    """how(frame) at the first event on that line."""
    first, done, lines = function.__code__.co_firstlineno, [], []

    def trace(frame, kind, arg):
        if frame.f_code is not function.__code__:
            return None
        if done:
            kind == "opcode" or lines.append(kind[0] + str(frame.f_lineno - first))
        elif kind == event and frame.f_lineno - first == at:
            done.append(how(frame))
        return trace

    sys.settrace(trace)
    try:
        result = function()
    except Exception as error:
        result = repr(error)
    finally:
        sys.settrace(None)
    print(function.__name__, at, " ".join(lines), result)


def simple():
    x = 1
    y = x
    return y


class Int(int):
    pass


attempt("untraced", sys._getframe(), 3)
for line in (True, 1.0, "1", None, Int(3), 2 ** 40, 2 ** 31, -2 ** 31, -5, 0, 10 ** 6):
    traced(simple, 1, lambda frame: attempt(repr(line), frame, line))


def delete(frame):
    try:
        del frame.f_lineno
    except AttributeError as error:
        print("delete", error)


traced(simple, 1, delete)
for event, line in (("call", 0), ("return", 3)):
    traced(simple, line, lambda frame: attempt(event, frame, frame.f_lineno), event)


def raises():
    x = 1
    x / 0


traced(raises, 2, lambda frame: attempt("exception", frame, frame.f_lineno), "exception")


def untraced_frame(frame):
    frame.f_trace = None
    attempt("no f_trace", frame, frame.f_lineno)


traced(simple, 2, untraced_frame)


def ended():
    return sys._getframe()


traced(simple, 2, lambda frame: attempt("ended", ended(), 1))


def twice(frame):
    attempt("first", frame, frame.f_code.co_firstlineno + 3)
    attempt("second", frame, frame.f_code.co_firstlineno + 1)


traced(simple, 2, twice)


def opcodes(frame):
    frame.f_trace_opcodes = True
    attempt("with opcodes", frame, frame.f_lineno)


traced(simple, 2, opcodes)


def profile(frame, event, arg):
    if event in ("call", "return", "c_call"):
        attempt("profile " + event, frame, frame.f_lineno)


def profiled():
    len("")


sys.setprofile(profile)
profiled()
sys.setprofile(None)


# The trace function raises where it has jumped to.
def raising():
    x = 1
    try:
        x = 2
    except KeyError:
        return "caught"
    return x


def jump_and_raise(frame):
    frame.f_lineno = frame.f_code.co_firstlineno + 3
    raise KeyError


# f_locals written in the same event, and cells.
def cells():
    a = 1
    f = lambda: a
    b = 2
    return f(), b


def write(frame):
    frame.f_locals["b"] = 5
    frame.f_lineno = frame.f_code.co_firstlineno + 4


traced(cells, 3, write)


def to(line):
    return lambda frame: attempt("to %d" % line, frame, frame.f_code.co_firstlineno + line)


# Inside one expression.
def expression():
    out = []
    out.append(
        (out,
         1,
         len(
             "abc"
         ),
         2 +
         len(out)))
    x = {"a": len(out),
         "b":
         out[0][1]}
    z = len(
        out)
    return [
        x["a"],
        x["b"], z]


for first, last in ((2, 10), (11, 13), (16, 18)):
    for line in range(first, last + 1):
        for target in (1, first, line):
            traced(expression, line, to(target))
traced(expression, 9, to(3))
traced(expression, 13, to(17))
traced(expression, 13, to(3))


# From a yield: where it goes on is not CPython's to say, but whether it may.
def gen():
    x = 1
    yield 3
    return x


def first_of_gen():
    return next(gen())


def jump_from_yield(frame, event, arg):
    if frame.f_code is gen.__code__ and event == "return" and arg == 3:
        attempt("yield", frame, frame.f_code.co_firstlineno + 1)
        attempt("yield", frame, frame.f_code.co_firstlineno + 9)
    return jump_from_yield


sys.settrace(jump_from_yield)
print(first_of_gen())
sys.settrace(None)

# The first line of a module; a class body.
source = """
# Comments have no code.
out.append(2)
out.append(3)
class C:
    x = 1
    out.append(x)
    y = 2
out.append((C.x, C.y))
"""
jumps = {"<module>": [(8, 3), (4, 1)], "C": [(8, 5), (6, 8), (8, 7)]}


def in_module(frame, event, arg):
    name = frame.f_code.co_name
    if frame.f_code.co_filename != "<source>":
        return None
    if event == "line":
        for at, target in jumps[name]:
            if frame.f_lineno == at:
                jumps[name].remove((at, target))
                attempt(name, frame, target)
                break
    return in_module


out = []
sys.settrace(in_module)
try:
    exec(compile(source, "<source>", "exec"), {"out": out, "__name__": "m"})
except (AttributeError, NameError) as error:
    print(error)
sys.settrace(None)
print(out)


# What a jump drops dies.
class Dies:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        return iter([1, 2])

    def __enter__(self):
        return self

    def __exit__(self, *triple):
        print("exit", self.name)

    def __del__(self):
        print("dies", self.name)


def drops():
    with Dies("with"):
        x = 1
        try:
            raise KeyError(Dies("exception"))
        except KeyError:
            x = 2
    print("out")
    return sys.exc_info()


traced(drops, 6, to(7))
traced(drops, 2, to(7))


# Into the body of another.
def between():
    for i in [1]:
        x = i
    with Dies("b"):
        y = 1
    try:
        raise KeyError
    except KeyError:
        z = 1
    try:
        raise ValueError
    except ValueError as error:
        z = error.__context__
    return z


for line, target in ((2, 4), (4, 2), (8, 12), (12, 8), (8, 4), (8, 2), (2, 8), (4, 12)):
    traced(between, line, to(target))
print(sys.exc_info()[0])
