"""contextvars imported while tasks of asyncio already run: each has its own values all the same."""
import asyncio


async def early(name):
    await asyncio.sleep(0)
    import contextvars
    global var
    if "var" not in globals():
        var = contextvars.ContextVar("var", default="default")
    before = var.get()
    var.set(name)
    await asyncio.sleep(0)
    inner = await asyncio.create_task(reads())
    await asyncio.sleep(0.001)
    return before, inner, var.get()


async def reads():
    return var.get()


async def main():
    print(await asyncio.gather(early("a"), early("b"), early("c")), var.get())


asyncio.run(main())
print(var.get())
