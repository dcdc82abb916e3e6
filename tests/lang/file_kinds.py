"""open(): kinds of files, modes, closed files, what each refuses."""
import io, os
name = "/tmp/framebench_file_kinds_%d" % os.getpid()
def t(what, f):
    try: r = f()
    except Exception as e:
        print(what, type(e).__module__, type(e).__name__, ascii(e.args).replace(name, "NAME"), str(e).replace(name, "NAME"))
    else: print(what, ascii(r).replace(name, "NAME") if not hasattr(r, "fileno") else str(r).replace(name, "NAME"))
def fill(data=b"line 1\nline 2\r\nline 3\rend"):
    with open(name, "wb") as f: return f.write(data)
methods = [("read", ()), ("read", (3,)), ("read", (-1,)), ("read", (None,)), ("read", (-2,)), ("read", ("x",)), ("read", (1.5,)), ("readline", ()), ("readline", (3,)), ("readline", (None,)), ("readline",(-1,)), ("readline", ("x",)), ("readlines", ()), ("readlines", (3,)), ("readlines", (None,)),
   ("read1", ()), ("read1", (3,)), ("peek", ()), ("readall", ()), ("write", ("s",)), ("write", (b"b",)), ("write", (bytearray(b"ba"),)), ("write", (3,)), ("write", (None,)), ("writelines", (["a"],)), ("writelines", ([b"a"],)), ("writelines", ("ab",)), ("writelines", (3,)),
   ("seek", (2,)), ("seek", (-1,)), ("seek", (1, 1)), ("seek", (0, 1)), ("seek", (-1, 2)), ("seek", (0, 2)), ("seek", (0, 5)), ("seek", (2, 0)), ("tell", ()), ("truncate", (5,)), ("truncate", ()), ("truncate", (None,)), ("truncate", (-1,)), ("truncate", ("x",)),
   ("seekable", ()), ("readable", ()), ("writable", ()), ("isatty", ()), ("flush", ()), ("__enter__", ()), ("__iter__", ()), ("__next__", ()), ("reconfigure", ()), ("nonesuch", ())]
modes = [("r", -1), ("w", -1), ("a", -1), ("r+", -1), ("w+", -1), ("a+", -1), ("rb", -1), ("wb", -1), ("ab", -1), ("rb+", -1), ("w+b", -1), ("a+b", -1), ("rb", 0), ("wb", 0), ("r+b", 0), ("w", 1), ("r", 5), ("wb", 7)]
for mode, buffering in modes:
    for method, args in methods:
        fill()
        with open(name, mode, buffering) as f:
            t((mode, buffering, method, args), lambda: getattr(f, method)(*args))
            if method != "__next__" and not (buffering == 0 and method == "seek"):
                t("tell", f.tell)
    fill()
    f = open(name, mode, buffering)
    print(str(f).replace(name, "NAME"), f.mode, f.name == name, f.closed, type(f).__name__, [getattr(f, a, "no") for a in ("encoding", "errors", "newlines", "line_buffering", "write_through", "closefd")])
    if hasattr(f, "buffer"): print(str(f.buffer).replace(name, "NAME"), f.buffer.mode if "b" in mode else "", f.buffer.closed)
    print(f.close(), f.closed, f.close())
    for method, args in methods + [("fileno", ()), ("__exit__", (None, None, None))]:
        t((mode, buffering, "closed", method, args), lambda: getattr(f, method)(*args))
    t("for", lambda: list(f))
    t("repr", lambda: f)
for mode in ("", "x", "rw", "rb+", "br", "tr", "rt+", "r++", "rbt", "U", "rU", "q", "wa", "b", "t", "+", "rr", "xb", "r b", "rwaxbt+r", 3, None, "x+"):
    if os.path.exists(name) and mode and "x" in str(mode): os.remove(name)
    t(("mode", mode), lambda: open(name, mode).close())
fill()
t("exists", lambda: open(name, "x"))
t("nothing", lambda: open("/nonexistent/file"))
t("nothing", lambda: open("/nonexistent/file", "w"))
t("folder", lambda: open("/tmp"))
t("folder", lambda: open("/tmp", "w"))
t("folder", lambda: open(b"/tmp", "rb"))
t("nul", lambda: open("a\0b"))
t("nul", lambda: open(b"a\0b"))
t("surrogate", lambda: open("/nonexistent/\ud800"))
t("escaped", lambda: open("/nonexistent/\udcff"))
for wrong in (2.5, None, [], object, -1, 999, True and 2**40, "", b""):
    t(("open", wrong), lambda: open(wrong))
class P:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p
for p in (name, name.encode(), 3, None):
    t("path", lambda: open(P(p)).read())
for kw in ({"encoding": "utf-8"}, {"errors": "strict"}, {"newline": ""}, {"newline": "\n"}, {"closefd": False}, {"buffering": 0}, {"buffering": 1}, {"buffering": -1}, {"buffering": -2}, {"buffering": 4096}, {"buffering": "x"}, {"buffering": None}, {"encoding": 3}, {"errors": 3}, {"newline": 3}, {"newline": "x"}, {"newline": "\r\n"}, {"encoding": "nonesuch"}, {"encoding": "hex"}, {"errors": "nonesuch"}, {"opener": 3}, {"opener": lambda p, f: -1}, {"opener": lambda p, f: "x"}, {"opener": lambda p, f: os.open(p, f)}, {"nonesuch": 1}, {"encoding": None, "errors": None, "newline": None}, {"encoding": "locale"}, {"encoding": ""}):
    for mode in ("r", "rb", "w"):
        fill()
        def f():
            with open(name, mode, **kw) as f: return (str(f), getattr(f, "errors", 0), getattr(f, "line_buffering", 0), f.read() if mode != "w" else f.write("ab\ncd"))
        t((mode, sorted(kw)), f)
t("args", lambda: open())
os.remove(name)
