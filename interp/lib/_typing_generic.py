"""_typing_generic: Generic and Protocol, the classes to inherit from."""
import collections.abc
import sys as _sys
from abc import ABCMeta as _ABCMeta
from _typing_aliases import _GenericAlias, _is_unpacked_typevartuple, _values_of
from _typing_forms import _cached, _parameters_of, _type_convert
from _typing_variables import ParamSpec, TypeVar, TypeVarTuple

__name__ = "typing"  # what is defined here is shown and pickled as typing's


class Generic:
    __slots__ = ()
    _is_protocol = False

    @_cached
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_convert(each) for each in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(each, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(each) for each in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            expected = getattr(cls, "__parameters__", ())
            if not expected:
                raise TypeError(f"{cls} is not a generic class")
            taken = []
            for parameter, value in _values_of(cls, expected, params).items():
                taken.extend(value if isinstance(parameter, TypeVarTuple) else (value,))
            params = tuple(taken)
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if Generic in bases if bases is not None else Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta":
            raise TypeError("Cannot inherit from plain Generic")
        found, listed = _parameters_of(bases or ()), None
        for base in bases or ():
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed = base.__parameters__
        if listed is not None:
            missing = [each for each in found if each not in listed]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in Generic[{', '.join(map(str, listed))}]")
            found = listed
        cls.__parameters__ = found


# ---- protocols ----

_not_members = frozenset("__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ __weakref__ "
                         "__class_getitem__ __match_args__ __parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol "
                         "_abc_impl __final__".split())


def _annotations_of(cls):
    found = cls.__dict__.get("__annotations__", {})
    return found if isinstance(found, collections.abc.Mapping) else {}


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            names.update(name for name in [*base.__dict__, *_annotations_of(base)] if name not in _not_members)
    return names


def _has_methods_only(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_members(cls))


def _asked_by_library(depth):
    """Those who ask about every class there is may ask protocols, too."""
    try:
        return _sys._getframe(depth + 1).f_globals.get("__name__", "__main__") in ("abc", "functools", None)
    except (AttributeError, ValueError):
        return False


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        protocol = getattr(cls, "_is_protocol", False)
        if protocol and not getattr(cls, "_is_runtime_protocol", False) and not _asked_by_library(1):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if (not protocol or _has_methods_only(cls)) and issubclass(instance.__class__, cls):
            return True
        if protocol:
            missing = object()
            for name in _protocol_members(cls):
                value = getattr(instance, name, missing)
                if value is missing or value is None and callable(getattr(cls, name, None)):
                    break
            else:
                return True
        return super().__instancecheck__(instance)


_like_protocols = {("collections.abc", name) for name in "Callable Awaitable Iterable Iterator AsyncIterable Hashable Sized Container Collection Reversible".split()}
_like_protocols |= {("contextlib", "AbstractContextManager"), ("contextlib", "AbstractAsyncContextManager")}


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or getattr(base, "_is_protocol", False) or (base.__module__, base.__name__) in _like_protocols):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
        if cls.__init__ is Protocol.__init__ or "__init__" not in cls.__dict__:
            cls.__init__ = _no_init_or_replace_init


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
        if _asked_by_library(2) or _sys._getframe(1).f_code.co_name == "__instancecheck__":  # which looks at instances itself
            return NotImplemented
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if not _has_methods_only(cls):
        if _asked_by_library(2) or _sys._getframe(1).f_code.co_name == "__instancecheck__":  # which looks at instances itself
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in _annotations_of(base) and issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls
