"""functools: the parts that are not in C (see _functools)."""
from _abc import get_cache_token
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
    """The comparison `name` from `root`: negated or not, then `and !=` (equality -1), `or ==` (1), or neither (0). Made once, a function of this module."""
    made = "_" + name.strip("_") + "_from_" + root.strip("_")
    if made in globals():
        return globals()[made]

    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        return result and self != other if equality < 0 else result or self == other if equality > 0 else result
    compare.__name__, compare.__qualname__ = name, made
    globals()[made] = compare
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
            value = self.func(instance)
            try:
                attributes[self.attrname] = value
            except TypeError:
                raise TypeError("The '__dict__' attribute on %r instance does not support item assignment for caching %r property."
                                % (type(instance).__name__, self.attrname)) from None
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
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._method().__get__(obj, cls)

    def _method(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        method.__isabstractmethod__ = self.__isabstractmethod__
        method._partialmethod = self
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# ---- dispatch on the type of the first argument ----

def _c3_merge(orders):
    """One order of classes that keeps each of `orders`, as C3 makes it. A class comes as soon as no order has it further behind."""
    result = []
    orders = [list(order) for order in orders if order]
    while orders:
        for order in orders:
            first = order[0]
            if not any(first in other[1:] for other in orders):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(first)
        orders = [rest for order in orders if (rest := order[1:] if order[0] is first else order)]
    return result


def _c3_mro(cls, abcs=None):
    """The MRO of cls with the abstract classes among it: each right behind the last base that is of its kind for another reason."""
    for boundary, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, "__abstractmethods__"):
            boundary = len(cls.__bases__) - boundary
            break
    else:
        boundary = 0
    explicit, others = list(cls.__bases__[:boundary]), list(cls.__bases__[boundary:])
    own = [each for each in abcs or () if issubclass(cls, each) and not any(issubclass(base, each) for base in cls.__bases__)]
    rest = [each for each in abcs or () if each not in own]
    parents = explicit + own + others
    return _c3_merge([[cls]] + [_c3_mro(each, rest) for each in parents] + [explicit, own, others])


def _compose_mro(cls, types):
    """The MRO of cls together with those of `types` that it is a virtual subclass of."""
    bases = set(cls.__mro__)

    def is_related(each):
        from types import GenericAlias
        return each not in bases and hasattr(each, "__mro__") and not isinstance(each, GenericAlias) and issubclass(cls, each)

    types = [each for each in types if is_related(each)]
    types = [each for each in types if not any(each is not other and each in other.__mro__ for other in types)]
    known, mro = set(types), []
    for each in types:
        found = [[super_ for super_ in sub.__mro__ if super_ in known] for sub in each.__subclasses__()
                 if sub not in bases and issubclass(cls, sub)]
        if not found:
            mro.append(each)
        for supers in sorted(found, key=len, reverse=True):
            mro += [super_ for super_ in supers if super_ not in mro]
    return _c3_mro(cls, mro)


def _find_impl(cls, registry):
    mro = _compose_mro(cls, registry)
    match = None
    for each in mro:
        if match is not None:
            # of two abstract classes that cls is registered with, neither goes before the other
            if each in registry and each not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, each):
                raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, each))
            break
        if each in registry:
            match = each
    return registry.get(match)


def _is_union(cls):
    from typing import Union, get_origin
    from types import UnionType
    return get_origin(cls) in (Union, UnionType)


def _is_dispatch_type(cls):
    if isinstance(cls, type):
        return True
    if type(cls).__module__ not in ("types", "typing") or not _is_union(cls):
        return False
    return all(isinstance(each, type) for each in cls.__args__)


def _annotated_class(function):
    annotations = getattr(function, "__annotations__", {})
    if not annotations:
        raise TypeError(f"Invalid first argument to `register()`: {function!r}. Use either `@register(some_class)` or plain `@register` on an "
                        "annotated function.")
    from typing import get_type_hints
    argument, cls = next(iter(get_type_hints(function).items()))
    if not _is_dispatch_type(cls):
        raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} not all arguments are classes." if _is_union(cls) else
                        f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
    return cls


def singledispatch(func):
    from types import MappingProxyType
    from weakref import WeakKeyDictionary
    registry = {}
    cache = WeakKeyDictionary()
    token = None  # of the abstract classes' registrations, once one of them is in the registry

    def dispatch(cls):
        nonlocal token
        if token is not None and token != get_cache_token():
            cache.clear()
            token = get_cache_token()
        try:
            return cache[cls]
        except KeyError:
            implementation = registry.get(cls) or _find_impl(cls, registry)
            cache[cls] = implementation
            return implementation

    def register(cls, func=None):
        nonlocal token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda function: register(cls, function)
        elif func is not None:
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        else:
            func, cls = cls, _annotated_class(cls)
        for each in (cls,) if isinstance(cls, type) else cls.__args__:
            registry[each] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
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
