"""What a view of bytes says when it is released, has gaps, or is indexed by more than there is; its hash outlives it."""
# memoryview
m = memoryview(bytearray(b"abcdef"))
s = m[1:4]
try: m.release(); print("released")
except Exception as e: print(type(e), e)
try:
    with m: pass
except Exception as e: print(repr(e))
m = memoryview(bytearray(b"abcdef"))
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def si(k, v):
    m[k] = v
for k,v in [("a", b"x"), ((), b"a"), ((slice(0,1,1),0), b"a"), ((0,), 4), (slice(0,1), b""), (slice(0,1,1),b"ab"), (0,b"ab"), (0,300),(0,"a"), (0.0, 1), (slice(0,1,1), [1]), (7,1),((0,slice(0,1,1)),b"")]:
    t(lambda: si(k,v))
for k in ["a", (), (0,), (0,0), (slice(0,1),), (slice(0,1),0), None, (0.0,)]:
    t(lambda: m[k])
h = memoryview(b"abc"); print(hash(h)==hash(b"abc")); h.release(); t(lambda: hash(h)==hash(b"abc"))
h = memoryview(b"abc"); h.release(); t(lambda: hash(h))
import array
for b in (b"abcd", bytearray(b"abcd"), array.array("i",[1,2,3])):
    m = memoryview(b)[1:3]
    m.release()
    def put(): m[0] = b'x'
    for f in (lambda: bytes(m), m.tobytes, m.tolist, lambda: m[0], put, lambda: len(m), lambda: m.format, lambda: m.itemsize, lambda: m.ndim, lambda: m.readonly,
       lambda: m.shape, lambda: m.strides, lambda: m.nbytes, lambda:m.suboffsets, lambda: m.contiguous, lambda: m.obj, lambda: m.hex(), lambda: m.cast("B"), lambda: m.__enter__(), lambda: m.release(), lambda: m==m, lambda: m.toreadonly(), lambda: list(reversed(m)), lambda: 3 in m, lambda: m[1:], lambda: memoryview(m), lambda: str(m, "ascii"), lambda: m.c_contiguous, lambda: m == memoryview(b), lambda: m == b):
        t(f)
    def w():
        with m: pass
    t(w)
import array, io, struct, binascii, re, zlib, hashlib, os, json, base64
m = memoryview(b"abcd"); m.release()
for i, f in enumerate([lambda: bytes(m), lambda: bytearray(m), lambda: b"".join([m]), lambda: b"".join([b"x",m]), lambda: bytearray().join([m]), lambda: b"%s" % m, lambda: b"%b" % m, lambda: str(m,"utf8"), lambda: int(m), lambda: float(m), lambda: b"a"+m, lambda: bytearray(b"a")+m,
   lambda: bytearray(b"a").extend(m), lambda: bytearray(b"a").__iadd__(m), lambda: m in b"abc", lambda: b"a".find(m), lambda: b"abc".replace(m, b"x"), lambda: b"abc".replace(b"a", m), lambda: b"abc".startswith(m), lambda: b"abc".split(m), lambda: b"abc".partition(m), lambda: b"abc".strip(m), lambda: b"ab".translate(m), lambda: bytes.maketrans(m, b""), lambda: b"a" == m, lambda: m == b"a", lambda: b"a" < m,
   lambda: array.array("b").frombytes(m), lambda: array.array("b", m), lambda: io.BytesIO(m).read(), lambda: io.BytesIO().write(m), lambda: io.BytesIO(b"a").readinto(m), lambda: struct.unpack("4b", m), lambda: struct.unpack_from("b", m), lambda: struct.pack_into("b", m, 0, 1), lambda: binascii.hexlify(m), lambda: zlib.crc32(m), lambda: zlib.compress(m), lambda: hashlib.md5(m).hexdigest(), lambda: os.write(1, m), lambda: re.match(b"a", m), lambda: json.loads(m), lambda: base64.b64encode(m), lambda: int.from_bytes(m, "big"), lambda: memoryview(m), lambda: bytes.fromhex(m), lambda: eval(m), lambda: m.hex(), lambda: exec(m), lambda: compile(m, "x", "exec"), lambda: struct.pack("4s", m), lambda: b"a".ljust(3, m), lambda: bytearray(b"abc").__setitem__(slice(0,1), m), lambda: b"a".endswith((m,)), lambda: b"abc".removeprefix(m), lambda: b"abc".count(m), lambda: b"abc".rpartition(m), lambda: complex(m), lambda: reversed(m), lambda: list(m), lambda: ascii(m)[:9], lambda: sorted(m), lambda: sum(m), lambda: m.index(1)]):
    print(i, end=" "); t(f)
c = memoryview(b"abcd")[::2]
for i, f in enumerate([lambda: bytes(c), lambda: bytearray(c), lambda: b"".join([c]), lambda: b"%s" % c, lambda: str(c,"utf8"), lambda: int(c), lambda: float(c), lambda: b"a"+c, lambda: bytearray(b"a").extend(c), lambda: b"a".find(c), lambda: b"ac"==c, lambda: array.array("b").frombytes(c), lambda: io.BytesIO(c).read(), lambda: io.BytesIO().write(c), lambda: struct.unpack("2b", c), lambda: eval(c), lambda: compile(c, "x", "exec"), lambda: int.from_bytes(c, "big"), lambda: bytearray(b"abc").__setitem__(slice(0,1), c), lambda: io.BytesIO().write(c)]):
    print(i, end=" "); t(f)
