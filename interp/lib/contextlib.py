"""contextlib: context managers from generators, and other helpers of `with`."""
import sys
from _collections import deque
from abc import ABC, abstractmethod
from functools import wraps

_MethodType = type(ABC.register)

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager",
           "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]
_ASYNC = ("AsyncContextDecorator", "AsyncExitStack", "aclosing", "asynccontextmanager")


def __dir__():
    return [*globals(), *_ASYNC]


def __getattr__(name):
    if name not in _ASYNC:
        raise AttributeError("module 'contextlib' has no attribute %r" % name)
    import _contextlib_async
    for each in _ASYNC:
        globals()[each] = getattr(_contextlib_async, each)
    return globals()[name]


def _has(cls, *names):
    """Whether the first class of the MRO that says something of each name has it; None says that it has not."""
    return all(next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None) is not None for name in names)


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return True if cls is AbstractContextManager and _has(C, "__enter__", "__exit__") else NotImplemented


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(type(list[int]))

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return True if cls is AbstractAsyncContextManager and _has(C, "__aenter__", "__aexit__") else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as stop:
            return stop is not value  # the body's own StopIteration goes on
        except RuntimeError as error:
            # A StopIteration that the body raised comes back wrapped, by the rule for generators.
            if error is value or (isinstance(value, StopIteration) and error.__cause__ is value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


def _hang_below(new, error, outer):
    """The context of `new` should be what was handled when it was raised, not what the loop over the exits handles."""
    while True:
        context = new.__context__
        if context is None or context is error:
            return  # set so by the exit itself
        if context is outer:
            break
        new = context
    new.__context__ = error


class _BaseExitStack:
    """(is synchronous, callback or bound __exit__ method) of each exit, run last in, first out."""

    def __init__(self):
        self._exit_callbacks = deque()

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((True, exit if method is None else _MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
        result = enter(cm)
        self._exit_callbacks.append((True, _MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def run(*details):
            callback(*args, **kwds)
        run.__wrapped__ = callback
        self._exit_callbacks.append((True, run))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return other


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Each exit may replace or swallow the exception for those below."""

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        error = details[1]
        outer = sys.exc_info()[1]
        swallowed = False
        pending = False
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(type(error) if error is not None else None, error, error.__traceback__ if error is not None else None):
                    error = None
                    pending = False
                    swallowed = True
            except BaseException as new:
                _hang_below(new, error, outer)
                error = new
                pending = True
        if pending:
            context = error.__context__
            try:
                raise error
            finally:
                error.__context__ = context
        return details[1] is not None and swallowed
