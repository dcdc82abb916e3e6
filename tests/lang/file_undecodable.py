"""Text files that are not UTF-8: where the error is, in which piece, and what each error handler makes of it."""
import io, os
name = "/tmp/framebench_file_kinds_%d" % os.getpid()
def t(what, f):
    try: r = f()
    except Exception as e:
        print(what, type(e).__module__, type(e).__name__, ascii(e.args).replace(name, "NAME"), str(e).replace(name, "NAME"))
    else: print(what, ascii(r).replace(name, "NAME") if not hasattr(r, "fileno") else str(r).replace(name, "NAME"))
def fill(data=b"line 1\nline 2\r\nline 3\rend"):
    with open(name, "wb") as f: return f.write(data)
for size in (0, 100, 8189, 8190, 8191, 8192, 9000):
    for bad in (b"\xff", b"\xe2\x82", b"\xe2\x82\xac", b"\xe2\x28\xa1", b"\xf0\x9f\x98\x80\xc0", b"\xed\xa0\x80"):
        for tail in (b"", b"\nmore\n" * 3, b"y" * 9000):
            fill(b"x" * size + bad + tail)
            for how in (lambda f: f.read(), lambda f: f.readline(), lambda f: f.read(size + 2), lambda f: f.read(10)):
                with open(name) as f:
                    try: r = how(f)
                    except UnicodeDecodeError as e: print(size, bad, len(tail), e.start, e.end, e.reason, len(e.object), e.encoding, e)
                    else: print(size, bad, len(tail), len(r), ascii(r[-3:]), f.tell())
            for errors in ("ignore", "replace", "surrogateescape", "backslashreplace"):
                with open(name, errors=errors) as f: r = f.read(); print(errors, len(r), ascii(r[size:size + 20]))
                with open(name, errors=errors) as f: r2 = ""; 
                with open(name, errors=errors) as f:
                    while True:
                        c = f.readline(1000)
                        if not c: break
                        r2 += c
                print(r == r2)
os.remove(name)
