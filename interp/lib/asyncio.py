"""asyncio for coroutines: run, tasks, futures, queues, locks, timeouts, driven by one loop of callbacks and timers; no sockets, processes, threads."""
from _contextvars import copy_context as _copy_context
from _functools import _as_builtin
import heapq as _heapq
import inspect as _inspect
import sys as _sys
import time as _time
import types as _types
from collections import deque as _deque
from collections.abc import Coroutine as _Coroutine
from weakref import WeakSet as _WeakSet

__all__ = ["AbstractEventLoop", "ALL_COMPLETED", "BoundedSemaphore", "CancelledError", "Condition", "Event", "FIRST_COMPLETED", "FIRST_EXCEPTION",
           "Future", "Handle", "InvalidStateError", "LifoQueue", "Lock", "PriorityQueue", "Queue", "QueueEmpty", "QueueFull", "Runner", "Semaphore",
           "Task", "Timeout", "TimeoutError", "all_tasks", "as_completed", "create_task", "current_task", "ensure_future", "gather",
           "get_event_loop", "get_running_loop", "iscoroutine", "iscoroutinefunction", "isfuture", "new_event_loop", "run", "set_event_loop",
           "shield", "sleep", "timeout", "timeout_at", "wait", "wait_for"]

TimeoutError = TimeoutError
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class CancelledError(BaseException):
    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    __module__ = "asyncio.exceptions"


class QueueEmpty(Exception):
    __module__ = "asyncio.queues"


class QueueFull(Exception):
    __module__ = "asyncio.queues"


# ---- the loop ----

class Handle:
    """A callback that will be called by the loop, in its context."""
    __slots__ = ("_callback", "_args", "_cancelled", "_context", "__weakref__")

    def __init__(self, callback, args, context=None):
        self._callback, self._args, self._cancelled = callback, args, False
        self._context = _copy_context() if context is None else context

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled


class TimerHandle(Handle):
    __slots__ = ("_when", "_order")

    def __init__(self, when, order, callback, args, context=None):
        super().__init__(callback, args, context)
        self._when, self._order = when, order

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


_running = None  # the loop that runs now
_current = None  # the one that set_event_loop named


class AbstractEventLoop:
    def __init__(self):
        self._ready = _deque()
        self._timers = []
        self._order = 0
        self._stopping = self._closed = self._runs = False
        self._tasks = {}
        self._task = None
        self._factory = None
        self._handler = None
        self._debug = False
        self._generators = _WeakSet()  # asynchronous ones that began under this loop
        self._generators_end = False

    def time(self):
        return _time.monotonic()

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        handle = Handle(callback, args, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        self._order += 1
        timer = TimerHandle(when, self._order, callback, args, context)
        _heapq.heappush(self._timers, timer)
        return timer

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._factory is None:
            return Task(coro, loop=self, name=name, context=context)
        task = self._factory(self, coro) if context is None else self._factory(self, coro, context=context)
        _set_name(task, name)
        return task

    def set_task_factory(self, factory):
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    def _run_once(self):
        """The callbacks that are ready now; before them, when none is, a wait for the next timer."""
        timers = self._timers
        while timers and timers[0]._cancelled:
            _heapq.heappop(timers)
        if not self._ready and not self._stopping:
            if not timers:
                raise RuntimeError("the event loop would wait forever: nothing is ready and no timer is set")
            delay = timers[0]._when - self.time()
            if delay > 0:
                _time.sleep(delay)
        if timers:
            now = self.time() + 1e-9
            while timers and timers[0]._when < now:
                timer = _heapq.heappop(timers)
                if not timer._cancelled:
                    self._ready.append(timer)
        ready = self._ready
        for _ in range(len(ready)):
            handle = ready.popleft()
            if handle._cancelled:
                continue
            try:
                handle._context.run(handle._callback, *handle._args)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self.call_exception_handler({"message": "Exception in callback", "exception": error, "handle": handle})

    def run_forever(self):
        global _running
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._runs:
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._runs, _running = True, self
        hooks = _sys.get_asyncgen_hooks()
        _sys.set_asyncgen_hooks(self._generator_begins, self._generator_dies)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._runs, self._stopping, _running = False, False, None
            _sys.set_asyncgen_hooks(*hooks)

    def _generator_begins(self, generator):
        if self._generators_end:
            import warnings
            warnings.warn(f"asynchronous generator {generator!r} was scheduled after loop.shutdown_asyncgens() call", ResourceWarning, source=self)
        self._generators.add(generator)

    def _generator_dies(self, generator):
        """Its finally blocks run as a task of the loop, for they may wait."""
        self._generators.discard(generator)
        if not self._closed:
            self.call_soon(self.create_task, generator.aclose())

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        new = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_after)
        try:
            self.run_forever()
        except BaseException:
            if new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(self._stop_after)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_after(self, future):
        if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
            return
        self.stop()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return self._runs

    def is_closed(self):
        return self._closed

    def close(self):
        if self._runs:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    async def shutdown_asyncgens(self):
        self._generators_end = True
        generators = list(self._generators)
        self._generators.clear()
        for generator, result in zip(generators, await gather(*[each.aclose() for each in generators], return_exceptions=True)):
            if isinstance(result, Exception):
                self.call_exception_handler({"message": f"an error occurred during closing of asynchronous generator {generator!r}",
                                             "exception": result, "asyncgen": generator})

    async def shutdown_default_executor(self):
        pass

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def set_exception_handler(self, handler):
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def call_exception_handler(self, context):
        (self._handler or (lambda loop, context: loop.default_exception_handler(context)))(self, context)

    def default_exception_handler(self, context):
        import traceback
        error = context.get("exception")
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for name in sorted(context):
            if name not in ("message", "exception"):
                lines.append("%s: %r" % (name, context[name]))
        print("\n".join(lines), file=_sys.stderr)
        if error is not None:
            traceback.print_exception(error)


BaseEventLoop = AbstractEventLoop


def new_event_loop():
    return AbstractEventLoop()


@_as_builtin
def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def _get_running_loop():
    return _running


@_as_builtin
def get_event_loop():
    global _current
    if _running is not None:
        return _running
    if _current is None:
        _current = new_event_loop()
    return _current


def set_event_loop(loop):
    global _current
    _current = loop


# ---- futures and tasks ----

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


class Future:
    _asyncio_future_blocking = False
    _log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._state = _PENDING
        self._result = self._exception = None
        self._callbacks = []
        self._cancel_message = None

    __class_getitem__ = classmethod(_types.GenericAlias)

    def get_loop(self):
        return self._loop

    def _make_cancelled(self):
        error = CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)
        return error

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        self._state, self._cancel_message = _CANCELLED, msg
        self._schedule()
        return True

    def _schedule(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception.__traceback__)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, callback, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(callback, self, context=context)
        else:
            self._callbacks.append((callback, _copy_context() if context is None else context))

    def remove_done_callback(self, callback):
        kept = [each for each in self._callbacks if each[0] != callback]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._result, self._state = result, _FINISHED
        self._schedule()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception, self._state = exception, _FINISHED
        self._log_traceback = True
        self._schedule()

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def _info(self):
        parts = [self._state.lower()]
        if self._state == _FINISHED:
            parts.append("exception=%r" % self._exception if self._exception is not None else "result=%r" % (self._result,))
        return parts

    def __repr__(self):
        return "<%s %s>" % (self.__class__.__name__, " ".join(self._info()))

    def __del__(self):
        if self._log_traceback:
            self._loop.call_exception_handler({"message": "%s exception was never retrieved" % self.__class__.__name__, "exception": self._exception,
                                               "future": self})


class Task(Future):
    _count = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        if name is None:
            Task._count += 1
            name = "Task-%d" % Task._count
        self._name = str(name)
        self._must_cancel = False
        self._waits_for = None
        self._coro = coro
        self._cancel_requests = 0
        self._context = _copy_context() if context is None else context
        self._loop.call_soon(self._step, context=self._context)
        self._loop._tasks[self] = None

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        self._cancel_requests += 1
        if self._waits_for is not None and self._waits_for.cancel(msg=msg):
            return True
        self._must_cancel, self._cancel_message = True, msg
        return True

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
        return self._cancel_requests

    def _end(self):
        self._loop._tasks.pop(self, None)

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled()
            self._must_cancel = False
        loop, coro = self._loop, self._coro
        self._waits_for = None
        outer, loop._task = loop._task, self
        try:
            waited = coro.send(None) if error is None else coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
            self._end()
        except CancelledError as cancelled:
            self._cancelled_by = cancelled
            super().cancel()
            self._end()
        except (KeyboardInterrupt, SystemExit) as raised:
            super().set_exception(raised)
            self._end()
            raise
        except BaseException as raised:
            super().set_exception(raised)
            self._end()
        else:
            self._wait_for(waited)
        finally:
            loop._task = outer
            self = error = None

    def _make_cancelled(self):
        original = self.__dict__.pop("_cancelled_by", None)
        return super()._make_cancelled() if original is None else original

    def _wait_for(self, waited):
        """The coroutine gave something up to the loop: a future to wait for, or None: others first."""
        if waited is None:
            self._loop.call_soon(self._step, context=self._context)
            return
        if getattr(waited, "_asyncio_future_blocking", None) is None:
            self._loop.call_soon(self._step, RuntimeError("Task got bad yield: %r" % (waited,)), context=self._context)
        elif waited is self:
            self._loop.call_soon(self._step, RuntimeError("Task cannot await on itself: %r" % (self,)), context=self._context)
        elif not waited._asyncio_future_blocking:
            self._loop.call_soon(self._step, RuntimeError("yield was used instead of yield from in task %r with %r" % (self, waited)), context=self._context)
        else:
            waited._asyncio_future_blocking = False
            waited.add_done_callback(self._wake, context=self._context)
            self._waits_for = waited
            if self._must_cancel and waited.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()
        self = None

    def _info(self):
        parts = super()._info()
        if self._must_cancel:
            parts[0] = "cancelling"
        parts.insert(1, "name=%r coro=<%s()>" % (self._name, getattr(self._coro, "__qualname__", self._coro)))
        return parts


def _set_name(task, name):
    if name is not None and hasattr(task, "set_name"):
        task.set_name(name)


def isfuture(obj):
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def iscoroutine(obj):
    return isinstance(obj, (_types.CoroutineType, _types.GeneratorType, _Coroutine))


def iscoroutinefunction(func):
    return _inspect.iscoroutinefunction(func)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


async def _await(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _await(coro_or_future)
    return (get_event_loop() if loop is None else loop).create_task(coro_or_future)


def current_task(loop=None):
    return (get_running_loop() if loop is None else loop)._task


def all_tasks(loop=None):
    return {task for task in (get_running_loop() if loop is None else loop)._tasks if not task.done()}


# ---- running ----

class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._factory = loop_factory or new_event_loop
        self._loop = None

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *args):
        self.close()

    def get_loop(self):
        if self._loop is None:
            self._loop = self._factory()
            self._context = _copy_context()
        return self._loop

    def close(self):
        loop, self._loop = self._loop, None
        if loop is not None and not loop.is_closed():
            try:
                _cancel_all(loop)
                loop.run_until_complete(loop.shutdown_asyncgens())
                loop.run_until_complete(loop.shutdown_default_executor())
            finally:
                loop.close()

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError("a coroutine was expected, got %r" % (coro,))
        if _running is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro, context=self._context if context is None else context))


def _cancel_all(loop):
    tasks = all_tasks(loop)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(_gather_on(loop, tasks))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown", "exception": task.exception(), "task": task})


def run(main, *, debug=None):
    if _running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)


# ---- waiting ----

async def sleep(delay, result=None):
    if delay <= 0:
        await _Yield()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_if_pending, future, result)
    try:
        return await future
    finally:
        timer.cancel()


class _Yield:
    def __await__(self):
        yield


def _set_if_pending(future, result):
    if not future.done():
        future.set_result(result)


class _GatheringFuture(Future):
    """What gather() returns: cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def _gather_on(loop, futures):
    return _gather(futures, loop, True)


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    return _gather(coros_or_futures, None, return_exceptions)


def _gather(given, loop, return_exceptions):
    known = {}
    children = []
    for each in given:
        if each not in known:
            future = ensure_future(each, loop=loop)
            loop = loop or future._loop
            known[each] = future
        children.append(known[each])
    waiting = len(known)

    def done(child):
        nonlocal waiting
        waiting -= 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if not waiting:
            results = [_outcome(each) for each in children]
            if outer._cancel_requested:
                outer.set_exception(child._make_cancelled() if child.cancelled() else CancelledError())
            else:
                outer.set_result(results)

    outer = None
    for future in known.values():
        future.add_done_callback(done)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def _outcome(future):
    if future.cancelled():
        return CancelledError("" if future._cancel_message is None else future._cancel_message)
    return future.result() if future.exception() is None else future.exception()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect a list of futures, not %s" % type(fs).__name__)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: %s" % return_when)
    fs = set(fs)
    if any(iscoroutine(each) for each in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, get_running_loop())


async def _wait(futures, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _set_if_pending, waiter, None)
    left = len(futures)

    def done(future):
        nonlocal left
        left -= 1
        if (left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None):
            if timer is not None:
                timer.cancel()
            _set_if_pending(waiter, None)

    for each in futures:
        each.add_done_callback(done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for each in futures:
            each.remove_done_callback(done)
    finished = {each for each in futures if each.done()}
    return finished, futures - finished


async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    fut = ensure_future(fut, loop=loop)
    if timeout <= 0:
        if not fut.done():
            await _cancel_and_wait(fut, loop)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    try:
        await _wait({fut}, timeout, ALL_COMPLETED, loop)
    except CancelledError:
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop)
        raise
    if fut.done():
        return fut.result()
    await _cancel_and_wait(fut, loop)
    try:
        return fut.result()
    except CancelledError as error:
        raise TimeoutError() from error


async def _cancel_and_wait(future, loop):
    future.cancel()
    await _wait({future}, None, ALL_COMPLETED, loop)


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)
    finished = Queue()
    loop = get_event_loop()
    todo = {ensure_future(each, loop=loop) for each in set(fs)}
    timer = None

    def timed_out():
        for each in todo:
            each.remove_done_callback(done)
            finished.put_nowait(None)
        todo.clear()

    def done(future):
        if todo:
            todo.remove(future)
            finished.put_nowait(future)
            if not todo and timer is not None:
                timer.cancel()

    async def one():
        future = await finished.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for each in todo:
        each.add_done_callback(done)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, timed_out)
    for _ in range(len(todo)):
        yield one()


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class Timeout:
    def __init__(self, when):
        self._when = when
        self._task = self._timer = None
        self._expired = self._entered = False

    def when(self):
        return self._when

    def reschedule(self, when):
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if when is None else get_running_loop().call_at(when, self._on_timeout)

    def _on_timeout(self):
        self._task.cancel()
        self._expired = True
        self._timer = None

    def expired(self):
        return self._expired

    async def __aenter__(self):
        self._task = current_task()
        self._cancelling = self._task.cancelling()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, value, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._expired and self._task.uncancel() <= self._cancelling and kind is CancelledError:
            raise TimeoutError from value


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    """Tasks that are awaited together. Without ExceptionGroup (refused, docs/LANGUAGE.md), the first error of a task is raised itself."""

    def __init__(self):
        self._tasks = set()
        self._parent = self._loop = self._waiter = None
        self._errors = []
        self._exiting = self._aborting = self._entered = self._parent_cancelled = False

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has been already entered" % (self,))
        self._entered = True
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        return self

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError("TaskGroup %r has not been entered" % (self,))
        if self._exiting and not self._tasks:
            raise RuntimeError("TaskGroup %r is finished" % (self,))
        task = self._loop.create_task(coro, name=name, context=context)
        task.add_done_callback(self._task_done)
        self._tasks.add(task)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks:
            _set_if_pending(self._waiter, True)
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        if not self._aborting and not self._parent_cancelled:
            self._abort()
            self._parent_cancelled = True
            self._parent.cancel()

    async def __aexit__(self, kind, value, traceback):
        self._exiting = True
        outer_cancel = value if kind is CancelledError else None
        if self._parent_cancelled and self._parent.uncancel() == 0:
            outer_cancel = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._aborting:
                    outer_cancel = error
                    self._abort()
                elif self._parent_cancelled and self._parent.cancelling():
                    self._parent.uncancel()
            self._waiter = None
        if outer_cancel is not None and not self._errors:
            raise outer_cancel
        if kind is not None and kind is not CancelledError:
            self._errors.append(value)
        if self._errors:
            raise self._errors[0]


# ---- locks and queues ----

class _WithLock:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, kind, value, traceback):
        self.release()


class Lock(_WithLock):
    def __init__(self):
        self._waiters = _deque()
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(each.cancelled() for each in self._waiters):
            self._locked = True
            return True
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            try:
                await future
            finally:
                self._waiters.remove(future)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event:
    def __init__(self):
        self._waiters = _deque()
        self._value = False

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for each in self._waiters:
                _set_if_pending(each, True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            await future
            return True
        finally:
            self._waiters.remove(future)


class Condition(_WithLock):
    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release
        self._waiters = _deque()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            future = get_running_loop().create_future()
            self._waiters.append(future)
            try:
                await future
                return True
            finally:
                self._waiters.remove(future)
        finally:
            cancelled = False
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError:
                    cancelled = True
            if cancelled:
                raise CancelledError

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for each in self._waiters:
            if n <= 0:
                break
            if not each.done():
                n -= 1
                each.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_WithLock):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = _deque()

    def locked(self):
        return self._value == 0 or any(not each.cancelled() for each in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            try:
                await future
            finally:
                self._waiters.remove(future)
        except CancelledError:
            if not future.cancelled():
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for each in self._waiters:
            if not each.done():
                self._value -= 1
                each.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = _deque(), _deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    __class_getitem__ = classmethod(_types.GenericAlias)

    def _init(self, maxsize):
        self._queue = _deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= len(self._queue)

    async def put(self, item):
        while self.full():
            await self._stand_in(self._putters, lambda: not self.full())
        return self.put_nowait(item)

    async def get(self):
        while not self._queue:
            await self._stand_in(self._getters, lambda: self._queue)
        return self.get_nowait()

    async def _stand_in(self, line, can_go):
        """Waits for a turn; one who was called but cancelled calls the next."""
        waiter = get_running_loop().create_future()
        line.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            try:
                line.remove(waiter)
            except ValueError:
                pass
            if can_go() and not waiter.cancelled():
                self._wake(line)
            raise

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)

    def get_nowait(self):
        if not self._queue:
            raise QueueEmpty
        item = self._get()
        self._wake(self._putters)
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        _heapq.heappush(self._queue, item)

    def _get(self):
        return _heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
