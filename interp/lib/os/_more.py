"""The parts of os that are not needed often; loaded when one of them is first asked for."""
import os
from abc import ABC, abstractmethod

curdir, pardir, extsep, altsep, pathsep, devnull, defpath = ".", "..", ".", None, ":", "/dev/null", "/bin:/usr/bin"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o2000000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2
error = OSError


class PathLike(ABC):
    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


_results = {"terminal_size": "columns lines", "uname_result": "sysname nodename release version machine"}


def _new_result(cls, sequence):
    fields = tuple(sequence)
    if len(fields) != len(cls._fields):
        raise TypeError("os.%s() takes a %d-sequence (%d-sequence given)" % (cls.__name__, len(cls._fields), len(fields)))
    return tuple.__new__(cls, fields)


def __getattr__(name):
    if name in _results:
        from collections import namedtuple
        made = globals()[name] = namedtuple(name, _results[name], module="posix" if name == "uname_result" else "os")
        made.__new__ = _new_result
        made.__repr__ = lambda self: "%s.%s(%s)" % (type(self).__module__, name, ", ".join("%s=%r" % pair for pair in zip(self._fields, self)))
        return made
    raise AttributeError(name)


class stat_result(tuple):
    """The ten numbers of stat(), and times in other units by name."""
    __module__ = "os"

    st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size = (property(lambda self, at=at: self[at]) for at in range(7))
    st_atime_ns, st_mtime_ns, st_ctime_ns = (property(lambda self, at=at: self._ns[at]) for at in range(3))
    st_atime, st_mtime, st_ctime = (property(lambda self, at=at: self._ns[at] / 1e9) for at in range(3))

    def __repr__(self):
        names = "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime".split()
        return "os.stat_result(%s)" % ", ".join("%s=%r" % pair for pair in zip(names, self))


def _stat_result(fields):
    made = tuple.__new__(stat_result, fields[:7] + tuple([each // 1_000_000_000 for each in fields[7:]]))
    made._ns = fields[7:]
    return made


def stat(path):
    return _stat_result(os._stat(path))


def lstat(path):
    return _stat_result(os._lstat(path))


def fstat(fd):
    return _stat_result(os._fstat(fd))


def truncate(path, length):
    if isinstance(path, int):
        return os.ftruncate(path, length)
    with open(path, "rb+") as file:
        file.truncate(length)


def get_exec_path(env=None):
    return (os.environ if env is None else env).get("PATH", defpath).split(pathsep)


def uname():
    return __getattr__("uname_result")(os._uname())


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return open(fd, mode, buffering, encoding, *args, **kwargs)


def getcwdb():
    return fsencode(os.getcwd())


def fsencode(filename):
    filename = os.fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = os.fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = os.path.split(name)
    if not tail:
        head, tail = os.path.split(head)
    if head and tail and not os.path.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        os.mkdir(name, mode)
    except OSError:
        if not exist_ok or not os.path.isdir(name):
            raise


def removedirs(name):
    os.rmdir(name)
    head = os.path.dirname(name)
    while head:
        try:
            os.rmdir(head)
        except OSError:
            break
        head = os.path.dirname(head)


def utime(path, times=None, *, ns=None):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    for name, pair, kinds in (("times", times, "either a tuple of two ints or None"), ("ns", ns, "a tuple of two ints")):
        if pair is not None and not (isinstance(pair, tuple) and len(pair) == 2):
            raise TypeError("utime: %r must be %s" % (name, kinds))
    if times is not None:
        ns = [int(each * 1_000_000_000) for each in times]
    os._utime(path, *(ns or (None, None)))


class DirEntry:
    __slots__ = ("name", "path", "_kinds")

    def __init__(self, folder, name):
        self.name, self.path, self._kinds = name, os.path.join(folder, name), {}

    def _kind(self, follow):
        if follow not in self._kinds:
            try:
                self._kinds[follow] = (os._stat if follow else os._lstat)(self.path)[0] & 0o170000
            except FileNotFoundError:
                self._kinds[follow] = 0
        return self._kinds[follow]

    def is_dir(self, *, follow_symlinks=True):
        return self._kind(follow_symlinks) == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return self._kind(follow_symlinks) == 0o100000

    def is_symlink(self):
        return self._kind(False) == 0o120000

    def stat(self, *, follow_symlinks=True):
        return stat(self.path) if follow_symlinks else lstat(self.path)

    def inode(self):
        return os._lstat(self.path)[1]

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


DirEntry.__module__ = "posix"


class _Entries:
    def __init__(self, path):
        self._next = (DirEntry(path, name) for name in os.listdir(path)).__next__

    def __iter__(self):
        return self

    def __next__(self):
        return self._next()

    def close(self):
        self._next = iter(()).__next__

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def scandir(path="."):
    return _Entries("." if path is None else os.fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    folders, files = [], []
    try:
        names = os.listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    for name in names:
        (folders if os.path.isdir(os.path.join(top, name)) else files).append(name)
    if topdown:
        yield top, folders, files
    for name in folders:
        path = os.path.join(top, name)
        if followlinks or not os.path.islink(path):
            yield from walk(path, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def putenv(key, value):
    os.environ[key] = value


def unsetenv(key):
    os.environ.pop(key, None)


def get_terminal_size(fallback=(80, 24)):
    return __getattr__("terminal_size")(fallback)
