"""zlib: checksums, compression at once and piece by piece, to the byte."""
import random
import zlib


def attempt(thunk):
    try:
        print(str(thunk()).split(" at 0x")[0])
    except Exception as e:
        print(type(e), e)


for name in sorted(name for name in dir(zlib) if name[0] != "_" and "VERSION" not in name):
    value = getattr(zlib, name)
    print(name, value if isinstance(value, int) else type(value))
c = zlib.compress(b"abc" * 100)
for each in (
    lambda: c, lambda: zlib.compress(b"abc", 0), lambda: zlib.compress(b"abc", level=9), lambda: zlib.compress(b"abc", wbits=-15),
    lambda: zlib.compress(b"abc", wbits=31), lambda: zlib.compress(b"abc", 10), lambda: zlib.compress("abc"), lambda: zlib.compress(),
    lambda: zlib.compress(b"a", wbits=99), lambda: zlib.compress(data=b"a"), lambda: zlib.decompress(c), lambda: zlib.decompress(c[:-1]),
    lambda: zlib.decompress(b"abc"), lambda: zlib.decompress(b""), lambda: zlib.decompress(c+b"x"), lambda: zlib.decompress(c, wbits=-15),
    lambda: zlib.decompress(c, bufsize=0), lambda: zlib.decompress(c, bufsize=-1), lambda: zlib.decompress(c, 15, 1), lambda: zlib.decompress("a"),
    lambda: zlib.decompress(c, wbits=99), lambda: zlib.decompress(c[:20]), lambda: zlib.decompress(c[:-4]+b"1234"), lambda: zlib.crc32(b"abc"),
    lambda: zlib.crc32(b"abc", 5), lambda: zlib.crc32(b"abc", -1), lambda: zlib.crc32(b"abc", 1<<40), lambda: zlib.adler32(b"abc"),
    lambda: zlib.adler32(b"abc",7), lambda: zlib.crc32("a"), lambda: zlib.crc32(), lambda: zlib.crc32(b"a", value=1), lambda: zlib.crc32(b"a", "b"),
    lambda: zlib.compressobj(), lambda: zlib.compressobj(10), lambda: zlib.compressobj(wbits=5), lambda: zlib.compressobj(level=1, method=7),
    lambda: zlib.compressobj(zdict=b"abc"), lambda: zlib.compressobj(zdict="abc"), lambda: zlib.compressobj().compress("a"),
    lambda: zlib.compressobj().flush(), lambda: zlib.compressobj().flush(0), lambda: zlib.compressobj().flush(77), lambda: zlib.compressobj().compress(),
    lambda: zlib.decompressobj(), lambda: zlib.decompressobj(wbits=3), lambda: zlib.decompressobj().decompress(b"abc"),
    lambda: zlib.decompressobj().decompress(c, -1), lambda: zlib.decompressobj().decompress(c, 10), lambda: zlib.decompressobj().flush(0),
    lambda: zlib.decompressobj().flush(-1), lambda: zlib.decompressobj().flush(), lambda: type(zlib.compressobj())(), lambda: zlib.error.__mro__,
    lambda: setattr(zlib.decompressobj(), "eof", 1), lambda: zlib.decompressobj(zdict=5),
):
    attempt(each)

random.seed(7)
for size in (0, 1, 100, 20000, 200000):
    for noise in (1, 3, 256):
        data = bytes(random.randrange(noise) for _ in range(size))
        packed = zlib.compress(data, 6)
        assert zlib.decompress(packed) == data
        print(size, noise, len(packed), zlib.crc32(packed), zlib.adler32(data))
        c = zlib.compressobj(9, wbits=-15)
        out = b"".join([c.compress(data[i:i+7777]) for i in range(0, size, 7777)]) + c.flush(zlib.Z_SYNC_FLUSH)
        twin = c.copy()
        out2 = out + twin.compress(b"more") + twin.flush()
        out += c.flush()
        d = zlib.decompressobj(-15)
        back = b""
        for i in range(0, len(out), 333):
            back += d.decompress(out[i:i + 333])
        print(back + d.flush() == data, d.eof, d.unused_data, d.unconsumed_tail, zlib.crc32(out), zlib.decompress(out2, -15) == data + b"more")
        d, left, back, steps = zlib.decompressobj(), packed + b"behind", b"", 0
        while not d.eof:
            back += d.decompress(left, 5000)
            left = d.unconsumed_tail
            steps += 1
        print(back == data, steps, d.unused_data, d.unconsumed_tail, d.decompress(b"x"), d.unused_data, d.flush())
        d = zlib.decompressobj()
        first = d.decompress(packed, 10) if size else b""
        other = d.copy()
        print(len(first), len(d.unconsumed_tail), d.flush(5) == data[len(first):], d.eof, other.eof, other.unconsumed_tail == d.unconsumed_tail)
words = zlib.compressobj(zdict=b"hello world")
packed = words.compress(b"hello world, hello") + words.flush()
print(packed, zlib.decompressobj(zdict=b"hello world").decompress(packed))
for each in (
    lambda: zlib.decompress(packed), lambda: zlib.decompressobj().decompress(packed), lambda: zlib.decompressobj(zdict=b"bad").decompress(packed),
    lambda: words.compress(b"late"), lambda: words.flush(), lambda: words.copy(), lambda: zlib.compress(memoryview(b"abcdef")[::2]),
    lambda: zlib.crc32(bytearray(b"abc")), lambda: zlib.decompress(zlib.compress(b"z", wbits=31), 47), lambda: zlib.decompressobj().decompress(b"x\x9c"),
    lambda: zlib.compressobj(zdict=b""),
):
    attempt(each)

# ---- after the end ----

c = zlib.compress(b"abc" * 100)
d = zlib.decompressobj()
d.decompress(c)
for each in range(3):
    print(d.flush(), d.eof)
d = zlib.decompressobj()
d.decompress(c[:8], 5)
print(d.flush(), d.eof, d.unconsumed_tail, d.decompress(c[8:]), d.eof)
d = zlib.decompressobj()
d.decompress(c, 5)
print(d.flush(1), d.eof, d.unconsumed_tail)
attempt(d.copy)
