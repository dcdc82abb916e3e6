"""Newlines, encodings, positions, reading and writing mixed, detached and wrapped files."""
import io, os
name = "/tmp/framebench_file_kinds_%d" % os.getpid()
def t(what, f):
    try: r = f()
    except Exception as e:
        print(what, type(e).__module__, type(e).__name__, ascii(e.args).replace(name, "NAME"), str(e).replace(name, "NAME"))
    else: print(what, ascii(r).replace(name, "NAME") if not hasattr(r, "fileno") else str(r).replace(name, "NAME"))
def fill(data=b"line 1\nline 2\r\nline 3\rend"):
    with open(name, "wb") as f: return f.write(data)
data = b"a\nb\r\nc\rd\r\r\n\n\re"
for newline in (None, "", "\n", "\r", "\r\n"):
    fill(data)
    for how in (lambda f: f.read(), lambda f: list(f), lambda f: f.readlines(), lambda f: [f.read(1) for i in range(20)], lambda f: [f.readline(2) for i in range(20)], lambda f: [(f.read(2), f.newlines) for i in range(9)]):
        with open(name, newline=newline) as f:
            t((newline, f.newlines), lambda: how(f)); print(f.newlines)
    with open(name, "w", newline=newline) as f: print(f.write("x\ny\r\nz\rw"), f.tell(), f.newlines)
    with open(name, "rb") as f: print(f.read())
text = "h\xe9llo \u20ac\n\U0001f600 end\r\nlast"
for enc in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "latin-1", "ascii"):
    for errors in ("strict", "replace", "backslashreplace"):
        def f():
            with open(name, "w", encoding=enc, errors=errors) as f: f.write(text); f.write("again"); p = f.tell()
            with open(name, "a", encoding=enc, errors=errors) as f: f.write("app"); p2 = f.tell()
            with open(name, "rb") as f: b = f.read()
            with open(name, encoding=enc, errors=errors) as f:
                out = []
                while True:
                    q = f.tell(); c = f.read(3)
                    if not c: break
                    out.append((q, c))
                f.seek(out[3][0]); again = f.read(3) == out[3][1]; f.seek(0); first = f.read(2)
            return p, p2, b, out, again, first
        t((enc, errors), f)
fill(b"a\0b\0"); t("bom", lambda: open(name, encoding="utf-16").read()); t("bom", lambda: open(name, encoding="utf-32").read(1))
# mixing
fill(b"0123456789" * 3)
with open(name, "r+b") as f:
    print(f.read(3), f.write(b"AB"), f.tell(), f.read(2), f.seek(-3, 1), f.read(1), f.truncate(), f.seek(0), f.read(), f.peek(1))
with open(name, "a+b") as f: print(f.tell(), f.write(b"xy"), f.tell(), f.seek(0), f.read(3))
with open(name, "w+") as f: print(f.write("hello\nworld"), f.seek(0), f.readline(), f.tell(), f.seek(3), f.write("XX"), f.seek(0), f.read())
with open(name, "r+") as f: print(next(f)); t("tell", f.tell); print(list(f), f.tell(), f.seek(0, 2))
with open(name, "rb") as f:
    b = bytearray(4); print(f.readinto(b), b, f.readinto1(b) if hasattr(f, "readinto1") else 0, b); t("ri", lambda: f.readinto(b"abc")); t("ri", lambda: f.readinto("abc")); t("ri", lambda: f.readinto(3)); t("ri", lambda: f.readinto())
with open(name, "rb", 0) as f: b = bytearray(4); print(f.readinto(b), b, f.read(2), f.readall(), f.read(2), f.readinto(b)); t("ri", lambda: f.readinto(b"abc"))
f = open(name); fd = f.fileno(); g = open(fd, closefd=False); print(g.name == fd, g.read(), g.close(), f.read(), f.close())
t("fd", lambda: g.read())
f = open(name)
if 1:
    d = f.detach(); print(str(d).replace(name, "NAME"), d.read(3))
    for a in ("read", "closed", "readable", "write", "fileno", "detach", "encoding", "name", "line_buffering"): t(a, lambda: getattr(f, a)() if callable(getattr(f, a)) else getattr(f, a))
    t("repr", lambda: repr(f))
    d.close()
b = io.BytesIO(b"one\r\ntwo\xff\nthree")
w = io.TextIOWrapper(b, encoding="latin-1"); print(w.readline(), w.read(), w.closed, w.seek(0), w.readlines(), w.tell()); t("wrapper", lambda: w); w.close(); print(b.closed)
b = io.BytesIO(); w = io.TextIOWrapper(b, "utf-16", newline="\r\n", write_through=True); w.write("a\nb"); print(b.getvalue(), w.buffer is b, w.newlines, w.line_buffering, w.write_through, w.errors); w.flush(); w.detach(); print(b.getvalue())
t("wrap", lambda: io.TextIOWrapper(3)); t("wrap", lambda: io.TextIOWrapper()); t("wrap", lambda: io.TextIOWrapper(b, 3)); t("wrap", lambda: io.TextIOWrapper(b, newline="q"))
print(isinstance(open(os.devnull), io.TextIOWrapper), isinstance(open(os.devnull), io.IOBase), isinstance(open(os.devnull, "rb"), (io.BufferedIOBase)), isinstance(open(os.devnull, "rb", 0), io.RawIOBase), issubclass(io.UnsupportedOperation, ValueError), isinstance(open(os.devnull), io.TextIOBase))
f = io.FileIO(name, "w"); print(f.write(b"abc"), f.mode); f.close()
t("fileio", lambda: io.FileIO(name, "rt")); t("fileio", lambda: io.FileIO(name, "rw")); t("fileio", lambda: io.FileIO(name, "")); t("fileio", lambda: io.FileIO("/nonexistent/x"))
for m in ("r", "w", "a", "r+", "w+", "a+", "x"):
    if m == "x": os.remove(name)
    t(m, lambda: io.FileIO(name, m).mode)
os.remove(name)
