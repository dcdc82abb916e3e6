"""Which names there are: those of every builtin type and exception, and the public ones of every library module, are CPython's, but for those listed here."""
import builtins
import sys
import types

# What is not there. (docs/LANGUAGE.md says why, module by module.)
LEFT_OUT = {
    "builtins": "BaseExceptionGroup ExceptionGroup breakpoint copyright credits help license",
    "sys": "addaudithook breakpointhook call_tracing copyright getallocatedblocks getdlopenflags "
           "set_coroutine_origin_tracking_depth setdlopenflags",
    "time": "clock_settime clock_settime_ns get_clock_info pthread_getcpuclockid",
    "io": "BufferedRWPair IncrementalNewlineDecoder",
    "re": "template",
    "inspect": "Arguments BlockFinder ClassFoundException EndOfBlock getargs",
    "hashlib": "blake2b blake2s file_digest pbkdf2_hmac sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256",
    "binascii": "Incomplete a2b_qp a2b_uu b2a_qp b2a_uu crc_hqx",
    "codecs": "backslashreplace_errors ignore_errors lookup_error namereplace_errors register register_error replace_errors strict_errors "
              "xmlcharrefreplace_errors",
    "unicodedata": "UCD ucd_3_2_0",
    "platform": "uname_result", "posixpath": "sameopenfile",
    "threading": "getprofile gettrace setprofile settrace",
    "importlib": "__import__",
    "difflib": "HtmlDiff", "locale": "normalize",
    "typing": "",
}
MODULES = """builtins sys gc math time itertools io string json struct array numbers collections collections.abc heapq bisect functools operator copy enum
dataclasses types abc contextlib random typing __future__ traceback linecache inspect warnings weakref atexit re hashlib binascii base64 codecs pickle copyreg unicodedata
statistics cmath textwrap pprint reprlib keyword getopt timeit errno threading queue datetime argparse importlib fractions difflib unittest
calendar colorsys getpass graphlib hmac html html.entities sched secrets shlex stat uuid posixpath contextvars
resource locale zlib urllib.parse html.parser fileinput configparser cmd gettext tomllib""".split()
TYPES_LEFT_OUT = {
    "code": "_co_code_adaptive _varname_from_oparg co_code co_exceptiontable co_linetable co_lnotab", "bytearray": "__alloc__",
    "generator": "__del__", "coroutine": "__del__", "async_generator": "__del__", "frame": "f_trace_lines f_trace_opcodes", "builtin_function_or_method": "__module__", "UnionType": "__instancecheck__ __subclasscheck__ __module__",
    "SimpleNamespace": "__dict__ __module__ __weakref__",
}


def public(module):
    """What the module says is public; else all that has no underscore and is no module that it imports."""
    left_out = LEFT_OUT.get(module.__name__, "").split()
    names = getattr(module, "__all__", None)
    if names is None:
        names = [name for name in dir(module) if name[0] != "_" and not isinstance(getattr(module, name), types.ModuleType)]
    for name in left_out:
        assert name in names or not hasattr(module, name), (module, name)
    return sorted(set(names) - set(left_out))


for name in MODULES:
    module = __import__(name, None, None, ["x"])
    names = public(module)
    if name not in ("fractions",):
        print(name, *names)
    for each in names:
        if each not in ("__import__",):
            getattr(module, each)


def generator():
    yield


async def coroutine():
    pass


async def many():
    yield


class Slots:
    __slots__ = ("slot",)

    def method(self):
        pass


def kinds():
    """Types that have no name of their own in builtins."""
    waiting, some = coroutine(), {}
    yield from (generator(), generator, generator.__code__, waiting, waiting.__await__(), many(), sys._getframe(), Slots().method, [].append, sys, Slots.slot, int.real,
                int.__add__, (1).__add__, str.join, dict.__dict__["fromkeys"], iter([]), iter(()), iter(""), iter({}), iter({}.values()), iter({}.items()), reversed([]),
                reversed({}), some.keys(), some.values(), some.items(), iter(set()), iter(range(3)), iter(b""), iter(int, 3), types.MappingProxyType({}), list[int], int | str,
                None, ..., NotImplemented, types.SimpleNamespace(), types.CellType())
    waiting.close()
    try:
        raise ValueError
    except ValueError as error:
        yield error.__traceback__


def kind_of(cls, name):
    """What the attribute is, where the class or a base has it."""
    for base in cls.__mro__:
        if name in vars(base):
            return type(vars(base)[name]).__name__
    return "-"


# Sorts of attributes that are not told apart here.
SAME = {"builtin_function_or_method": "function", "method_descriptor": "function", "wrapper_descriptor": "function", "classmethod_descriptor": "classmethod"}
found = [each for name, each in sorted(vars(builtins).items()) if isinstance(each, type) and name[0] != "_" and name not in LEFT_OUT["builtins"].split()]
for cls in dict.fromkeys(found + [type(each) for each in kinds()]):
    left_out = TYPES_LEFT_OUT.get(cls.__name__, "").split() + ["__doc__"]
    print(cls.__name__, *(f"{name}:{SAME.get(kind_of(cls, name), kind_of(cls, name))}" for name in sorted(set(dir(cls)) - set(left_out))))
