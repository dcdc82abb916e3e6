import sys


def fail(x):
    y = x * 2
    raise ValueError(y)


def call(x):
    z = "z%d" % x
    fail(x + 1)


try:
    call(3)
except ValueError as e:
    tb = e.__traceback__
    while tb is not None:
        frame = tb.tb_frame
        print(frame.f_code.co_name, tb.tb_lineno, frame.f_lineno, sorted(k for k in frame.f_locals if len(k) == 1 and k not in "e"))
        tb = tb.tb_next
    saved = e

print(saved.__traceback__.tb_next.tb_next.tb_frame.f_locals)
print(saved.__traceback__.tb_next.tb_next.tb_frame.f_back.f_locals)


def reraise():
    try:
        call(1)
    except ValueError:
        raise


try:
    reraise()
except ValueError as e:
    tb, lines = e.__traceback__, []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines)


def chain():
    try:
        call(5)
    except ValueError as e:
        raise KeyError("k") from e


try:
    chain()
except KeyError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
chain()
