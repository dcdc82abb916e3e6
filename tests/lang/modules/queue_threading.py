"""queue and threading, where one thread after the other is an order that CPython may take too."""
import queue
import threading

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for x in (3, 1, 2):
        q.put(x)
    print(kind.__name__, q.qsize(), q.empty(), [q.get() for _ in range(3)], q.empty())
    attempt(lambda: q.get_nowait())
    attempt(lambda: q.get(timeout=0.001))
q = queue.Queue(maxsize=2)
q.put(1); q.put_nowait(2)
print(q.full(), q.maxsize)
attempt(lambda: q.put_nowait(3))
attempt(lambda: q.put(3, timeout=0.001))
q.get(); q.task_done(); q.get(); q.task_done(); q.join()
attempt(lambda: q.task_done())
print(queue.Empty.__mro__[1], queue.Full.__name__)

done = []
lock = threading.Lock()
def work(n, step=1):
    with lock:
        done.append((n, step, threading.current_thread().name))
threads = [threading.Thread(target=work, args=(i,), kwargs={"step": i * 2}, name="T%d" % i) for i in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(done), [t.is_alive() for t in threads], threading.active_count(), threading.main_thread().name, threading.current_thread() is threading.main_thread())
class Worker(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.result = None
    def run(self):
        self.result = sum(range(100))
w = Worker(); w.start(); w.join()
print(w.result, w.daemon)
attempt(lambda: w.start())
attempt(lambda: threading.Thread().join())
print(lock.locked(), lock.acquire(), lock.acquire(False), lock.locked(), lock.release(), lock.acquire(timeout=0.001))
lock.release()
attempt(lambda: lock.release())
r = threading.RLock()
with r:
    with r:
        print("twice")
attempt(lambda: r.release())
e = threading.Event()
print(e.is_set(), e.wait(0.001), e.set(), e.wait(), e.is_set())
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.release(), s.acquire())
b = threading.BoundedSemaphore(1)
attempt(lambda: b.release())
c = threading.Condition()
with c:
    c.notify_all()
    print(c.wait_for(lambda: True), c.wait(0.001))
here = threading.local()
here.x = 1
def other():
    print(hasattr(here, "x"))
    here.x = 2
t = threading.Thread(target=other); t.start(); t.join()
print(here.x, here.__dict__)
timer = threading.Timer(0.001, print, ["timer ran"]); timer.start(); timer.join()
for arguments in (), (0,), (65536,), (), (), (32768,), (100,), (-1,), (65537,), ("a",):
    try:
        print(threading.stack_size(*arguments))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
