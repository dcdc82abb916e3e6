"""pickle: objects as bytes and back, protocols 0 to 5: the same bytes as CPython's pickle.py writes."""
from _functools import _as_builtin
import io as _io
import sys as _sys
from copyreg import _extension_registry, _inverted_registry, dispatch_table
from functools import partial as _partial
from itertools import islice as _islice
from struct import pack as _pack, unpack as _unpack
from types import FunctionType as _FunctionType

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "PickleBuffer", "dump", "dumps", "load", "loads", "DEFAULT_PROTOCOL",
           "HIGHEST_PROTOCOL"]

format_version = "4.0"
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
_BATCH = 1000
_FRAME_MIN, _FRAME_TARGET = 4, 64 * 1024


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


class _Stop(Exception):
    pass


class PickleBuffer:
    """Bytes that may be pickled out of band."""

    def __init__(self, buffer):
        self._data = buffer

    def raw(self):
        return bytes(self._data)

    def release(self):
        self._data = None


_codes = dict(
    MARK=b"(", STOP=b".", POP=b"0", POP_MARK=b"1", DUP=b"2", FLOAT=b"F", INT=b"I", BININT=b"J", BININT1=b"K", LONG=b"L", BININT2=b"M",
    NONE=b"N", PERSID=b"P", BINPERSID=b"Q", REDUCE=b"R", STRING=b"S", BINSTRING=b"T", SHORT_BINSTRING=b"U", UNICODE=b"V", BINUNICODE=b"X",
    APPEND=b"a", BUILD=b"b", GLOBAL=b"c", DICT=b"d", EMPTY_DICT=b"}", APPENDS=b"e", GET=b"g", BINGET=b"h", INST=b"i", LONG_BINGET=b"j",
    LIST=b"l", EMPTY_LIST=b"]", OBJ=b"o", PUT=b"p", BINPUT=b"q", LONG_BINPUT=b"r", SETITEM=b"s", TUPLE=b"t", EMPTY_TUPLE=b")", SETITEMS=b"u",
    BINFLOAT=b"G", TRUE=b"I01\n", FALSE=b"I00\n", PROTO=b"\x80", NEWOBJ=b"\x81", EXT1=b"\x82", EXT2=b"\x83", EXT4=b"\x84", TUPLE1=b"\x85",
    TUPLE2=b"\x86", TUPLE3=b"\x87", NEWTRUE=b"\x88", NEWFALSE=b"\x89", LONG1=b"\x8a", LONG4=b"\x8b", BINBYTES=b"B", SHORT_BINBYTES=b"C",
    SHORT_BINUNICODE=b"\x8c", BINUNICODE8=b"\x8d", BINBYTES8=b"\x8e", EMPTY_SET=b"\x8f", ADDITEMS=b"\x90", FROZENSET=b"\x91", NEWOBJ_EX=b"\x92",
    STACK_GLOBAL=b"\x93", MEMOIZE=b"\x94", FRAME=b"\x95", BYTEARRAY8=b"\x96", NEXT_BUFFER=b"\x97", READONLY_BUFFER=b"\x98")
globals().update(_codes)
__all__ += list(_codes)


def encode_long(x):
    """The shortest two's complement of x, little end first; nothing for 0."""
    if not x:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    return data[:-1] if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80 else data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _attribute(obj, name):
    """The attribute at a dotted name, and what it was found in."""
    holder = None
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError("Can't get local attribute %r on %r" % (name, obj))
        try:
            holder, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError("Can't get attribute %r on %r" % (name, obj)) from None
    return obj, holder


def _plain_attribute(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        raise AttributeError("Can't get attribute %r on %r" % (name, module)) from None


def whichmodule(obj, name):
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for module_name, module in _sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _attribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


class _Framed:
    """What is written, in frames of about 64 KiB (protocol 4 and later); large objects go between frames."""

    def __init__(self, write):
        self._out = write
        self.pieces = None
        self.size = 0

    def write(self, data):
        if self.pieces is None:
            return self._out(data)
        self.pieces.append(data)
        self.size += len(data)

    def start(self):
        self.pieces, self.size = [], 0

    def end(self, force=True):
        if self.pieces is not None and (force or self.size >= _FRAME_TARGET):
            data = b"".join(self.pieces)
            if len(data) >= _FRAME_MIN:
                self._out(FRAME + _pack("<Q", len(data)))
            if data or force:
                self._out(data)
            self.start()

    def write_large(self, header, payload):
        if self.pieces:
            self.end()
        pieces, self.pieces = self.pieces, None
        self._out(header)
        self._out(payload)
        self.pieces = pieces


# What the pickler in C saves without asking anybody.
_PLAIN = frozenset((type(None), bool, int, float, bytes, str, bytearray, dict, set, frozenset, list, tuple))


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._buffer_callback = buffer_callback
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute")
        self._framed = _Framed(self._file_write)
        self.write = self._framed.write
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        if self.proto >= 2:
            self.write(PROTO + bytes((self.proto,)))
        if self.proto >= 4:
            self._framed.start()
        self.save(obj)
        self.write(STOP)
        self._framed.end()
        self._framed.pieces = None

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif self.bin:
            self.write(BINPUT + bytes((index,)) if index < 256 else LONG_BINPUT + _pack("<I", index))
        else:
            self.write(PUT + b"%d\n" % index)
        self.memo[id(obj)] = index, obj

    def get(self, index):
        if self.bin:
            return BINGET + bytes((index,)) if index < 256 else LONG_BINGET + _pack("<I", index)
        return GET + b"%d\n" % index

    def save(self, obj, save_persistent_id=True):
        self._framed.end(force=False)
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                return self.save_pers(pid)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self.get(known[0]))
            return
        kind = type(obj)
        value = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None and kind not in _PLAIN:
            value = override(obj)
        if value is NotImplemented:
            saver = self.dispatch.get(kind)
            if saver is not None:
                return saver(self, obj)
            reduce = getattr(self, "dispatch_table", dispatch_table).get(kind)
            if reduce is not None:
                value = reduce(obj)
            elif issubclass(kind, type):
                return self.save_global(obj)
            else:
                reduce = getattr(obj, "__reduce_ex__", None)
                if reduce is not None:
                    value = reduce(self.proto)
                else:
                    reduce = getattr(obj, "__reduce__", None)
                    if reduce is None:
                        raise PicklingError("Can't pickle %r object: %r" % (kind.__name__, obj))
                    value = reduce()
        if isinstance(value, str):
            return self.save_global(obj, value)
        if not isinstance(value, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(value) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(obj=obj, *value)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(BINPERSID)
        else:
            try:
                self.write(PERSID + str(pid).encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        save, write = self.save, self.write
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, kwargs = args
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from %s args has no __new__" % name)
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from %s args has the wrong class" % name)
            if self.proto >= 4:
                save(cls)
                save(args)
                save(kwargs)
                write(NEWOBJ_EX)
            else:
                save(_partial(cls.__new__, cls, *args, **kwargs))
                save(())
                write(REDUCE)
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            save(cls)
            save(args[1:])
            write(NEWOBJ)
        else:
            save(func)
            save(args)
            write(REDUCE)
        if obj is not None:
            if id(obj) in self.memo:  # it is part of its own arguments
                write(POP + self.get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            if state_setter is None:
                save(state)
                write(BUILD)
            else:
                save(state_setter)
                save(obj)
                save(state)
                write(TUPLE2 + REDUCE + POP)

    def save_none(self, obj):
        self.write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)

    def save_long(self, obj):
        if self.bin:
            if 0 <= obj <= 0xffff:
                self.write(BININT1 + bytes((obj,)) if obj <= 0xff else BININT2 + _pack("<H", obj))
                return
            if -0x80000000 <= obj <= 0x7fffffff:
                self.write(BININT + _pack("<i", obj))
                return
        if self.proto >= 2:
            data = encode_long(obj)
            self.write((LONG1 + bytes((len(data),)) if len(data) < 256 else LONG4 + _pack("<i", len(data))) + data)
        elif -0x80000000 <= obj <= 0x7fffffff:
            self.write(INT + b"%d\n" % obj)
        else:
            self.write(LONG + b"%dL\n" % obj)

    def save_float(self, obj):
        self.write(BINFLOAT + _pack(">d", obj) if self.bin else FLOAT + repr(obj).encode("ascii") + b"\n")

    def save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self.save_reduce(bytes, (), obj=obj)
            else:
                self.save_reduce(_encode, (str(obj, "latin1"), "latin1"), obj=obj)
            return
        n = len(obj)
        if n <= 0xff:
            self.write(SHORT_BINBYTES + bytes((n,)) + obj)
        elif n > 0xffffffff and self.proto >= 4:
            self._framed.write_large(BINBYTES8 + _pack("<Q", n), obj)
        elif n >= _FRAME_TARGET:
            self._framed.write_large(BINBYTES + _pack("<I", n), obj)
        else:
            self.write(BINBYTES + _pack("<I", n) + obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        if len(obj) >= _FRAME_TARGET:
            self._framed.write_large(BYTEARRAY8 + _pack("<Q", len(obj)), bytes(obj))
        else:
            self.write(BYTEARRAY8 + _pack("<Q", len(obj)) + bytes(obj))
        self.memoize(obj)

    def save_picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only pickled with protocol >= 5")
        in_band = True
        if self._buffer_callback is not None:
            in_band = bool(self._buffer_callback(obj))
        if in_band:
            (self.save_bytearray if isinstance(obj._data, bytearray) else self.save_bytes)(obj._data)
        else:
            self.write(NEXT_BUFFER if isinstance(obj._data, bytearray) else NEXT_BUFFER + READONLY_BUFFER)

    def save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            n = len(data)
            if n <= 0xff and self.proto >= 4:
                self.write(SHORT_BINUNICODE + bytes((n,)) + data)
            elif n > 0xffffffff and self.proto >= 4:
                self._framed.write_large(BINUNICODE8 + _pack("<Q", n), data)
            elif n >= _FRAME_TARGET:
                self._framed.write_large(BINUNICODE + _pack("<I", n), data)
            else:
                self.write(BINUNICODE + _pack("<I", n) + data)
        else:
            text = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a").replace("\r", "\\u000d").replace("\x1a", "\\u001a")
            self.write(UNICODE + _raw_escape(text) + b"\n")
        self.memoize(obj)

    def save_tuple(self, obj):
        if not obj:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        n = len(obj)
        if n > 3 or self.proto < 2:
            self.write(MARK)
        for each in obj:
            self.save(each)
        if id(obj) in self.memo:  # it contains itself through something mutable: forget the new items
            get = self.get(self.memo[id(obj)][0])
            self.write(POP * n + get if n <= 3 and self.proto >= 2 else (POP_MARK if self.bin else POP * (n + 1)) + get)
            return
        self.write((TUPLE1, TUPLE2, TUPLE3)[n - 1] if n <= 3 and self.proto >= 2 else TUPLE)
        self.memoize(obj)

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._batch_appends(obj)

    def _batch_appends(self, items):
        save, write = self.save, self.write
        if not self.bin:
            for each in items:
                save(each)
                write(APPEND)
            return
        it = iter(items)
        while batch := list(_islice(it, _BATCH)):
            if len(batch) == 1:
                save(batch[0])
                write(APPEND)
            else:
                write(MARK)
                for each in batch:
                    save(each)
                write(APPENDS)
            if len(batch) < _BATCH:
                return

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._batch_setitems(obj.items())

    def _batch_setitems(self, items):
        save, write = self.save, self.write
        if not self.bin:
            for key, value in items:
                save(key)
                save(value)
                write(SETITEM)
            return
        it = iter(items)
        while batch := list(_islice(it, _BATCH)):
            if len(batch) > 1:
                write(MARK)
            for key, value in batch:
                save(key)
                save(value)
            write(SETITEMS if len(batch) > 1 else SETITEM)
            if len(batch) < _BATCH:
                return

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        it = iter(obj)
        while batch := list(_islice(it, _BATCH)):
            self.write(MARK)
            for each in batch:
                self.save(each)
            self.write(ADDITEMS)
            if len(batch) < _BATCH:
                return

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for each in obj:
            self.save(each)
        if id(obj) in self.memo:
            self.write(POP_MARK + self.get(self.memo[id(obj)][0]))
            return
        self.write(FROZENSET)
        self.memoize(obj)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None)
        if name is None:
            name = obj.__name__
        if "<locals>" in name:
            raise AttributeError("Can't pickle local object %r" % name)
        module_name = whichmodule(obj, name)
        try:
            __import__(module_name, level=0)
            module = _sys.modules[module_name]
        except (ImportError, KeyError):
            raise PicklingError("Can't pickle %r: import of module %r failed" % (obj, module_name)) from None
        try:
            found, parent = _attribute(module, name)
        except AttributeError:
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module_name)) from None
        if found is not obj:
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module_name, name))
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code:
                self.write(EXT1 + bytes((code,)) if code <= 0xff else EXT2 + _pack("<H", code) if code <= 0xffff else EXT4 + _pack("<i", code))
                return
        last = name.rpartition(".")[2]
        if parent is module:
            last = name
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif parent is not module:
            self.save_reduce(getattr, (parent, last))
        else:
            if self.fix_imports:
                if (module_name, name) in _old_names:
                    module_name, name = _old_names[module_name, name]
                elif module_name == "builtins" and name in _old_exceptions:
                    module_name = "exceptions"
                elif module_name in _old_modules:
                    module_name = _old_modules[module_name]
            try:
                self.write(GLOBAL + bytes(module_name, "utf-8" if self.proto >= 3 else "ascii") + b"\n" + bytes(name, "utf-8" if self.proto >= 3 else "ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("can't pickle global identifier '%s.%s' using pickle protocol %i" % (module, name, self.proto)) from None
        self.memoize(obj)

    def save_type(self, obj):
        for known in (None, NotImplemented, ...):
            if obj is type(known):
                return self.save_reduce(type, (known,), obj=obj)
        return self.save_global(obj)

    dispatch = {type(None): save_none, bool: save_bool, int: save_long, float: save_float, bytes: save_bytes, bytearray: save_bytearray,
                PickleBuffer: save_picklebuffer, str: save_str, tuple: save_tuple, list: save_list, dict: save_dict, set: save_set,
                frozenset: save_frozenset, _FunctionType: save_global, type: save_type}


# What the library's names were in Python 2 (protocols before 3).
_old_modules = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "_functools": "functools"}
_old_names = {("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
              ("builtins", "chr"): ("__builtin__", "unichr"), ("builtins", "str"): ("__builtin__", "unicode"), ("builtins", "int"): ("__builtin__", "long"),
              ("collections", "UserDict"): ("UserDict", "IterableUserDict"), ("collections", "UserList"): ("UserList", "UserList"),
              ("itertools", "filterfalse"): ("itertools", "ifilterfalse"), ("builtins", "zip"): ("itertools", "izip"), ("builtins", "map"): ("itertools", "imap"),
              ("builtins", "filter"): ("itertools", "ifilter")}
_old_names["_functools", "reduce"] = "__builtin__", "reduce"
_old_exceptions = frozenset("""ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError KeyError
KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError
RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError
UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError""".split())
_new_modules = {old: new for new, old in _old_modules.items()}
_new_names = {old: new for new, old in _old_names.items()}
_old_names["builtins", "ModuleNotFoundError"] = "exceptions", "ImportError"
for _name in """BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError FileExistsError
                FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError""".split():
    _old_names["builtins", _name] = "exceptions", "OSError"
_encode = __import__("_codecs").encode


_ESCAPES = {b"\\": b"\\", b"'": b"'", b'"': b'"', b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b"\n": b""}


def _unescape(data):
    """What a literal of bytes with this between its quotes stands for."""
    first, *rest = data.split(b"\\")
    pieces = [first]
    while rest:
        piece = rest.pop(0)
        if not piece and not rest:
            raise ValueError("Trailing \\ in string")
        if not piece:  # two backslashes
            pieces += [b"\\", rest.pop(0)]
        elif piece[:1] in _ESCAPES:
            pieces += [_ESCAPES[piece[:1]], piece[1:]]
        elif piece[:1] == b"x":
            if len(piece) < 3 or piece[1:3].strip(b"0123456789abcdefABCDEF"):
                raise ValueError("invalid \\x escape at position %d" % (len(data) - len(b"\\".join([b"", piece, *rest]))))
            pieces += [bytes([int(piece[1:3], 16)]), piece[3:]]
        elif piece[0] in b"01234567":
            digits = piece[:3] if not piece[:3].strip(b"01234567") else piece[:2] if not piece[:2].strip(b"01234567") else piece[:1]
            pieces += [bytes([int(digits, 8) & 255]), piece[len(digits):]]
        else:
            pieces += [b"\\", piece]
    return b"".join(pieces)


def _raw_escape(text):
    """text in the codec raw-unicode-escape."""
    return b"".join(c.encode("latin-1") if ord(c) < 256 else b"\\u%04x" % ord(c) if ord(c) < 0x10000 else b"\\U%08x" % ord(c) for c in text)


def _raw_unescape(data):
    out, i, text = [], 0, data.decode("latin-1")
    while i < len(text):
        if text[i] == "\\" and text[i + 1:i + 2] in ("u", "U"):
            size = 4 if text[i + 1] == "u" else 8
            out.append(chr(int(text[i + 2:i + 2 + size], 16)))
            i += 2 + size
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._buffers = None if buffers is None else iter(buffers)
        self._file_readline, self._file_read = file.readline, file.read
        self.memo = {}
        self.encoding, self.errors = encoding, errors
        self.proto = 0
        self.fix_imports = fix_imports

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def read(self, n):
        data = self._file_read(n)
        if len(data) < n:
            raise UnpicklingError("pickle data was truncated")
        return data

    def readline(self):
        data = self._file_readline()
        if data[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def load(self):
        self.metastack, self.stack = [], []
        self.append = self.stack.append
        self.proto = 0
        read, dispatch = self._file_read, self.dispatch
        try:
            while True:
                code = read(1)
                if not code:
                    raise EOFError("Ran out of input")
                handler = dispatch.get(code[0])
                if handler is None:
                    raise UnpicklingError("invalid load key, '%s'." % (chr(code[0]) if 32 <= code[0] < 127 else "\\x%02x" % code[0]))
                handler(self)
        except _Stop as stop:
            return stop.args[0]
        except IndexError as error:
            if error.__traceback__.tb_next.tb_next or error.args[0] not in ("pop from empty list", "list index out of range"):
                raise  # of what was called
            raise UnpicklingError("unpickling stack underflow") from None

    def pop_mark(self):
        if not self.metastack:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self.metastack.pop()
        self.append = self.stack.append
        return items

    def _number(self, n):
        return int.from_bytes(self.read(n), "little")

    def load_proto(self):
        self.proto = self.read(1)[0]
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError("unsupported pickle protocol: %d" % self.proto)

    def load_frame(self):
        self.read(8)

    def load_persid(self):
        self.append(self.persistent_load(self.readline().decode("ascii")))

    def load_binpersid(self):
        self.append(self.persistent_load(self.stack.pop()))

    def load_none(self):
        self.append(None)

    def load_true(self):
        self.append(True)

    def load_false(self):
        self.append(False)

    def load_int(self):
        data = self.readline()
        self.append(data == b"01" if data in (b"00", b"01") else int(data, 0))

    def load_binint(self):
        self.append(_unpack("<i", self.read(4))[0])

    def load_binint1(self):
        self.append(self.read(1)[0])

    def load_binint2(self):
        self.append(self._number(2))

    def load_long(self):
        self.append(int(self.readline().removesuffix(b"L"), 0))

    def load_long1(self):
        self.append(decode_long(self.read(self.read(1)[0])))

    def load_long4(self):
        n, = _unpack("<i", self.read(4))
        if n < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self.append(decode_long(self.read(n)))

    def load_float(self):
        self.append(float(self.readline()))

    def load_binfloat(self):
        self.append(_unpack(">d", self.read(8))[0])

    def _old_string(self, data):
        self.append(data if self.encoding == "bytes" else data.decode(self.encoding, self.errors))

    def load_string(self):
        data = self.readline()
        if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._old_string(_unescape(data[1:-1]))

    def load_binstring(self):
        n, = _unpack("<i", self.read(4))
        if n < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._old_string(self.read(n))

    def load_short_binstring(self):
        self._old_string(self.read(self.read(1)[0]))

    def load_bytes_1(self):
        self.append(bytes(self.read(self.read(1)[0])))

    def load_bytes_4(self):
        self.append(bytes(self.read(self._number(4))))

    def load_bytes_8(self):
        self.append(bytes(self.read(self._number(8))))

    def load_bytearray_8(self):
        self.append(bytearray(self.read(self._number(8))))

    def load_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers")

    def load_readonly_buffer(self):
        pass

    def load_unicode(self):
        self.append(_raw_unescape(self.readline()))

    def load_str_1(self):
        self.append(str(self.read(self.read(1)[0]), "utf-8", "surrogatepass"))

    def load_str_4(self):
        self.append(str(self.read(self._number(4)), "utf-8", "surrogatepass"))

    def load_str_8(self):
        self.append(str(self.read(self._number(8)), "utf-8", "surrogatepass"))

    def load_tuple(self):
        items = self.pop_mark()
        self.append(tuple(items))

    def load_empty_tuple(self):
        self.append(())

    def load_tuple1(self):
        self.stack[-1] = (self.stack[-1],)

    def load_tuple2(self):
        self.stack[-2:] = [tuple(self.stack[-2:])]

    def load_tuple3(self):
        self.stack[-3:] = [tuple(self.stack[-3:])]

    def load_empty_list(self):
        self.append([])

    def load_empty_dict(self):
        self.append({})

    def load_empty_set(self):
        self.append(set())

    def load_frozenset(self):
        items = self.pop_mark()
        self.append(frozenset(items))

    def load_list(self):
        items = self.pop_mark()
        self.append(items)

    def load_dict(self):
        items = self.pop_mark()
        self.append(dict(zip(items[::2], items[1::2])))

    def load_inst(self):
        module, name = self.readline().decode("ascii"), self.readline().decode("ascii")
        self._instantiate(self.find_class(module, name), self.pop_mark())

    def load_obj(self):
        args = self.pop_mark()
        self._instantiate(args.pop(0), args)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self.append(cls(*args))
        else:
            self.append(cls.__new__(cls))

    def load_newobj(self):
        args = self.stack.pop()
        cls = self.stack[-1]
        self.stack[-1] = cls.__new__(cls, *args)

    def load_newobj_ex(self):
        kwargs, args = self.stack.pop(), self.stack.pop()
        cls = self.stack[-1]
        self.stack[-1] = cls.__new__(cls, *args, **kwargs)

    def load_global(self):
        module, name = self.readline().decode("utf-8"), self.readline().decode("utf-8")
        self.append(self.find_class(module, name))

    def load_stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.append(self.find_class(module, name))

    def _extension(self, code):
        key = _inverted_registry.get(code)
        if key is None:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            raise ValueError("unregistered extension code %d" % code)
        self.append(self.find_class(*key))

    def load_ext1(self):
        self._extension(self.read(1)[0])

    def load_ext2(self):
        self._extension(self._number(2))

    def load_ext4(self):
        self._extension(_unpack("<i", self.read(4))[0])

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            if (module, name) in _new_names:
                module, name = _new_names[module, name]
            elif module == "exceptions":
                module = "builtins"
            elif module in _new_modules:
                module = _new_modules[module]
        __import__(module, level=0)
        return _attribute(_sys.modules[module], name)[0] if self.proto >= 4 else _plain_attribute(_sys.modules[module], name)

    def load_reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def load_pop(self):
        if self.stack:
            del self.stack[-1]
        else:
            self.pop_mark()

    def load_pop_mark(self):
        self.pop_mark()

    def load_dup(self):
        self.append(self.stack[-1])

    def _recall(self, index):
        try:
            self.append(self.memo[index])
        except KeyError:
            raise UnpicklingError("Memo value not found at index %d" % index) from None

    def load_get(self):
        self._recall(int(self.readline()))

    def load_binget(self):
        self._recall(self.read(1)[0])

    def load_long_binget(self):
        self._recall(self._number(4))

    def load_put(self):
        index = int(self.readline())
        if index < 0:
            raise ValueError("negative PUT argument")
        self.memo[index] = self.stack[-1]

    def load_binput(self):
        self.memo[self.read(1)[0]] = self.stack[-1]

    def load_long_binput(self):
        self.memo[self._number(4)] = self.stack[-1]

    def load_memoize(self):
        self.memo[len(self.memo)] = self.stack[-1]

    def load_append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def load_appends(self):
        items = self.pop_mark()
        target = self.stack[-1]
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
        else:
            for each in items:
                target.append(each)

    def load_setitem(self):
        value, key = self.stack.pop(), self.stack.pop()
        self.stack[-1][key] = value

    def load_setitems(self):
        items = self.pop_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def load_additems(self):
        items = self.pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for each in items:
                target.add(each)

    def load_build(self):
        state = self.stack.pop()
        target = self.stack[-1]
        setstate = getattr(target, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            names = target.__dict__
            intern = _sys.intern
            for key, value in state.items():
                names[intern(key) if type(key) is str else key] = value
        if slots:
            for key, value in slots.items():
                setattr(target, key, value)

    def load_mark(self):
        self.metastack.append(self.stack)
        self.stack = []
        self.append = self.stack.append

    def load_stop(self):
        if not self.stack:
            raise UnpicklingError("unpickling stack underflow")
        raise _Stop(self.stack.pop())

    dispatch = {}


for _name, _method in (
        ("PROTO", ""), ("FRAME", ""), ("PERSID", ""), ("BINPERSID", ""), ("NONE", ""), ("NEWTRUE", "true"), ("NEWFALSE", "false"), ("INT", ""),
        ("BININT", ""), ("BININT1", ""), ("BININT2", ""), ("LONG", ""), ("LONG1", ""), ("LONG4", ""), ("FLOAT", ""), ("BINFLOAT", ""), ("STRING", ""),
        ("BINSTRING", ""), ("SHORT_BINSTRING", ""), ("SHORT_BINBYTES", "bytes_1"), ("BINBYTES", "bytes_4"), ("BINBYTES8", "bytes_8"),
        ("BYTEARRAY8", "bytearray_8"), ("NEXT_BUFFER", ""), ("READONLY_BUFFER", ""), ("UNICODE", ""), ("SHORT_BINUNICODE", "str_1"),
        ("BINUNICODE", "str_4"), ("BINUNICODE8", "str_8"), ("TUPLE", ""), ("EMPTY_TUPLE", ""), ("TUPLE1", ""), ("TUPLE2", ""), ("TUPLE3", ""),
        ("EMPTY_LIST", ""), ("EMPTY_DICT", ""), ("EMPTY_SET", ""), ("FROZENSET", ""), ("LIST", ""), ("DICT", ""), ("INST", ""), ("OBJ", ""),
        ("NEWOBJ", ""), ("NEWOBJ_EX", ""), ("GLOBAL", ""), ("STACK_GLOBAL", ""), ("EXT1", ""), ("EXT2", ""), ("EXT4", ""), ("REDUCE", ""), ("POP", ""),
        ("POP_MARK", ""), ("DUP", ""), ("GET", ""), ("BINGET", ""), ("LONG_BINGET", ""), ("PUT", ""), ("BINPUT", ""), ("LONG_BINPUT", ""),
        ("MEMOIZE", ""), ("APPEND", ""), ("APPENDS", ""), ("SETITEM", ""), ("SETITEMS", ""), ("ADDITEMS", ""), ("BUILD", ""), ("MARK", ""), ("STOP", "")):
    Unpickler.dispatch[_codes[_name][0]] = getattr(Unpickler, "load_" + (_method or _name.lower()))


_Pickler, _Unpickler = Pickler, Unpickler


@_as_builtin
def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


@_as_builtin
def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = _io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


@_as_builtin
def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


@_as_builtin
def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(_io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


_dump, _dumps, _load, _loads = dump, dumps, load, loads

# The module that CPython has them in, unless the program forbade it.
if _sys.modules.get("_pickle", _sys) is not None:
    for _each in (PickleError, PicklingError, UnpicklingError, Pickler, Unpickler, dump, dumps, load, loads):
        _each.__module__ = "_pickle"
