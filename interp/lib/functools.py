"""functools: the parts that are not in C (see _functools)."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce",
           "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering: the other comparisons from one of them and __eq__ ----

def _derived(name, root, negate, equality):
    """The comparison `name` from `root`: negated or not, then `and !=` (equality -1), `or ==` (1), or neither (0)."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        return result and self != other if equality < 0 else result or self == other if equality > 0 else result
    compare.__name__ = name
    compare.__qualname__ = "_" + name.strip("_") + "_from_" + root.strip("_")
    return compare


_ORDERINGS = {"__lt__": "__gt__", "__le__": "__ge__", "__gt__": "__lt__", "__ge__": "__le__"}  # each with its mirror


def total_ordering(cls):
    roots = {name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    strict = root[3] == "t"
    for name in _ORDERINGS:
        if name not in roots:
            same_side = name[2] == root[2]
            negate = not same_side
            wants_strict = name[3] == "t"
            # a < b negated is a >= b: the strictness turns over with it
            equality = 0 if wants_strict == (strict != negate) else -1 if wants_strict else 1
            setattr(cls, name, _derived(name, root, negate, equality))
    return cls


# ---- caches ----

_CacheInfo = None


def _cache_info(*numbers):
    global _CacheInfo
    if _CacheInfo is None:  # made when first asked for: importing collections costs time
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        _CacheInfo.__module__ = "functools"
    return _CacheInfo(*numbers)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(function):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)
    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


_MISSING = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names (%r and %r)." % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, self.attrname)) from None
        value = attributes.get(self.attrname, _MISSING)
        if value is _MISSING:
            value = attributes[self.attrname] = self.func(instance)
        return value

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# ---- methods ----

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(each) for each in self.args] + ["%s=%r" % pair for pair in self.keywords.items()]
        return "functools.partialmethod(%s)" % ", ".join(parts)

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, "__get__", None)
        if getter is not None:
            bound = getter(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        return self._method().__get__(obj, cls)

    def _method(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        return method


# ---- dispatch on the type of the first argument ----

def _find_implementation(cls, registry):
    for each in cls.__mro__:
        if each in registry and each is not object:
            return registry[each]
    matches = [each for each in registry if each is not object and issubclass(cls, each)]
    for each in matches:
        if all(each is other or issubclass(each, other) for other in matches):
            return registry[each]
    if len(matches) > 1:
        raise RuntimeError("Ambiguous dispatch: {} or {}".format(*matches[:2]))
    return registry[object]


def _annotated_class(function):
    annotations = getattr(function, "__annotations__", {})
    if not annotations:
        raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` or plain `@register` on an "
                        "annotated function." % (function,))
    from typing import get_type_hints
    return next(iter(get_type_hints(function).values()))


def singledispatch(func):
    from types import MappingProxyType
    registry = {object: func}
    cache = {}

    def dispatch(cls):
        if cls not in cache:
            cache[cls] = _find_implementation(cls, registry)
        return cache[cls]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            func, cls = cls, _annotated_class(cls)
        for each in getattr(cls, "__args__", None) or (cls,):
            registry[each] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
