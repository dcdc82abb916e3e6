"""print and sys.stdout.buffer mixed: text is held back in pieces of 8192 bytes; lone surrogates; reconfigure."""
import io
import sys

for n in (1, 5000, 9000, 100000, 3, 70000):
    for m in (1, 100, 9000, 80000):
        print("t" * n, end="")
        print("u" * 10)
        sys.stdout.buffer.write(b"B" * m + b"\n")
        sys.stdout.write("v\n" * 3)
        if m == 100:
            sys.stdout.flush()
sys.stdout.flush()
print("escaped \udcff")
for text in ("\ud800", "a\udc79"):
    try:
        print(text)
    except UnicodeEncodeError as e:
        print(e)
print(sys.stdin.errors, sys.stdout.errors, sys.stderr.errors, sys.stdin, sys.stdout.buffer, sys.stdin.buffer)
for wrong in (lambda: sys.stdin.write("x"), lambda: sys.stdout.read(), lambda: sys.stdout.buffer.read(), lambda: print(1, file=sys.stdin), lambda: sys.stdout.write(b"x")):
    try:
        wrong()
    except (io.UnsupportedOperation, TypeError) as e:
        print(type(e).__name__, e)
sys.stdout.reconfigure(encoding="latin-1", errors="replace")
print("\xe9\u20ac", sys.stdout.encoding, sys.stdout.errors)
sys.stdout.reconfigure(newline="\r\n")
print("end")
