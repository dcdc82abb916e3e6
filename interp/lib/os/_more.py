"""The parts of os that are not needed often; loaded when one of them is first asked for."""
import os
from abc import ABC, abstractmethod

curdir, pardir, extsep, altsep, pathsep, devnull, defpath = ".", "..", ".", None, ":", "/dev/null", "/bin:/usr/bin"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o2000000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError


class PathLike(ABC):
    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


_results = {"stat_result": "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime", "terminal_size": "columns lines",
            "uname_result": "sysname nodename release version machine"}


def __getattr__(name):
    if name in _results:
        from collections import namedtuple
        made = globals()[name] = namedtuple(name, _results[name])
        return made
    raise AttributeError(name)


def _stat_result(fields):
    return __getattr__("stat_result")(*fields[:7], *[each / 1e9 for each in fields[7:]])


def stat(path):
    return _stat_result(os._stat(path))


def lstat(path):
    return _stat_result(os._lstat(path))


def uname():
    return __getattr__("uname_result")(*os._uname())


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return open(fd, mode, buffering, encoding, *args, **kwargs)


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
    return __getattr__("terminal_size")(*fallback)


def sched_getaffinity(pid):
    return set(range(os.cpu_count()))
