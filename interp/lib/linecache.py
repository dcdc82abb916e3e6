"""linecache: lines of source files."""
import sys as _sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # filename: (size, time of the last change or None, lines, path); (function that gives the text,) when that was not asked yet


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets files that have changed."""
    from os import stat
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:  # not read from a file
            continue
        try:
            now = stat(entry[3])
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if (now.st_size, now.st_mtime) != entry[:2]:
            cache.pop(name, None)


def _entry(text, size, changed, path):
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return size, changed, lines, path


def updatecache(filename, module_globals=None):
    """The lines, read anew."""
    given = cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    from os import stat
    path = filename
    try:
        info = stat(path)
    except (OSError, ValueError):
        info = None
        if lazycache(filename, module_globals) or given is not None and len(given) == 1:
            try:
                text = (cache.pop(filename, None) or given)[0]()
            except (ImportError, OSError):
                text = None
            if text is None:
                return []
            cache[filename] = _entry(text, len(text), None, path)
            return cache[filename][2]
        for folder in _sys.path if filename[:1] != "/" else ():
            try:
                info = stat(path := folder + "/" + filename)
                break
            except (OSError, ValueError, TypeError):
                pass
        if info is None:
            return []
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, ValueError):  # there is none, or it is no text
        return []
    cache[filename] = _entry(text, info.st_size, info.st_mtime, path)
    return cache[filename][2]


def lazycache(filename, module_globals):
    """Remembers who can give the text, if the module's loader can."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">") or not module_globals or "__name__" not in module_globals:
        return False
    name, loader = module_globals["__name__"], module_globals.get("__loader__")
    spec = module_globals.get("__spec__")
    name, loader = getattr(spec, "name", None) or name, getattr(spec, "loader", None) or loader
    source = getattr(loader, "get_source", None)
    if not name or not source:
        return False
    cache[filename] = (lambda: source(name),)
    return True
