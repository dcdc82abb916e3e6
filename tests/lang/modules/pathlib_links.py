"""Paths that are written, globbed through loops and dead links, resolved, and entered."""
import warnings, os, tempfile, pathlib
from pathlib import Path, PurePosixPath
d = Path(tempfile.mkdtemp())
f = d / "a"
print(f.write_bytes(b"abc"), f.write_bytes(bytearray(b"abcd")), f.write_bytes(memoryview(b"xabcdex")[1:6]), f.read_bytes())
for bad in ("text", 5, None, [1]):
    for m in f.write_bytes, f.write_text:
        try: print(m(bad))
        except TypeError as e: print(e, )
print(f.read_bytes())
f.write_bytes(b"abc")
os.symlink("loop", d / "loop"); os.symlink("gone", d / "dead"); (d / "sub").mkdir(); (d / "sub" / "x.py").touch(); os.symlink("sub", d / "link")
for p in "*", "*/", "*/*", "**/*", "**", "**/", "*/x.py", "loop/*", "link/*", "*/..", "**/*.py", "*/../*", "lo*/*", "dead/x", "s*/x*":
    try: print(p, sorted(str(x.relative_to(d)) for x in d.glob(p)))
    except Exception as e: print(p, type(e).__name__, e.errno if isinstance(e, OSError) else e)
print(sorted(str(x.relative_to(d)) for x in d.rglob("*")), sorted(x.name for x in d.rglob("x*")))
print([(n, (d/n).exists(), (d/n).is_dir(), (d/n).is_file(), (d/n).is_symlink(), (d/n).is_socket(), (d/n).is_fifo(), (d/n).is_block_device(), (d/n).is_char_device()) for n in ("loop", "dead", "link", "sub", "a", "none")])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    with d as x: print(x is d)
    print([str(m.message) for m in w])
print(d.joinpath("a").stat().st_size, (d/"link").resolve().name, (d/"dead").resolve().name)
try: print((d/"loop").resolve().name)
except RuntimeError as e: print(type(e).__name__, str(e).replace(str(d), "D"))
try: print((d/"loop").resolve(strict=True).name)
except (RuntimeError, OSError) as e: print(type(e).__name__, str(e).replace(str(d), "D"))
old = os.umask(0o27); (d/"m").touch(); print(oct((d/"m").stat().st_mode)); (d/"m2").touch(mode=0o600); print(oct((d/"m2").stat().st_mode), oct(os.umask(old)))
for b in ("a", None, 1.5):
    try: os.umask(b)
    except TypeError as e: print(e)
import shutil; shutil.rmtree(d)
