"""copy: shallow and deep copies."""
from _weakref import ReferenceType as _ReferenceType
from copyreg import dispatch_table as _dispatch_table


class Error(Exception):
    pass


error = Error
_atomic = frozenset([type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice, property, type(Ellipsis), type(NotImplemented),
                     type(len), type(lambda: None), _ReferenceType,
                     type((lambda: None).__code__)])
_deep_atomic = _atomic - {tuple, frozenset, slice}
_shallow = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def copy(x):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    copier = _shallow.get(cls)
    if copier is not None:
        return copier(x)
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls, "un(shallow)copyable")
    return x if isinstance(reduced, str) else _rebuild(x, None, *reduced)


def _reduced(x, cls, refusal):
    """How to make x again: (callable, args[, state[, items[, pairs]]]), or a str when x is its own copy."""
    reductor = _dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor is None:
        raise Error("%s object of type %s" % (refusal, cls))
    return reductor()


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _deep_atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    copier = _deep.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            reduced = _reduced(x, cls, "un(deep)copyable")
            if isinstance(reduced, str):
                return x
            y = _rebuild(x, memo, *reduced)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    """The memo goes by id(): what was copied must live as long as it."""
    kept = memo.get(id(memo))
    if kept is None:
        memo[id(memo)] = [x]
    else:
        kept.append(x)


def _deep_list(x, memo):
    y = memo[id(x)] = []
    append = y.append
    for each in x:
        append(deepcopy(each, memo))
    return y


def _deep_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(each, memo) for each in x]
    if id(x) in memo:  # it was reached again through one of its items
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, type(_deep_list.__get__(1)): _deep_method}


def _rebuild(x, memo, make, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(each, memo) for each in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                y.__dict__.update(state)
            if slots:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


__all__ = ["Error", "copy", "deepcopy"]
