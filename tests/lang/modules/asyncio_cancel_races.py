"""asyncio: wait_for cancelled just when what it waits for is done; what gather makes of cancelled children and of exceptions that are false."""
import asyncio


async def work(number, delay):
    print("start", number)
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        print("cancelled", number, error.args)
        raise
    print("end", number)
    return number * 2


async def outer(number, delay, limit):
    try:
        print("got", await asyncio.wait_for(work(number, delay), limit))
    except BaseException as error:
        print("outer", repr(error))
        raise


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("ignored")
        return "stays"


class Empty(Exception):
    def __len__(self):
        return 0


async def fail(error):
    raise error


async def main():
    for steps in range(1, 7):
        for limit in 2, None:
            task = asyncio.create_task(outer(steps, 0, limit))
            for _ in range(steps):
                await asyncio.sleep(0)
            print("cancel", task.done(), task.cancel("because"))
            try:
                await task
            except asyncio.CancelledError as error:
                print(repr(error))
    task = asyncio.create_task(work(10, 10))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(task.cancel)
    try:
        await asyncio.wait_for(task, 1)
    except asyncio.CancelledError as error:
        print(repr(error))
    for limit in 0, 0.001:
        try:
            print(await asyncio.wait_for(stubborn(), limit))
        except asyncio.TimeoutError as error:
            print(repr(error), repr(error.__cause__))
    for message in (), ("why",), (None,):
        tasks = [asyncio.create_task(work(20, 1)), asyncio.create_task(work(21, 0))]
        await asyncio.sleep(0)
        tasks[0].cancel(*message)
        print(await asyncio.gather(*tasks, return_exceptions=True))
    print(await asyncio.gather(fail(Empty()), fail(KeyError(1)), work(30, 0), return_exceptions=True))


asyncio.run(main())
