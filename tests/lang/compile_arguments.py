"""What compile(), eval() and exec() take as source, name of the file and flags; the __future__ of the caller is that of what it compiles."""
import warnings, os, __future__, array
warnings.simplefilter("always")
class P:
    def __init__(s, p): s.p = p
    def __fspath__(s): return s.p
def t(f):
    try: 
        r = f()
        print(r.co_filename if hasattr(r, "co_filename") else r)
    except BaseException as e: print(type(e).__name__, e)
for fn in ["a", b"b", P("c"), P(b"d"), bytearray(b"e"), memoryview(b"f"), 5, None, ["a"], "a\0b", b"a\0", P(3), array.array("b", [65,66])]:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        t(lambda: compile("1", fn, "exec"))
        print([str(x.message) for x in w])
for src in ["1", b"1", bytearray(b"1"), memoryview(b"1"), memoryview(b"1x")[::2], array.array("b",[49]), memoryview(b"1+1")[1:], 5, None, "a\0", b"\0", P("1")]:
    t(lambda: compile(src, "x", "eval"))
    t(lambda: eval(src)); t(lambda: exec(src))
for flags in [0, 0x10, 0x20000, 0x1000000, 1, 2, -1, 1<<31, 0x40, 0x4000000, "a", 1.5]:
    t(lambda: compile("1", "a", "exec", flags))
def an(*a, **k):
    ns = {}
    exec(compile("x: a.b", "a", "exec", *a, **k), ns); return ns["__annotations__"]
t(an); t(lambda: an(__future__.annotations.compiler_flag)); t(lambda: an(0x1000000, True)); t(lambda: an(dont_inherit=True)); t(lambda: compile("1", "a", "exec", dont_inherit=[]))
