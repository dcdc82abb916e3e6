async def f():
    raise ValueError('deep')
async def g():
    await f()
async def h():
    async with x() as y:
        pass
def run(c): c.send(None)
run(g())
