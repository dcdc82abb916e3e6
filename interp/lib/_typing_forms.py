"""_typing_forms: names for types (Any, Union, Optional, …), references by name, and how types are shown and compared. What stands above is asked for as typing's."""
import functools
import sys as _sys
import typing
from types import GenericAlias, UnionType as _UnionType

__name__ = "typing"  # what is defined here is shown and pickled as typing's


def _type_repr(obj):
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, type(_type_repr)):
        return obj.__name__
    return repr(obj)


def _type_convert(arg, module=None, allow_special_forms=False):
    if arg is None:
        return type(None)
    return ForwardRef(arg, module=module, is_class=allow_special_forms) if isinstance(arg, str) else arg


def _type_check(arg, message, is_argument=True, module=None, allow_special_forms=False):
    arg = _type_convert(arg, module, allow_special_forms)
    if not allow_special_forms and isinstance(arg, typing._GenericAlias) and (arg.__origin__ is ClassVar or arg.__origin__ is Final and is_argument):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg is ClassVar or arg is Final:
        if allow_special_forms or arg is Final and not is_argument:
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if isinstance(arg, typing._GenericAlias) and arg.__origin__ in (typing.Generic, typing.Protocol):
        raise TypeError(f"{arg} is not valid as type argument")
    if any(arg is each for each in (Any, NoReturn, Never, LiteralString, Self, TypeAlias)):
        return arg
    if isinstance(arg, _SpecialForm) or arg is typing.Generic or arg is typing.Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _parameters_of(args):
    """The type variables among the arguments and inside them, in order."""
    found = []
    for each in args:
        if isinstance(each, type):
            continue
        if isinstance(each, tuple):
            inside = _parameters_of(each)
        else:
            inside = (each,) if hasattr(each, "__typing_subst__") else getattr(each, "__parameters__", ())
        found.extend(one for one in inside if one not in found)
    return tuple(found)


def _without_duplicates(args):
    kept = []
    for each in args:
        if each not in kept:
            kept.append(each)
    return kept


def _cached(getitem, typed=False):
    """What is given for arguments that can be hashed is given again for the same ones."""
    known = functools.lru_cache(typed=typed)(getitem)

    @functools.wraps(getitem)
    def subscript(*args):
        try:
            return known(*args)
        except TypeError:  # they cannot be hashed, or are wrong: which is told below
            pass
        return getitem(*args)

    return subscript


# ---- names for types: Any, Union, Optional … ----

class _Final:
    """Classes whose instances are types in name only."""
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    __iter__ = None

    @_cached
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


def _bare(name):
    """A name that takes no parameters."""
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__ = name
    return _SpecialForm(getitem)


NoReturn = _bare("NoReturn")
Never = _bare("Never")
Self = _bare("Self")
LiteralString = _bare("LiteralString")
TypeAlias = _bare("TypeAlias")


def _one(name):
    """A name that takes one type."""
    def getitem(self, parameters):
        return typing._GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))
    getitem.__name__ = name
    return _SpecialForm(getitem)


ClassVar = _one("ClassVar")
Final = _one("Final")
Required = _one("Required")
NotRequired = _one("NotRequired")
TypeGuard = _one("TypeGuard")


@_SpecialForm
def Union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for each in parameters:
        each = _type_check(each, "Union[arg, ...]: each arg must be a type.")
        flat.extend(each.__args__ if isinstance(each, (typing._UnionGenericAlias, _UnionType)) else (each,))
    flat = _without_duplicates(flat)
    return flat[0] if len(flat) == 1 else typing._UnionGenericAlias(self, tuple(flat))


@_SpecialForm
def Optional(self, parameters):
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


class _LiteralSpecialForm(_SpecialForm, _root=True):
    """Takes values, not types."""

    def __init__(self, getitem):
        super().__init__(_cached(getitem, typed=True))

    def __getitem__(self, parameters):
        return self._getitem(self, *(parameters if isinstance(parameters, tuple) else (parameters,)))


@_LiteralSpecialForm
def Literal(self, *parameters):
    flat = []
    for each in parameters:
        flat.extend(each.__args__ if isinstance(each, typing._LiteralGenericAlias) else (each,))
    try:
        flat = [each for each, _ in dict.fromkeys((each, type(each)) for each in flat)]
    except TypeError:  # not all can be hashed: they stay as they are
        pass
    return typing._LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], typing.ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return typing._ConcatenateGenericAlias(self, (*(_type_check(each, message) for each in parameters[:-1]), parameters[-1]))


@_SpecialForm
def Unpack(self, parameters):
    return typing._UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


class ForwardRef(_Final, _root=True):
    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__", "__forward_is_class__",
                 "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            # A star is legal where it unpacks: the one item of what it makes is meant.
            self.__forward_code__ = compile(f"({arg},)[0]" if arg.startswith("*") else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            elif globalns is None:
                globalns = localns
            elif localns is None:
                localns = globalns
            if self.__forward_module__ is not None:
                globalns = getattr(_sys.modules.get(self.__forward_module__, None), "__dict__", globalns)
            value = _type_check(eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
                                is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = typing._evaluated(value, globalns, localns, recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"
