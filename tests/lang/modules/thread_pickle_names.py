"""_thread and _pickle: the modules that programs ask for by these names."""
import _thread
import pickle
import threading
for n in ("PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "PickleBuffer", "dump", "dumps", "load", "loads"):
    print(n, getattr(pickle, n).__module__)
import _pickle
print(_pickle.Pickler is pickle.Pickler, _pickle.dumps is pickle.dumps, issubclass(pickle.PicklingError, _pickle.PickleError), pickle.Pickler)
try:
    pickle.loads(b"x")
except Exception as e:
    print(repr(e), type(e))
print(_thread.get_ident() == threading.get_ident(), _thread.error, _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX, _thread._local is threading.local)
lock = _thread.allocate_lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.release(), lock.locked(), type(lock) is _thread.LockType)
with lock:
    print(lock.locked())
done = []
gate = _thread.allocate_lock()
gate.acquire()


def work(*args, **kwargs):
    done.append((args, kwargs))
    gate.release()


print(type(_thread.start_new_thread(work, (1, 2), {"k": 3})))
gate.acquire()
print(done)
for args in ((3, ()), (work, []), (work, (), [])):
    try:
        _thread.start_new_thread(*args)
    except TypeError as e:
        print(e)
try:
    _thread.exit()
except SystemExit as e:
    print(repr(e))
