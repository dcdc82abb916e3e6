"""inspect: what objects are, where they come from, how they are called."""
import sys
import types
from collections import OrderedDict, namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512


# ---- kinds ----

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isabstract(object):
    return isinstance(object, type) and bool(object.__flags__ & 1 << 20)


def _function_of(object):
    from functools import partial
    while ismethod(object) or isinstance(object, partial):
        object = object.__func__ if ismethod(object) else object.func
    return object


def _has_flag(object, flag):
    object = _function_of(object)
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutine(object):
    return type(object).__name__ == "coroutine"


def isasyncgen(object):
    return type(object).__name__ == "async_generator"


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def _state(is_running, is_suspended, frame, created, running, suspended, closed):
    if is_running:
        return running
    if is_suspended:
        return suspended
    return closed if frame is None else created


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED)


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return frame.f_locals if frame is not None else {}


# ---- members and documentation ----

def getmembers(object, predicate=None):
    names = dir(object)
    if isclass(object):
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    found = {}
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            for base in getmro(object if isclass(object) else type(object)):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.setdefault(name, value)
    return sorted(found.items(), key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def getattr_static(obj, attr, default=CO_OPTIMIZED):
    own = getattr(obj, "__dict__", {})
    if attr in own:
        return own[attr]
    for base in getmro(obj if isclass(obj) else type(obj)):
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default is CO_OPTIMIZED:
        raise AttributeError(attr)
    return default


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and (isclass(object) or ismethod(object)):
        owner = object if isclass(object) else type(object.__self__)
        for base in owner.__mro__[1:]:
            inherited = base if isclass(object) else base.__dict__.get(object.__name__)
            doc = getattr(inherited, "__doc__", None) if base is not types.NoneType and base.__module__ != "builtins" else None
            if doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.add(id(func))
    return func


# ---- source ----

def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    if name is None and isframe(object):
        name = object.f_globals.get("__name__")
    return sys.modules.get(name)


def getmodulename(path):
    base = path.rpartition("/")[2]
    return base[:-3] if base.endswith(".py") else None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(type(object).__name__))
    return code.co_filename


def getsourcefile(object):
    return getfile(object)


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def findsource(object):
    from linecache import getlines
    lines = getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        names = object.__qualname__.split(".")
        for number, line in enumerate(lines):
            text = line.strip()
            if text.startswith("class ") and text[6:].lstrip().startswith(names[-1]) and not text[6 + len(names[-1]):7 + len(names[-1])].isalnum():
                return lines, number
        raise OSError("could not find class definition")
    return lines, _code_of(object).co_firstlineno - 1


def getblock(lines):
    """The lines of the definition that begins with the first of them: up to the next one indented no deeper."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    end = 1
    in_header = True
    depth = 0
    for number, line in enumerate(lines):
        text = line.strip()
        if in_header:
            depth += sum(map(text.count, "([{")) - sum(map(text.count, ")]}"))
            end = number + 1
            if depth <= 0 and not text.startswith("@"):
                if not text.split("#")[0].rstrip().endswith(":"):
                    break  # all on one line
                in_header = False
        elif text and not text.startswith("#"):
            if len(line) - len(line.lstrip()) <= indent:
                break
            end = number + 1
    return lines[:end]


def getsourcelines(object):
    object = unwrap(object) if not isclass(object) else object
    lines, number = findsource(object)
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getlineno(frame):
    return frame.f_lineno


# ---- the stack ----

Traceback = namedtuple("Traceback", "filename lineno function code_context index")
_FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")


class FrameInfo(_FrameInfo):
    positions = None


def getframeinfo(frame, context=1):
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    if not isframe(frame):
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    lines = index = None
    if context > 0:
        from linecache import getlines
        every = getlines(frame.f_code.co_filename)
        if every:
            start = max(0, min(lineno - 1 - context // 2, len(every) - context))
            lines = every[start:start + context]
            index = lineno - 1 - start
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def currentframe():
    return sys._getframe(1)


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


def getargvalues(frame):
    code = frame.f_code
    names = code.co_varnames
    count = code.co_argcount + code.co_kwonlyargcount
    at = count
    varargs = varkw = None
    if code.co_flags & CO_VARARGS:
        varargs, at = names[at], at + 1
    if code.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return ArgInfo(list(names[:count]), varargs, varkw, frame.f_locals)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


# ---- signatures ----

class _empty:
    """Marks what is not given."""


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
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
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("{} parameters cannot have default values".format(kind.description))
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if not name.isidentifier():
            raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(self._name if name is None else name, self._kind if kind is None else kind,
                          default=self._default if default is None else default, annotation=self._annotation if annotation is None else annotation)

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

    def __repr__(self):
        return "<{} ({})>".format(self.__class__.__name__, ", ".join("{}={!r}".format(*pair) for pair in self.arguments.items()))


class Signature:
    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = OrderedDict()
        last = _POSITIONAL_ONLY
        for each in parameters or ():
            if each.kind < last:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(last.description, each.kind.description))
            last = each.kind
            if each.name in found:
                raise ValueError("duplicate parameter name: {!r}".format(each.name))
            found[each.name] = each
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, **kwargs):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self.parameters.values() if parameters is None else parameters,
                          return_annotation=self._return_annotation if return_annotation is None else return_annotation)

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

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return dict(self._parameters) == dict(other._parameters) and self._return_annotation == other._return_annotation

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

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
            elif name in kwargs and each.kind != _POSITIONAL_ONLY:
                bound[name] = kwargs.pop(name)
            elif each.default is _empty and not partial:
                raise TypeError("missing a required{} argument: {!r}".format("", name))
        if values:
            raise TypeError("too many positional arguments")
        if kwargs:
            if extra is None:
                raise TypeError("got an unexpected keyword argument {!r}".format(next(iter(kwargs))))
            bound[extra] = kwargs
        return BoundArguments(self, bound)


def _function_signature(func):
    code = func.__code__
    names = code.co_varnames
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    annotations = func.__annotations__
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


def _partial_signature(partial):
    parameters = list(signature(partial.func).parameters.values())
    left = len(partial.args)
    result = []
    keyword_only = False
    for each in parameters:
        if left and each.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            left -= 1
            continue
        if each.name in partial.keywords and each.kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
            each = each.replace(kind=_KEYWORD_ONLY, default=partial.keywords[each.name])
            keyword_only = True
        elif keyword_only and each.kind == _POSITIONAL_OR_KEYWORD:
            each = each.replace(kind=_KEYWORD_ONLY)
        elif keyword_only and each.kind == _VAR_POSITIONAL:
            continue
        result.append(each)
    return Signature(result, return_annotation=signature(partial.func).return_annotation)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
        if ismethod(obj):
            return signature(obj)
    explicit = getattr(obj, "__signature__", None)
    if explicit is not None:
        return explicit
    if isfunction(obj):
        return _function_signature(obj)
    from functools import partial
    if isinstance(obj, partial):
        return _partial_signature(obj)
    if isclass(obj):
        call = type(obj).__call__
        if isfunction(call):
            return _without_first(signature(call))
        for name in ("__new__", "__init__"):
            method = getattr(obj, name)
            if isfunction(method):
                return _without_first(signature(method))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError("no signature found for builtin type {!r}".format(obj))
    if isfunction(getattr(type(obj), "__call__", None)):
        return _without_first(signature(type(obj).__call__))
    raise ValueError("no signature found for builtin {!r}".format(obj))


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    try:
        sig = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, only, defaults, kwdefaults, annotations = [], [], (), {}, {}
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
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, only, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    sig = signature(func)
    if ismethod(func):
        sig = signature(func.__func__)
        positional = (func.__self__, *positional)
    bound = sig.bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


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
    for name in code.co_names:
        if name in func.__globals__:
            names["globals"][name] = func.__globals__[name]
        elif hasattr(builtins, name):
            names["builtins"][name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, names["globals"], names["builtins"], unbound)
