"""os and os.path given bytes, mixtures, descriptors and what is no path at all: results, errors and the names in them."""
import os
import tempfile
from os.path import *


class Path:
    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        return self.text


def tell(expression):
    try:
        print(expression, "=", eval(expression))
    except OSError as error:
        print(expression, "!", type(error).__name__, error, repr(error.filename), repr(error.filename2))
    except Exception as error:
        print(expression, "!", type(error).__name__, error)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.mkdir("real")
    os.symlink("real", "link")
    with open("real/file", "w") as f:
        f.write("text")
    os.environ["WHO"] = "me"
    os.environ["HOME"] = "/home/of"
    for expression in """
join(b"a", b"b", b"/c", b"d") | join("a", Path("b")) | join(Path(b"a"), b"") | join("a", 1) | join("a", None) | join("a", b"b") | join("a", "b", b"c") | join("a", b"b", 1) | join(b"a", Path("b")) | join(1, "a")
normpath(b"a//b/../c/.") | relpath(b"real/file") | relpath(b"a", b"b/c") | relpath("a", b"b") | relpath(b"a", "b") | relpath("a", 1) | relpath("") | relpath(Path("a"), Path("b")) | relpath(None)
commonpath([b"/a/b", b"/a/c"]) | commonpath(["a", b"a"]) | commonpath(["/a", "a"]) | commonpath([Path("a/b"), "a"]) | commonpath(iter(["a/b", "a"])) | commonpath([]) | commonpath(None) | commonpath(["a", 1])
commonprefix([b"ab", b"ac"]) | commonprefix([Path("ab"), "ac"]) | commonprefix([[1, 2], [1, 3]]) | commonprefix(["a", b"a"]) | commonprefix([]) | commonprefix([1])
expanduser(b"~/x") | expanduser(b"~") | expanduser("~nobody-at-all/x") | expandvars(b"$WHO/${WHO}/$NOT") | expandvars("$WHO\\xe9 ${WHO} ${NOT} $ $$ ${") | expandvars(1) | expanduser(1)
basename(realpath(b"link/file")) | basename(realpath(Path("link"))) | basename(abspath(b"x")) | splitext(b"a.b.c") | split(b"/a/b") | splitdrive(b"a") | isabs(b"/") | normcase(b"A") | dirname(Path(b"a/b"))
exists(b"real") | isdir(b"link") | islink(b"link") | isfile(Path(b"real/file")) | getsize(b"real/file") | exists(99) | exists(0) | exists(True) | isfile(-1) | exists(None) | isdir(1.5) | islink(None) | exists("a\\0b")
os.stat(99) | os.stat(1.5) | os.stat(None) | os.lstat(1) | os.stat(b"none") | os.stat(Path("none")) | os.listdir(b"real") | os.listdir(b"none") | os.listdir(1.5) | os.readlink(b"link") | os.readlink(b"none") | os.readlink(1)
os.remove(b"none") | os.remove(1) | os.unlink(None) | os.rmdir(b"none") | os.mkdir(b"real") | os.mkdir(None) | os.chdir(b"none") | os.chdir(None) | os.chmod(b"none", 0o777) | os.chmod(1.5, 0) | os.open(b"none", 0)
os.open(1.5, 0) | os.rename(1, 2) | os.rename("a", 2) | os.replace(None, "a") | os.symlink(1, 2) | os.link("a", 1.5) | os.access(None, 0) | os.rename("none", "none too") | os.utime("real", 1) | os.utime("real", (1,))
os.utime("real", ns=1) | os.utime("real", ns=(1, 2)) | os.utime("real", (1, 2), ns=(1, 2)) | os.utime(b"none") | os.utime(1.5)
""".replace("\n", " | ").strip(" |").split(" | "):
        tell(expression)
    os.chdir("/")
