"""Functions that CPython has in C do not bind as class attributes, wherever they are written here; they are copied and pickled by name."""
import asyncio
import atexit
import cmath
import codecs
import copy
import decimal
import hashlib
import inspect
import pickle
import threading
import types
import warnings


class Tools:
    root, digest, save, load, encode = cmath.sqrt, hashlib.sha256, pickle.dumps, pickle.loads, codecs.encode
    lock, warn, context, loop, at_exit, close = threading.Lock, warnings.warn, decimal.getcontext, asyncio.get_running_loop, atexit.register, cmath.isclose


tools = Tools()
print(tools.root(-4), tools.digest(b"x").hexdigest(), tools.load(tools.save([1])), tools.encode("é", "utf-8"), tools.lock().locked(), tools.context().prec)
print(tools.close(1, 1 + 1e-12), tools.close(1, 2, abs_tol=1.0))
for each in (cmath.sqrt, pickle.dumps, codecs.lookup, threading.get_ident, decimal.setcontext, atexit.unregister, warnings.warn):
    print(each.__name__, type(each).__name__, isinstance(each, types.BuiltinFunctionType), inspect.isbuiltin(each), inspect.isroutine(each), repr(each) == f"<built-in function {each.__name__}>")
    print(copy.copy(each) is each, copy.deepcopy(each) is each, each == each, each != len, hash(each) == hash(each), callable(each), hasattr(each, "__get__"))
print(pickle.loads(pickle.dumps(cmath.sqrt)) is cmath.sqrt, {cmath.sin: 1}[cmath.sin])
try:
    cmath.sqrt("text")
except TypeError as error:
    print(error)
