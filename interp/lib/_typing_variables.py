"""_typing_variables: TypeVar, ParamSpec and TypeVarTuple, and what they accept in their place."""
import sys as _sys
import typing
from types import GenericAlias
from _typing_forms import Union, Unpack, _Final, _type_check

__name__ = "typing"  # what is defined here is shown and pickled as typing's


class _Named(_Final, _root=True):
    """What is one of its kind by its name: a copy or a pickle of it is itself."""

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
        if isinstance(arg, typing._GenericAlias) and arg.__origin__ is Unpack or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class ParamSpec(_Variable, _root=True):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(each, "Expected a type.") for each in arg)
        if not typing._is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        """A list of types counts as one argument; where the specification is the only parameter, the brackets may be left out."""
        parameters = alias.__parameters__
        at = parameters.index(self)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not typing._is_param_expr(args[0]):
            return (args,)
        return (*args[:at], tuple(args[at]), *args[at + 1:]) if isinstance(args[at], list) else args

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class _ParamSpecPart(_Final, _root=True):
    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ParamSpecArgs(_ParamSpecPart, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(_ParamSpecPart, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

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
            inside = typing._unpacked_args(arg)
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
