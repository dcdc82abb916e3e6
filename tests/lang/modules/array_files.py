"""Arrays to and from files; from text; weak references; which attributes are plain members; the collector's and sys' other names."""
import array
import gc
import io
import struct
import sys
import types
import weakref


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


file = io.BytesIO()
numbers = array.array("i", range(50000))
numbers.tofile(file)
print(file.tell())
file.seek(0)
back = array.array("i", [7])
back.fromfile(file, 3)
print(back)
print(attempt(back.fromfile, file, 60000), len(back))
print(attempt(back.fromfile, file, -1), attempt(back.fromfile, None, 1), attempt(back.tofile, None))


class Reader:
    def __init__(self, data):
        self.data = data

    def read(self, count):
        return self.data


print(attempt(back.fromfile, Reader("text"), 1), attempt(back.fromfile, Reader(b"abc"), 1), attempt(back.fromfile, Reader(b"abcd"), 2), len(back))
text = array.array("u", "ab")
text.fromunicode("cé")
print(text, attempt(text.fromunicode, 1), attempt(back.fromunicode, "a"), attempt(array.array, "i", text), attempt(array.array, "d", "a"))
print(weakref.ref(back)() is back)

for holder, name in ((slice, "start"), (type, "__mro__"), (ValueError, "__suppress_context__"), (OSError, "errno"), (StopIteration, "value"), (property, "fget"),
                     (types.FunctionType, "__closure__"), (complex, "real"), (SyntaxError, "msg"), (UnicodeDecodeError, "start"), (int, "real"),
                     (BaseException, "args"), (types.CodeType, "co_name"), (types.CodeType, "co_varnames")):
    for base in holder.__mro__:
        if name in vars(base):
            member = vars(base)[name]
    print(name, type(member).__name__, isinstance(member, types.MemberDescriptorType), isinstance(member, types.GetSetDescriptorType), repr(member))
print(type(vars(list)["__getitem__"]).__name__, [1, 2].__getitem__(1), hasattr(bytes, "__bool__"), hasattr(range(1), "__bool__"), bool(b""), bool(b"a"))

gc.freeze()
print(gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count(), gc.get_debug(), gc.set_debug(0))
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(sys.api_version, sys.platlibdir, "json" in sys.stdlib_module_names, len(sys.stdlib_module_names), "gc" in sys.builtin_module_names)
print(sys.thread_info.name, {"version_info", "flags", "api_version", "path"} <= set(dir(sys)), sys.audit("nothing", 1))
print(attempt(getattr, sys, "no_such_name"), hasattr(sys, "__no_such__"), sys._current_frames()[__import__("threading").get_ident()] is sys._getframe())
