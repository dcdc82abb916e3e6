"""warnings: filters, and where warnings go."""
import sys
from _warnings import warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings"]

defaultaction = "default"
onceregistry = {}
_actions = ("error", "ignore", "always", "default", "module", "once")
_version = 1  # of the filters: what a registry remembers holds for one version only
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0), ("ignore", None, ResourceWarning, None, 0)]


class WarningMessage:
    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (self.message, self._category_name, self.filename, self.lineno,
                                                                                         self.line)


def formatwarning(message, category, filename, lineno, line=None):
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + f"  {line.strip()}\n" if line and line.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        try:
            file.write(formatwarning(message, category, filename, lineno, line))
        except OSError:
            pass


_original_showwarning = showwarning
_recorder = None  # of catch_warnings(record=True)


def _show(message):
    if _recorder is not None and showwarning is _original_showwarning:
        _recorder.append(message)
    else:
        showwarning(message.message, message.category, message.filename, message.lineno, message.file, message.line)


def _changed():
    global _version
    _version += 1


def _matches(pattern, text):
    if pattern is None or pattern == text:
        return True
    if isinstance(pattern, str):
        return False
    return bool(pattern.match(text))


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changed()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    assert action in _actions, "invalid action: %r" % (action,)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type) and issubclass(category, Warning), "category must be a Warning subclass"
    if message or module:
        import re
    _insert((action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _actions, "invalid action: %r" % (action,)
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _changed()


# What the functions of _warnings do. They return what is to be raised: it shows no line of this file.

def _warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        return TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
    try:
        scope = sys._getframe(max(stacklevel, 1))
    except ValueError:
        names, filename, lineno = sys.__dict__, "sys", 1
    else:
        names, filename, lineno = scope.f_globals, scope.f_code.co_filename, scope.f_lineno
    return _warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"), names.setdefault("__warningregistry__", {}), source=source)


def _warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = defaultaction
    for each, pattern, cls, module_pattern, line in filters:
        if issubclass(category, cls) and line in (0, lineno) and _matches(pattern, text) and _matches(module_pattern, module):
            action = each
            break
    if action == "ignore":
        return
    if action == "error":
        return message
    if action == "once":
        registry[key] = 1
        if onceregistry.setdefault((text, category), 0):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    elif action != "always":
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (action, (action,)))
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global filters, _recorder, showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._saved = filters, showwarning, _recorder
        filters = filters[:]
        _changed()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        _recorder = log = []
        showwarning = _original_showwarning
        return log

    def __exit__(self, *exc_info):
        global filters, _recorder, showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters, showwarning, _recorder = self._saved
        _changed()


# ---- -W and PYTHONWARNINGS ----

class _OptionError(Exception):
    """An option that is no filter."""


def _option_action(text):
    if not text:
        return "default"
    if text == "all":
        return "always"
    for action in ("default", "always", "ignore", "module", "once", "error"):
        if action.startswith(text):
            return action
    raise _OptionError(f"invalid action: {text!r}")


def _option_category(text):
    if not text:
        return Warning
    module, _, name = text.rpartition(".")
    try:
        found = __import__(module or "builtins", None, None, [name])
    except ImportError:
        raise _OptionError(f"invalid module name: {module!r}") from None
    try:
        category = getattr(found, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {text!r}") from None
    if not issubclass(category, Warning):
        raise _OptionError(f"invalid warning category: {text!r}")
    return category


def _add_option(option):
    parts = option.split(":")
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {option!r}")
    action, message, category, module, line = (part.strip() for part in parts + [""] * (5 - len(parts)))
    action, category = _option_action(action), _option_category(category)
    if message or module:
        import re
        message, module = re.escape(message), module and re.escape(module) + r"\Z"
    lineno = line or 0
    try:
        lineno = int(lineno)
        if lineno < 0:
            raise ValueError
    except (ValueError, OverflowError):
        raise _OptionError(f"invalid lineno {lineno!r}") from None
    filterwarnings(action, message, category, module, lineno)


def _process_options(options):
    for option in options:
        try:
            _add_option(option)
        except _OptionError as problem:
            print("Invalid -W option ignored:", problem, file=sys.stderr)


_process_options(sys.warnoptions)
