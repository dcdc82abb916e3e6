"""contextvars, and the contexts in which asyncio runs tasks and callbacks."""
import asyncio
import contextvars
from collections.abc import Mapping


def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e.args[:1] if isinstance(e, LookupError) and not isinstance(e, KeyError) else e)


var = contextvars.ContextVar("var", default=42)
bare = contextvars.ContextVar("bare")
print(var.name, var.get(), var.get(7), bare.get("given"), repr(bare)[:24], repr(var)[:35])
attempt(lambda: type(bare.get()))
first = var.set(1)
second = var.set(2)
print(first.var is var, first.old_value, second.old_value, contextvars.Token.MISSING, repr(second)[:10], var.get())
var.reset(second)
attempt(lambda: str(var.reset(second))[:0])
print(var.get(), repr(second)[:12])
for thunk in (lambda: bare.reset(first), lambda: var.reset(5), lambda: contextvars.ContextVar(5), lambda: contextvars.ContextVar("x", other=1), lambda: contextvars.ContextVar(), lambda: var.get(1, 2), lambda: contextvars.Token(),
              lambda: type("C", (contextvars.ContextVar,), {}), lambda: type("C", (contextvars.Context,), {}), lambda: type("C", (contextvars.Token,), {}), lambda: hash(contextvars.Context()), lambda: setattr(var, "name", 3),
              lambda: contextvars.ContextVar[int], lambda: contextvars.Token[int], lambda: contextvars.Context(1)):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0].split("<Token")[0])
context = contextvars.copy_context()
print(len(context), context[var], var in context, bare in context, context.get(bare), context.get(bare, 3), list(context) == [var], list(context.values()), [value for _, value in context.items()], list(context.keys()) == [var])
for thunk in (lambda: context["var"], lambda: "var" in context, lambda: context.get(1), lambda: context.run(lambda: context.run(print))):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


def inside(new, *, more=None):
    var.set(new)
    bare.set(more)
    return var.get(), bare.get(), contextvars.copy_context() == context


print(context.run(inside, "inside", more="kw"), var.get(), bare.get("outside"), context[var], context[bare])
attempt(lambda: context.run(lambda: 1 / 0))
copied = context.copy()
print(copied == context, copied is context, context == 3, isinstance(context, Mapping), type(context), type(var), type(first))
copied.run(var.set, "changed")
print(copied == context, context[var], copied[var])
other = contextvars.Context()
print(len(other), other.run(var.get), other.run(lambda: other.run is None))
token = other.run(var.set, 9)
try:
    var.reset(token)
except ValueError as e:
    print(str(e)[-35:])
other.run(var.reset, token)
print(len(other), list(other.items()))


async def child(name):
    print(name, "sees", var.get(), bare.get("nothing"))
    var.set(name)
    await asyncio.sleep(0)
    print(name, "still", var.get())
    await asyncio.sleep(0.001)
    print(name, "and still", var.get())
    return var.get()


async def generator():
    for each in range(2):
        var.set(("generator", each))
        yield var.get()


async def main():
    var.set("main")
    print(await asyncio.gather(*(child("task %d" % each) for each in range(3))), var.get())
    print(await child("awaited"), var.get())
    loop = asyncio.get_running_loop()
    called = asyncio.Event()
    var.set("at call_soon")
    loop.call_soon(lambda: print("call_soon", var.get()))
    var.set("at call_later")
    loop.call_later(0.001, lambda: (print("call_later", var.get()), called.set()))
    own = contextvars.copy_context()
    own.run(var.set, "own")
    loop.call_soon(lambda: print("given", var.get()), context=own)
    var.set("later")
    await called.wait()
    future = loop.create_future()
    future.add_done_callback(lambda future: print("done", var.get()))
    future.add_done_callback(lambda future: print("done in own", var.get()), context=own)
    var.set("at the result")
    future.set_result(1)
    await future
    await asyncio.sleep(0)
    task = asyncio.create_task(child("in own"), context=own)
    await task
    print(own[var], var.get())
    print([each async for each in generator()], var.get())
    try:
        await asyncio.wait_for(child("timed"), 5)
    finally:
        print(var.get())


var.set("outside")
asyncio.run(main())
print(var.get())
with asyncio.Runner() as runner:
    async def remember(value):
        old = var.get()
        var.set(value)
        return old
    print(runner.run(remember("one")), runner.run(remember("two")), runner.run(remember("three"), context=context), context[var], runner.run(remember("four")))
print(var.get())
