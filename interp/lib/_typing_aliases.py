"""_typing_aliases: subscripted types, those of typing and, for C, those of builtin types."""
import collections.abc
import functools
import operator
import typing
from types import GenericAlias, UnionType as _UnionType
from _typing_forms import Union, Unpack, _cached, _Final, _parameters_of, _SpecialForm, _type_check, _type_convert, _type_repr
from _typing_variables import ParamSpec, TypeVarTuple

__name__ = "typing"  # what is defined here is shown and pickled as typing's


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

    @_cached
    def __getitem__(self, args):
        if self.__origin__ in (typing.Generic, typing.Protocol):
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
        origin = getattr(typing, self._name) if self._name else self.__origin__
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
        if self._name and typing.Generic not in bases:
            after = bases[bases.index(self) + 1:]
            if not any(isinstance(each, _GenericAlias) or isinstance(each, type) and issubclass(each, typing.Generic) for each in after):
                result.append(typing.Generic)
        if self.__origin__ is typing.Generic:
            after = bases[bases.index(self) + 1:]
            if typing.Protocol in bases or any(isinstance(each, _GenericAlias) and each is not self for each in after):
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
        return operator.getitem, (typing.Callable, args)


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


@functools.partial(_cached, typed=True)
def _annotated(annotated, *metadata):
    if _is_unpacked_typevartuple(annotated):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    return _AnnotatedAlias(_type_check(annotated, "Annotated[t, ...]: t must be a type.", allow_special_forms=True), metadata)


class Annotated:
    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        return _annotated(*params)

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

    @_cached
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
        if not any(isinstance(each, (_SpecialGenericAlias, _GenericAlias)) or isinstance(each, type) and issubclass(each, typing.Generic) for each in after):
            result.append(typing.Generic)
        return tuple(result)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)


class _TupleType(_SpecialGenericAlias, _root=True):
    @_cached
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
        return self.__getitem_inner__(tuple(args) if isinstance(args, list) else args, result)

    @_cached
    def __getitem_inner__(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return _CallableGenericAlias(self.__origin__, (args, result), name="Callable")
        args = args if isinstance(args, tuple) else (args,)
        return _CallableGenericAlias(self.__origin__, (*map(_type_convert, args), result), name="Callable")
