"""contextlib: which exits there are, whose context an exception gets, None in place of a method."""
import contextlib
import sys


class Manager:
    def __init__(self, name, swallow=False, fails=None):
        self.name, self.swallow, self.fails = name, swallow, fails

    def __enter__(self):
        return self.name

    def __exit__(self, kind, value, traceback):
        print("leaving", self.name, kind and kind.__name__, value)
        if self.fails:
            raise self.fails
        return self.swallow


stack = contextlib.ExitStack()
manager = Manager("a")
stack.enter_context(manager)
stack.push(manager)
stack.push(print)
stack.callback(print, 1, sep="")
print([(synchronous, getattr(leave, "__self__", None) is manager) for synchronous, leave in stack._exit_callbacks])
print(stack._exit_callbacks[-1][1].__wrapped__ is print, stack._exit_callbacks[0][1].__func__ is Manager.__exit__)
other = stack.pop_all()
print(len(stack._exit_callbacks), len(other._exit_callbacks))
other.close()


def contexts(error):
    chain = []
    while error is not None:
        chain.append(repr(error))
        error = error.__context__
    return chain


for fails in ([ValueError(1)], [ValueError(1), KeyError(2)], [ValueError(1), None, KeyError(2)]):
    for body in (None, IndexError(0)):
        try:
            with contextlib.ExitStack() as stack:
                for each in fails:
                    stack.enter_context(Manager(str(each), swallow=each is None, fails=each))
                if body:
                    raise body
        except Exception as error:
            print(contexts(error))


class Hiding(Exception):
    pass


def hides():
    try:
        raise IndexError
    except IndexError:
        error = Hiding()
        error.__context__ = None
        try:
            raise error from None
        finally:
            error.__context__ = None


for closing in (lambda: hides(),):
    try:
        with contextlib.ExitStack() as stack:
            stack.callback(closing)
            1 / 0
    except Hiding as error:
        print(contexts(error))


class NoEnter(Manager):
    __enter__ = None


class NoExit(Manager):
    __exit__ = None


print([issubclass(each, contextlib.AbstractContextManager) for each in (Manager, NoEnter, NoExit, int, contextlib.ExitStack)])
print(sys.exc_info())
