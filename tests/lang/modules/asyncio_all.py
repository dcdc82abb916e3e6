"""asyncio: the order in which things run, results, errors, cancelling, timeouts, locks, queues."""
import asyncio
import itertools
import math
import random

log = []
async def attempt(awaitable):
    try:
        print("result", await awaitable)
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)

async def worker(name, steps, delay=0):
    for i in range(steps):
        print(name, i)
        await asyncio.sleep(delay)
    return name * 2

async def fail(message, steps=1):
    for _ in range(steps):
        await asyncio.sleep(0)
    raise ValueError(message)

async def basics():
    print(await asyncio.gather(worker("a", 3), worker("b", 2), worker("c", 1)))
    t = asyncio.create_task(worker("t", 2), name="my task")
    print(t.done(), t.get_name(), asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    print(await t, t.done(), t.result(), t.exception(), t.cancelled())
    print(await asyncio.gather(), await asyncio.gather(fail("one"), worker("d", 1), return_exceptions=True))
    await attempt(asyncio.gather(fail("two", 2), worker("e", 4)))
    await attempt(fail("three"))
    print(await asyncio.sleep(0.001, "slept"), await asyncio.sleep(0, "at once"))
    order = []
    async def later(n):
        await asyncio.sleep(n / 200)
        order.append(n)
        return n
    await asyncio.gather(*map(later, [3, 1, 2]))
    print(order)
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1"); loop.call_soon(print, "soon 2"); loop.call_later(0.002, print, "later"); loop.call_later(0.001, print, "earlier")
    handle = loop.call_soon(print, "never"); handle.cancel()
    await asyncio.sleep(0.02)
    f = loop.create_future()
    f.add_done_callback(lambda f: print("done", f.result()))
    loop.call_soon(f.set_result, 42)
    print(await f, f.done())
    for bad in (lambda: f.set_result(1), lambda: loop.create_future().result(), lambda: asyncio.run(None)):
        try: bad()
        except Exception as e: print(type(e).__name__, str(e)[:40])

async def cancelling():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled inside")
            raise
        finally:
            print("finally")
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(t.cancel(), t.cancelled())
    await attempt(t)
    print(t.cancelled(), t.done(), t.cancel())
    t = asyncio.create_task(stubborn())
    t.cancel("before it began")
    await attempt(t)
    async def swallow():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "swallowed"
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    await attempt(t)
    g = asyncio.gather(stubborn(), stubborn())
    await asyncio.sleep(0)
    g.cancel()
    await attempt(g)
    await attempt(asyncio.wait_for(asyncio.sleep(10), 0.001))
    await attempt(asyncio.wait_for(worker("w", 2), 1))
    await attempt(asyncio.wait_for(asyncio.sleep(10), 0))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(10)
    except TimeoutError as e:
        print("timeout", type(e.__cause__).__name__)
    async with asyncio.timeout(5) as limit:
        await asyncio.sleep(0)
    print(limit.expired())
    inner = asyncio.create_task(worker("s", 2))
    s = asyncio.shield(inner)
    await asyncio.sleep(0)
    s.cancel()
    await attempt(s)
    print(await inner)
    done, pending = await asyncio.wait({asyncio.create_task(asyncio.sleep(0, "q")), asyncio.create_task(asyncio.sleep(10))}, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for t in pending: t.cancel()
    print([await t for t in asyncio.as_completed([asyncio.sleep(0.05, 3), asyncio.sleep(0.001, 1)])])
    done, pending = await asyncio.wait([asyncio.create_task(fail("w"))], timeout=1)
    print([str(t.exception()) for t in done], pending)
    await attempt(asyncio.wait([]))

async def synchronizing():
    lock = asyncio.Lock()
    async def critical(n):
        async with lock:
            print("enter", n, lock.locked())
            await asyncio.sleep(0)
            print("leave", n)
    await asyncio.gather(*map(critical, range(3)))
    event = asyncio.Event()
    async def waiter(n):
        await event.wait()
        print("woken", n)
    tasks = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    sem = asyncio.Semaphore(2)
    running = 0
    async def limited(n):
        nonlocal running
        async with sem:
            running += 1
            print("limited", n, running)
            await asyncio.sleep(0)
            running -= 1
    await asyncio.gather(*map(limited, range(5)))
    cond = asyncio.Condition()
    items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print("consumed", n, items.pop())
    tasks = [asyncio.create_task(consumer(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with cond:
        items.extend([1, 2])
        cond.notify_all()
    await asyncio.gather(*tasks)
    try: lock.release()
    except RuntimeError as e: print(e)

async def queues():
    q = asyncio.Queue(2)
    async def producer():
        for i in range(6):
            await q.put(i)
            print("put", i, q.qsize())
        await q.put(None)
    async def consumer():
        while (item := await q.get()) is not None:
            print("got", item)
            q.task_done()
        q.task_done()
    await asyncio.gather(producer(), consumer())
    await q.join()
    for kind in (asyncio.LifoQueue, asyncio.PriorityQueue):
        q = kind()
        for x in (2, 3, 1): q.put_nowait(x)
        print([q.get_nowait() for _ in range(3)])
        try: q.get_nowait()
        except asyncio.QueueEmpty as e: print("empty", repr(e))

async def sieve():
    async def generate(q):
        for i in itertools.count(2):
            await q.put(i)
    async def filter_(source, target, prime):
        while True:
            i = await source.get()
            if i % prime:
                await target.put(i)
    out = asyncio.Queue(1)
    asyncio.create_task(generate(out))
    primes = []
    for _ in range(30):
        prime = await out.get()
        primes.append(prime)
        source, out = out, asyncio.Queue(1)
        asyncio.create_task(filter_(source, out, prime))
    print(primes)

class Tree:
    async def leaf(self):
        data = random.randint(1, 100)
        if data > 90:
            await asyncio.sleep(0.0001)
        return data
    async def grow(self, level):
        if level == 0:
            return await self.leaf()
        return sum(await asyncio.gather(*[self.grow(level - 1) for _ in range(4)]))
    async def group(self, level):
        if level == 0:
            await self.leaf()
            return
        async with asyncio.TaskGroup() as tg:
            for _ in range(3):
                tg.create_task(self.group(level - 1))

async def trees():
    random.seed(0)
    print(await Tree().grow(5))
    random.seed(0)
    await Tree().group(4)
    print(random.random())
    async def agen(n):
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    print([x async for x in agen(5)], [x * y async for x in agen(3) for y in range(2)])

for main in (basics, cancelling, synchronizing, queues, sieve, trees):
    print("==", main.__name__)
    print(asyncio.run(main()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(worker("loop", 2)), loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try: loop.run_until_complete(None)
except RuntimeError as e: print(e)
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.run(3)
except ValueError as e: print(e)
async def boom(): raise KeyError("uncaught")
try: asyncio.run(boom())
except KeyError as e: print(repr(e))
with asyncio.Runner() as runner:
    print(runner.run(worker("runner", 1)), asyncio.iscoroutinefunction(worker))
