"""Line events of a `for` whose body begins with a loop of its own: entering it is no turn of it."""
import sys


def forever():
    for item in [1, 2]:
        while True:
            if item:
                len("x")
                break
            len("y")


def both(n):
    for a in range(n):
        for b in range(n):
            while True:
                if a < b:
                    break
                else:
                    b += 1
                    continue


def empty(n):
    for a in range(n):
        while a:
            a -= 1


def generator():
    for item in [1, 2]:
        while True:
            try:
                yield item
                break
            except GeneratorExit:
                return


lines = []


def tracer(frame, event, arg):
    lines.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


for function in (forever, lambda: both(0), lambda: both(2), lambda: empty(0), lambda: empty(3), lambda: list(generator()), lambda: next(generator())):
    lines.clear()
    sys.settrace(tracer)
    function()
    sys.settrace(None)
    print(len(lines))
    for line in lines:
        print(*line)
