# A trace function raises where an except clause or a finally block has ended: what was being handled is not being handled any more, and nothing is kept.
import gc
import sys

gc.disable()


class Kept(Exception):
    def __del__(self):
        print("dies")


def unnamed(n):
    try:
        raise Kept(n)
    except Kept:
        if n:
            n = 2
        else:
            n = 3


def named(n):
    try:
        try:
            raise Kept(n)
        except Kept as e:
            try:
                if n:
                    n = 2
            except KeyError:
                n = 4
            except ValueError:
                n = 5
    finally:
        n = 6


def leaves(n):
    for i in range(2):
        try:
            raise Kept(n)
        except Kept as e:
            try:
                continue
            finally:
                n = 2
    return n


def returns(n):
    try:
        raise Kept(n)
    except Kept:
        return n


def at(line, function):
    def trace(frame, event, arg):
        if event == "line" and frame.f_lineno - function.__code__.co_firstlineno == line:
            count[0] -= 1
            if count[0] == 0:
                raise OSError("traced")
        return trace
    return trace


with open(__file__) as source:
    text = [line.strip() for line in source]
for function in unnamed, named, leaves, returns:
    for line in range(16):
        if text[function.__code__.co_firstlineno + line - 1] in ("try:", "continue"):
            continue  # what has no instructions here
        for turn in 1, 2, 3:
            for n in 0, 1:
                count = [turn]
                sys.settrace(at(line, function))
                try:
                    function(n)
                    sys.settrace(None)
                except OSError as error:
                    print(function.__name__, line, turn, n, error.__traceback__.tb_next.tb_lineno - function.__code__.co_firstlineno)
                    error = None
                del count
                print(sys.exc_info())
