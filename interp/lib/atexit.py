"""atexit: functions to be called at the end of the program, the latest first."""
from _functools import _as_builtin
import sys

_functions = []  # None: unregistered


@_as_builtin
def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


@_as_builtin
def unregister(func):
    for i, each in enumerate(_functions):
        if each and (each[0] is func or each[0] == func):
            _functions[i] = None


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    for i in reversed(range(len(_functions))):  # what these register is not called, but forgotten
        if i >= len(_functions) or not _functions[i]:
            continue
        func, args, kwargs = _functions[i]
        try:
            func(*args, **kwargs)
        except BaseException as error:
            if not isinstance(error, SystemExit):
                print(f"Exception ignored in atexit callback: {func!r}", file=sys.stderr)
                error = error.with_traceback(error.__traceback__.tb_next)
                sys.excepthook(type(error), error, error.__traceback__)
    _functions.clear()


sys._exit_functions = _run_exitfuncs
