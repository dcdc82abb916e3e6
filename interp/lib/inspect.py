"""inspect: what objects are, where they come from, how they are called."""
import sys
import types
from collections import namedtuple
from _inspect_classes import (Attribute, classify_class_attrs, get_annotations, getattr_static, getclasstree, getmembers_static, members as _members,
                              walktree)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


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
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


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
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isabstract(object):
    if not isinstance(object, type):
        return False
    if object.__flags__ & TPFLAGS_IS_ABSTRACT:
        return True
    if "__abstractmethods__" in object.__dict__ or not hasattr(type(object), "__subclasscheck__") or not type(object).__module__ == "abc":
        return False
    # While __init_subclass__ runs, ABCMeta has not looked yet.
    if any(getattr(value, "__isabstractmethod__", False) for value in object.__dict__.values()):
        return True
    return any(getattr(getattr(object, name, None), "__isabstractmethod__", False)
               for base in object.__bases__ for name in getattr(base, "__abstractmethods__", ()))


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
    return iscoroutine(object) or isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or hasattr(type(object), "__await__")


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
    return _members(object, predicate, getattr)


def getmro(cls):
    return cls.__mro__


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _own_doc(object):
    """__doc__, unless it is that of the type."""
    doc = getattr(object, "__doc__", None)
    if doc is not None and type(object) is not type and not isinstance(object, type):
        of_type = getattr(type(object), "__doc__", None)
        if isinstance(of_type, str) and of_type == doc:
            return None
    return doc if isinstance(doc, str) else None


def _class_of(func):
    """The class in whose body the function was defined."""
    cls = sys.modules.get(func.__module__)
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name, None)
    return cls if isclass(cls) else None


def _inherited_doc(object):
    if isclass(object):
        return next((doc for doc in (_own_doc(base) for base in object.__mro__ if base is not type and base.__module__ != "builtins") if doc is not None), None)
    cls = name = None
    if ismethod(object):
        name, owner = object.__func__.__name__, object.__self__
        cls = owner if isclass(owner) else type(owner)
    elif isfunction(object):
        name, cls = object.__name__, _class_of(object)
    elif isinstance(object, property):
        func = object.fget
        name, cls = func.__name__, _class_of(func)
    elif ismethoddescriptor(object) or isdatadescriptor(object):
        name, cls = getattr(object, "__name__", None), getattr(object, "__objclass__", None)
        if ismemberdescriptor(object):
            slots = getattr(cls, "__slots__", None)
            if isinstance(slots, dict) and name in slots:
                return slots[name]
    if cls is None or name is None:
        return None
    for base in cls.__mro__:
        doc = _own_doc(getattr(base, name, None)) if hasattr(base, name) else None
        if doc is not None:
            return doc
    return None


def getdoc(object):
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.add(id(func))
    return func


# ---- source ----

def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, FileNotFoundError):
        return None
    for name, module in list(sys.modules.items()):
        if ismodule(module) and getattr(module, "__file__", None) in (file, _filename):
            return sys.modules.get(module.__name__)
    main = sys.modules["__main__"]
    named = getattr(object, "__name__", None)
    return main if named and getattr(main, named, None) is object else None


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
    from linecache import cache, getlines
    from os.path import exists
    file = getfile(object)
    module = None if exists(file) or isframe(object) or iscode(object) or istraceback(object) else getmodule(object, file)
    known = exists(file) or file in cache or file[:1] == "<" and bool(getlines(file)) or getattr(module, "__loader__", None) is not None
    return file if known else None


def getabsfile(object, _filename=None):
    from os.path import abspath, normcase
    return normcase(abspath(getsourcefile(object) or getfile(object) if _filename is None else _filename))


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
        from _inspect_source import find_class
        number = find_class(lines, object.__qualname__)
        if number < 0:
            raise OSError("could not find class definition")
        return lines, number
    number = _code_of(object).co_firstlineno - 1
    if number >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, max(number, 0)


def getcomments(object):
    from _inspect_source import comments_at_top, comments_before
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    return comments_at_top(lines) if ismodule(object) else comments_before(lines, number) if number else None


def getblock(lines):
    from _inspect_source import block
    return block(lines)


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getsourcelines(object):
    object = unwrap(object) if not isclass(object) else object
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
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


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(shown) + ")"


# ---- signatures: a file of their own, that uses the names above ----

from _inspect_signature import (BoundArguments, ClosureVars, FullArgSpec, Parameter, Signature, _empty, _ParameterKind, _void,  # noqa: E402, F401
                                formatannotation, getcallargs, getclosurevars, getfullargspec, signature)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


__all__ = [_name for _name, _value in list(globals().items()) if _name[0] != "_" and not ismodule(_value) and _name != "namedtuple"]
