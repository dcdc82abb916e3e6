"""throw() hands on what it was given to what the generator waits for; an exception is made where nobody takes it. __notes__ is an attribute of instances."""
import sys
import traceback


class Taker:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def throw(self, *what):
        print("taken", what)
        return "thrown"


class Closer(Taker):
    throw = None

    def close(self):
        print("closed")


def through(iterator):
    try:
        yield from iterator
    except BaseException as error:
        print("in", repr(error))
        return "after"


def outer(iterator):
    yield from through(iterator)


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


for make in through, outer:
    for what in (123,), (ValueError,), (ValueError, "text"), (ValueError, "text", None), (KeyError("key"),), ("text",), (ValueError, 1, 2):
        made = make(Taker())
        attempt(next, made)
        attempt(made.throw, *what)
    made = make(iter([1, 2]))
    attempt(next, made)
    attempt(made.throw, 123)
    attempt(made.throw, ValueError, "for you")
    made = make(Closer())
    attempt(next, made)
    attempt(made.throw, GeneratorExit)


class Sly(Exception):
    def __init__(self):
        attempt(next, sly)


sly = through([1, 2, 3])
next(sly)
attempt(sly.throw, Sly)
attempt(next, sly)

error = ValueError("noted")
print(hasattr(error, "__notes__"), hasattr(ValueError, "__notes__"), "__notes__" in dir(error))
error.add_note("one")
error.add_note("two")
print(error.__dict__, error.__notes__)
traceback.print_exception(error, file=sys.stdout)
error.__notes__ = ("a", 1)
traceback.print_exception(error, file=sys.stdout)
attempt(error.add_note, "three")
del error.__notes__
attempt(getattr, error, "__notes__")


class Own(Exception):
    __notes__ = ["of the class"]


traceback.print_exception(Own(1), file=sys.stdout)
written = BlockingIOError(11, "would block", 5)
print(written.characters_written, written.filename, written.args)
attempt(getattr, OSError(1, "x"), "characters_written")
written.characters_written = 7
print(written.characters_written)
del written.characters_written
attempt(getattr, written, "characters_written")
attempt(delattr, written, "characters_written")
print(SyntaxError("x").print_file_and_line)
raise Own(2)
