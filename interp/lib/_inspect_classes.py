"""_inspect_classes: the part of inspect that looks at classes and their attributes without running code of theirs."""
import types
from collections import namedtuple

_missing = object()
_mro_of = type.__dict__["__mro__"].__get__
_dict_of = type.__dict__["__dict__"].__get__


# ---- attributes as they are stored ----

def _is_type(obj):
    try:
        _mro_of(obj)
    except TypeError:
        return False
    return True


def _shadowed_dict(cls):
    """What instances of cls have in place of their __dict__; _missing: nothing."""
    for base in _mro_of(cls):
        found = _dict_of(base).get("__dict__", _missing)
        if found is not _missing and not (type(found) is types.GetSetDescriptorType and found.__name__ == "__dict__" and found.__objclass__ is base):
            return found
    return _missing


def _in_class(cls, name):
    for base in _mro_of(cls):
        if _shadowed_dict(type(base)) is _missing and name in base.__dict__:
            return base.__dict__[name]
    return _missing


def _in_instance(obj, name):
    try:
        return dict.get(object.__getattribute__(obj, "__dict__"), name, _missing)
    except AttributeError:
        return _missing


def getattr_static(obj, attr, default=_missing):
    found = _missing
    is_type = _is_type(obj)
    cls = obj if is_type else type(obj)
    if not is_type:
        shadow = _shadowed_dict(cls)
        if shadow is _missing or type(shadow) is types.MemberDescriptorType:
            found = _in_instance(obj, attr)
    of_class = _in_class(cls, attr)
    if found is not _missing and of_class is not _missing:
        kind = type(of_class)
        if _in_class(kind, "__get__") is not _missing and (_in_class(kind, "__set__") is not _missing or _in_class(kind, "__delete__") is not _missing):
            return of_class
    for each in (found, of_class):
        if each is not _missing:
            return each
    if is_type:
        for base in _mro_of(type(cls)):
            if _shadowed_dict(type(base)) is _missing and attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def members(object, predicate, getter):
    """The attributes that dir() names, as the getter gives them."""
    is_class = isinstance(object, type)
    mro = (object,) + object.__mro__ if is_class else ()
    names = dir(object)
    for base in object.__bases__ if is_class else ():
        names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    found, seen = [], set()
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            found.append((name, value))
        seen.add(name)
    return sorted(found, key=lambda pair: pair[0])


def getmembers_static(object, predicate=None):
    return members(object, predicate, getattr_static)


# ---- where the attributes of a class come from ----

Attribute = namedtuple("Attribute", "name kind defining_class object")


def _home_of(cls, name, value, places, metas):
    """The class in whose dict `value` is found."""
    home = getattr(value, "__objclass__", None)
    if home in places:
        return home
    home = None
    for place in places:
        if getattr(place, name, None) is value:
            home = place
    for meta in metas:
        try:
            if meta.__getattr__(cls, name) is value:
                home = meta
        except AttributeError:
            pass
    return home


def _kind_of(stored, value):
    if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
        return "static method", stored
    if isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
        return "class method", value
    if isinstance(stored, property):
        return "property", value
    from inspect import isroutine
    return ("method" if isroutine(value) else "data"), value


def classify_class_attrs(cls):
    places = (cls,) + cls.__mro__
    metas = tuple(each for each in type(cls).__mro__ if each not in (type, object))
    names = dir(cls)
    for base in cls.__mro__:
        names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute) and value.fget is not None]
    result, seen = [], set()
    for name in names:
        home = value = stored = None
        if name not in seen and name != "__dict__":
            try:
                value = getattr(cls, name)
            except Exception:
                pass
            else:
                home = _home_of(cls, name, value, places, metas)
        for base in places + metas:
            if name in base.__dict__:
                stored = base.__dict__[name]
                if home not in metas:
                    home = base
                break
        if home is None:
            continue
        kind, shown = _kind_of(stored, stored if value is None else value)
        result.append(Attribute(name, kind, home, shown))
        seen.add(name)
    return result


# ---- trees of classes ----

def walktree(classes, children, parent):
    results = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for cls in classes:
        for base in cls.__bases__:
            children.setdefault(base, [])
            if cls not in children[base]:
                children[base].append(cls)
            if unique and base in classes:
                break
        else:
            if not cls.__bases__ and cls not in roots:
                roots.append(cls)
    roots += [base for base in children if base not in classes]
    return walktree(roots, children, None)


# ---- annotations ----

def _scopes_of(obj):
    """Annotations, globals, locals and the object whose globals count."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        import sys
        module = sys.modules.get(getattr(obj, "__module__", None))
        return found, getattr(module, "__dict__", None), dict(vars(obj)), obj
    if isinstance(obj, types.ModuleType):
        return getattr(obj, "__annotations__", None), obj.__dict__, None, None
    if callable(obj):
        return getattr(obj, "__annotations__", None), getattr(obj, "__globals__", None), None, obj
    raise TypeError(f"{obj!r} is not a module, class, or callable.")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    found, own_globals, own_locals, inner = _scopes_of(obj)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not found or not eval_str:
        return dict(found)
    from functools import partial
    while inner is not None and (hasattr(inner, "__wrapped__") or isinstance(inner, partial)):
        inner = inner.__wrapped__ if hasattr(inner, "__wrapped__") else inner.func
        own_globals = getattr(inner, "__globals__", own_globals)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


for _each in (Attribute, getattr_static, getmembers_static, classify_class_attrs, walktree, getclasstree, get_annotations):
    _each.__module__ = "inspect"  # where programs know them from
