"""typing: what annotated programs import. Annotations are kept and shown, never checked.

What belongs together is in a file of its own (_typing_forms, _typing_variables, _typing_aliases, _typing_generic), each built on those before it; what
few programs ask for comes when it is asked for (_LATE).
"""
import collections
import collections.abc
import sys as _sys
from abc import abstractmethod
from types import GenericAlias

from _typing_forms import (_Final, _parameters_of, _SpecialForm, _type_check, _type_convert, _type_repr, Any, ClassVar, Concatenate, Final, ForwardRef, Literal,
                           LiteralString, Never, NoReturn, NotRequired, Optional, Required, Self, TypeAlias, TypeGuard, Union, Unpack)
from _typing_variables import ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple
from _typing_aliases import (_alias_item, _AnnotatedAlias, _CallableGenericAlias, _CallableType, _ConcatenateGenericAlias, _GenericAlias, _is_param_expr,
                             _LiteralGenericAlias, _maker_of_starred, _SpecialGenericAlias, _starred, _TupleType, _union_item, _UnionGenericAlias,
                             _UnpackGenericAlias, _unpacked_args, Annotated)
from _typing_generic import _ProtocolMeta, Generic, Protocol, runtime_checkable

TYPE_CHECKING = False


# ---- what annotated programs call ----

def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
    return obj


def assert_never(arg, /):
    shown = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {shown[:100] + '...' if len(shown) > 100 else shown}")


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {"eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
                                             "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


# ---- type variables and aliases ----

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str

Tuple = _TupleType(tuple, -1, "Tuple")
Callable = _CallableType(collections.abc.Callable, 2)
for _name, _origin, _count in (
        ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Type", type, 1), ("Deque", collections.deque, 1),
        ("DefaultDict", collections.defaultdict, 2), ("OrderedDict", collections.OrderedDict, 2), ("Counter", collections.Counter, 1)):
    globals()[_name] = _SpecialGenericAlias(_origin, _count, _name)
for _name, _count in (
        ("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1), ("AsyncIterator", 1), ("AsyncGenerator", 2), ("Iterable", 1), ("Iterator", 1),
        ("Generator", 3), ("Reversible", 1), ("Container", 1), ("Collection", 1), ("Mapping", 2), ("MutableMapping", 2), ("MappingView", 1),
        ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1), ("Sequence", 1), ("MutableSequence", 1), ("MutableSet", 1)):
    globals()[_name] = _SpecialGenericAlias(getattr(collections.abc, _name), _count, _name)
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, "AbstractSet")
Hashable = _SpecialGenericAlias(collections.abc.Hashable, 0, "Hashable")
Sized = _SpecialGenericAlias(collections.abc.Sized, 0, "Sized")
ByteString = _SpecialGenericAlias(collections.abc.ByteString, 0, "ByteString")


# ---- what comes when it is asked for ----

_LATE_ALIASES = {"ChainMap": ("collections", "ChainMap", 2), "ContextManager": ("contextlib", "AbstractContextManager", 1),
                 "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 1), "Pattern": ("re", "Pattern", 1), "Match": ("re", "Match", 1)}
_LATE = {name: part for part, names in (
    ("_typing_hints", "overload get_overloads clear_overloads no_type_check no_type_check_decorator get_origin get_args get_type_hints _evaluated"),
    ("_typing_records", "NamedTuple TypedDict NewType is_typeddict _NamedTupleMeta _TypedDictMeta"),
    ("_typing_files", "IO BinaryIO TextIO SupportsInt SupportsFloat SupportsComplex SupportsBytes SupportsIndex SupportsAbs SupportsRound"),
) for name in names.split()}


def __getattr__(name):
    if name in _LATE_ALIASES:
        module, origin, count = _LATE_ALIASES[name]
        found = _SpecialGenericAlias(getattr(__import__(module), origin), count, name)
    elif name in _LATE:
        found = getattr(__import__(_LATE[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__():
    return [*globals(), *(name for name in __all__ if name not in globals())]


__all__ = [_each for _each in [*globals(), *_LATE_ALIASES, *_LATE] if _each[0] != "_" and _each not in (
    "collections", "abstractmethod", "GenericAlias", "T", "KT", "VT", "T_co")]
