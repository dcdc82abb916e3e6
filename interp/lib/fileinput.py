"""fileinput: the lines of several files, or of standard input, one after the other."""
import os
import sys

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput", "hook_compressed",
           "hook_encoded"]
_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    return _active().nextfile()


def filename():
    return _active().filename()


def lineno():
    return _active().lineno()


def filelineno():
    return _active().filelineno()


def fileno():
    return _active().fileno()


def isfirstline():
    return _active().isfirstline()


def isstdin():
    return _active().isstdin()


class FileInput:
    """While a file is read, _readline is its method; else that of the class, which opens the next one."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        self._files = tuple(sys.argv[1:] if files is None else files) or ("-",)
        self._inplace, self._backup = inplace, backup
        self._openhook = openhook
        self._encoding, self._errors = encoding, errors
        self._savestdout = self._output = None
        self._filename = self._file = self._backupfilename = None
        self._startlineno = self._filelineno = 0
        self._isstdin = False
        if sys.flags.warn_default_encoding and "b" not in mode and encoding is None and openhook is None:
            import warnings
            warnings.warn("'encoding' argument not specified.", EncodingWarning, 2)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        self._mode = mode
        if openhook and inplace:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")

    def __del__(self):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            line = self._readline()
            if line:
                self._filelineno += 1
                return line
            if not self._file:
                raise StopIteration
            self.nextfile()

    def readline(self):
        while True:
            line = self._readline()
            if line:
                self._filelineno += 1
                return line
            if not self._file:
                return line
            self.nextfile()

    def nextfile(self):
        stdout, output, file, old_name = self._savestdout, self._output, self._file, self._backupfilename
        was_stdin = self._isstdin
        self._savestdout = self._output = self._file = self._backupfilename = None
        if stdout:
            sys.stdout = stdout
        try:
            if output:
                output.close()
        finally:
            self.__dict__.pop("_readline", None)
            try:
                if file and not was_stdin:
                    file.close()
            finally:
                if old_name and not self._backup:
                    try:
                        os.unlink(old_name)
                    except OSError:
                        pass
                self._isstdin = False

    def _readline(self):
        if not self._files:
            return b"" if "b" in self._mode else ""
        self._filename, *files = self._files
        self._files = tuple(files)
        self._startlineno = self.lineno()
        self._filelineno = 0
        self._file = self._backupfilename = None
        self._isstdin = self._filename == "-"
        if self._isstdin:
            self._filename = "<stdin>"
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if "b" in self._mode else sys.stdin
        elif self._inplace:
            self._open_inplace()
        elif not self._openhook:
            self._file = self._open(self._filename, self._mode)
        elif self._encoding is None:
            self._file = self._openhook(self._filename, self._mode)
        else:
            self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)
        self._readline = self._file.readline
        return self._readline()

    def _open(self, file, mode):
        return open(file, mode, encoding=None if "b" in mode else self._encoding or "locale", errors=self._errors)

    def _open_inplace(self):
        """The file gets another name and is read; what is printed goes to a new one of its name and permissions."""
        self._backupfilename = os.fspath(self._filename) + (self._backup or ".bak")
        try:
            os.unlink(self._backupfilename)
        except OSError:
            pass
        os.rename(self._filename, self._backupfilename)
        self._file = self._open(self._backupfilename, self._mode)
        mode = self._mode.replace("r", "w")
        try:
            permissions = os.fstat(self._file.fileno()).st_mode
        except OSError:
            self._output = self._open(self._filename, mode)
        else:
            self._output = self._open(os.open(self._filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, permissions), mode)
            try:
                os.chmod(self._filename, permissions)
            except OSError:
                pass
        self._savestdout, sys.stdout = sys.stdout, self._output

    def filename(self):
        return self._filename

    def lineno(self):
        return self._startlineno + self._filelineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        if not self._file:
            return -1
        try:
            return self._file.fileno()
        except ValueError:
            return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    if encoding is None and "b" not in mode:
        encoding = "locale"
    extension = os.path.splitext(filename)[1]
    if extension == ".gz":
        import gzip
        stream = gzip.open(filename, mode)
    elif extension == ".bz2":
        import bz2
        stream = bz2.BZ2File(filename, mode)
    else:
        return open(filename, mode, encoding=encoding, errors=errors)
    if "b" in mode:
        return stream
    import io
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return openhook
