import os
import os.path
from os import path

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

P = os.path
print(P.join("a", "b", "/c", "d"), P.join("a", ""), P.join("", "x"), P.join("a/", "b"), path is os.path, P.__name__)
for p in ("/a/b/c.txt", "a.tar.gz", ".bashrc", "/", "", "a/", "..", "/a/.hidden.txt", "...", "a.b/c", "//x//y"):
    print(repr(p), P.split(p), P.splitext(p), P.basename(p), P.dirname(p), P.normpath(p), P.isabs(p))
print(P.normpath("a/../../b/./c//d"), P.commonprefix(["abc", "abd"]), P.commonpath(["/a/b/c", "/a/b/d"]), P.relpath("/a/b", "/a/c/d"), P.abspath("x") == P.join(os.getcwd(), "x"))
here = P.dirname(P.abspath(__file__))
print(P.exists(__file__), P.isfile(__file__), P.isdir(here), P.exists("/nonexistent"), P.isfile(here), P.getsize(__file__) > 100, P.basename(__file__) in os.listdir(here), P.realpath(here) == here)
print(os.sep, os.linesep == "\n", os.name, os.curdir, os.pardir, os.pathsep, os.getpid() > 0, os.getcwd() == here, type(os.urandom(5)), len(os.urandom(5)), os.cpu_count() > 0, os.devnull)
print(os.environ.get("NOT_SET_X"), os.getenv("NOT_SET_X", "d"), "PATH" in os.environ, os.environ["LANG"])
os.environ["NEW_VAR"] = "1"
print(os.environ["NEW_VAR"])
for bad in (lambda: os.listdir("/nonexistent"), lambda: os.remove("/nonexistent"), lambda: os.mkdir("/proc/x/y"), lambda: os.stat("/nonexistent"), lambda: P.getsize("/nonexistent"), lambda: os.path.join(1, 2), lambda: os.nothing,
            lambda: os.rmdir("/nonexistent"), lambda: os.fspath(5), lambda: os.urandom(-1)):
    attempt(bad)
class Pathy:
    def __fspath__(self): return "/tmp/pathy"
print(os.fspath(Pathy()), P.join(Pathy(), "x"), isinstance(Pathy(), os.PathLike), P.basename(Pathy()), P.exists(b"/"), P.join(b"a", b"b"))
print(os.stat(__file__).st_size == P.getsize(__file__), os.access(__file__, os.R_OK), os.strerror(2), P.expanduser("x"), P.expandvars("$LANG/${LANG}/$NOPE"))
base = "/tmp/os_path_test_%d" % os.getpid()
os.makedirs(base + "/x/y"); os.makedirs(base + "/x/y", exist_ok=True)
with open(base + "/x/f.txt", "w") as f:
    f.write("hi")
os.rename(base + "/x/f.txt", base + "/x/g.txt")
print([(d[len(base):], sorted(s), sorted(fs)) for d, s, fs in sorted(os.walk(base))])
os.remove(base + "/x/g.txt"); os.rmdir(base + "/x/y"); os.rmdir(base + "/x"); os.rmdir(base); print(P.exists(base))
try:
    open("/nonexistent/file")
except FileNotFoundError as e:
    print(e, e.errno, e.filename, e.strerror)
