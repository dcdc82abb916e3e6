"""dataclasses: classes made from their annotations."""
import sys
from types import GenericAlias, MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple", "make_dataclass",
           "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FACTORY = _DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD, _CLASSVAR, _INITVAR = _Kind("_FIELD"), _Kind("_FIELD_CLASSVAR"), _Kind("_FIELD_INITVAR")
_FIELDS, _PARAMS, _POST_INIT = "__dataclass_fields__", "__dataclass_params__", "__post_init__"
_no_metadata = MappingProxyType({})


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) and not isinstance(self.type, GenericAlias) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _no_metadata if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return "Field(" + ",".join(f"{name}={getattr(self, name)!r}" for name in (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "_field_type")) + ")"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return "_DataclassParams(" + ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- making methods from source ----

def _make(cls, name, parameters, body, scope, result=MISSING):
    """A function `name` with the given body lines; `scope` are the names its source refers to."""
    annotation = ""
    if result is not MISSING:
        scope["_return_type"] = result
        annotation = "->_return_type"
    lines = "\n".join("  " + line for line in body)
    text = f" def {name}({','.join(parameters)}){annotation}:\n{lines}"
    text = f"def __create_fn__({', '.join(scope)}):\n{text}\n return {name}"
    namespace = {}
    exec(text, sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}, namespace)
    function = namespace["__create_fn__"](**scope)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _recursive_repr(user_function):
    running = set()

    def wrapper(self):
        if id(self) in running:
            return "..."
        running.add(id(self))
        try:
            return user_function(self)
        finally:
            running.discard(id(self))
    wrapper.__name__ = "__repr__"
    wrapper.__qualname__ = user_function.__qualname__
    wrapper.__wrapped__ = user_function
    return wrapper


Field.__repr__ = _recursive_repr(Field.__repr__)


def _init_parameter(f):
    if f.default is not MISSING:
        return f"{f.name}:_type_{f.name}=_dflt_{f.name}"
    if f.default_factory is not MISSING:
        return f"{f.name}:_type_{f.name}=_HAS_DEFAULT_FACTORY"
    return f"{f.name}:_type_{f.name}"


def _init_line(f, frozen, self_name, slots, scope):
    """What __init__ does for one field; None: nothing."""
    default = f"_dflt_{f.name}"
    if f.default_factory is not MISSING:
        scope[default] = f.default_factory
        value = f"{default}() if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}" if f.init else f"{default}()"
    elif f.init:
        if f.default is not MISSING:
            scope[default] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        scope[default] = f.default
        value = default
    else:
        return None
    if f._field_type is _INITVAR:
        return None
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})"
    return f"{self_name}.{f.name}={value}"


def _make_init(cls, every, positional, keyword_only, frozen, has_post_init, slots):
    seen_default = False
    for f in positional:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    self_name = "__dataclass_self__" if any(f.name == "self" for f in every) else "self"
    scope = {f"_type_{f.name}": f.type for f in every}
    scope.update({"MISSING": MISSING, "_HAS_DEFAULT_FACTORY": _FACTORY, "__dataclass_builtins_object__": object})
    body = []
    for f in every:
        line = _init_line(f, frozen, self_name, slots, scope)
        if line:
            body.append(line)
    if has_post_init:
        body.append(f"{self_name}.{_POST_INIT}({','.join(f.name for f in every if f._field_type is _INITVAR)})")
    parameters = [self_name] + [_init_parameter(f) for f in positional if f.init]
    named = [_init_parameter(f) for f in keyword_only if f.init]
    if named:
        parameters += ["*"] + named
    return _make(cls, "__init__", parameters, body or ["pass"], scope, None)


def _tuple_text(self_name, names):
    return "(" + "".join(f"{self_name}.{name}," for name in names) + ")"


def _make_compare(cls, name, operator, compared):
    names = [f.name for f in compared]
    return _make(cls, name, ["self", "other"],
                 ["if other.__class__ is self.__class__:",
                  f" return {_tuple_text('self', names)}{operator}{_tuple_text('other', names)}", "return NotImplemented"], {})


def _make_frozen(cls, own_fields):
    names = "(" + "".join(f"{f.name!r}," for f in own_fields) + ")"
    scope = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    condition = "type(self) is cls" + (f" or name in {names}" if own_fields else "")
    return (_make(cls, "__setattr__", ["self", "name", "value"],
                  [f"if {condition}:", ' raise FrozenInstanceError(f"cannot assign to field {name!r}")', "super(cls, self).__setattr__(name, value)"], dict(scope)),
            _make(cls, "__delattr__", ["self", "name"],
                  [f"if {condition}:", ' raise FrozenInstanceError(f"cannot delete field {name!r}")', "super(cls, self).__delattr__(name)"], dict(scope)))


# ---- reading the class ----

def _word(text):
    """The word that the text begins with, and what follows it."""
    text = text.lstrip()
    length = next((i for i, c in enumerate(text) if not (c.isalnum() or c == "_")), len(text))
    return text[:length], text[length:]


def _named(cls, text):
    """What the name that the text begins with, one in the class's module or `module.name` by a name there, stands for if that is a kind of field."""
    first, rest = _word(text)
    scope = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    rest = rest.lstrip()
    second = _word(rest[1:])[0] if first and rest[:1] == "." else ""
    module = scope.get(first) if second else None
    found = getattr(module, "__dict__", {}).get(second) if second else scope.get(first)
    typing, own = sys.modules.get("typing"), sys.modules[__name__]
    if typing and found is typing.ClassVar:
        return found if module in (None, typing) else None
    return found if (found is InitVar or found is KW_ONLY) and module in (None, own) else None


def _kind_of(cls, annotation):
    """Whether the annotation makes a field, a class variable or an argument of __init__ alone."""
    if isinstance(annotation, str):
        found = _named(cls, annotation)
        return _FIELD if found is None else _INITVAR if found is InitVar else KW_ONLY if found is KW_ONLY else _CLASSVAR
    typing = sys.modules.get("typing")
    if typing and (annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return _CLASSVAR
    if annotation is InitVar or type(annotation) is InitVar:
        return _INITVAR
    return KW_ONLY if annotation is KW_ONLY else _FIELD


def _read_field(cls, name, annotation, kind, keyword_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = kind
    if kind in (_CLASSVAR, _INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = keyword_only
    if kind is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _collect(cls, keyword_only):
    found = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            found.update(inherited)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    own = []
    only_keywords_from_here = keyword_only
    seen_marker = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        kind = _kind_of(cls, annotation)
        if kind is KW_ONLY:
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = only_keywords_from_here = True
            continue
        own.append(_read_field(cls, name, annotation, kind, only_keywords_from_here))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, frozen_bases


def _set_new(cls, name, value):
    """True when the class has one of its own, which stays."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _hash_action(cls, unsafe_hash, eq, frozen, hashed):
    own = cls.__dict__.get("__hash__", MISSING)
    explicit = not (own is MISSING or own is None and "__eq__" in cls.__dict__)
    if unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or explicit:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    cls.__hash__ = _make(cls, "__hash__", ["self"], [f"return hash({_tuple_text('self', [f.name for f in hashed])})"], {})


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found, frozen_bases = _collect(cls, kw_only)
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all(frozen_bases) and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    in_init = [f for f in found.values() if f._field_type in (_FIELD, _INITVAR)]
    positional = [f for f in in_init if not f.kw_only]
    named = [f for f in in_init if f.kw_only]
    plain = [f for f in found.values() if f._field_type is _FIELD]
    if init:
        _set_new(cls, "__init__", _make_init(cls, in_init, positional, named, frozen, hasattr(cls, _POST_INIT), slots))
    if repr:
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in plain if f.repr)
        _set_new(cls, "__repr__", _recursive_repr(_make(cls, "__repr__", ["self"], [f'return self.__class__.__qualname__ + f"({shown})"'], {})))
    compared = [f for f in plain if f.compare]
    _hash_action(cls, unsafe_hash, eq, frozen, [f for f in plain if (f.compare if f.hash is None else f.hash)])
    if eq:
        _set_new(cls, "__eq__", _make_compare(cls, "__eq__", "==", compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _make_compare(cls, name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        for function in _make_frozen(cls, plain):
            if _set_new(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + (_signature_text(in_init if init else ()) if type(cls).__call__ is type.__call__ else _signature_of_call(cls))
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in positional if f.init))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot, [f.name for f in plain])
    from abc import update_abstractmethods
    update_abstractmethods(cls)
    return cls


def _signature_of_call(cls):
    """Of a class whose metaclass says how it is called."""
    import inspect
    try:
        return str(inspect.signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return ""


def _signature_text(parameters):
    """The parameters as inspect.signature would show them."""
    def shown(annotation):
        if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
            return annotation.__qualname__ if annotation.__module__ == "builtins" \
                else f"{annotation.__module__}.{annotation.__qualname__}"
        return repr(annotation).replace("typing.", "")

    parts = []
    star = False
    for f in [f for f in parameters if f.init and not f.kw_only] + [f for f in parameters if f.init and f.kw_only]:
        if f.kw_only and not star:
            parts.append("*")
            star = True
        text = f"{f.name}: {shown(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"({', '.join(parts)})"


def _slot_names(cls):
    names = cls.__dict__.get("__slots__")
    if hasattr(names, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return () if names is None else (names,) if isinstance(names, str) else tuple(names)


def _with_slots(cls, frozen, weakref_slot, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = {name for base in cls.__mro__[1:-1] for name in _slot_names(base)}
    namespace = dict(cls.__dict__)
    namespace["__slots__"] = tuple(name for name in (*names, *(("__weakref__",) if weakref_slot else ())) if name not in inherited)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            cls.__getstate__ = lambda self: [getattr(self, f.name) for f in fields(self)]
        if "__setstate__" not in namespace:
            def __setstate__(self, state):
                for f, value in zip(fields(self), state):
                    object.__setattr__(self, f.name, value)
            cls.__setstate__ = __setstate__
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- using them ----

def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as(obj, tuple_factory, False)


def _as(obj, factory, with_names):
    """The dataclasses inside obj replaced by what the factory makes; containers copied, everything else deep-copied."""
    cls = type(obj)
    if hasattr(cls, _FIELDS):
        return factory([(f.name, _as(getattr(obj, f.name), factory, with_names)) if with_names else _as(getattr(obj, f.name), factory, with_names)
                        for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_as(each, factory, with_names) for each in obj])
    if isinstance(obj, (list, tuple)):
        return cls(_as(each, factory, with_names) for each in obj)
    if isinstance(obj, dict):
        pairs = ((_as(key, factory, with_names), _as(value, factory, with_names)) for key, value in obj.items())
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        return cls(pairs)
    if cls in (int, float, str, bool, bytes, type(None)):
        return obj
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                   match_args=True, kw_only=False, slots=False, weakref_slot=False):
    from keyword import iskeyword
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, default = item
            defaults[name] = default
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def fill(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations
    from types import new_class
    cls = new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only,
                     slots=slots, weakref_slot=weakref_slot)
