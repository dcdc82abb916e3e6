"""inspect.getcoroutinestate and getcoroutinelocals, from the first step to the last."""
import inspect
import types


@types.coroutine
def pause():
    yield


async def walk(n):
    step = n + 1
    print(inspect.getcoroutinestate(own), inspect.getcoroutinelocals(own))
    await pause()
    step += 1
    await pause()
    return step


own = walk(3)
print(inspect.getcoroutinestate(own), inspect.getcoroutinelocals(own))
for _ in range(3):
    try:
        own.send(None)
    except StopIteration as e:
        print("returned", e.value)
    print(inspect.getcoroutinestate(own), inspect.getcoroutinelocals(own))
own = walk(5)
own.close()
print(inspect.getcoroutinestate(own), inspect.getcoroutinelocals(own), inspect.getcoroutinelocals(7))
print(inspect.CORO_CREATED, inspect.CORO_RUNNING, inspect.CORO_SUSPENDED, inspect.CORO_CLOSED)
