"""hashlib, binascii, base64, codecs: known and pseudo-random data, and what is refused."""
import base64
import binascii
import codecs
import hashlib
import random

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)

random.seed(5)
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    for size in (0, 1, 3, 55, 56, 57, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 1000):
        data = random.randbytes(size)
        h = hashlib.new(name, data)
        whole = h.hexdigest()
        pieces = getattr(hashlib, name)()
        while data:
            n = random.randrange(1, 80)
            pieces.update(data[:n])
            data = data[n:]
        print(name, size, whole, pieces.hexdigest() == whole, h.digest() == bytes.fromhex(whole))
    print(h.name, h.digest_size, h.block_size)
h = hashlib.sha256(b"a")
other = h.copy()
other.update(bytearray(b"b"))
print(h.hexdigest()[:8], other.hexdigest()[:8], hashlib.md5(b"x", usedforsecurity=False).hexdigest())
for bad in (lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: h.update("x"), lambda: h.update(3)):
    attempt(bad)

for size in list(range(12)) + [57, 58, 200]:
    data = random.randbytes(size)
    text = base64.b64encode(data)
    print(text, base64.b64decode(text) == data, base64.b64decode(text.decode()) == data, base64.urlsafe_b64encode(data), base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data)
    print(base64.b32encode(data), base64.b32decode(base64.b32encode(data)) == data, base64.b16encode(data), base64.b16decode(base64.b16encode(data)) == data)
    print(base64.a85encode(data), base64.b85encode(data), base64.a85decode(base64.a85encode(data)) == data, base64.b85decode(base64.b85encode(data)) == data, base64.a85encode(data, adobe=True, wrapcol=10, pad=True), base64.b85encode(data, pad=True))
    print(base64.encodebytes(data), base64.decodebytes(base64.encodebytes(data)) == data, binascii.hexlify(data), binascii.unhexlify(binascii.b2a_hex(data)) == data, binascii.crc32(data), binascii.crc32(data, 7))
print(base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b64decode(b"-_8=", altchars=b"-_"), base64.b64decode("YW Jj\n!ZA=="), base64.b64decode(b"YWJj=ZA=="))
print(base64.b16decode(b"abCD", casefold=True), base64.b32decode(b"mfrgg===", casefold=True), base64.b32decode(b"MFRGG10=", map01=b"I"))
print(binascii.hexlify(b"abcdef", "-", 2), binascii.b2a_base64(b"ab"), binascii.b2a_base64(b"ab", newline=False), binascii.a2b_hex("00fF"))
for text in (b"YQ", b"YWJ", b"Y", b"YWJjZ", b"YQ=", b"=", b"YWJj====", b"YQ==YQ==", b"Y*Q==", b"", b"YW=J", b"Y=WJ", b"YWI=", b"YWI=="):
    attempt(lambda: binascii.a2b_base64(text))
    attempt(lambda: binascii.a2b_base64(text, strict_mode=True))
print(base64.a85encode(bytes(8) + b"    x"), base64.a85encode(b"    x" + bytes(3), foldspaces=True), base64.a85decode("<~zy87cUR~>", adobe=True, foldspaces=True))
for bad in (lambda: base64.a85decode("v"), lambda: base64.a85decode("!z"), lambda: base64.b85decode("a b"), lambda: base64.b85decode("~~~~~"), lambda: base64.a85decode("uuuuu"),
            lambda: base64.b64encode("x"), lambda: base64.b64decode("é"), lambda: base64.b64decode(3), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"),
            lambda: base64.b16decode("ab"), lambda: base64.b32decode("A"), lambda: base64.b32decode("1AAAAAAA"), lambda: base64.b64decode("a!==", validate=True), lambda: binascii.hexlify("s")):
    attempt(bad)
print(issubclass(binascii.Error, ValueError), binascii.Error.__module__, binascii.Error.__mro__)

print(codecs.encode("é", "utf-8"), codecs.decode(b"\xef\xbb\xbfx", "utf-8-sig"), codecs.encode("x", "utf-8-sig"), codecs.encode("Hello", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"))
print(codecs.getencoder("utf-8")("é"), codecs.getdecoder("latin-1")(b"\xe9"), codecs.lookup("utf8").name, codecs.lookup("latin-1").name, codecs.BOM_UTF8)
attempt(lambda: codecs.decode(b"\xff", "utf-8"))
attempt(lambda: codecs.lookup("no-such-codec"))
import os
name = "/tmp/fb-codecs-%d" % os.getpid()
with codecs.open(name, "w", "utf-8-sig") as f:
    f.write("eins\nzwöi\n")
    f.write("drü\n")
with codecs.open(name, "r", "utf-8-sig") as f:
    print(repr(f.readline()), f.read().split("\n"))
with codecs.open(name, encoding="utf-8") as f:
    print([line for line in f])
os.remove(name)
