"""typing: what annotated programs import. Annotations are kept and shown, never checked."""
import collections
import collections.abc
import functools
import operator
import sys as _sys
from abc import ABCMeta as _ABCMeta, abstractmethod
from types import GenericAlias, UnionType as _UnionType

TYPE_CHECKING = False


# ---- how types are shown and compared ----

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
    if not allow_special_forms and isinstance(arg, _GenericAlias) and (arg.__origin__ is ClassVar or arg.__origin__ is Final and is_argument):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg is ClassVar or arg is Final:
        if allow_special_forms or arg is Final and not is_argument:
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol):
        raise TypeError(f"{arg} is not valid as type argument")
    if any(arg is each for each in (Any, NoReturn, Never, LiteralString, Self, TypeAlias)):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is Protocol:
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
        return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))
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
        flat.extend(each.__args__ if isinstance(each, (_UnionGenericAlias, _UnionType)) else (each,))
    flat = _without_duplicates(flat)
    return flat[0] if len(flat) == 1 else _UnionGenericAlias(self, tuple(flat))


@_SpecialForm
def Optional(self, parameters):
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


@_SpecialForm
def Literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for each in parameters:
        flat.extend(each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,))
    try:
        flat = [each for each, _ in dict.fromkeys((each, type(each)) for each in flat)]
    except TypeError:  # not all can be hashed: they stay as they are
        pass
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*(_type_check(each, message) for each in parameters[:-1]), parameters[-1]))


@_SpecialForm
def Unpack(self, parameters):
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


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
            self.__forward_value__ = _evaluated(value, globalns, localns, recursive_guard | {self.__forward_arg__})
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


# ---- type variables ----

class _Named(_Final, _root=True):
    """What is one of its kind by its name: it is no base class, and a copy or a pickle of it is itself."""

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__name__


class _Variable(_Named, _root=True):
    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def _set(self, name, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        try:
            self.__module__ = _sys._getframe(2).f_globals.get("__name__", "__main__")
        except ValueError:
            self.__module__ = "__main__"


class TypeVar(_Variable, _root=True):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple(_type_check(each, "TypeVar(name, constraint, ...): constraints must be types.") for each in constraints)

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class ParamSpec(_Variable, _root=True):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(each, "Expected a type.") for each in arg)
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        """A list of types counts as one argument; where the specification is the only parameter, the brackets may be left out."""
        parameters = alias.__parameters__
        at = parameters.index(self)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_param_expr(args[0]):
            return (args,)
        return (*args[:at], tuple(args[at]), *args[at + 1:]) if isinstance(args[at], list) else args

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class _ParamSpecPart(_Final, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart, _root=True):
    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(_ParamSpecPart, _root=True):
    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Named, _root=True):
    def __init__(self, name):
        self.__name__ = name
        try:
            self.__module__ = _sys._getframe(1).f_globals.get("__name__", "__main__")
        except ValueError:
            self.__module__ = "__main__"

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """The arguments left over for the tuple become one; an unpacked tuple of any length fills as many parameters as it must."""
        parameters = alias.__parameters__
        at = parameters.index(self)
        if any(isinstance(each, TypeVarTuple) for each in parameters[at + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        before, after = at, len(parameters) - at - 1
        endless = filler = None
        for i, arg in enumerate(args):
            inside = _unpacked_args(arg)
            if inside and len(inside) == 2 and inside[-1] is ...:
                if endless is not None:
                    raise TypeError("More than one unpacked arbitrary-length tuple argument")
                endless, filler = i, inside[0]
        if endless is not None:
            before, after = min(before, endless), min(after, len(args) - endless - 1)
        elif before + after > len(args):
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}")
        return (*args[:before], *[filler] * (at - before), tuple(args[before:len(args) - after]),
                *[filler] * (len(parameters) - after - before - (at - before) - 1), *args[len(args) - after:])


# ---- subscripted types ----

def _is_param_expr(arg):
    """What may stand for the parameters of a function."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _unpacked_args(arg):
    """The arguments of *tuple[...] or Unpack[Tuple[...]]; None for anything else."""
    if isinstance(arg, GenericAlias):
        return arg.__args__ if arg.__unpacked__ and arg.__origin__ is tuple else None
    if isinstance(arg, _UnpackGenericAlias):
        inner = arg.__args__[0]
        if isinstance(inner, (_GenericAlias, GenericAlias)) and inner.__origin__ is tuple:
            return inner.__args__
    return None


def _is_unpacked_typevartuple(arg):
    return isinstance(arg, _UnpackGenericAlias) and isinstance(arg.__args__[0], TypeVarTuple)


def _flattened(args):
    """Tuples of known length that are unpacked among the arguments give their items."""
    flat = []
    for each in args:
        inside = None if isinstance(each, type) else _unpacked_args(each)
        flat.extend((each,) if inside is None or inside and inside[-1] is ... else inside)
    return tuple(flat)


def _values_of(alias, parameters, args):
    """Which argument belongs to which parameter of the alias."""
    for each in parameters:
        prepare = getattr(each, "__typing_prepare_subst__", None)
        if prepare:
            args = prepare(alias, args)
    if len(args) != len(parameters):
        raise TypeError(f"Too {'many' if len(args) > len(parameters) else 'few'} arguments for {alias}; actual {len(args)}, expected {len(parameters)}")
    return dict(zip(parameters, args))


def _substituted(args, values, origin=None):
    """The arguments with the values of type variables in their place."""
    result = []
    for old in args:
        if isinstance(old, type):
            result.append(old)
            continue
        subst = getattr(old, "__typing_subst__", None)
        if subst:
            new = subst(values[old])
        elif not getattr(old, "__parameters__", ()):
            new = tuple(_substituted(old, values)) if isinstance(old, tuple) else old
        else:
            inner = []
            for each in old.__parameters__:
                inner.extend(values[each] if isinstance(each, TypeVarTuple) else (values[each],))
            if _is_unpacked_typevartuple(old):
                result.extend(inner)
                continue
            new = old[tuple(inner)]
        if isinstance(new, tuple) and origin is collections.abc.Callable:
            result.extend(new)
        else:
            result.append(new)
    return result


def _alias_item(alias, parameters, item):
    """list[T][int]: the builtin alias with its type variables replaced."""
    made = GenericAlias(alias.__origin__, _alias_arguments(alias, parameters, item))
    return _starred(made) if alias.__unpacked__ else made


def _starred(alias):
    """*alias."""
    return next(iter(alias))


def _maker_of_starred():
    return _starred


def _union_item(union, parameters, item):
    return functools.reduce(operator.or_, _alias_arguments(union, parameters, item))


def _alias_arguments(alias, parameters, item):
    args = _flattened(item if isinstance(item, tuple) else (item,))
    return tuple(_substituted(alias.__args__, _values_of(alias, parameters, args), getattr(alias, "__origin__", None)))


def _may_be_called(origin):
    """typing.Counter() and its like make instances, typing.List() does not."""
    return getattr(origin, "__module__", None) == "collections"


class _GenericAlias(_Final, _root=True):
    """origin[args]; `name` is how it is shown when it is one of typing's own."""

    def __init__(self, origin, args, *, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._name = name
        self.__parameters__ = _parameters_of(self.__args__)
        if not name:
            self.__module__ = origin.__module__

    def __iter__(self):
        yield Unpack[self]

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if attr[:2] == attr[-2:] == "__" or attr == "_name":
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __call__(self, *args, **kwargs):
        if self._name is not None and not _may_be_called(self.__origin__):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = _flattened(tuple(_type_convert(each) for each in (args if isinstance(args, tuple) else (args,))))
        return self._with(tuple(_substituted(self.__args__, _values_of(self, self.__parameters__, args), self.__origin__)))

    def _with(self, args):
        return type(self)(self.__origin__, args, name=self._name)

    def __dir__(self):
        return list(set(super().__dir__()) | {attr for attr in dir(self.__origin__) if not (attr[:2] == attr[-2:] == "__")})

    def __reduce__(self):
        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__[0] if len(self.__args__) == 1 and not isinstance(self.__args__[0], tuple) else self.__args__
        return operator.getitem, (origin, args)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join([_type_repr(each) for each in self.__args__]) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        result = [] if self.__origin__ in bases else [self.__origin__]
        if self._name and Generic not in bases:
            after = bases[bases.index(self) + 1:]
            if not any(isinstance(each, _GenericAlias) or isinstance(each, type) and issubclass(each, Generic) for each in after):
                result.append(Generic)
        if self.__origin__ is Generic:
            after = bases[bases.index(self) + 1:]
            if Protocol in bases or any(isinstance(each, _GenericAlias) and each is not self for each in after):
                return ()
        return tuple(result)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def _with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super()._with(args)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return "*" + repr(self.__args__[0])

    def __getitem__(self, args):
        if _is_unpacked_typevartuple(self):
            return args
        return super().__getitem__(args)


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def _with(self, args):
        return Union[args]

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_type_repr(args[0] if args[1] is type(None) else args[1])}]"
        return f"typing.Union[{', '.join([_type_repr(each) for each in args])}]"

    def __eq__(self, other):
        return set(self.__args__) == set(other.__args__) if isinstance(other, (_UnionGenericAlias, _UnionType)) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, each) for each in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f"typing.Literal[{', '.join([_type_repr(each) for each in self.__args__])}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(each, type(each)) for each in self.__args__} == {(each, type(each)) for each in other.__args__}

    def __hash__(self):
        return hash(frozenset((each, type(each)) for each in self.__args__))


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def _free(self):
        """The parameters are not listed."""
        return len(self.__args__) == 2 and _is_param_expr(self.__args__[0])

    def __repr__(self):
        *args, result = self.__args__
        if self._free():
            return super().__repr__()
        return f"typing.Callable[[{', '.join([_type_repr(each) for each in args])}], {_type_repr(result)}]"

    def __reduce__(self):
        args = self.__args__ if self._free() else (list(self.__args__[:-1]), self.__args__[-1])
        return operator.getitem, (Callable, args)


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,))
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __getattr__(self, attr):
        return "Annotated" if attr in {"__name__", "__qualname__"} else super().__getattr__(attr)

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    __iter__ = None

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(each) for each in self.__metadata__)}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class Annotated:
    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
        return _AnnotatedAlias(origin, tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


class _SpecialGenericAlias(_Final, _root=True):
    """typing.List and its like: a class of another module under typing's name; count parameters, -1: any number."""

    def __init__(self, origin, count, name=None):
        self.__origin__ = origin
        self._nparams = count
        self._name = name or origin.__name__
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    def __getattr__(self, attr):
        if attr in {"__name__", "__qualname__"}:
            return self._name
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(each if each is ... else _type_check(each, "Parameters to generic types must be types.") for each in params)
        if self._nparams >= 0 and len(params) != self._nparams:
            raise TypeError(f"Too {'many' if len(params) > self._nparams else 'few'} arguments for {self}; "
                            f"actual {len(params)}, expected {self._nparams}")
        return _GenericAlias(self.__origin__, params, name=self._name)

    def __call__(self, *args, **kwargs):
        if _may_be_called(self.__origin__):
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    __iter__ = None

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __mro_entries__(self, bases):
        result = [] if self.__origin__ in bases else [self.__origin__]
        after = bases[bases.index(self) + 1:]
        if not any(isinstance(each, (_SpecialGenericAlias, _GenericAlias)) or isinstance(each, type) and issubclass(each, Generic) for each in after):
            result.append(Generic)
        return tuple(result)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(each if each is ... else _type_check(each, "Tuple[t0, t1, ...]: each t must be a type.") for each in params)
        return _GenericAlias(tuple, params, name="Tuple")


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return _CallableGenericAlias(self.__origin__, (args, result), name="Callable")
        args = tuple(args) if isinstance(args, (list, tuple)) else (args,)
        return _CallableGenericAlias(self.__origin__, (*map(_type_convert, args), result), name="Callable")


class Generic:
    __slots__ = ()
    _is_protocol = False

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
        if Generic in bases if bases is not None else Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) is not _TypedDictMeta:
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


# ---- functions ----

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


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    if isinstance(arg, type):  # what is defined inside it, too
        for key in dir(arg):
            each = getattr(arg, key)
            if not hasattr(each, "__qualname__") or each.__qualname__ != f"{arg.__qualname__}.{each.__name__}" or \
                    getattr(each, "__module__", None) != arg.__module__:
                continue
            if isinstance(each, type):
                no_type_check(each)
            elif isinstance(each, (type(_type_repr), type(Generic.__class_getitem__))):
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


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {"eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
                                             "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


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


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


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


_can_have_hints = (type(len), type(_type_repr), type([].append), type(_sys), type(str.join), type(int.__add__), type((1).__add__))


# ---- NamedTuple, TypedDict, NewType ----

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
            origin = get_origin(each.__origin__ if isinstance(each, _AnnotatedAlias) else each)
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


# ---- type variables and aliases of the module ----

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


_LATE = {"ChainMap": ("collections", "ChainMap", 2), "ContextManager": ("contextlib", "AbstractContextManager", 1),
         "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 1), "Pattern": ("re", "Pattern", 1), "Match": ("re", "Match", 1)}


def __getattr__(name):
    if name in _LATE:
        module, origin, count = _LATE[name]
        alias = _SpecialGenericAlias(getattr(__import__(module), origin), count, name)
        globals()[name] = alias
        return alias
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return [*globals(), *_LATE]


# ---- files, as annotations name them ----

def _in_name_only(cls, names, properties=()):
    """Abstract methods and properties that say what such a file has."""
    for name in (*names, *properties):
        def method(self, *args, **kwargs):
            pass
        method.__name__, method.__qualname__, method.__module__ = name, f"{cls.__name__}.{name}", "typing"
        setattr(cls, name, property(abstractmethod(method)) if name in properties else abstractmethod(method))
    return cls


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


_in_name_only(IO, "close fileno flush isatty read readable readline readlines seek seekable tell truncate writable write writelines __enter__ __exit__".split(),
              ("mode", "name", "closed"))
_in_name_only(BinaryIO, ("write", "__enter__"))
_in_name_only(TextIO, ("__enter__",), ("buffer", "encoding", "errors", "line_buffering", "newlines"))


def _supports(name, result):
    def method(self):
        pass
    method.__name__ = name
    method.__annotations__ = {"return": result}
    base = Protocol[result] if isinstance(result, TypeVar) else Protocol
    names = {name: abstractmethod(method), "__slots__": (), "__module__": "typing", **({"__orig_bases__": (base,)} if base is not Protocol else {})}
    return runtime_checkable(_ProtocolMeta("Supports" + name.strip("_").capitalize(), (Protocol, Generic) if base is not Protocol else (Protocol,), names))


SupportsInt = _supports("__int__", int)
SupportsFloat = _supports("__float__", float)
SupportsComplex = _supports("__complex__", complex)
SupportsBytes = _supports("__bytes__", bytes)
SupportsIndex = _supports("__index__", int)
SupportsAbs = _supports("__abs__", T_co)
SupportsRound = _supports("__round__", T_co)

__all__ = [_each for _each in list(globals()) if _each[0] != "_" and _each not in (
    "collections", "functools", "operator", "abstractmethod", "GenericAlias", "T", "KT", "VT", "T_co")] + list(_LATE)
