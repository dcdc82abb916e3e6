"""os.path with text, bytes and PathLike, mixed and missing; links and loops; what else takes names of files as bytes."""
import os, os.path as p, shutil, tempfile, glob, fnmatch
os.environ["HOME"] = "/home/me"; os.environ["VAR"] = "val"; os.chdir("/tmp")
def t(n, f):
    try: print(n, f())
    except BaseException as e: print(n, type(e).__name__, e)
names = ["a/b.c", "/a//b/../c", "", ".", "..", "~/x", "$VAR/x", "${VAR}y", "~nobody/x", "a/", "/", "//a", "///a", "a.tar.gz", ".bashrc", "a/.b", "$NO/x", "é/$VAR"]
for n in names:
    for v in (n, os.fsencode(n)):
        for f in "abspath basename dirname exists lexists expanduser expandvars isabs isfile isdir islink ismount normcase normpath realpath relpath split splitdrive splitext".split():
            t((f, v), lambda: getattr(p, f)(v))
for a, b in [("a", "b"), ("a", "/b"), ("a/", "b"), ("", "b"), ("a", ""), ("/x", "../y")]:
    for x, y in ((a, b), (os.fsencode(a), os.fsencode(b)), (a, os.fsencode(b)), (os.fsencode(a), b), (a, 5), (5, a), (None, b), (a, None)):
        t(("join", x, y), lambda: p.join(x, y)); t(("relpath", x, y), lambda: p.relpath(x, y)); t(("commonpath", x, y), lambda: p.commonpath([x, y])); t(("commonprefix", x, y), lambda: p.commonprefix([x, y])); 
t("cp", lambda: p.commonpath([])); t("cp", lambda: p.commonpath(["/a/b", "a"])); t("cp", lambda: p.commonpath(["/a/b", "/a/c", "/a"])); t("cp", lambda: p.commonpath([b"/a/b", b"/a/c"])); t("cpre", lambda: p.commonprefix([])); t("cpre", lambda: p.commonprefix([b"abc", b"abd"])); t("cpre", lambda: p.commonprefix([[1, 2], [1, 3]])); t("cp", lambda: p.commonpath("ab")); t("cp", lambda: p.commonpath([None]))
class P:
    def __init__(s, x): s.x = x
    def __fspath__(s): return s.x
for f in "abspath basename dirname exists expanduser expandvars isabs normpath realpath relpath split splitext normcase splitdrive".split():
    t(f, lambda: getattr(p, f)(P("a/b.c"))); t(f, lambda: getattr(p, f)(P(b"a/b.c"))); t(f, lambda: getattr(p, f)(5)); t(f, lambda: getattr(p, f)(None)); 0
t("j", lambda: p.join(P("a"), P("b"))); t("j", lambda: p.join(P("a"), b"b")); t("j", lambda: p.join("a", P(5)))
t("exists fd", lambda: (p.exists(0), p.exists(9999), p.isdir(0), p.isfile("\0"), p.exists("a\0b"), p.lexists("a\0")))
t("which", lambda: shutil.which(b"ls")); t("which", lambda: shutil.which("ls", path=b"/bin")); t("which", lambda: shutil.which("nope")); t("which", lambda: shutil.which("ls", path="/nowhere:/bin")); t("which", lambda: shutil.which("/bin/ls")); t("which", lambda: shutil.which(b"ls", path=b"/nowhere:/bin"))
t("fs", lambda: (os.fsencode("é"), os.fsdecode(b"\xff"), os.fsencode(P("x")), os.fspath(P(b"x"))))
d = tempfile.mkdtemp(); os.chdir(d)
os.mkdir("k"); open("k/f.txt", "w").close(); os.symlink("k", "l"); os.symlink("nowhere", "dead"); os.symlink("loop2", "loop1"); os.symlink("loop1", "loop2"); os.symlink("loop1/x", "lx")
R = os.path.realpath(d)
def rel(x): return x.replace(R, "R") if isinstance(x, str) else x.replace(os.fsencode(R), b"R") if isinstance(x, bytes) else x
for n in "k", "l", "l/f.txt", "dead", "dead/x", "loop1", "loop1/a", "loop1/../k", "lx", "l/../k", "nothing/../k", "loop2/../l/f.txt":
    for v in (n, os.fsencode(n)):
        t(("real", v), lambda: rel(p.realpath(v)))
        def strict():
            try: return rel(p.realpath(v, strict=True))
            except OSError as e: return type(e).__name__, e.errno, rel(e.filename)
        t(("strict", v), strict)
        t(("ex", v), lambda: (p.exists(v), p.lexists(v), p.islink(v), p.isdir(v), p.isfile(v)))
t("same", lambda: (p.samefile("k", "l"), p.samefile(b"k", "l"), p.samestat(os.stat("k"), os.stat("l"))))
f = open("k/f.txt"); t("sameopen", lambda: p.sameopenfile(f.fileno(), f.fileno())); t("size", lambda: (p.getsize("k/f.txt"), p.getsize(b"k/f.txt"), p.getsize(f.fileno())))
t("cwdb", lambda: os.getcwdb() == os.fsencode(os.getcwd())); t("listdir", lambda: (sorted(os.listdir(b".")), sorted(os.listdir("k")), os.listdir(b"k")))
t("scandir", lambda: sorted(e.name for e in os.scandir(b"."))); t("walk", lambda: sorted((a, sorted(b), sorted(c)) for a, b, c in os.walk(b".")))
t("glob", lambda: (sorted(glob.glob(b"*")), sorted(glob.glob("*/*")), sorted(glob.glob(b"**/*.txt", recursive=True)), glob.escape(b"a[b"), glob.escape("a?*["))); t("fnm", lambda: (fnmatch.fnmatch(b"a.py", b"*.py"), fnmatch.filter([b"a", b"b"], b"a"), fnmatch.translate("a*[!b]?")))
t("readlink", lambda: (os.readlink("l"), os.readlink(b"l"))); t("mkdtempb", lambda: type(tempfile.mkdtemp(prefix=b"x"))); t("gtb", lambda: (type(tempfile.gettempdirb()), tempfile.gettempprefixb(), tempfile.gettempprefix())); 
t("mktemp", lambda: p.dirname(tempfile.mktemp(dir="/nowhere")))
shutil.rmtree(d)
