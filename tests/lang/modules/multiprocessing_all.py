"""multiprocessing and concurrent.futures, where running at once and in order is what CPython shows too."""
import multiprocessing as mp
from concurrent import futures
from multiprocessing import Lock, Pool, Process, Queue, RawValue, Value, cpu_count

def square(x):
    return x * x

def add(a, b=0):
    return a + b

def fail(x):
    raise ValueError("task %r" % x)

def put(queue, value):
    queue.put(value)

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

def main():
    with Pool(2) as pool:
        print(pool.map(square, range(10)), pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(add, (5,), {"b": 6}), list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5))))
        r = pool.map_async(square, [1, 2])
        print(r.get(), r.ready(), r.successful(), pool.apply_async(square, (9,)).get(timeout=10), pool.starmap_async(add, [(1, 1)]).get())
        attempt(lambda: pool.map(fail, [1]))
    attempt(lambda: pool.map(square, [1]))
    pool = Pool(1); pool.close(); pool.join()
    attempt(lambda: Pool(0))
    q = Queue()
    p = Process(target=put, args=(q, "from a process"))
    p.start()
    print(q.get(timeout=10)); p.join(); print(p.exitcode, p.is_alive())
    v, w = Value("i", 5), RawValue("f", 42)
    with v.get_lock(): v.value += 1
    w.value = 0.1
    print(v.value, w.value, RawValue("d").value, list(mp.RawArray("i", 3)), cpu_count() >= 1, mp.current_process().name)
    lock = Lock()
    with lock: print("locked", lock.acquire(False))
    a, b = mp.Pipe()
    a.send([1, 2]); print(b.recv(), b.poll())
    for kind in (futures.ThreadPoolExecutor, futures.ProcessPoolExecutor):
        with kind(max_workers=2) as executor:
            f = executor.submit(add, 1, b=2)
            print(f.result(), f.done(), f.exception(), f.cancelled(), list(executor.map(add, [1, 2], [3, 4])))
            g = executor.submit(fail, 7)
            attempt(lambda: g.result())
            print(repr(g.exception()), sorted(x.result() for x in futures.as_completed([executor.submit(square, i) for i in range(4)])))
            done, rest = futures.wait([f, g])
            print(len(done), len(rest))
        attempt(lambda: executor.submit(add, 1))

if __name__ == "__main__":
    main()
