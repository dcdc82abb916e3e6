"""Paths that touch files, glob, fnmatch, shutil and tempfile, in a folder of their own."""
import glob, fnmatch, os, shutil, sys, tempfile
from pathlib import Path
def attempt(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print(type(e).__name__, str(e).replace(top, "TOP"))
    else: print(repr(r).replace(top, "TOP"))
top = tempfile.mkdtemp(prefix="x", suffix="y")
print(os.path.basename(top)[0], top[-1], len(os.path.basename(top)), oct(os.stat(top).st_mode))
t = Path(top)
(t / "a" / "b").mkdir(parents=True)
for n in ("one.py", "two.py", "three.txt", ".hid.py", "a/four.py", "a/b/five.py", "a/b/[x].py"):
    print((t / n).write_text(n + "\n"))
S = lambda it: sorted(str(p).replace(top, "TOP") for p in it)
for p in ("*.py", "*", "**/*.py", "a/*", "*/*.py", "**", "a/b/five.py", "nope/*", "*/", "a/../*.txt", "[ot]*.py", "?wo.py", "**/b/*"):
    print(p, S(t.glob(p)), S(t.rglob(p)))
for p in ("", "/x", "a/**b"):
    attempt(lambda: list(t.glob(p)))
print(S(t.iterdir()), (t / "one.py").read_text(), (t / "one.py").read_bytes())
for f in (lambda: (t / "one.py").exists(), lambda: (t / "a").is_dir(), lambda: (t / "a").is_file(), lambda: (t / "nx").exists(), lambda: (t / "one.py").is_file(), lambda: (t / "one.py" / "x").exists(), lambda: (t / "nx").stat(), lambda: (t / "nx").unlink(), lambda: (t / "nx").unlink(missing_ok=True),
    lambda: (t / "a").rmdir(), lambda: (t / "a").mkdir(), lambda: (t / "a").mkdir(exist_ok=True), lambda: (t / "q/r").mkdir(), lambda: (t / "nx").read_text(), lambda: (t / "one.py").write_text(3), lambda: (t / "one.py").stat().st_size, lambda: (t / "z").touch(), lambda: (t / "z").touch(exist_ok=False), lambda: (t / "z").chmod(0o640), lambda: oct((t / "z").stat().st_mode),
    lambda: (t / "z").rename(t / "zz"), lambda: (t / "zz").replace(t / "z"), lambda: (t / "ln").symlink_to("z"), lambda: (t / "ln").is_symlink(), lambda: (t / "ln").readlink(), lambda: (t / "ln").resolve() == (t / "z").resolve(), lambda: (t / "z").samefile(t / "ln"), lambda: (t / "hl").hardlink_to(t / "z"), lambda: (t / "hl").stat().st_nlink, lambda: (t / "nx").rename(t / "ny"),
    lambda: Path("a").absolute() == Path.cwd() / "a", lambda: Path("~").expanduser() == Path.home(), lambda: Path("~nobodyhere/x").expanduser(), lambda: Path("/a/../b/.").resolve(), lambda: (t / "nx").resolve(strict=True), lambda: sorted(os.fspath(e.name) for e in os.scandir(t)), lambda: list((t / "one.py").glob("*"))):
    attempt(f)
with (t / "one.py").open("a") as f: f.write("more")
print((t / "one.py").read_text().splitlines())
os.chdir(top)
for p in ("*.py", "*", "**", "a/*", "**/*.py", "nx", "one.py", "a/", "*/", "", "[o]*", "a/b/[[]x].py", ".*"):
    print(p, sorted(glob.glob(p)), sorted(glob.glob(p, recursive=True)), sorted(glob.glob(p, root_dir="a")), sorted(glob.iglob(p, include_hidden=True)))
print(glob.escape("a[b]*?"), sorted(glob.glob(os.path.join(top, "*.py"))) == sorted(os.path.join(top, n) for n in ("one.py", "two.py")), glob.has_magic("a*"), sorted(glob.glob(b"*.py")))
for p in ("*", "a?c", "[abc]", "[!abc]x", "[a-c]", "[", "[]", "[]a]", "[!]a]", "a*b*c", "**", "x.y", "[^a]", "[a-]", "[z-a]", "[a-c-e]", "\\", "[\\]", "a[b", "*a", "a*", "[&&]", ""):
    print(p, fnmatch.translate(p), fnmatch.filter(["", "a", "abc", "axc", "ax", "b", "dx", "-", "x.y", "]", "^", "\\", "aXbYc", "[", "a[b"], p))
print(fnmatch.fnmatch("A.py", "*.PY"), fnmatch.fnmatchcase("a.py", "*.py"), fnmatch.fnmatch(b"ab", b"a?"))
attempt(fnmatch.fnmatch, "a", b"a")
attempt(shutil.copy, "one.py", "a"); attempt(shutil.copyfile, "one.py", "one.py"); attempt(shutil.copy2, "one.py", "copy.py"); attempt(shutil.copyfile, "nx", "ny"); attempt(shutil.copyfile, "one.py", "nodir/x"); attempt(shutil.copyfile, "one.py", "a")
attempt(shutil.copytree, "a", "c"); attempt(shutil.copytree, "a", "c"); attempt(shutil.copytree, "a", "c", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py")); print(sorted(os.walk("c"), key=lambda w: w[0])[0][0])
attempt(shutil.move, "copy.py", "c"); attempt(shutil.move, "one.py", "c"); attempt(shutil.move, "c", "d"); attempt(shutil.move, "d", "d/b"); attempt(shutil.rmtree, "nx"); attempt(shutil.rmtree, "nx", True); attempt(shutil.rmtree, "two.py"); attempt(shutil.rmtree, "ln"); attempt(shutil.which, "sh") ; attempt(shutil.which, "no-such-thing"); attempt(shutil.which, "./two.py")
print(sorted(os.listdir("d")), shutil.Error.__mro__, issubclass(shutil.SameFileError, shutil.Error))
seen = []
shutil.rmtree("nx2", onerror=lambda f, p, i: seen.append((f is os.lstat, p, i[0].__name__))); print(seen)
with tempfile.TemporaryDirectory(dir=top) as d:
    print(os.path.dirname(d) == top, os.path.isdir(d)); open(os.path.join(d, "f"), "w").close()
print(os.path.exists(d))
d = tempfile.TemporaryDirectory(prefix="pre"); n = d.name; print(repr(d).replace(n, "N"), os.path.isdir(n)); d.cleanup(); print(os.path.exists(n)); d.cleanup()
with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=True) as f:
    print(f.name.endswith(".txt"), os.path.exists(f.name), f.write("hello\nyou"), f.seek(0), list(f), f.closed, f.mode); n = f.name
print(os.path.exists(n), f.closed)
f = tempfile.NamedTemporaryFile(delete=False); f.write(b"x"); f.close(); print(os.path.exists(f.name)); os.unlink(f.name)
with tempfile.TemporaryFile() as f: print(f.write(b"abc"), f.seek(0), f.read())
fd, n = tempfile.mkstemp(dir=top, text=True); os.write(fd, b"q"); os.close(fd); print(os.path.dirname(n) == top, oct(os.stat(n).st_mode), open(n).read())
print(tempfile.gettempprefix(), os.path.isdir(tempfile.gettempdir()), os.path.exists(tempfile.mktemp()))
attempt(tempfile.mkdtemp, b"a", "b"); print(type(tempfile.mkdtemp(suffix=b"z", dir=os.fsencode(top))))
print(shutil.get_terminal_size((11, 12)) in ((11, 12), (80, 24)) or os.environ.get("COLUMNS"))
os.chdir("/"); shutil.rmtree(top); print(os.path.exists(top))
