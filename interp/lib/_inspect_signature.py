"""_inspect_signature: how things are called, for inspect, which imports this file when its own names are there."""
import sys as _sys
import types
from collections import OrderedDict, namedtuple
from enum import IntEnum as _IntEnum
from _inspect_classes import get_annotations
from inspect import CO_VARARGS, CO_VARKEYWORDS, isclass, isfunction, ismethod, ismodule, isroutine, unwrap


class _empty:
    """Marks what is not given."""


class _void:
    """Marks what replace() is to leave as it is."""


class _ParameterKind(_IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        self = int.__new__(cls, len(cls.__members__))
        self._value_ = len(cls.__members__)
        self.description = description
        return self

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w\.]+", lambda found: found.group().removeprefix("typing."), repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL = _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL
    KEYWORD_ONLY, VAR_KEYWORD = _KEYWORD_ONLY, _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError("value {!r} is not a valid Parameter.kind".format(kind))
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("{} parameters cannot have default values".format(kind.description))
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if name[:1] == "." and name[1:].isdigit():  # the iterable of a comprehension
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, not {}".format(kind.description))
            kind, name = _POSITIONAL_ONLY, "implicit{}".format(name[1:])
        from keyword import iskeyword
        if iskeyword(name) and kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default, annotation=self._annotation if annotation is _void else annotation)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    def __str__(self):
        text = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def _tuple(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._tuple() == other._tuple() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._tuple())


class BoundArguments:
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        result = []
        for name, each in self._signature.parameters.items():
            if each.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if each.kind == _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        by_name = False
        for name, each in self._signature.parameters.items():
            by_name = by_name or each.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments
            if by_name and name in self.arguments:
                if each.kind == _VAR_KEYWORD:
                    result.update(self.arguments[name])
                else:
                    result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        complete = {}
        for name, each in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif each.default is not _empty:
                complete[name] = each.default
            elif each.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
                complete[name] = () if each.kind == _VAR_POSITIONAL else {}
        self.arguments = complete

    def __eq__(self, other):
        return (self._signature, self.arguments) == (other._signature, other.arguments) if isinstance(other, BoundArguments) else NotImplemented

    __hash__ = None

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __repr__(self):
        return "<{} ({})>".format(self.__class__.__name__, ", ".join("{}={!r}".format(*pair) for pair in self.arguments.items()))


class Signature:
    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = OrderedDict()
        last, with_default = _POSITIONAL_ONLY, False
        for each in parameters or ():
            if each.kind < last:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(last.description, each.kind.description))
            if each.kind > last:
                last = each.kind
            if each.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if each.default is not _empty:
                    with_default = True
                elif with_default:
                    raise ValueError("non-default argument follows default argument")
            if each.name in found:
                raise ValueError("duplicate parameter name: {!r}".format(each.name))
            found[each.name] = each
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        found = signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)
        return found if cls is Signature else cls(found.parameters.values(), return_annotation=found.return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __str__(self):
        parts = []
        positional_only = star = False
        for each in self._parameters.values():
            if each.kind == _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append("/")
                positional_only = False
            if each.kind == _VAR_POSITIONAL:
                star = True
            elif each.kind == _KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(each))
        if positional_only:
            parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        return text if self._return_annotation is _empty else text + " -> " + formatannotation(self._return_annotation)

    def __repr__(self):
        return "<{} {}>".format(self.__class__.__name__, self)

    def _for_comparison(self):
        """The order of keyword-only parameters does not count."""
        plain = tuple(each for each in self._parameters.values() if each.kind != _KEYWORD_ONLY)
        return plain, {each.name: each for each in self._parameters.values() if each.kind == _KEYWORD_ONLY}, self._return_annotation

    def __eq__(self, other):
        return self is other or self._for_comparison() == other._for_comparison() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        plain, keyword_only, annotation = self._for_comparison()
        return hash((plain, frozenset(keyword_only.values()), annotation))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        bound = {}
        values = list(args)
        extra = None
        for name, each in self._parameters.items():
            if each.kind == _VAR_POSITIONAL:
                if values:
                    bound[name] = tuple(values)
                values = []
            elif each.kind == _VAR_KEYWORD:
                extra = name
            elif values and each.kind != _KEYWORD_ONLY:
                if name in kwargs and each.kind != _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument {!r}".format(name))
                bound[name] = values.pop(0)
            elif values:  # keyword-only, and nothing takes the rest
                raise TypeError("too many positional arguments")
            elif each.kind == _POSITIONAL_ONLY and name in kwargs:
                raise TypeError("{!r} parameter is positional only, but was passed as a keyword".format(name))
            elif name in kwargs:
                bound[name] = kwargs.pop(name)
            elif each.default is _empty and not partial:
                raise TypeError("missing a required argument: {!r}".format(name))
        if values:
            raise TypeError("too many positional arguments")
        if kwargs:
            if extra is None:
                raise TypeError("got an unexpected keyword argument {!r}".format(next(iter(kwargs))))
            bound[extra] = kwargs
        return BoundArguments(self, bound)


def _function_signature(func, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names = code.co_varnames
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    for index, name in enumerate(names[:positional]):
        from_end = positional - index
        add(name, _POSITIONAL_ONLY if index < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD,
            defaults[-from_end] if from_end <= len(defaults) else _empty)
    at = positional + keyword_only
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[positional:positional + keyword_only]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return Signature(found, return_annotation=annotations.get("return", _empty))


def _without_first(sig):
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    return sig if parameters[0].kind == _VAR_POSITIONAL else sig.replace(parameters=parameters[1:])


def _partial_signature(partial, found, extra=()):
    """What is left of the parameters when the partial has its arguments; extra: values that come before them."""
    parameters = OrderedDict(found.parameters)
    args, keywords = extra + (partial.args or ()), partial.keywords or {}
    try:
        bound = found.bind_partial(*args, **keywords)
    except TypeError as error:
        raise ValueError("partial object {!r} has incorrect arguments".format(partial)) from error
    keyword_only = False
    for name, each in found.parameters.items():
        if name not in bound.arguments:
            if keyword_only and each.kind is _POSITIONAL_OR_KEYWORD:
                parameters[name] = each.replace(kind=_KEYWORD_ONLY)
                parameters.move_to_end(name)
            elif keyword_only and each.kind is _VAR_POSITIONAL:
                parameters.pop(name)
            elif keyword_only and each.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                parameters.move_to_end(name)
            continue
        value = bound.arguments[name]
        if each.kind is _POSITIONAL_ONLY or each.kind is _POSITIONAL_OR_KEYWORD and name not in keywords:
            parameters.pop(name)
            continue
        if each.kind is _POSITIONAL_OR_KEYWORD:
            keyword_only = True
            parameters[name] = each = each.replace(default=value, kind=_KEYWORD_ONLY)
            parameters.move_to_end(name)
        elif each.kind is _KEYWORD_ONLY:
            parameters[name] = each.replace(default=value)
            if keyword_only:
                parameters.move_to_end(name)
        elif keyword_only:
            if each.kind is _VAR_POSITIONAL:
                parameters.pop(name)
            else:
                parameters.move_to_end(name)
    return found.replace(parameters=parameters.values())


def _partialmethod_signature(obj, partialmethod, options):
    wrapped = signature(partialmethod.func, **options)
    found = _partial_signature(partialmethod, wrapped, (None,))
    first = tuple(wrapped.parameters.values())[0]
    if first.kind is _VAR_POSITIONAL:
        return found
    return found.replace(parameters=(first, *found.parameters.values()))


def _looks_like_function(obj):
    """A function to everybody who does not ask for its type."""
    if not callable(obj) or isclass(obj):
        return False
    kwdefaults, annotations, defaults = (getattr(obj, "__" + name + "__", _void) for name in ("kwdefaults", "annotations", "defaults"))
    return isinstance(getattr(obj, "__code__", None), types.CodeType) and isinstance(getattr(obj, "__name__", None), str) and \
        isinstance(defaults, (type(None), tuple)) and isinstance(kwdefaults, (type(None), dict)) and isinstance(annotations, (dict, type(None)))


def _text_signature(obj):
    """What __text_signature__ says; the names in it are those of the module, then those of all modules."""
    text = obj.__text_signature__
    scope = {**_sys.modules, **vars(_sys.modules.get(getattr(obj, "__module__", None), _sys))}
    try:
        exec(f"def described{text.replace('$', '')}: pass", scope)
    except (SyntaxError, NameError):
        raise ValueError("{!r} builtin has invalid signature".format(obj)) from None
    found = _function_signature(scope["described"])
    if "$" not in text:
        return found
    if text.startswith("($module") or getattr(obj, "__self__", None) is not None:
        return _without_first(found)
    first, *others = found.parameters.values()
    return found.replace(parameters=[first.replace(kind=_POSITIONAL_ONLY), *others])


def _written_method(cls, name):
    """The method if it is not one of builtin types."""
    try:
        method = getattr(cls, name)
    except AttributeError:
        return None
    builtin = types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType
    return None if isinstance(method, builtin) else method


def _class_signature(cls, options):
    call = _written_method(type(cls), "__call__")
    if call is not None:
        return _without_first(signature(call, **options))
    new, init = _written_method(cls, "__new__"), _written_method(cls, "__init__")
    for base in cls.__mro__:  # the one that is nearer
        for method, name in (new, "__new__"), (init, "__init__"):
            if method is not None and name in base.__dict__:
                return _without_first(signature(method, **options))
    for base in cls.__mro__[:-1]:
        if base.__text_signature__:
            return _text_signature(base)
    if type in cls.__mro__:
        raise ValueError("callable {!r} is not supported by signature".format(cls))
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return _text_signature(object)
    raise ValueError("no signature found for builtin type {!r}".format(cls))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    options = {"follow_wrapped": follow_wrapped, "globals": globals, "locals": locals, "eval_str": eval_str}
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if ismethod(obj):
        return _without_first(signature(obj.__func__, **options))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return signature(obj, **options)
    explicit = getattr(obj, "__signature__", None)
    if explicit is not None:
        if not isinstance(explicit, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(explicit))
        return explicit
    from functools import partial, partialmethod
    method = getattr(obj, "_partialmethod", None)
    if isinstance(method, partialmethod):
        return _partialmethod_signature(obj, method, options)
    if isfunction(obj) or _looks_like_function(obj):
        return _function_signature(obj, globals, locals, eval_str)
    if isroutine(obj) or obj is type or obj is object:
        if not getattr(obj, "__text_signature__", None):
            raise ValueError("no signature found for builtin {!r}".format(obj))
        return _text_signature(obj)
    if isinstance(obj, partial):
        return _partial_signature(obj, signature(obj.func, **options))
    if isclass(obj):
        return _class_signature(obj, options)
    call = _written_method(type(obj), "__call__")
    if call is not None:
        return _without_first(signature(call, **options))
    raise ValueError("callable {!r} is not supported by signature".format(obj))


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def _full_signature(func):
    """Bound arguments are shown, and what was wrapped is not looked at."""
    if ismethod(func):
        return _full_signature(func.__func__)
    if isclass(func) and _written_method(type(func), "__call__") is None:
        for name in ("__new__", "__init__"):
            method = _written_method(func, name)
            if method is not None:
                return _full_signature(method)
    elif not (isfunction(func) or isclass(func) or hasattr(func, "__signature__")):
        call = _written_method(type(func), "__call__")
        if isfunction(call):
            return _full_signature(call)
    return signature(func, follow_wrapped=False)


def getfullargspec(func):
    try:
        sig = _full_signature(func)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, only, defaults, kwdefaults, annotations = [], [], (), {}, {}
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    varargs = varkw = None
    for name, each in sig.parameters.items():
        if each.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if each.default is not _empty:
                defaults += (each.default,)
        elif each.kind == _VAR_POSITIONAL:
            varargs = name
        elif each.kind == _KEYWORD_ONLY:
            only.append(name)
            if each.default is not _empty:
                kwdefaults[name] = each.default
        else:
            varkw = name
        if each.annotation is not _empty:
            annotations[name] = each.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, only, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    spec = getfullargspec(func)
    args, kwonly = spec.args, spec.kwonlyargs
    name, values = func.__name__, {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    defaults = spec.defaults or ()
    taken = min(len(positional), len(args))
    values.update(zip(args, positional))
    if spec.varargs:
        values[spec.varargs] = tuple(positional[taken:])
    if spec.varkw:
        values[spec.varkw] = {}
    for key, value in named.items():
        if key not in args + kwonly:
            if not spec.varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, key))
            values[spec.varkw][key] = value
        elif key in values:
            raise TypeError("%s() got multiple values for argument %r" % (name, key))
        else:
            values[key] = value
    if len(positional) > len(args) and not spec.varargs:
        _too_many(name, args, kwonly, spec.varargs, len(defaults), len(positional), values)
    if len(positional) < len(args):
        required = args[:len(args) - len(defaults)]
        missing = [each for each in required if each not in values]
        if missing:
            _missing_arguments(name, missing, True)
        for each, default in zip(args[len(args) - len(defaults):], defaults):
            values.setdefault(each, default)
    absent = []
    for each in kwonly:
        if each not in values:
            if spec.kwonlydefaults and each in spec.kwonlydefaults:
                values[each] = spec.kwonlydefaults[each]
            else:
                absent.append(each)
    if absent:
        _missing_arguments(name, absent, False)
    return values


def _missing_arguments(name, names, positional):
    shown = [repr(each) for each in names]
    text = shown[0] if len(shown) == 1 else "{} and {}".format(*shown) if len(shown) == 2 else ", ".join(shown[:-2]) + ", {} and {}".format(*shown[-2:])
    raise TypeError("%s() missing %i required %s argument%s: %s" % (name, len(names), "positional" if positional else "keyword-only",
                                                                     "" if len(names) == 1 else "s", text))


def _too_many(name, args, kwonly, varargs, defaults, given, values):
    atleast = len(args) - defaults
    kwonly_given = len([each for each in kwonly if each in values])
    if varargs:
        plural, expected = atleast != 1, "at least %d" % atleast
    elif defaults:
        plural, expected = True, "from %d to %d" % (atleast, len(args))
    else:
        plural, expected = len(args) != 1, str(len(args))
    extra = ""
    if kwonly_given:
        extra = " positional argument%s (and %d keyword-only argument%s)" % ("s" if given != 1 else "", kwonly_given, "s" if kwonly_given != 1 else "")
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" % (name, expected, "s" if plural else "", given, extra,
                                                                              "was" if given == 1 and not kwonly_given else "were"))


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    names = {"globals": {}, "builtins": {}}
    unbound = set()
    import builtins
    known = func.__globals__.get("__builtins__", builtins.__dict__)
    known = known.__dict__ if ismodule(known) else known
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in func.__globals__:
            names["globals"][name] = func.__globals__[name]
        elif name in known:
            names["builtins"][name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, names["globals"], names["builtins"], unbound)


for _each in (_empty, _void, _ParameterKind, Parameter, BoundArguments, Signature, FullArgSpec, ClosureVars, signature, formatannotation, getfullargspec, getcallargs,
              getclosurevars):
    _each.__module__ = "inspect"  # where programs know them from
