"""pathlib: POSIX paths as objects; selectors of glob() are generators."""
import os
from collections.abc import Sequence

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]

_new = object.__new__


def _parse(texts):
    """(root, parts): parts begin with the root, if there is one; the last text that begins with a slash begins all."""
    root, parts = "", []
    for text in texts:
        if text[:1] == "/":
            root = "//" if text[:2] == "//" and text[:3] != "///" else "/"
            parts = [root]
        for part in text.split("/"):
            if part and part != ".":
                parts.append(part)
    return root, parts


def _texts(args):
    texts = []
    for each in args:
        if not isinstance(each, str):
            each = os.fspath(each)
            if not isinstance(each, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r" % type(each))
        texts.append(each)
    return texts


def _make(cls, root, parts):
    self = _new(cls)
    self._root = root
    self._parts = parts
    return self


class _PathParents(Sequence):
    __slots__ = ("_class", "_root", "_parts")

    def __init__(self, path):
        self._class, self._root, self._parts = type(path), path._root, path._parts

    def __len__(self):
        return len(self._parts) - (1 if self._root else 0)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return tuple(self[i] for i in range(*idx.indices(len(self))))
        count = len(self)
        if idx >= count or idx < -count:
            raise IndexError(idx)
        return _make(self._class, self._root, self._parts[:-(idx % count if idx < 0 else idx) - 1])

    def __repr__(self):
        return "<%s.parents>" % self._class.__name__


class PurePath:
    __slots__ = ("_root", "_parts", "_text", "_hash")

    def __new__(cls, *args):
        self = _new(PurePosixPath if cls is PurePath else cls)
        self._root, self._parts = _parse(_texts(args))
        return self

    def __reduce__(self):
        return type(self), tuple(self._parts)

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            parts = self._parts
            self._text = text = parts[0] + "/".join(parts[1:]) if self._root else "/".join(parts) or "."
            return text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        plain = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        return "file://" + "".join(chr(b) if b in plain else "%%%02X" % b for b in bytes(self))

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._parts))
            return self._hash

    def __lt__(self, other):
        return self._parts < other._parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._parts <= other._parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._parts > other._parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._parts >= other._parts if isinstance(other, PurePath) else NotImplemented

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    parts = property(lambda self: tuple(self._parts))

    @property
    def name(self):
        parts = self._parts
        return parts[-1] if len(parts) > (1 if self._root else 0) else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + each for each in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        parts = self._parts
        if len(parts) == (1 if self._root else 0):
            return self
        return _make(type(self), self._root, parts[:-1])

    @property
    def parents(self):
        return _PathParents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        root, parts = _parse([name])
        if not name or name[-1] == "/" or root or len(parts) != 1:
            raise ValueError("Invalid name %r" % name)
        return _make(type(self), self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        return _make(type(self), self._root, self._parts[:-1] + [self.stem + suffix])

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        root, parts = _parse(_texts(other))
        count = len(parts)
        if self._root if count == 0 else self._parts[:count] != parts:
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute."
                             % (str(self), str(_make(PurePosixPath, root, parts)) if parts else ""))
        return _make(type(self), "", self._parts[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def _joined(self, args):
        root, parts = _parse(_texts(args))
        return _make(type(self), root, parts) if root else _make(type(self), self._root, self._parts + parts)

    def joinpath(self, *args):
        return self._joined(args)

    def __truediv__(self, key):
        try:
            return self._joined((key,))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            root, parts = _parse(_texts((key,)) + [str(self)] if self._parts else _texts((key,)))
        except TypeError:
            return NotImplemented
        return _make(type(self), root, parts)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        from fnmatch import fnmatchcase
        root, patterns = _parse([path_pattern])
        if not patterns:
            raise ValueError("empty pattern")
        parts = self._parts
        if root and len(patterns) != len(parts) or len(patterns) > len(parts):
            return False
        return all(fnmatchcase(part, pattern) for part, pattern in zip(reversed(parts), reversed(patterns)))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    __slots__ = ()


def _ignore(error):
    if error.errno not in (2, 20, 9, 40):  # ENOENT, ENOTDIR, EBADF, ELOOP
        raise error


def _select(path, patterns, only_folders):
    """The paths below one that match the patterns, in the order of the folders' entries."""
    if not patterns:
        yield path
        return
    first, rest = patterns[0], patterns[1:]
    more = bool(rest)
    try:
        if first == "**":
            seen = set()
            for folder in _folders(path):
                for found in _select(folder, rest, only_folders):
                    if found not in seen:
                        yield found
                        seen.add(found)
        elif first == "..":
            yield from _select(path / first, rest, only_folders)
        elif any(c in first for c in "*?["):
            from fnmatch import _compile_pattern
            match = _compile_pattern(first)
            with os.scandir(path) as entries:
                entries = list(entries)
            for entry in entries:
                if more and not _is_folder(entry):
                    continue
                if match(entry.name):
                    yield from _select(_make(type(path), path._root, path._parts + [entry.name]), rest, only_folders)
        else:
            found = path / first
            if found.is_dir() if more else found.exists():
                yield from _select(found, rest, only_folders)
    except PermissionError:
        return


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError as error:
        _ignore(error)
        return False


def _folders(path):
    yield path
    try:
        with os.scandir(path) as entries:
            entries = list(entries)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _folders(_make(type(path), path._root, path._parts + [entry.name]))
    except PermissionError:
        return


def _patterns(pattern):
    if not pattern:
        raise ValueError("Unacceptable pattern: %r" % pattern)
    root, patterns = _parse([pattern])
    if root:
        raise NotImplementedError("Non-relative patterns are unsupported")
    for each in patterns:
        if "**" in each and each != "**":
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
    return patterns + [""] if pattern[-1] == "/" else patterns


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args):
        self = _new(PosixPath if cls is Path else cls)
        self._root, self._parts = _parse(_texts(args))
        return self

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def iterdir(self):
        for name in os.listdir(self):
            yield _make(type(self), self._root, self._parts + [name])

    def glob(self, pattern):
        patterns = _patterns(pattern)
        if self.is_dir():
            yield from _select(self, patterns, False)

    def rglob(self, pattern):
        patterns = _patterns(pattern)
        if self.is_dir():
            yield from _select(self, ["**"] + patterns, False)

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        try:
            path = type(self)(os.path.realpath(self, strict=strict))
            if not strict:
                os._stat(path)
        except OSError as error:
            if error.errno == 40:  # ELOOP
                raise RuntimeError("Symlink loop from %r" % error.filename)
            if strict:
                raise
        return path

    def expanduser(self):
        if not self._root and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return type(self)(home, *self._parts[1:])
        return self

    def stat(self, *, follow_symlinks=True):
        return os.stat(self) if follow_symlinks else os.lstat(self)

    def lstat(self):
        return os.lstat(self)

    def _is(self, kind, look=None):
        try:
            return (look or os._stat)(self)[0] & 0o170000 == kind
        except OSError as error:
            _ignore(error)
        except ValueError:
            pass
        return False

    def exists(self):
        try:
            os._stat(self)
        except OSError as error:
            _ignore(error)
            return False
        except ValueError:
            return False
        return True

    def is_dir(self):
        return self._is(0o040000)

    def is_file(self):
        return self._is(0o100000)

    def is_symlink(self):
        return self._is(0o120000, os._lstat)

    def is_fifo(self):
        return self._is(0o010000)

    def is_socket(self):
        return self._is(0o140000)

    def is_block_device(self):
        return self._is(0o060000)

    def is_char_device(self):
        return self._is(0o020000)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode="rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open(encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        data = memoryview(data)  # nothing is opened for what has no bytes
        with self.open(mode="wb") as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def __enter__(self):
        import warnings
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects as a context manager is a no-op",
                      DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        pass

    def readlink(self):
        return type(self)(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
