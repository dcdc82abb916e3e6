"""multiprocessing with one process, this one: a Process runs to its end in start(), a Pool's tasks run in order when they are asked for. What
would wait for another process forever is a RuntimeError."""
import os as _os
import sys as _sys
from queue import Queue, Queue as JoinableQueue, SimpleQueue
from threading import BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from threading import Thread as _Thread

__all__ = ["AsyncResult", "BoundedSemaphore", "Condition", "Event", "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Process", "Queue", "RLock",
           "RawArray", "RawValue", "Semaphore", "SimpleQueue", "TimeoutError", "Value", "active_children", "cpu_count", "current_process",
           "freeze_support", "get_context", "get_start_method", "set_start_method"]


class ProcessError(Exception):
    pass


class TimeoutError(ProcessError):
    pass


def cpu_count():
    return _os.cpu_count()


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return "fork"


def set_start_method(method, force=False):
    if method not in ("fork", "spawn", "forkserver"):
        raise ValueError("cannot find context for %r" % method)


def get_context(method=None):
    return _sys.modules[__name__]


def active_children():
    return []


class Process:
    _count = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        Process._count += 1
        self.name = name or "Process-%d" % Process._count
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self.daemon, self.exitcode, self.pid = bool(daemon), None, None

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        assert self.pid is None, "cannot start a process twice"
        self.pid = self.ident = _os.getpid()
        _current.append(self)
        try:
            self.run()
            self.exitcode = 0
        except SystemExit as end:
            self.exitcode = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        except BaseException:
            import traceback
            self.exitcode = 1
            _sys.stderr.write("Process %s:\n" % self.name)
            traceback.print_exc()
        finally:
            _current.pop()
            _sys.stdout.flush()

    def join(self, timeout=None):
        assert self.pid is not None, "can only join a started process"

    def is_alive(self):
        return self in _current

    def terminate(self):
        pass

    kill = close = terminate


class _MainProcess(Process):
    def __init__(self):
        self.name, self.pid, self.daemon, self.exitcode = "MainProcess", _os.getpid(), False, None
        self.ident = self.pid


_current = [_MainProcess()]


def current_process():
    return _current[-1]


class AsyncResult:
    """What a task gave, or the exception that it raised."""

    def __init__(self, work, callback=None, error_callback=None):
        try:
            self._value, self._ok = work(), True
        except Exception as error:
            self._value, self._ok = error, False
        call = callback if self._ok else error_callback
        if call is not None:
            call(self._value)

    def ready(self):
        return True

    def successful(self):
        return self._ok

    def wait(self, timeout=None):
        pass

    def get(self, timeout=None):
        if self._ok:
            return self._value
        raise self._value


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        self._state = "RUN"
        self._processes = processes or cpu_count()
        if initializer is not None:
            initializer(*initargs)

    def _check(self):
        if self._state != "RUN":
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check()
        return AsyncResult(lambda: func(*args, **kwds), callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check()
        return AsyncResult(lambda: [func(each) for each in iterable], callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check()
        return AsyncResult(lambda: [func(*each) for each in iterable], callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        self._check()
        return map(func, iterable)

    imap_unordered = imap

    def close(self):
        if self._state == "RUN":
            self._state = "CLOSE"

    def terminate(self):
        self._state = "TERMINATE"

    def join(self):
        if self._state == "RUN":
            raise ValueError("Pool is still running")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.terminate()


_defaults = {"c": b"\0", "u": "\0", "f": 0.0, "d": 0.0}


class _Shared:
    """A value of a C type: integers wrap around, float rounds, as in shared memory."""

    def __init__(self, typecode, value=None):
        from array import array
        if not isinstance(typecode, str):
            raise TypeError("only type codes are known here, not %r" % (typecode,))
        self._array = array("B" if typecode == "c" else typecode, [_defaults.get(typecode, 0) if value is None else value] if typecode != "c" else [0])

    @property
    def value(self):
        return self._array[0]

    @value.setter
    def value(self, new):
        self._array[0] = new


def RawValue(typecode_or_type, *args):
    return _Shared(typecode_or_type, *args)


class _LockedValue(_Shared):
    def __init__(self, typecode, value=None, lock=True):
        super().__init__(typecode, value)
        self._lock = RLock() if lock in (True, None) else lock

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self


def Value(typecode_or_type, *args, lock=True):
    return _LockedValue(typecode_or_type, *args, lock=lock) if lock else _Shared(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    from array import array
    return array(typecode_or_type, [0] * size_or_initializer if isinstance(size_or_initializer, int) else size_or_initializer)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    return RawArray(typecode_or_type, size_or_initializer)


class _Connection:
    def __init__(self, reads, writes):
        self._reads, self._writes = reads, writes

    def send(self, obj):
        self._writes.append(obj)

    def recv(self):
        if not self._reads:
            raise RuntimeError("recv() from an empty pipe would wait forever: there is one process")
        return self._reads.pop(0)

    def poll(self, timeout=0.0):
        return bool(self._reads)

    def close(self):
        pass


def Pipe(duplex=True):
    a, b = [], []
    return _Connection(a, b), _Connection(b, a)


class Manager:
    """Plain objects: there is no other process to share them with."""
    dict, list, Queue, Lock, Value = dict, list, Queue, staticmethod(Lock), staticmethod(Value)

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass
