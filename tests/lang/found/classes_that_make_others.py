# What a raised or thrown class makes is no instance of it: CPython calls it once more where a handler is entered, with what it made first.
class Odd(Exception):
    def __new__(cls, *args):
        print("odd", args); return cls
class Other(Exception):
    def __new__(cls, *args):
        print("other", args); return ValueError(*args)
class Both(Exception):
    def __new__(cls, *args):
        print("both", args); return KeyError(*args) if args else super().__new__(cls)
def generator(caught):
    try:
        yield 1
    except caught as error:
        print("inside", repr(error), type(error))
    yield 2
def plain():
    yield 1
def delegating():
    yield from plain()
def delegating2(c):
    try:
        yield from generator(c)
    except ZeroDivisionError: pass
    finally: print("fin")
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *args): print("It.throw", args); return 7
def delegating3(): yield from It()
class It2:
    def __iter__(self): return self
    def __next__(self): return 1
def delegating4(): yield from It2()
for exception in (Odd, Other, Both):
    print("=====", exception)
    for make in (lambda: generator(TypeError), lambda: generator(ValueError), lambda: generator(KeyError), plain, delegating, lambda: delegating2(TypeError),lambda: delegating2(ValueError), delegating3, delegating4):
        for args in ((exception,), (exception, 3), (exception, None), (exception, exception), (exception, ValueError(3))):
            g = make()
            next(g)
            print("throw", args)
            try:
                print("got", g.throw(*args))
            except BaseException as error:
                print("outside", repr(error))
            g = make()
            print("throw new", args)
            try:
                print("got", g.throw(*args))
            except BaseException as error:
                print("outside", repr(error))
    try:
        raise exception
    except BaseException as error:
        print("raised", repr(error))
    try:
        try:
            raise exception
        except ZeroDivisionError: pass
        finally: print("hey")
    except BaseException as error:
        print("raised2", repr(error))
    def f():
        raise exception
    def g(): f()
    try: g()
    except BaseException as error:
        print("raised3", repr(error))
    try:
        raise exception from exception
    except BaseException as error:
        print("raised4", repr(error), repr(error.__cause__))
    try:
        raise ValueError from exception
    except BaseException as error:
        print("raised5", repr(error), repr(error.__cause__))
    async def co():
        try: await A()
        finally: print("co fin")
    class A:
        def __await__(self): yield 5
    c = co(); c.send(None)
    try: c.throw(exception)
    except BaseException as error:
        print("co", repr(error))
    async def ag():
        try: yield 1
        finally: print("ag fin")
    a = ag()
    try: a.asend(None).send(None)
    except StopIteration: pass
    try: a.athrow(exception).send(None)
    except BaseException as error:
        print("ag", repr(error))


class Fails(Exception):
    def __new__(cls, *args):
        print("fails", args)
        if args:
            raise LookupError("the second time")
        return ValueError("the first time")


def raises():
    raise Fails


try:
    raises()
except Exception as error:
    print("fails", repr(error), error.__traceback__.tb_lineno, error.__context__)


def finally_first():
    try:
        raise Other
    finally:
        print("finally")


try:
    finally_first()
except ValueError as error:
    lines, entry = [], error.__traceback__
    while entry:
        lines.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
        entry = entry.tb_next
    print(repr(error), lines)
raise Other("last")
