# A trace or profile function that raises, at every kind of instruction that consumes what it finds: nothing is leaked, and what was handled is so again.
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def take(*args, **kwargs):
    return len(args)


def called():
    take(
        Noisy("positional"),
        Noisy("second"))


def with_keywords():
    take(
        Noisy("first"),
        key=Noisy("keyword"))


def starred():
    take(
        *[Noisy("starred")],
        **{"k": Noisy("double")})


def method():
    Noisy("self").name.join(
        [Noisy("argument").name])


def yields():
    (yield
     Noisy("yielded"))


def delegates():
    yield from [
        Noisy("delegated")]


def reraises():
    try:
        raise KeyError(Noisy("key"))
    except (
            ValueError,
            IndexError):
        print("not caught")


def returns():
    return (
        Noisy("returned"))


def raise_at(number, kinds):
    count = 0

    def trace(frame, event, arg):
        nonlocal count
        if event in kinds and frame.f_code.co_filename == __file__ and frame.f_code.co_name != "__del__":
            count += 1
            if count == number:
                raise RuntimeError("at %s %s" % (event, frame.f_lineno))
        return trace
    return trace


for function in called, with_keywords, starred, method, yields, delegates, reraises, returns:
    for how in sys.settrace, sys.setprofile:
        for number in range(1, 12):
            how(raise_at(number, ("call", "line", "return", "exception", "c_call", "c_return", "c_exception")))
            try:
                for item in function() or ():
                    pass
            except BaseException as error:
                sys.settrace(None)
                sys.setprofile(None)
                print(function.__name__, number, type(error).__name__, error, sys.exc_info()[1] is error)
            sys.settrace(None)
            sys.setprofile(None)
            print(sys.exc_info())
