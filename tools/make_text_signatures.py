#!/usr/bin/env python3
"""Writes interp/lib/_text_signatures.py: how CPython says that its builtin functions, methods and types are called.
Run with the CPython that is the oracle:  python3 tools/make_text_signatures.py > interp/lib/_text_signatures.py
"""
import array
import builtins
import collections
import functools
import itertools
import sys
import types

MODULES = "builtins math itertools functools operator heapq bisect time sys gc struct unicodedata os weakref binascii".split()
FUNCTION_TYPES = types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType


def all_types():
    found = [each for each in vars(builtins).values() if isinstance(each, type) and not issubclass(each, BaseException)]
    found += [each for each in vars(types).values() if isinstance(each, type) and each.__module__ == "builtins"]
    found += [collections.deque, collections.defaultdict, collections.OrderedDict, functools.partial, array.array, BaseException]
    found += [each for each in vars(itertools).values() if isinstance(each, type)]
    found += map(type, (iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(""), iter("é"), iter(b""), iter(bytearray()),
                        iter(range(1)), iter(range(1 << 70)), reversed([]), reversed({}), {}.keys(), {}.values(), {}.items(), iter(int, 1), None, ..., NotImplemented))
    return dict.fromkeys(each for each in found if each.__module__ != "__main__")


def name_of(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def text_of(attribute):
    attribute = getattr(attribute, "__func__", attribute)
    return attribute.__text_signature__ if isinstance(attribute, FUNCTION_TYPES) else False


signatures = {}  # owner to {name: text or None}; the name "" is the type itself
for name in MODULES:  # a function belongs to the module that it names
    functions = {key: each.__text_signature__ for key, each in vars(sys.modules.get(name) or __import__(name)).items()
                 if isinstance(each, types.BuiltinFunctionType) and each.__name__ == key}
    for key, text in functions.items():
        if text:
            signatures.setdefault(vars(sys.modules[name])[key].__module__, {})[key] = text
for cls in all_types():
    own = {"": cls.__text_signature__} if cls.__text_signature__ else {}
    own.update((key, text_of(each)) for key, each in vars(cls).items() if text_of(each) is not False)
    signatures[name_of(cls)] = own

# What special methods have in most types stands once.
votes = {}
for own in signatures.values():
    for key, text in own.items():
        if key[:2] == "__":
            votes.setdefault(key, []).append(text)
common = {key: max(set(texts), key=lambda text: (texts.count(text), text or "")) for key, texts in votes.items()}
common = {key: text for key, text in common.items() if text}


def by_text(pairs):
    texts = {}
    for key, text in sorted(pairs.items()):
        texts.setdefault(text, []).append(key or "()")
    return texts


def show(texts, indent):
    for text, names in sorted(texts.items(), key=lambda pair: pair[0] or ""):
        line = f"{indent}{text!r}: \""
        for name in names:
            if len(line) + len(name) > 155:
                print(line + " \"")
                line = indent + "    \""
            line += (" " if line[-1] != '"' else "") + name
        print(line + "\",")


print('"""_text_signatures: how CPython says that its builtin functions, methods and types are called (__text_signature__); loaded when one is asked for.\n\n'
      'Written by tools/make_text_signatures.py. Names by their text; "()": the type itself; None: special methods without a text.\n"""\nimport sys\n\n'
      "_SPECIAL = {  # of most types")
show(by_text(common), "    ")
print("}\n_OWN = {")
for owner, own in sorted(signatures.items()):
    rest = {key: text for key, text in own.items() if common.get(key) != text}
    if rest:
        print(f"    {owner!r}: {{")
        show(by_text(rest), "        ")
        print("    },")
print('''}
_known = {}


def _texts_of(owner):
    """The texts of a module or type, by name."""
    if owner not in _known:
        _known[owner] = {name: text for text, names in _OWN.get(owner, {}).items() for name in names.split()}
    return _known[owner]


_special = {name: text for text, names in _SPECIAL.items() for name in names.split()}


def _name_of(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def _owner_of(obj):
    """The type or module that has the function."""
    owner = getattr(obj, "__objclass__", None)
    if owner is not None:
        return _name_of(owner)
    instance, qualname = obj.__self__, obj.__qualname__
    if instance is None and "." in qualname:
        return qualname.rpartition(".")[0]
    if instance is None or type(instance) is type(sys):
        return obj.__module__ or "builtins"
    for cls in (instance if isinstance(instance, type) else type(instance)).__mro__:
        if obj.__name__ in cls.__dict__:
            return _name_of(cls)
    return ""


def find(obj):
    if isinstance(obj, type):
        return _texts_of(_name_of(obj)).get("()")
    name, texts = obj.__name__, _texts_of(_owner_of(obj))
    return texts[name] if name in texts else _special.get(name)''')
