"""_typing_hints: looking at annotations (get_type_hints, get_origin, get_args), marking what has none, overloads; loaded when one of them is first asked for."""
import collections.abc
import functools
import operator
import sys as _sys
from types import GenericAlias, UnionType as _UnionType
from typing import (Annotated, ForwardRef, Generic, NotRequired, ParamSpecArgs, ParamSpecKwargs, Required, Unpack,
                    _AnnotatedAlias, _GenericAlias, _is_param_expr, _SpecialGenericAlias)

__name__ = "typing"  # what is defined here is shown and pickled as typing's


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should "
                              "always be followed by an implementation that is not @overload-ed.")


_overloads = {}


def overload(func):
    inner = getattr(func, "__func__", func)
    _overloads.setdefault((inner.__module__, inner.__qualname__), {})[inner.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, "__func__", func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def no_type_check(arg):
    if isinstance(arg, type):  # what is defined inside it, too
        for key in dir(arg):
            each = getattr(arg, key)
            if not hasattr(each, "__qualname__") or each.__qualname__ != f"{arg.__qualname__}.{each.__name__}" or \
                    getattr(each, "__module__", None) != arg.__module__:
                continue
            if isinstance(each, type):
                no_type_check(each)
            elif isinstance(each, (type(get_origin), type(Generic.__class_getitem__))):
                getattr(each, "__func__", each).__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return Generic if tp is Generic else _UnionType if isinstance(tp, _UnionType) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
            return list(args[:-1]), args[-1]
        return args
    return tp.__args__ if isinstance(tp, _UnionType) else ()


def _evaluated(value, globalns, localns, recursive_guard=frozenset()):
    """The type with the forward references inside it resolved."""
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns, recursive_guard)
    if isinstance(value, (_GenericAlias, GenericAlias, _UnionType)):
        is_builtin = isinstance(value, GenericAlias)
        args = tuple(ForwardRef(each) if is_builtin and isinstance(each, str) else each for each in value.__args__)
        if is_builtin and value.__unpacked__:
            value = Unpack[GenericAlias(value.__origin__, args)]
            is_builtin, args = False, value.__args__
        args = tuple(_evaluated(each, globalns, localns, recursive_guard) for each in args)
        if args == value.__args__:
            return value
        if is_builtin:
            return GenericAlias(value.__origin__, args)
        return functools.reduce(operator.or_, args) if isinstance(value, _UnionType) else value._with(args)
    return value


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _GenericAlias) and value.__origin__ in (Required, NotRequired):
        return _without_extras(value.__args__[0])
    if isinstance(value, (_GenericAlias, GenericAlias, _UnionType)):
        args = tuple(_without_extras(each) for each in value.__args__)
        if args == value.__args__:
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, args)
        return functools.reduce(operator.or_, args) if isinstance(value, _UnionType) else value._with(args)
    return value


def _as_reference(value, **kind):
    return type(None) if value is None else ForwardRef(value, **kind) if isinstance(value, str) else value


def _hints_of_class(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        scope = getattr(_sys.modules.get(base.__module__, None), "__dict__", {}) if globalns is None else globalns
        annotations = base.__dict__.get("__annotations__", {})
        if not isinstance(annotations, dict):  # the attribute of `type` itself
            continue
        names = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            scope, names = names, scope  # names of the class are looked up behind those of the module
        for name, value in annotations.items():
            hints[name] = _evaluated(_as_reference(value, is_argument=False, is_class=True), scope, names)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _hints_of_class(obj, globalns, localns)
        return hints if include_extras else {name: _without_extras(value) for name, value in hints.items()}
    if globalns is None:
        function = obj
        while hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        globalns = obj.__dict__ if isinstance(obj, type(_sys)) else getattr(function, "__globals__", {})
        localns = globalns if localns is None else localns
    elif localns is None:
        localns = globalns
    annotations = getattr(obj, "__annotations__", None)
    if annotations is None:
        if isinstance(obj, _can_have_hints):
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    hints = {}
    for name, value in annotations.items():
        kind = {"is_argument": not isinstance(obj, type(_sys)), "is_class": False}
        hints[name] = _evaluated(_as_reference(value, **kind), globalns, localns)
    return hints if include_extras else {name: _without_extras(value) for name, value in hints.items()}


_can_have_hints = (type(len), type(get_origin), type([].append), type(_sys), type(str.join), type(int.__add__), type((1).__add__))
