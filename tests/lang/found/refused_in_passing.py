"""Corners that refuse: dir() of a traceback, packages that modules say they are in, sealed types of sys, a bytearray that joins, sys.excepthook."""
import sys, types, warnings
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
try: raise IndexError
except IndexError as e: print(dir(e.__traceback__), dir(type(e.__traceback__))==sorted(set(dir(object))|set(vars(type(e.__traceback__)))))
for g in [{'__package__': None, '__spec__': None, '__name__': '__main__'}, {'__package__': 'sys', '__spec__': 1, '__name__': '__main__'}, {'__package__': None, '__name__': 'a.b'}, {'__name__': 'a.b', "__path__": []}, {}, {"__package__": 5}, {"__package__": ""}, {"__package__":"nope"}, {"__spec__": types.SimpleNamespace(parent="x")}, {"__spec__": types.SimpleNamespace(parent="x"), "__package__": "y"}, {"__name__": 5}, {"__spec__": types.SimpleNamespace(parent=5)}, {"__spec__": range(3)}]:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        t(lambda: __import__("", g, {}, ("foo",), 1))
        t(lambda: __import__("q", g, {}, ("foo",), 2))
        for x in w: print("   ", x.category, x.message)
t(lambda: __import__("string\0"))
for ty in (sys.flags, sys.version_info, sys.float_info, sys.int_info, sys.hash_info, sys.getswitchinterval):
    t(lambda: type(ty)()); t(lambda: type(ty)(range(30))); t(lambda: type(ty).__new__(type(ty)));
array = bytearray(b',')
def iterator():
    array.clear()
    yield b'A'
    yield b'B'
t(lambda: array.join(iterator()))
array = bytearray(b',')
def iterator():
    yield b'A'
    array.append(3)
    yield b'B'
t(lambda: array.join(iterator()))
t(lambda: array)
import io
def hook(*a):
    e = io.StringIO(); s = sys.stderr; sys.stderr = e
    try: sys.__excepthook__(*a)
    finally: sys.stderr = s
    return e.getvalue()
t(lambda: hook(ValueError, ValueError(42), None)); t(lambda: hook(1,2,3)); t(lambda: hook(ValueError, 5, None)); t(lambda: hook(None, None, None)); t(lambda: hook(SyntaxError, SyntaxError("msg", (b"bytes_filename", 123, 0, "text")), None)); t(lambda: hook())
t(lambda: hook(SyntaxError, SyntaxError("msg", ("file", 123, 2, "text")), None))
class FakeTB: pass
t(lambda: hook(ValueError, ValueError(3), FakeTB()))
