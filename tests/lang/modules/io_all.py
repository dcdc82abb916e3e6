import contextlib
import io
import sys

def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, e)

s = io.StringIO()
print(s.write("hello\n"), s.write("wörld €\n"), s.getvalue(), s.tell(), s.seek(0), s.read(3), s.readline(), s.readline(), s.readline())
s.seek(0); print(list(s), s.readlines()); s.seek(2); s.write("XX"); print(repr(s.getvalue()), s.truncate(4), repr(s.getvalue()))
s = io.StringIO("a\nb\nc"); print(s.readlines(), s.read(), s.tell()); s.seek(0, 2); s.write("!"); print(repr(s.getvalue()))
s.writelines(["1", "2"]); print(s.getvalue(), s.closed, s.readable(), s.writable(), s.seekable(), s.isatty())
with io.StringIO("ctx") as f:
    print(f.read())
print(f.closed)
for bad in (lambda: f.read(), lambda: io.StringIO(5), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO("x"), lambda: io.BytesIO().write("x"), lambda: io.StringIO().seek(-1), lambda: io.StringIO().seek(0, 5), lambda: io.StringIO("a").read("x"),
            lambda: io.StringIO().nothing):
    attempt(bad)
s = io.StringIO("x\r\ny\rz"); print(repr(s.read())); s = io.StringIO("x\r\ny\rz", newline=None); print(repr(s.read())); s = io.StringIO("abc\ndef"); print(s.readline(2), s.readline(5), s.readline())
s = io.StringIO(); s.seek(3); s.write("q"); print(repr(s.getvalue()))
b = io.BytesIO(b"line1\nline2\n")
print(b.read(4), b.readline(), b.readlines(), b.read(), b.getvalue(), b.tell(), b.seek(-3, 2), b.read(), b.seek(1), b.write(b"ZZ"), b.getvalue(), b.read1(2))
b = io.BytesIO(); b.write(bytearray(b"ab")); b.seek(5); b.write(b"c"); print(b.getvalue(), b.truncate(1), b.getvalue(), list(io.BytesIO(b"a\nb")))
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured", 1, sep="-")
    sys.stdout.write("direct\n")
print(repr(out.getvalue()))
print("to file", file=out, end="|"); print(repr(out.getvalue()))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print("to err", file=sys.stderr)
print(repr(err.getvalue()))
print(isinstance(out, io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), isinstance(out, io.IOBase), issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), io.StringIO, io.BytesIO)
class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())
u = Upper(); print("shout", file=u); print(u.getvalue(), end=""); u.tag = 1; print(u.tag)
print("hello", file=sys.stderr); sys.stdout.flush(); sys.stdout.buffer.write(b"raw bytes\n"); sys.stdout.buffer.flush()
print(sys.stdout.encoding, sys.stdin.read(), repr(sys.stdin.readline()), list(sys.stdin), sys.stdout.name, sys.stdout.mode, sys.stdout.closed, sys.stdout.writable(), sys.stdin.readable())
print(sys.stdout is sys.__stdout__, sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize, sys.byteorder, sys.platform, sys.float_info.epsilon, sys.float_info.max, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.intern("abc") is sys.intern("abc"), sys.flags.optimize)
sys.set_int_max_str_digits(1000); attempt(lambda: str(10 ** 2000)); sys.set_int_max_str_digits(0); print(len(str(10 ** 5000)), sys.get_int_max_str_digits()); attempt(lambda: sys.set_int_max_str_digits(5))
for bad in (lambda: sys.nothing, lambda: sys.intern(5), lambda: sys.setrecursionlimit(0), lambda: sys.exit(3), lambda: sys._getframe(1000)):
    try:
        bad()
    except BaseException as e:
        print(type(e).__name__, e)
sys.displayhook(5); sys.displayhook(None); sys.displayhook("a")
