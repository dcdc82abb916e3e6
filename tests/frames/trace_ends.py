"""Where a body ends, lines that constant conditions leave, texts that % begins with, and threads: as a trace function sees them."""
import sys
import threading
import types


def tracer(frame, event, arg):
    if frame.f_code.co_filename == tracer.__code__.co_filename:
        print(event, frame.f_code.co_name, frame.f_lineno)
        return tracer


def traced(function, *args):
    sys.settrace(tracer)
    try:
        function(*args)
    except TypeError as error:
        print(error)
    finally:
        sys.settrace(None)


def last_if(x):
    if x:
        len("")


def last_if_in_loop(x):
    for a in x:
        if a:
            len("")
    if x == [1]:
        len("")
    elif x:
        len("")


def constants(x):
    if 0:
        print("never")
    elif 1:
        x = 3
    if 0:
        print("never")
    elif []:
        print("never")
    else:
        pass
    assert 1, "never"
    try:
        x = 4
    finally:
        x = 5


def text_first(x):
    return "text %r" % (x,)


def text_wide(x):
    return "%%a %-5.3s" % (x,)


def field_first(x):
    return "%s text" % (x,)


def number(x):
    return "text %d" % (x,)


def constant_iterable():
    return [
        len(each) for each in ["a", "b"]]


def in_a_thread():
    x = 3


def start():
    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()


def plain():
    yield 1


async def no_awaitable():
    await plain()


for function, args in ((last_if, (0,)), (last_if, (1,)), (last_if_in_loop, ([0, 1],)), (last_if_in_loop, ([],)), (constants, (1,)), (text_first, (1,)),
                       (text_wide, (1,)), (field_first, (1,)), (number, (1,)), (constant_iterable, ()), (start, ())):
    traced(function, *args)
traced(no_awaitable().send, None)
print(types.GenericAlias.__name__, types.UnionType.__qualname__, types.GenericAlias.__module__)
