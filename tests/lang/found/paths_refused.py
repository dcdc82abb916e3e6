"""Objects whose __fspath__ gives no path, or raises."""
import os


class Path:
    def __init__(self, answer):
        self.answer = answer

    def __fspath__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


FUNCTIONS = [os.listdir, os.stat, os.lstat, os.mkdir, os.rmdir, os.remove, os.unlink, os.chdir, os.readlink, os.fspath, os.fsencode, os.fsdecode,
             os.path.exists, os.path.isfile, os.path.isdir, os.path.islink, os.path.lexists, os.path.getsize, os.path.join, os.path.split,
             os.path.basename, os.path.dirname, os.path.abspath, os.path.normpath, os.path.splitext, os.path.isabs, open]
PAIRS = [lambda path: os.rename(path, "/nonexistent/y"), lambda path: os.rename("/nonexistent/y", path), lambda path: os.access(path, 0),
         lambda path: os.open(path, 0)]

for answer in 5, None, [1], Path("x"), ValueError("mine"):
    for function in FUNCTIONS + PAIRS:
        try:
            result = function(Path(answer))
            print(function.__name__, result)
        except Exception as error:
            print(function.__name__, type(error).__name__, error)
