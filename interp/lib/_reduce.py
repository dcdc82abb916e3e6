"""_reduce: object's __reduce_ex__, __reduce__ and __getstate__: how copy and pickle take an object apart."""
import _functools
import copyreg


def getstate(x):
    """Its attributes, with those in slots (attributes, slots); None if there are none."""
    cls = type(x)
    state = getattr(x, "__dict__", None) or None
    slots = {}
    for name in copyreg._slotnames(cls):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            pass
    return (state, slots) if slots else state


def reduce_ex(x, protocol):
    cls = type(x)
    if cls.__reduce__ is not object.__reduce__:
        return x.__reduce__()
    return _reduce(x, cls, protocol)


def reduce(x):
    return _reduce(x, type(x), 0)


def layout(cls):
    """The builtin class that instances are made of."""
    while cls.__flags__ & 1 << 9:
        cls = cls.__base__
    return cls


_function_types = (type(len), type([].append))
_descriptor_types = (type(str.index), type(int.__add__))  # methods of builtin classes, as the class gives them
_bound_wrapper_type = type((1).__add__)


def _reduce(x, cls, protocol):
    """(callable, args[, state[, items[, pairs]]]), or the name of something global."""
    if cls in _function_types:
        owner = getattr(x, "__self__", None)
        if owner is None and x.__qualname__ != x.__name__:  # a static method
            owner = getattr(__import__("builtins"), x.__qualname__.split(".")[0])
        return x.__name__ if owner is None or type(owner).__name__ == "module" else (getattr, (owner, x.__name__))
    if cls in _descriptor_types:
        return getattr, (x.__objclass__, x.__name__)
    if cls is _bound_wrapper_type:
        return getattr, (x.__self__, x.__name__)
    if cls.__name__ == "method" and layout(cls) is cls:
        return getattr, (x.__self__, x.__func__.__name__)
    if issubclass(cls, BaseException):
        return _exception(x, cls)
    if issubclass(cls, (set, frozenset)):
        return cls, (list(x),), x.__getstate__()
    if issubclass(cls, bytearray):
        return cls, (bytes(x),) if protocol >= 3 else (x.decode("latin-1"), "latin-1") if x else (), x.__getstate__()
    if issubclass(cls, _functools.partial):
        return cls, (x.func,), (x.func, x.args, x.keywords, x.__dict__ or None)
    if cls is slice:
        return cls, (x.start, x.stop, x.step)
    if cls in (type(...), type(NotImplemented)):
        return repr(x)
    return _by_new(x, cls, protocol) if protocol >= 2 else _by_constructor(x, cls, protocol)


def _exception(x, cls):
    args, state = x.args, x.__dict__
    if issubclass(cls, OSError) and len(args) == 2 and x.filename is not None:
        args += (x.filename,) if x.filename2 is None else (x.filename, None, x.filename2)
    elif issubclass(cls, ImportError):
        state = {**state, **{key: value for key, value in (("name", x.name), ("path", x.path)) if value is not None}}
    return (cls, args, state) if state else (cls, args)


def _type_name(cls):
    """Builtin types of a module have its name in theirs."""
    made_by_a_class_statement = cls.__flags__ & 1 << 9
    return cls.__name__ if made_by_a_class_statement or cls.__module__ == "builtins" else cls.__module__ + "." + cls.__name__


def _by_new(x, cls, protocol):
    new, args = copyreg.__newobj__, ()
    if hasattr(cls, "__getnewargs_ex__"):
        made = x.__getnewargs_ex__()
        if not isinstance(made, tuple):
            raise TypeError("__getnewargs_ex__ should return a tuple, not '%s'" % type(made).__name__)
        if len(made) != 2:
            raise ValueError("__getnewargs_ex__ should return a tuple of length 2, not %d" % len(made))
        args, keywords = made
        if not isinstance(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'" % type(args).__name__)
        if not isinstance(keywords, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'" % type(keywords).__name__)
        if keywords:
            return copyreg.__newobj_ex__, (cls, args, keywords), x.__getstate__(), _items(x, cls), _pairs(x, cls)
    elif hasattr(cls, "__getnewargs__"):
        args = x.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError("__getnewargs__ should return a tuple, not '%s'" % type(args).__name__)
    else:
        for plain in (int, float, str, bytes, tuple, complex):
            if issubclass(cls, plain):
                args = (x.real, x.imag) if plain is complex else (plain(x),)
                break
        else:
            if layout(cls) not in (object, list, dict) and cls.__getstate__ is object.__getstate__:
                raise TypeError("cannot pickle %r object" % _type_name(cls))
    return new, (cls, *args), x.__getstate__(), _items(x, cls), _pairs(x, cls)


def _items(x, cls):
    return iter(x) if issubclass(cls, list) else None


def _pairs(x, cls):
    return iter(x.items()) if issubclass(cls, dict) else None


def _by_constructor(x, cls, protocol):
    """Protocols 0 and 1: the builtin part is made by its own class."""
    base = layout(cls)
    if base is object:
        state = None
    elif base is cls:
        raise TypeError("cannot pickle %r object" % cls.__name__)
    else:
        state = base(x)
    if getattr(x, "__slots__", None) and cls.__getstate__ is object.__getstate__:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    attributes = x.__getstate__()
    made = copyreg._reconstructor, (cls, base, state)
    return (*made, attributes) if attributes else made
