"""_typing_records: NamedTuple, TypedDict and NewType; loaded when one of them is first asked for."""
import collections
import sys as _sys
import typing
from typing import Generic, NotRequired, Required, Union, _AnnotatedAlias, _type_check

__name__ = "typing"  # what is defined here is shown and pickled as typing's


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _named_tuple_base and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _named_tuple_base else base for base in bases)
        types = ns.get("__annotations__", {})
        types = {name: _type_check(each, f"field {name} annotation must be a type") for name, each in types.items()}
        default_names = []
        for name in types:
            if name in ns:
                default_names.append(name)
            elif default_names:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{'s' if len(default_names) > 1 else ''} "
                                f"{', '.join(default_names)}")
        result = _make_nmtuple(typename, types, [ns[name] for name in default_names], ns["__module__"])
        result.__bases__ = bases
        if Generic in bases:
            result.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__name__") and key not in result._fields:
                setattr(result, key, value)
        if Generic in bases:
            result.__init_subclass__()
        return result


def _make_nmtuple(name, types, defaults, module):
    result = collections.namedtuple(name, types, defaults=defaults, module=module)
    result.__annotations__ = result.__new__.__annotations__ = dict(types)
    return result


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    types = {name: _type_check(each, f"field {name} annotation must be a type") for name, each in fields}
    return _make_nmtuple(typename, types, (), _sys._getframe(1).f_globals.get("__name__", "__main__"))


_named_tuple_base = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    return (_named_tuple_base,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        result = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            for keys, others, name in (required, optional, "__required_keys__"), (optional, required, "__optional_keys__"):
                given = base.__dict__.get(name, ())
                keys.update(given)
                others.difference_update(given)
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(each, message, module=result.__module__) for key, each in ns.get("__annotations__", {}).items()}
        for key, each in own.items():
            annotations[key] = each
            origin = typing.get_origin(each.__origin__ if isinstance(each, _AnnotatedAlias) else each)
            needed = origin is Required or (total and origin is not NotRequired)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__total__ = total
        return result

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        import warnings
        warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13, and may not be "
                      "understood by third-party type checkers.", DeprecationWarning, stacklevel=2)
    ns = {"__annotations__": dict(fields), "__module__": _sys._getframe(1).f_globals.get("__name__", "__main__")}
    return _TypedDictMeta(typename, (), ns, total=total)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


_typed_dict_base = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_typed_dict_base,)


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _sys._getframe(1).f_globals.get("__name__", "__main__")

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        supertype = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {supertype})`")
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
