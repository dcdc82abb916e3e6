"""input() when the streams are gone, cannot be flushed or cannot be written; json.decoder and json.encoder are there with json."""
import sys, io
class Bit:
    def write(self, t): out.append(t)
out = []
class Bad(Bit):
    def flush(self): raise ValueError("no")
old = sys.stdout, sys.stdin
for cls in Bit, Bad:
    sys.stdin = io.StringIO("one\ntwo\n"); sys.stdout = cls()
    try: a = input(), input("ask")
    except BaseException as e: a = repr(e)
    sys.stdout, sys.stdin = old
    print(a, out)
sys.stdin = io.StringIO("x")
class W:
    def flush(self): pass
sys.stdout = W()
try: a = input("p")
except BaseException as e: a = repr(e)
sys.stdout = old[0]; print(a)
for name in "stdin", "stdout", "stderr":
    keep = getattr(sys, name)
    for v in (None, "del"):
        if v is None: setattr(sys, name, None)
        else: delattr(sys, name)
        if name != "stdin": sys.stdin = io.StringIO("y")
        try: a = input("p")
        except BaseException as e: a = repr(e)
        setattr(sys, name, keep); print(name, v, a)
import json
print(json.decoder.JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder is json.JSONEncoder)
