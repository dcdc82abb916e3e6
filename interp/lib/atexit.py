"""atexit: functions to be called at the end of the program, the latest first."""
import sys

_functions = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func):
    _functions[:] = [each for each in _functions if each[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            if not isinstance(error, SystemExit):
                print(f"Exception ignored in atexit callback: {func!r}", file=sys.stderr)
                error = error.with_traceback(error.__traceback__.tb_next)
                sys.excepthook(type(error), error, error.__traceback__)


sys._exit_functions = _run_exitfuncs
