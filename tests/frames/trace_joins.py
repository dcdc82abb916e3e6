# Where several ways without a line lead to one end of the body, and what a handler raises again: the lines that tracing passes.
import sys

turns = fuel = 0

def say(x):
    return x

def turn():
    global turns
    turns += 1
    return turns

def yes(n):
    return turn() % 3 != 1

def no():
    return False

def once():
    global fuel
    fuel -= 1
    return fuel > 0 and turn() % 2

def bad(n):
    if turn() % 2:
        raise ValueError(n)
    if turns % 7 == 0:
        raise KeyError(n)

class Manager:
    def __init__(self, swallows):
        self.swallows = swallows

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return self.swallows

def show(frame, event, arg):
    if frame.f_code.co_filename != __file__ or frame.f_code.co_name in ("turn", "yes", "no", "once", "say", "bad", "__init__", "__enter__", "__exit__"):
        return None
    print(event, frame.f_code.co_name, frame.f_lineno, arg[0].__name__ if event == "exception" else type(arg).__name__)
    return show


def run(function):
    global turns, fuel
    for turns in 0, 1, 2, 5, 6:
        fuel = 9
        sys.settrace(show)
        try:
            function()
        except Exception as e:
            sys.settrace(None)
            print(function.__name__, repr(e), e.__traceback__.tb_next.tb_lineno)
        sys.settrace(None)


def joins_46():
    try:
        bad(70)
    except ValueError as e:
        try:
            1
        except KeyError:
            while once():
                1
                return say(77)
        except ValueError:
            for i in [1]:
                pass
            else:
                bad(82)
        else:
            match yes(84):
                case 1:
                    pass
                case True if once():
                    1


run(joins_46)


def joins_94():
    try:
        while once():
            if no():
                say(188)
            elif yes(189):
                bad(190)
            else:
                x = 192
    except ValueError as e:
        try:
            if yes(195):
                return say(196)
            else:
                1
            if no():
                x = 200
            elif yes(201):
                bad(202)
            else:
                x = 204
                return say(205)
        except ValueError as e:
            for i in [1]:
                say(208)
            else:
                1
            for i in [1, 2]:
                1
                if yes(213):
                    continue
                say(215)


run(joins_94)


def joins_107():
    try:
        match yes(554):
            case 1 | 2:
                match yes(556):
                    case 1:
                        return say(558)
                    case True if once():
                        bad(560)
                try:
                    bad(562)
                finally:
                    say(564)
            case _:
                pass
    except ValueError as e:
        try:
            pass
        except KeyError as e:
            def inner():
                return 572
            inner()
        finally:
            with Manager(True) as m:
                bad(576)


run(joins_107)


def joins_229():
    try:
        try:
            if no():
                x = 228
            elif yes(229):
                bad(230)
                return say(231)
            else:
                pass
            say(234)
        finally:
            if no():
                return say(237)
            elif yes(238):
                bad(239)
                return say(240)
            else:
                return 242
        for i in [1, 2]:
            if no():
                bad(245)
                x = 246
            elif yes(247):
                return 248
            else:
                pass
            if yes(251):
                break
        else:
            with Manager(True) as m:
                x = 255
    finally:
        try:
            say(258)
            return say(259)
        except:
            return say(261)
    match yes(262):
        case 1:
            for i in [1, 2]:
                x = 265
                if yes(266):
                    break
            else:
                1
            while once():
                return say(271)
            else:
                return 273
        case True if once():
            def inner():
                return say(276)
            inner()


run(joins_229)


def joins_237():
    match yes(127):
        case 1 | 2:
            1
        case _:
            if yes(131):
                return 132
    if yes(133):
        while once():
            x = 135
            return 136


run(joins_237)


def joins_396():
    try:
        for i in [1, 2]:
            match yes(232):
                case 1:
                    return 234
                    x = 235
                case True if once():
                    return say(237)
            pass
    except ValueError:
        try:
            with Manager(True) as m:
                pass
        except KeyError as e:
            match yes(244):
                case 1 | 2:
                    x = 246
                    bad(247)
                case _:
                    bad(249)
        finally:
            match yes(251):
                case 1:
                    return 253
                    return say(254)
                case True if once():
                    pass
    try:
        for i in [1, 2]:
            1
            if yes(260):
                break
        else:
            return 263
    finally:
        try:
            def inner():
                x = 267
            inner()
            if yes(269):
                bad(270)
                bad(271)
        except ValueError as e:
            try:
                x = 274
            except:
                x = 276
        bad(277)


run(joins_396)


class CM:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return kind is ValueError


class Wait:
    def __await__(self):
        return (yield 1)


class Async:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        await Wait()
        return kind is ValueError


def two(error):
    with CM() as c, CM():
        say(c)
        if error:
            raise error
    return "done"


async def asynchronous(error):
    async with Async() as c, Async():
        say(c)
        if error:
            raise error
    return "done"


async def drives(error):
    return two(error), await asynchronous(error)


for function in two, asynchronous, drives:
    for error in KeyError(), ValueError(), None:
        sys.settrace(show)
        try:
            c = function(error)
            while True:
                c.send(None)
        except (KeyError, StopIteration, AttributeError):
            pass
        sys.settrace(None)

lambdas = [lambda:
           int("1"), lambda x:
           x, lambda: (
               1), lambda: (yield
                            3)]
sys.settrace(show)
lambdas[0](), lambdas[1](2), lambdas[2](), list(lambdas[3]())
sys.settrace(None)
