"""threading for one thread: a Thread runs to its end in start(), which is one of the orders in which threads may run; what would wait for
another thread forever is refused with a RuntimeError."""
from _contextvars import Context as _Context
from _functools import _as_builtin
import itertools as _itertools
import sys as _sys
from time import monotonic as _monotonic, sleep as _sleep

__all__ = ["Barrier", "BoundedSemaphore", "BrokenBarrierError", "ExceptHookArgs", "TIMEOUT_MAX", "Condition", "Event", "Lock", "RLock", "Semaphore", "Thread", "ThreadError", "Timer", "active_count",
           "current_thread", "enumerate", "excepthook", "get_ident", "get_native_id", "local", "main_thread", "stack_size"]

ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0
_counter = _itertools.count(1)


def _would_wait(what, timeout=None):
    """Nothing can change while we wait: the time runs out, or there is no end."""
    if timeout is None or timeout < 0:
        raise RuntimeError("%s would wait forever: there is one thread" % what)
    end = _monotonic() + timeout
    while (left := end - _monotonic()) > 0:
        _sleep(left)
    return False


class _Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            return _would_wait("acquiring a held lock", None if timeout < 0 else timeout) if blocking else False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, type, value, traceback):
        self.release()

    def __repr__(self):
        return "<%s _thread.lock object at %#x>" % ("locked" if self._held else "unlocked", id(self))


@_as_builtin
def Lock():
    return _Lock()


class _RLock:
    def __init__(self):
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._count and self._owner is not _current[-1]:
            return _would_wait("acquiring a held lock", None if timeout < 0 else timeout) if blocking else False
        self._owner = _current[-1]
        self._count += 1
        return True

    def release(self):
        if not self._count or self._owner is not _current[-1]:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, type, value, traceback):
        self.release()


def RLock():
    return _RLock()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        return _would_wait("waiting for a condition", timeout)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        return result if result else self.wait(timeout) or predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            return _would_wait("acquiring a semaphore", timeout) if blocking else False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, type, value, traceback):
        self.release()


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Where some threads wait for each other; one thread alone passes only a barrier of its own."""

    def __init__(self, parties, action=None, timeout=None):
        self._parties, self._action, self._timeout, self._broken = parties, action, timeout, False

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: 0)
    broken = property(lambda self: self._broken)

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            timeout = self._timeout if timeout is None else timeout
            if timeout is None:
                _would_wait("waiting at a barrier", None)
            self._broken = True
            raise BrokenBarrierError
        if self._action:
            try:
                self._action()
            except BaseException:
                self._broken = True
                raise
        return 0

    def reset(self):
        self._broken = False

    def abort(self):
        self._broken = True


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return True if self._flag else _would_wait("waiting for an event", timeout)


class _LocalParts:
    """Of one local object: how to initialize it, the dict of each thread, and whose dict it has now."""
    __slots__ = ("args", "kwargs", "dicts", "owner")


def _settle(self):
    """The object has the dict of the thread that runs, made by __init__ when it comes here for the first time."""
    parts = object.__getattribute__(self, "_local__parts")
    thread = _current[-1]
    if parts.owner is thread:
        return
    known = parts.dicts.get(thread)
    if known is None:
        parts.dicts[thread] = known = {}
        object.__setattr__(self, "__dict__", known)
        parts.owner = thread
        type(self).__init__(self, *parts.args, **parts.kwargs)
    else:
        object.__setattr__(self, "__dict__", known)
        parts.owner = thread


class local:
    """Thread-local data"""
    __slots__ = ("_local__parts", "__dict__")

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        parts = _LocalParts()
        parts.args, parts.kwargs, parts.owner = args, kwargs, _current[-1]
        object.__setattr__(self, "_local__parts", parts)
        parts.dicts = {parts.owner: object.__getattribute__(self, "__dict__")}
        return self

    def __getattribute__(self, name):
        _settle(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        _settle(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        _settle(self)
        object.__delattr__(self, name)


local.__module__ = "_thread"
local.__qualname__ = local.__name__ = "_local"


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = "Thread-%d" % next(_counter)
            if target is not None:
                name += " (%s)" % getattr(target, "__name__", "")
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = str(name)
        self.daemon = bool(daemon)
        self._state = "initial"
        self.ident = self.native_id = None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        self._state = "started"
        self.ident = self.native_id = id(self)
        _current.append(self)
        tracing = _sys.gettrace(), _sys.getprofile()
        if tracing != (None, None):  # a thread has a trace function of its own
            _sys.settrace(None)
            _sys.setprofile(None)
        try:
            _Context().run(self.run)
        except SystemExit:
            pass
        except Exception:
            excepthook(ExceptHookArgs((*_sys.exc_info(), self)))
        finally:
            _current.pop()
            self._state = "stopped"
            if tracing != (None, None):
                _sys.settrace(tracing[0])
                _sys.setprofile(tracing[1])

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is _current[-1]:
            raise RuntimeError("cannot join current thread")

    def is_alive(self):
        return self._state == "started"

    def __repr__(self):
        return "<%s(%s, %s%s)>" % (self.__class__.__name__, self._name, self._state + (" daemon" if self.daemon else ""),
                                   "" if self.ident is None else " %s" % self.ident)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs

    def cancel(self):
        pass

    def run(self):
        _sleep(self.interval)
        self.function(*self.args, **self.kwargs)


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


@_as_builtin
def excepthook(args, /):
    import traceback
    print("Exception in thread %s:" % args.thread.name, file=_sys.stderr, flush=True)
    traceback.print_exception(*args[:3])


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread")
        self._state = "started"
        self.ident = self.native_id = id(self)


_current = [_MainThread()]


def current_thread():
    return _current[-1]


currentThread = current_thread


def main_thread():
    return _current[0]


@_as_builtin
def get_ident():
    return _current[-1].ident


get_native_id = get_ident


def active_count():
    return len(_current)


def enumerate():
    return list(_current)


_stack_size = 0


@_as_builtin
def stack_size(size=0, /):
    """What a thread's stack would be; it is only kept."""
    global _stack_size
    from operator import index
    size = index(size)
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError("size not valid: %d bytes" % size)
    before, _stack_size = _stack_size, size
    return before
