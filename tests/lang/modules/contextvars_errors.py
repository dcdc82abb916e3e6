"""What contextvars refuses, and who else follows contexts: decimal, threads, groups of tasks, tests that are coroutines."""
import asyncio
import contextvars
import copy
import decimal
import gc
import re
import threading
import unittest
import weakref

var = contextvars.ContextVar("var")
print(contextvars.Context, contextvars.ContextVar, contextvars.Token, type(contextvars.Token.MISSING))


def recursive():
    inner = []
    again = contextvars.ContextVar("again", default=inner)
    inner.append(again)
    return again


for thunk in (lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar("a", "b"), lambda: contextvars.ContextVar("a", x=1),
              lambda: contextvars.ContextVar("a", default=1, x=1), lambda: contextvars.ContextVar(name="a"), lambda: contextvars.ContextVar(b"a"),
              lambda: contextvars.Context(1), lambda: contextvars.Context(a=1), lambda: contextvars.Context().run(), lambda: contextvars.Context().run(1),
              lambda: var.set(), lambda: var.set(1, 2), lambda: var.set(value=1), lambda: var.reset(), lambda: var.get(1, 2), lambda: var.get(x=1), lambda: var.get(),
              lambda: setattr(var, "name", 1), lambda: delattr(var, "name"), lambda: setattr(var, "x", 1), lambda: setattr(var.set(1), "var", 1),
              lambda: setattr(var.set(1), "old_value", 1), lambda: setattr(var.set(1), "x", 1), lambda: hash(var.set(1)), lambda: hash(contextvars.Context()),
              lambda: contextvars.Context().get(), lambda: contextvars.Context().get(1), lambda: contextvars.Context().get(var, 1, 2),
              lambda: contextvars.Context()[var], lambda: contextvars.Context()[1], lambda: 1 in contextvars.Context(), lambda: contextvars.copy_context(1),
              lambda: contextvars.Context() < contextvars.Context(), lambda: contextvars.Context() != contextvars.Context(), lambda: contextvars.Context() == {},
              lambda: contextvars.Token(1), lambda: contextvars.ContextVar[int, str], lambda: contextvars.Context[int], lambda: contextvars.Context.copy(1),
              lambda: contextvars.Context().copy(1), lambda: type("X", (contextvars.Context,), {}), lambda: type("X", (contextvars.Token,), {}),
              lambda: type("X", (contextvars.ContextVar,), {}), lambda: type(contextvars.Token.MISSING)(), lambda: contextvars.Token.MISSING.x,
              lambda: copy.copy(var), lambda: copy.deepcopy(contextvars.Context()), lambda: recursive(), lambda: var.reset(var), lambda: var.set(1).old_value,
              lambda: contextvars.Context().run(var.reset, var.set(5)), lambda: contextvars.ContextVar("other").reset(var.set(5))):
    try:
        shown = repr(thunk())
    except Exception as e:
        shown = type(e).__name__ + " " + str(e)
    print(re.sub("0x[0-9a-f]+", "0x", shown))


def nested(context, left):
    return nested(context.copy(), left - 1) if left == 0 else context.copy().run(nested, context, left - 1) if left > 0 else len(context)


print(contextvars.copy_context().run(nested, contextvars.copy_context(), 20))


class Held:
    def __del__(self):
        print("gone")


def leaves_cycle():
    mine = contextvars.Context()
    mine.run(var.set, [mine, Held()])
    return weakref.ref(mine)


gc.collect()
reference = leaves_cycle()
gc.collect()
print(reference())
looping = contextvars.copy_context()
looping.run(var.set, 1)
print([looping.run(contextvars.ContextVar("new").set, each).old_value for each in looping] and len(looping))

# ---- decimal: each context has its own current one, copies share it ----

decimal.getcontext().prec = 7


async def counts(digits, *, alone):
    if alone:
        decimal.setcontext(decimal.Context(prec=digits))
    for _ in range(3):
        await asyncio.sleep(0)
        print(digits, decimal.getcontext().prec, decimal.Decimal(1) / 7, decimal.Decimal(2).sqrt())
    with decimal.localcontext(prec=digits + 1) as local:
        await asyncio.sleep(0)
        print(digits, "within", decimal.Decimal(1) / 7, local is decimal.getcontext())
    await asyncio.sleep(0)
    print(digits, "after", decimal.Decimal(1) / 7)


async def many():
    await asyncio.gather(*(counts(digits, alone=True) for digits in (3, 4, 5)))
    await asyncio.gather(counts(10, alone=False), counts(20, alone=False))


asyncio.run(many())
print(decimal.Decimal(1) / 7)
empty = contextvars.Context()
print(empty.run(lambda: (decimal.Decimal(1) / 7, decimal.getcontext().prec)), decimal.Decimal(1) / 7)
old = decimal.getcontext()
empty.run(lambda: (setattr(old, "prec", 5), print(decimal.Decimal(1) / 7)))
print(decimal.Decimal(1) / 7)

# ---- a thread begins with nothing ----

var.set("main")
decimal.getcontext().prec = 9
thread = threading.Thread(target=lambda: (print(var.get("nothing"), decimal.getcontext().prec), var.set("thread")))
thread.start()
thread.join()
print(var.get())

# ---- tasks ----


async def reads(value=None):
    old = var.get("nothing")
    if value:
        var.set(value)
    return old


async def groups():
    given = contextvars.Context()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(reads("first"), context=given, name="first"), group.create_task(reads("second"), context=given), group.create_task(reads(), name="third")]
    print([each.result() for each in tasks], given[var], tasks[0].get_name(), tasks[2].get_name())
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **more: (print(sorted(more)), asyncio.Task(coro, loop=loop, **more))[1])
    print(await loop.create_task(reads(), context=given), await loop.create_task(reads()))
    loop.set_task_factory(None)
    future = loop.create_future()
    order = []

    def done(future):
        order.append(var.get("nothing"))
    future.add_done_callback(done, context=given)
    future.add_done_callback(done, context=given)
    print(future.remove_done_callback(done))
    future.add_done_callback(done, context=given)
    future.set_result(None)
    future.add_done_callback(done)
    loop.call_later(0, done, None, context=given)
    loop.call_at(loop.time(), lambda: given.run(done, None))
    await asyncio.sleep(0.01)
    print(order)


asyncio.run(groups())


class Test(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp", var.get())
        var.set("set up")

    async def asyncSetUp(self):
        print("asyncSetUp", var.get())
        var.set("async set up")
        self.addCleanup(lambda: print("cleanup", var.get()))

    async def test(self):
        print("test", var.get())
        var.set("tested")

    async def asyncTearDown(self):
        print("asyncTearDown", var.get())
        var.set("async torn down")

    def tearDown(self):
        print("tearDown", var.get())


print(Test("test").run().testsRun, var.get())
