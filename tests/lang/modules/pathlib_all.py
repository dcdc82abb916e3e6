"""pathlib: pure paths; what touches files is in file_tools.py."""
import os, pathlib, pickle
from pathlib import Path, PosixPath, PurePath, PurePosixPath
P = PurePosixPath
for t in ("", ".", "/", "//", "///a", "a", "a/b/../c", "/a/./b//c.tar.gz", "..", ".bashrc", "a.", "a.b.", "x/.y.z", "//srv/a", "a/b/"):
    p = PurePath(t)
    print(repr(p), p.parts, repr(p.root), repr(p.anchor), repr(p.name), repr(p.suffix), p.suffixes, repr(p.stem), repr(p.parent), list(p.parents), p.is_absolute(), repr(p.drive))
print(P("a", "b/c", "/d", "e"), P("a") / "b" / P("/c"), "x" / P("y"), P("a").joinpath("b", "c"), P() / "x", "/" / P(), "a" / P())
def attempt(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__, e)
p = P("/a/b.txt")
for f in (lambda: p.with_name("c"), lambda: p.with_name("c/d"), lambda: p.with_name(""), lambda: p.with_name("/"), lambda: P("/").with_name("a"), lambda: p.with_stem("q"), lambda: p.with_suffix(""), lambda: p.with_suffix(".x"),
    lambda: p.with_suffix("x"), lambda: p.with_suffix("."), lambda: p.with_suffix("./"), lambda: P("").with_suffix(".x"), lambda: p.relative_to("/a"), lambda: p.relative_to("/"), lambda: p.relative_to("b"), lambda: p.relative_to(""), lambda: p.relative_to(),
    lambda: p.is_relative_to("/a"), lambda: p.is_relative_to("/x"), lambda: p / 3, lambda: 3 / p, lambda: P(3), lambda: P(b"x"), lambda: p.match("*.txt"), lambda: p.match("/a/*"), lambda: p.match("a/b.*"), lambda: p.match("x/a/b.txt"), lambda: p.match(""), lambda: p.match("/*.txt"),
    lambda: p.as_uri(), lambda: P("a").as_uri(), lambda: P("/a b/ü%").as_uri(), lambda: bytes(P("ü")), lambda: p.parents[0], lambda: p.parents[-1], lambda: p.parents[5], lambda: p.parents[:2], lambda: p.parents, lambda: len(p.parents),
    lambda: p == P("/a//b.txt"), lambda: p == "x", lambda: p < P("/b"), lambda: p < 3, lambda: hash(p) == hash(P("/a/b.txt")), lambda: sorted([P("b"), P("a/c"), P("a")]), lambda: p.is_reserved(), lambda: pickle.loads(pickle.dumps(p)), lambda: os.fspath(p), lambda: isinstance(p, os.PathLike), lambda: p.__reduce__(),
    lambda: Path("a/b"), lambda: issubclass(Path, PurePath), lambda: PosixPath.__mro__, lambda: {P("a"): 1}[P("a")], lambda: p.name.upper(), lambda: PurePath[int], lambda: p.as_posix(), lambda: f"{p!s:>12}", lambda: P("a\0b"), lambda: Path("a\0b").exists(), lambda: P("a", P("b"), "c/d")):
    attempt(f)
