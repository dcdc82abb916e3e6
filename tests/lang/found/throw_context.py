"""The context of what is thrown into a generator: what the generator handles, never what the caller does; close() is raised by the caller."""


def in_finally():
    try:
        yield 1
    finally:
        yield 'finally'


def in_handler():
    try:
        yield 1
    except ValueError:
        yield 'handler'


def delegating():
    try:
        yield from in_finally()
    finally:
        yield 'outer finally'


def plain():
    yield 1
    yield 2


def closed():
    try:
        yield 1
    except GeneratorExit as error:
        print('closed', repr(error.__context__))


def closed_in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield 1
        except GeneratorExit as error:
            print('closed', repr(error.__context__))


def chain(error):
    while error is not None:
        print('  ', repr(error), error.__cause__, error.__suppress_context__)
        error = error.__context__


def attempt(make, first, second):
    generator = make()
    next(generator)
    for exception in (first, second):
        try:
            print(generator.throw(exception))
        except BaseException as error:
            chain(error)


for make in (in_finally, in_handler, delegating, plain):
    for second in (KeyError, KeyError('k'), ValueError('w')):
        print(make.__name__, second)
        attempt(make, ValueError('v'), second)
        try:
            {}['handled by the caller']
        except KeyError:
            attempt(make, ValueError('v'), second)
for make in (closed, closed_in_handler):
    generator = make()
    next(generator)
    generator.close()
    generator = make()
    next(generator)
    try:
        [][1]
    except IndexError:
        generator.close()
