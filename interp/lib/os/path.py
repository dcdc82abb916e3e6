"""os.path: names of files, as on POSIX."""
import os
from os import fspath as _fspath

__name__ = "posixpath"
curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False
_S_IFMT, _S_IFDIR, _S_IFREG, _S_IFLNK = 0o170000, 0o040000, 0o100000, 0o120000

__all__ = ["abspath", "altsep", "basename", "commonpath", "commonprefix", "curdir", "defpath", "devnull", "dirname", "exists", "expanduser",
           "expandvars", "extsep", "getatime", "getctime", "getmtime", "getsize", "isabs", "isdir", "isfile", "islink", "ismount", "join", "lexists",
           "normcase", "normpath", "pardir", "pathsep", "realpath", "relpath", "samefile", "sameopenfile", "samestat", "sep", "split", "splitdrive", "splitext",
           "supports_unicode_filenames"]


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(b"/" if isinstance(s, bytes) else "/")


def _marks(path):
    """What ends a part of the path, and the names of the folder itself and of that above, as the path is text or bytes."""
    return (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")


def _check_kinds(function, paths):
    """TypeError for what is no path, or for text among bytes."""
    for each in paths:
        if not isinstance(each, (str, bytes)):
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, not {each.__class__.__name__!r}") from None
    if len({isinstance(each, bytes) for each in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def join(a, *p):
    path = _fspath(a)
    slash = b"/" if isinstance(path, bytes) else "/"
    try:
        for each in p:
            each = _fspath(each)
            if each.startswith(slash):
                path = each
            elif not path or path.endswith(slash):
                path += each
            else:
                path += slash + each
    except TypeError:
        _check_kinds("join", (_fspath(a), *p))
        raise
    return path


def split(p):
    p = _fspath(p)
    slash = b"/" if isinstance(p, bytes) else "/"
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return head.rstrip(slash) or head, tail


def splitext(p):
    p = _fspath(p)
    slash, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def _mode(path):
    try:
        return os._mode(path)
    except ValueError:
        return 0


def exists(path):
    return _mode(path) != 0


def isfile(path):
    return _mode(path) & _S_IFMT == _S_IFREG


def isdir(s):
    return _mode(s) & _S_IFMT == _S_IFDIR


def islink(path):
    try:
        return os._lstat(path)[0] & _S_IFMT == _S_IFLNK
    except (OSError, ValueError):
        return False


def lexists(path):
    try:
        os._lstat(path)
    except (OSError, ValueError):
        return False
    return True


def getsize(filename):
    return os._stat(filename)[6]


def getatime(filename):
    return os._stat(filename)[7] / 1e9


def getmtime(filename):
    return os._stat(filename)[8] / 1e9


def getctime(filename):
    return os._stat(filename)[9] / 1e9


def samefile(f1, f2):
    return os._stat(f1)[1:3] == os._stat(f2)[1:3]


def sameopenfile(fp1, fp2):
    return samefile(fp1, fp2)


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def ismount(path):
    """Another device than that of the folder above, or a folder that is above itself."""
    try:
        here = os._lstat(path)
        above = None if here[0] & _S_IFMT == _S_IFLNK else os._lstat(realpath(join(os.fsdecode(path), "..")))
    except (OSError, ValueError):
        return False
    return above is not None and (here[2] != above[2] or here[1] == above[1])


def normpath(path):
    path = _fspath(path)
    slash, dot, up, empty = (b"/", b".", b"..", b"") if isinstance(path, bytes) else ("/", ".", "..", "")
    if not path:
        return dot
    root = slash * 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else slash if path.startswith(slash) else empty
    parts = []
    for part in path.split(slash):
        if part in (empty, dot):
            continue
        if part != up or (not root and not parts) or (parts and parts[-1] == up):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        cwd = os.getcwd()
        path = join(os.fsencode(cwd) if isinstance(path, bytes) else cwd, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = _fspath(filename)
    return abspath(_resolve(path[:0], path, strict, {})[0])


def _resolve(path, rest, strict, links):
    """(path/rest without links, True), or as far as that goes and False: a loop. links: what each link met became, None while that is being found."""
    slash, dot, up = _marks(rest)
    if isabs(rest):
        path, rest = slash, rest[1:]
    while rest:
        name, _, rest = rest.partition(slash)
        if name == up:
            above, last = split(path)
            path = up if not path else join(above, up, up) if last == up else above
        elif name and name != dot:
            path = join(path, name)
            if strict:
                os._lstat(path)
            if islink(path):
                link, path = path, links.get(path)
                if path is None and link in links:
                    if strict:
                        os._stat(link)
                    return join(link, rest), False
                if path is None:
                    links[link] = None
                    path, found = _resolve(dirname(link), os.readlink(link), strict, links)
                    if not found:
                        return join(path, rest), False
                    links[link] = path
    return path, True


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path = _fspath(path)
    slash, dot, up = _marks(path)
    start = dot if start is None else _fspath(start)
    _check_kinds("relpath", (path, start))
    base, wanted = ([part for part in abspath(each).split(slash) if part] for each in (start, path))
    same = len(commonprefix([base, wanted]))
    return slash.join([up] * (len(base) - same) + wanted[same:]) or dot


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_fspath(each) for each in m]
    low, high = min(m), max(m)
    for index, each in enumerate(low):
        if each != high[index]:
            return low[:index]
    return low


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [_fspath(each) for each in paths]
    _check_kinds("commonpath", paths)
    if len({isabs(each) for each in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    slash, dot, _ = _marks(paths[0])
    split_paths = [[part for part in each.split(slash) if part and part != dot] for each in paths]
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(commonprefix(split_paths))


def _home_of(name):
    """The folder of a user by the file of users (the binary is linked statically, without the library's databases)."""
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as users:
            for line in users:
                fields = line.split(":")
                if len(fields) > 5 and (fields[0] == name if name else fields[2] == str(os.getuid())):
                    return fields[5]
    except OSError:
        return None


def expanduser(path):
    path = _fspath(path)
    slash = _marks(path)[0]
    if path[:1] not in ("~", b"~"):
        return path
    end = path.find(slash)
    name = os.fsdecode(path[1:] if end < 0 else path[1:end])
    home = None if name else os.environ.get("HOME")
    if home is None:
        home = _home_of(name)
    if home is None:
        return path
    home = os.fsencode(home) if isinstance(path, bytes) else home
    return home.rstrip(slash) + (path[:0] if end < 0 else path[end:]) or slash


def expandvars(path):
    path = _fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    result = []
    at = 0
    while at < len(path):
        start = path.find("$", at)
        if start < 0:
            break
        result.append(path[at:start])
        end = start + 1
        if path[end:end + 1] == "{" and "}" in path[end:]:
            end = path.index("}", end) + 1
            name = path[start + 2:end - 1]
        else:
            while end < len(path) and (path[end].isascii() and path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[start + 1:end]
        result.append(os.environ[name] if name in os.environ else path[start:end])
        at = end
    return "".join(result) + path[at:]
