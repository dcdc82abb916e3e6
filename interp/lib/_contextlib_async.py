"""The asynchronous half of contextlib, loaded when it is asked for."""
import sys
from contextlib import AbstractAsyncContextManager, _BaseExitStack, _GeneratorContextManager, _hang_below, _MethodType
from functools import wraps


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _AsyncGeneratorContextManager(AsyncContextDecorator, AbstractAsyncContextManager):
    __init__ = _GeneratorContextManager.__init__
    _recreate_cm = _GeneratorContextManager._recreate_cm

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value or (isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack whose exits may be asynchronous, too."""

    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._exit_callbacks.append((False, _MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((False, exit if method is None else _MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def run(*details):
            await callback(*args, **kwds)
        run.__wrapped__ = callback
        self._exit_callbacks.append((False, run))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        error, outer = details[1], sys.exc_info()[1]
        swallowed = pending = False
        while self._exit_callbacks:
            synchronous, leave = self._exit_callbacks.pop()
            try:
                result = leave(type(error) if error is not None else None, error, error.__traceback__ if error is not None else None)
                if result if synchronous else await result:
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


for _each in (AsyncContextDecorator, asynccontextmanager, aclosing, AsyncExitStack):
    _each.__module__ = "contextlib"
