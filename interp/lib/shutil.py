"""shutil: copying, moving and removing whole files and trees of folders."""
import os
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError",
           "SameFileError", "which", "get_terminal_size", "ignore_patterns"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Raised when source and destination are the same file."""


class SpecialFileError(OSError):
    """Raised when trying to do a kind of operation (e.g. copying) which is
    not supported on a special file (e.g. a named pipe)"""


def copyfileobj(fsrc, fdst, length=0):
    while piece := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(piece)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    if _same(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in (src, dst):
        if os._mode(path) & 0o170000 == 0o010000:
            raise SpecialFileError("`%s` is a named pipe" % os.fspath(path))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError("Directory does not exist: %s" % dst) from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if follow_symlinks or not (os.path.islink(src) and os.path.islink(dst)):
        os.chmod(dst, os._stat(src)[0] & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    if follow_symlinks or not (os.path.islink(src) and os.path.islink(dst)):
        fields = os._stat(src)
        os._utime(dst, fields[7], fields[8])
        os.chmod(dst, fields[0] & 0o7777)


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        from fnmatch import filter
        return {name for pattern in patterns for name in filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), list(names)) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        from_, to = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.islink(from_) and symlinks:
                os.symlink(os.readlink(from_), to)
            elif os.path.islink(from_) and ignore_dangling_symlinks and not os.path.exists(from_):
                continue
            elif os.path.isdir(from_):
                copytree(from_, to, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(from_, to)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((from_, to, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def _remove_tree(path, onerror):
    try:
        names = os.listdir(path)
    except OSError:
        onerror(os.listdir, path, sys.exc_info())
        names = []
    for name in names:
        full = os.path.join(path, name)
        if os.path.isdir(full) and not os.path.islink(full):
            _remove_tree(full, onerror)
        else:
            try:
                os.unlink(full)
            except OSError:
                onerror(os.unlink, full, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


def _raise(function, path, info):
    raise info[1]


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    onerror = (lambda *details: None) if ignore_errors else onerror or _raise
    try:
        mode = os._lstat(path)[0] & 0o170000
    except OSError:
        onerror(os.lstat, path, sys.exc_info())
        return
    if mode == 0o120000:
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError:
            onerror(os.path.islink, path, sys.exc_info())
            return
    if mode != 0o040000:
        try:
            os.listdir(path)
        except OSError:
            onerror(os.rmdir, path, sys.exc_info())
            return
    _remove_tree(path, onerror)


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            if (os.path.abspath(real) + "/").startswith(os.path.abspath(src).rstrip("/") + "/"):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def which(cmd, mode=1, path=None):
    def fits(file):
        return os.path.exists(file) and os.access(file, mode) and not os.path.isdir(file)
    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get("PATH") or os.defpath
    if not path:
        return None
    folders = os.fsencode(path).split(b":") if isinstance(cmd, bytes) else os.fsdecode(path).split(os.pathsep)
    for folder in dict.fromkeys(folders):
        file = os.path.join(folder, cmd)
        if fits(file):
            return file
    return None


def get_terminal_size(fallback=(80, 24)):
    try:
        columns, lines = int(os.environ.get("COLUMNS", 0)), int(os.environ.get("LINES", 0))
    except ValueError:
        columns = lines = 0
    return os.terminal_size((columns if columns > 0 else fallback[0], lines if lines > 0 else fallback[1]))
