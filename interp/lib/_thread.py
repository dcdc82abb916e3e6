"""_thread: the names under threading; there is one thread, so that a started function runs to its end at once."""
import threading as _threading
from threading import RLock, TIMEOUT_MAX, _Lock as LockType, get_ident, get_native_id, local as _local, stack_size  # noqa: F401

allocate_lock = allocate = LockType
error = RuntimeError


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    thread = _threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def exit():
    raise SystemExit
