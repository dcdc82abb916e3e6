import struct

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

for fmt, values in (("bB?", (-1, 255, True)), ("<hH", (-2, 65535)), (">iI", (-3, 2 ** 32 - 1)), ("!qQ", (-4, 2 ** 64 - 1)), ("<lL", (-5, 6)), ("lL", (-5, 2 ** 64 - 1)), ("f", (1.5,)), (">d", (3.14,)), ("<e", (1.5,)), ("e", (65504.0,)), ("e", (6e-8,)),
                    ("3s", (b"abcd",)), ("5s", (b"ab",)), ("4p", (b"abcdef",)), ("c", (b"x",)), ("2x h", (7,)), ("3b", (1, 2, 3)), ("bhiq", (1, 2, 3, 4)), ("<bhiq", (1, 2, 3, 4)), ("=bq", (1, 2)), ("0s", (b"",)), ("nN", (-1, 1)), ("P", (1000,)), ("", ()),
                    ("d", (float("inf"),)), ("f", (float("-inf"),)), ("?", ("truthy",)), ("2h2x", (1, 2))):
    packed = struct.pack(fmt, *values)
    print(fmt, packed, struct.unpack(fmt, packed), struct.calcsize(fmt))
for bad in (lambda: struct.pack("b", 128), lambda: struct.pack("B", -1), lambda: struct.pack("<h", 40000), lambda: struct.pack("h", 40000), lambda: struct.pack("H", 70000), lambda: struct.pack(">I", -1), lambda: struct.pack("<q", 2 ** 63), lambda: struct.pack("b"),
            lambda: struct.pack("b", 1, 2), lambda: struct.pack("i", "x"), lambda: struct.pack("i", 1.5), lambda: struct.pack("f", "x"), lambda: struct.pack("s", "x"), lambda: struct.pack("c", b"xx"), lambda: struct.unpack("i", b"abc"), lambda: struct.unpack("i", "abcd"),
            lambda: struct.pack("z", 1), lambda: struct.pack("3", 1), lambda: struct.calcsize("<n"), lambda: struct.pack(">f", 1e39), lambda: struct.pack("f", 1e39), lambda: struct.pack(">B", -1), lambda: struct.pack(">h", 99999), lambda: struct.pack("i", 2**31), lambda: struct.pack("I", 2**32), lambda: struct.pack("B", 2**70), lambda: struct.pack(">H", 2**20), lambda: struct.pack("<e", 1e6), lambda: struct.unpack_from("i", b"abcdef", 4), lambda: struct.unpack_from("i", b"ab"),
            lambda: list(struct.iter_unpack("h", b"abc")), lambda: struct.pack_into("i", b"abcd", 0, 1), lambda: struct.pack_into("i", bytearray(2), 0, 1), lambda: struct.pack(5, 1), lambda: struct.unpack_from("b", b"abc", -4)):
    attempt(bad)
buf = bytearray(10)
struct.pack_into(">HH", buf, 2, 1, 2); print(buf, struct.unpack_from(">H", buf, 4), struct.unpack_from(">H", buf, offset=2), struct.unpack_from("b", buf, -1))
print(list(struct.iter_unpack("<h", b"\x01\x00\x02\x00")), struct.error, struct.error.__mro__[1])
s = struct.Struct("<2if")
print(s.size, s.format, s.pack(1, 2, 0.5), s.unpack(s.pack(1, 2, 0.5)), s.unpack_from(b"x" + s.pack(3, 4, 1.0), 1), list(s.iter_unpack(s.pack(1, 2, 3) * 2)))
class I:
    def __index__(self): return 77
print(struct.pack("b", I()), struct.unpack("<d", b"\x00\x00\x00\x00\x00\x00\xf0\x7f"), struct.unpack(b"<h", b"\x01\x02"))
total = 0
for i in range(1000):
    total += struct.unpack("<I", struct.pack("<I", i * 7))[0]
print(total)
