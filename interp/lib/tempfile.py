"""tempfile: files and folders that nobody else has, and that disappear."""
import io as _io  # noqa: F401
import os as _os
import warnings as _warnings
import weakref as _weakref
from random import Random as _Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
_random = None


def _names():
    global _random
    if _random is None or _random[0] != _os.getpid():
        _random = _os.getpid(), _Random()
    while True:
        yield "".join(_random[1].choices(_letters, k=8))


def _default_dir():
    wanted = [_os.getenv(each) for each in ("TMPDIR", "TEMP", "TMP")] + ["/tmp", "/var/tmp", "/usr/tmp", _os.getcwd()]
    for folder in filter(None, wanted):
        folder = _os.path.abspath(folder)
        if _os.path.isdir(folder) and _os.access(folder, _os.W_OK | _os.X_OK):
            return folder
    raise FileNotFoundError(2, "No usable temporary directory found in %s" % wanted)


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _default_dir()
    return tempdir


def gettempdirb():
    return _os.fsencode(gettempdir())


def gettempprefix():
    return template


def gettempprefixb():
    return _os.fsencode(template)


def _parts(suffix, prefix, dir):
    given = [each for each in (suffix, prefix, dir) if each is not None]
    in_bytes = any(isinstance(each, bytes) for each in given)
    if in_bytes and any(isinstance(each, str) for each in given):
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    code = (lambda text: text.encode()) if in_bytes else (lambda text: text)
    return code("") if suffix is None else suffix, code(template) if prefix is None else prefix, code(gettempdir()) if dir is None else dir, code


def _try(suffix, prefix, dir, make):
    """The first name for which make() does not say that it is taken."""
    suffix, prefix, dir, code = _parts(suffix, prefix, dir)
    for _, name in zip(range(TMP_MAX), _names()):
        path = _os.path.abspath(_os.path.join(dir, prefix + code(name) + suffix))
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _try(suffix, prefix, dir, lambda path: _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_CLOEXEC, 0o600))


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _try(suffix, prefix, dir, lambda path: _os.mkdir(path, 0o700))[1]


def mktemp(suffix="", prefix=template, dir=None):
    def free(path):
        if _os.path.lexists(path):
            raise FileExistsError
    return _try(suffix, prefix, dir, free)[1]


def _unlink(path):
    try:
        _os.unlink(path)
    except FileNotFoundError:
        pass


class _TemporaryFileWrapper:
    """A file that is removed when it is closed; all else is the file's."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self._closer = _weakref.finalize(self, _unlink, name) if delete else None

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        self.file.close()
        if self._closer:
            self._closer()

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        return _TemporaryFileWrapper(open(descriptor, mode, buffering, encoding, errors, newline), name, delete)
    except BaseException:
        _os.close(descriptor)
        _unlink(name)
        raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        _os.unlink(name)
        return open(descriptor, mode, buffering, encoding, errors, newline)
    except BaseException:
        _os.close(descriptor)
        raise


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._finalizer = _weakref.finalize(self, self._forgotten, self.name, "Implicitly cleaning up %r" % self)

    @staticmethod
    def _remove(name, ignore_errors):
        from shutil import rmtree
        rmtree(name, ignore_errors=ignore_errors)

    @classmethod
    def _forgotten(cls, name, message):
        cls._remove(name, True)
        _warnings.warn(message, ResourceWarning)

    def __repr__(self):
        return "<%s %r>" % (self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._remove(self.name, self._ignore_cleanup_errors)
