"""glob: the files that a pattern of a shell names."""
import os
import re

from fnmatch import filter as _filter

__all__ = ["escape", "glob", "iglob"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    found = _find(pathname, root, recursive, False, include_hidden)
    if not pathname or recursive and _is_deep(pathname[:2]):
        first = next(found, None)
        if first:
            found = _with_first(first, found)
    return found


def _with_first(first, rest):
    yield first
    yield from rest


def _is_deep(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def _hidden(name):
    return name[0] in (".", ord("."))


def _find(pathname, root, recursive, folders_only, hidden):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        if os.path.lexists(os.path.join(root, pathname)) if name else os.path.isdir(os.path.join(root, folder)):
            yield pathname
        return
    deep = recursive and _is_deep(name)
    if not folder:
        yield from (_deep if deep else _names)(root, name, folders_only, hidden)
        return
    folders = _find(folder, root, recursive, True, hidden) if folder != pathname and has_magic(folder) else [folder]
    look = _deep if deep else _names if has_magic(name) else _one
    for each in folders:
        for found in look(os.path.join(root, each), name, folders_only, hidden):
            yield os.path.join(each, found)


def _one(folder, name, folders_only, hidden):
    path = os.path.join(folder, name)
    return [name] if (os.path.lexists(path) if name else os.path.isdir(folder)) else []


def _names(folder, pattern, folders_only, hidden):
    names = _list(folder, pattern, folders_only)
    if not (hidden or _hidden(pattern)):
        names = [name for name in names if not _hidden(name)]
    return _filter(names, pattern)


def _list(folder, like, folders_only):
    try:
        names = os.listdir(folder or (b"." if isinstance(like, bytes) else "."))
    except OSError:
        return []
    return [name for name in names if os.path.isdir(os.path.join(folder, name))] if folders_only else names


def _deep(folder, pattern, folders_only, hidden):
    if not folder or os.path.isdir(folder):
        yield pattern[:0]
    yield from _below(folder, pattern, folders_only, hidden)


def _below(folder, like, folders_only, hidden):
    for name in _list(folder, like, folders_only):
        if hidden or not _hidden(name):
            yield name
            path = os.path.join(folder, name) if folder else name
            if os.path.isdir(path):
                for deeper in _below(path, like, folders_only, hidden):
                    yield os.path.join(name, deeper)


def escape(pathname):
    return _magic_bytes.sub(br"[\1]", pathname) if isinstance(pathname, bytes) else _magic.sub(r"[\1]", pathname)
