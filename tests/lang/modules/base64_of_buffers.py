"""base64 and binascii of everything that has bytes: views, gaps, arrays, and what has none."""
import base64, binascii, array
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
a = array.array("B", b"ABCDEFGH"); h = array.array("B", b"41424344"); m2 = memoryview(b"ABCDEFGH")[::2]; i = array.array("I", [0x41424344])
for src in (b"ABCDEFGH", bytearray(b"ABCDEFGH"), memoryview(b"ABCDEFGH"), a, i, m2, "ABCDEFGH", "é", 5, None, [65]):
    for name in "b64encode", "standard_b64encode", "urlsafe_b64encode", "b32encode", "b32hexencode", "b16encode", "a85encode", "b85encode", "encodebytes":
        print(name, end=" "); t(lambda: getattr(base64, name)(src))
for src in (b"QUJD", bytearray(b"QUJD"), memoryview(b"QUJD"), array.array("B", b"QUJD"), "QUJD", "QéJD", 5, None, memoryview(b"QxUxJxDx")[::2]):
    for name in "b64decode", "standard_b64decode", "urlsafe_b64decode", "decodebytes": 
        print(name, end=" "); t(lambda: getattr(base64, name)(src))
for src in (b"41424344", h, memoryview(h), "41424344", "4é", 4, memoryview(b"4x1x")[::2]):
    for f in base64.b16decode, binascii.unhexlify, binascii.a2b_hex: t(lambda: f(src))
for src in (array.array("B", b"IFBEGRCF"), "IFBEGRCF", memoryview(b"IFBEGRCF")): t(lambda: base64.b32decode(src)); t(lambda: base64.b32hexdecode(src)); t(lambda: base64.b85decode(src)); t(lambda: base64.a85decode(src))
for src in (b"AB", a, i, m2, "AB", 5): 
    for f in binascii.hexlify, binascii.b2a_hex, binascii.b2a_base64, binascii.crc32: print(f.__name__, end=" "); t(lambda: f(src))
t(lambda: binascii.hexlify(a, "-")); t(lambda: binascii.hexlify(a, b":", 2)); t(lambda: binascii.hexlify(a, sep=":", bytes_per_sep=-3)); t(lambda: binascii.hexlify(a, "")); t(lambda: binascii.hexlify(a, "ab")); t(lambda: binascii.hexlify(a, 5)); t(lambda: binascii.hexlify(b"ab", None)); t(lambda: binascii.hexlify())
