"""What builtin functions, methods and types say about how they are called: __text_signature__, and inspect's signatures made of it."""
import array
import builtins
import collections
import functools
import inspect
import itertools
import math
import operator
import types


def shown(obj):
    try:
        return str(inspect.signature(obj))
    except (ValueError, TypeError) as error:
        return "%s: %s" % (type(error).__name__, str(error).partition(" at 0x")[0])


for module in builtins, math, operator, itertools:
    for name in sorted(vars(module)):
        obj = vars(module)[name]
        if isinstance(obj, (types.BuiltinFunctionType, type)) and (name[0] != "_" or module is builtins) and name not in ("help", "breakpoint", "ExceptionGroup", "BaseExceptionGroup", "EncodingWarning", "__loader__"):
            print(module.__name__, name, obj.__text_signature__, shown(obj))

INHERITED = "__getattribute__ __setattr__ __delattr__ __sizeof__ __reduce__ __reduce_ex__ __new__ __bool__ __getitem__".split()  # by some types, and here by others
for cls in (object, type, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, property, staticmethod, classmethod,
            super, enumerate, zip, map, filter, reversed, memoryview, collections.deque, collections.defaultdict, array.array, functools.partial, BaseException,
            types.GeneratorType, types.CoroutineType):
    for name in sorted(vars(cls)):
        obj = vars(cls)[name]
        text = getattr(obj, "__text_signature__", None)
        if text and not isinstance(obj, types.FunctionType) and name not in INHERITED:
            print(cls.__name__, name, text, shown(obj))

print(shown([].append), shown({}.get), shown("".join), shown((1).__add__), shown(dict.fromkeys), shown(str.maketrans), shown(object.__new__))
print(shown(len), shown(print), shown(math.sin), shown(sorted), shown(sum), shown(int.from_bytes), shown(exec), shown(compile))
for obj in dict, int, type, iter, getattr, vars, range, slice, str.count, {}.pop, functools.partial, zip, map:
    print(shown(obj))


class Plain:
    pass


class Listed(list):
    pass


class Numbered(float):
    def __new__(cls, a, *, b=2):
        return super().__new__(cls, a)


class Broken:
    __call__ = len


print(shown(Plain), shown(Listed), shown(Numbered), shown(Broken()), Plain.__text_signature__, Listed.__text_signature__)
print(inspect.getfullargspec(len), inspect.getfullargspec(sorted))
print(inspect.signature(functools.partial(sorted, [1], reverse=True)))
for name, parameter in inspect.signature(print).parameters.items():
    print(name, parameter.kind.description, repr(parameter.default) if parameter.default is not parameter.empty else "-")
