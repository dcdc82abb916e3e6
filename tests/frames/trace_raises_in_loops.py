"""Trace and profile functions that raise, or jump, where a call leaves loops: the loops' iterators are released by then."""
import sys


def one(n):
    for i in range(n):
        for j in iter([i]):
            return [j]


def through_finally(out):
    for i in iter(range(3)):
        try:
            for j in iter([1, 2]):
                return [i, j]
        finally:
            for k in iter([3]):
                out.append(k)


def nothing(n):
    for i in iter(range(n)):
        for j in iter(range(n)):
            return


def with_manager(n):
    for i in iter(range(n)):
        with Manager():
            for j in iter([n]):
                return [i, j]


def in_handler(n):
    for i in iter([n]):
        try:
            raise KeyError(i)
        except KeyError as error:
            for j in iter([error]):
                return [j]


def generator(n):
    for i in iter(range(n)):
        yield [i]
        for j in iter([i]):
            return [j]


def run_generator(n):
    return list(generator(n))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *triple):
        return None


def attempt(function, argument, setter, event, nth, opcodes=False):
    """The nth such event of this function raises."""
    seen = 0

    def trace(frame, what, value):
        nonlocal seen
        if frame.f_code not in (function.__code__, generator.__code__):
            return None
        frame.f_trace_opcodes = opcodes
        if what == event:
            seen += 1
            if seen == nth:
                raise ValueError(what, frame.f_lineno - frame.f_code.co_firstlineno if event != "opcode" else None)
        return trace

    setter(trace)
    try:
        result = repr(function(argument))
    except ValueError as error:
        result = repr(error)
    finally:
        setter(None)
    return seen == nth, result


for function, argument in (one, 2), (through_finally, []), (nothing, 2), (with_manager, 2), (in_handler, 2), (run_generator, 2):
    for setter in sys.settrace, sys.setprofile:
        for event in ("line", "return") if setter is sys.settrace else ("return",):
            nth = 1
            while True:
                reached, result = attempt(function, argument, setter, event, nth)
                if not reached:
                    break
                print(function.__name__, event, nth, result)
                nth += 1
    nth = 1
    while True:  # each instruction; theirs and ours are not the same ones
        reached, result = attempt(function, argument, sys.settrace, "opcode", nth, True)
        if not reached:
            break
        assert result == "ValueError('opcode', None)", result
        nth += 1


class Late:
    """Its end comes as the loop is left, and begins to profile."""

    def __init__(self):
        self.items = iter([1])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.items)

    def __del__(self):
        sys.setprofile(fail)


def fail(frame, event, arg):
    if event == "return" and frame.f_code is late.__code__:
        sys.setprofile(None)
        raise ValueError("at the return")


def late():
    for i in Late():
        return [i]


try:
    print(late())
except ValueError as error:
    print(repr(error))
sys.setprofile(None)
