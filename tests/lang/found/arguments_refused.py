"""Arguments that do not fit, and those that seem to: which complaint comes first, and the names in it."""
import functools
import io
import operator
import pickle
import struct


def tell(expression):
    try:
        print(expression, "=", eval(expression))
    except Exception as error:
        print(expression, "!", type(error).__name__, error)


class Own(bytes):
    """Its classmethods bear its name."""


class Fails:
    """An __index__ that raises a TypeError is as good as none."""

    def __index__(self):
        raise TypeError("no index")

    def __iter__(self):
        return iter([1, 2])


for expression in (
    # what is missing comes before what is too much, and that before names not known
    "memoryview(obj=b'a')", "memoryview(b'a', obj=1)", "int.from_bytes(x=1)", "int.from_bytes(b'a', bytes=b'b', x=1)", "int.from_bytes(b'a', x=1)", "''.encode('ascii', encoding='ascii')",
    "memoryview(1, x=2)", "memoryview(x=1, y=2)", "enumerate(start=1)", "enumerate(x=1)", "enumerate([], x=1)", "''.split(1, 2, 3)", "''.split(1, 2, sep=3)", "type(1, x=1)",
    # names
    "bytes.fromhex()", "bytes.fromhex(1, 2)", "bytes.fromhex(x=1)", "Own.fromhex()", "float.fromhex()", "int.mro(1)", "bool.__subclasses__(1)", "[].append()", "object.__init_subclass__(1)",
    "type('A', (), {}, x=1)", "int.__init_subclass__(x=1)",
    # str and bytes
    "str(b'', 'no such')", "b''.decode('no such', 'neither')", "str(bytearray(), 'x')", "str(memoryview(b''), 'x')", "str(b'a', None)", "str(b'a', 'ascii\\0')", "b''.decode('ascii\\0')",
    "b'a'.decode('ascii', 'strict\\0')", "str(b'a', 'utf-8', None)", "bytes(Fails())", "bytearray(Fails())", "bytes.fromhex('1 \\xe9')", "bytes.fromhex('zz\\xe9')", "bytes.fromhex('1')",
    "b'abc'.hex(1)", "b'abc'.hex([])", "b'abc'.hex([1])", "b'abc'.hex('::')", "b'abc'.hex(None)", "b'abc'.hex('\\xe9')",
    "'a\\xe9\\u20ac\\U0001f600\\ud800\\u0378\\x80'.encode('ascii', 'namereplace')", "'\\ud800'.encode('utf-8', 'namereplace')", "('\\u1234' * 40).encode('latin-1', 'namereplace')",
    "'\\ud800'.encode('utf-16-le', 'namereplace')", "b'\\xff'.decode('utf-8', 'namereplace')",
    # numbers
    "(1).__rpow__(2, 3)", "int.__rpow__(2, 5, 7)", "(2).__rpow__(1.5, 3)", "(2.0).__rpow__(3, None)", "(2.0).__rpow__(3, 5)", "(2j).__rpow__(3, 5)", "(2).__rpow__()", "(2).__rpow__(1, 2, 3)",
    "format(1 + 2j, '#')", "format(1.5 - 1e20j, '#')", "format(1j, '#')", "format(1 + 2j, '#.3')", "format(complex('nan+infj'), '#')",
    # others
    "type('A', (), {'__classcell__': 1})", "compile('1', 'a', 'eval', 12345678)", "exec('from . import a', {})", "exec('from . import a', {'__name__': 'a'})",
    "memoryview(b'ab')[()]", "memoryview(bytearray(16)).cast('P').tolist()", "operator.countOf(1, 2)", "operator.indexOf(None, 2)", "functools.partial(len).__reduce__()",
    "pickle.dumps(functools.partial(len), 2)", "pickle.loads(pickle.dumps(functools.partial(int, '11', base=2)))()",
    "struct.pack()", "struct.pack_into()", "struct.pack_into('i')", "struct.pack_into('i', bytearray(4))", "struct.Struct('i').pack_into()", "struct.pack('f', 1e300)", "struct.pack('<f', 1e300)",
    "struct.pack('=f', -1e300)", "struct.pack('!f', 1e300)",
):
    tell(expression)

for closed in (io.StringIO(), io.BytesIO()):
    closed.close()
    for method in ("__enter__", "isatty", "readlines", "read", "readline", "flush", "tell", "seekable"):
        try:
            print(method, getattr(closed, method)())
        except ValueError as error:
            print(method, error)
    for use in (iter, next, lambda f: f.writelines([])):
        try:
            use(closed)
            print("may be used")
        except ValueError as error:
            print(error)
