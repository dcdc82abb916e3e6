# bytes and bytearray


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


data = [b"", b"a", b"abc", b"Hello World", b"  sp\tout \n", b"\x00\xff\x80'", b"it's \"x\"\\\r", bytes(range(256)), b"a,b,,c"]
plain = ["capitalize", "lower", "upper", "swapcase", "title", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper",
         "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "hex", "__len__"]
for kind in (bytes, bytearray):
    for d in data:
        d = kind(d)
        print(d)
        for name in plain:
            print(name, getattr(d, name)())
        for sub in (b"l", b"", b"lo", b",", b"zz"):
            print(d.find(sub), d.rfind(sub), d.count(sub), d.startswith(sub), d.endswith(sub), sub in d, d.replace(sub, b"<>"), d.removeprefix(sub), d.removesuffix(sub))
            show(d.split, sub)
            show(d.rsplit, sub, 1)
            show(d.partition, sub)
            show(d.rpartition, sub)
            show(d.index, sub)
        print(d[1:], d[::-1], d[-3:-1], d[::2], d + b"x", d * 2, 2 * d, list(d)[:5], d == bytes(d), d != b"abc", d < b"b", d.zfill(6), d.center(8), d.ljust(5, b"*"), d.rjust(7))
        show(lambda: d[0])
        show(lambda: d[-300])
print(bytes(), bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes("a", encoding="ascii", errors="strict"), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(3)), bytes((65,)))
print(bytearray(), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"x"))
print(b"a" b"b", rb"\n", b"\x41\101\n", b"-".join([b"a", bytearray(b"b")]), bytearray(b",").join([b"1", b"2"]), b"".join([]))
print(bytes.fromhex("00 ff 4A"), bytearray.fromhex("61"), b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd".hex("-", 2), b"\x01\xab\xcd".hex("-", -2))
print(97 in b"abc", b"b" in b"abc", b"abc".find(98), b"abc".count(97), b"a\n\rb\r\nc".splitlines(True), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"))
print(hash(b"abc") == hash(b"ab" + b"c"), {b"a": 1}[b"a"], b"a" == "a", b"a" == bytearray(b"a"), bytearray(b"a") == b"a", b"x" if b"" else "empty")
print(max(b"hello"), sorted(b"cab"), list(reversed(b"abc")), str(b"x"), f"{b'x'}", bytes.upper(b"a"))
print(b"ab\tc".expandtabs(4), b"a".decode(), b"\xc3\xa9".decode(), b" a b ".strip(), b"xxaxx".strip(b"x"), b"abc".startswith((b"x", b"a")))
for e in [lambda: b"a" + "b", lambda: b"a" + 1, lambda: "a" + b"b", lambda: b"a" * "b", lambda: d["x"], lambda: b"a"[5], lambda: bytes(-1), lambda: bytes([256]),
          lambda: bytes("a"), lambda: bytes(1.5), lambda: bytes(["a"]), lambda: bytes("a", 1), lambda: bytes(1, "a"), lambda: b"a".join([1]), lambda: b"a".join(["a"]),
          lambda: b"a".find("a"), lambda: b"a".find(256), lambda: b"a".split("a"), lambda: b"a".split(b""), lambda: b"a".index(b"z"), lambda: "a" in b"a", lambda: 256 in b"a",
          lambda: b"a".startswith("a"), lambda: b"a".startswith(("a",)), lambda: b"a".replace("a", b"b"), lambda: b"a".strip("a"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"),
          lambda: b"a" < "a", lambda: b"a".center(3, "x"), lambda: b"a".translate(b"x"), lambda: bytes.maketrans(b"a", b"bc"), lambda: b"\xff".decode(), lambda: b"a".hex("xx"),
          lambda: b"a".upper(1), lambda: b"a".foo, lambda: hash(bytearray()), lambda: bytearray(b"a")[1], lambda: d[1.5], lambda: bytearray(b"a")["x"], lambda: bytes(None)]:
    show(e)

b = bytearray(b"hello")
b[0] = 72
b[-1] = 0x4F
b.append(33)
b.extend(b" wor")
b.extend([108, 100])
b += b"!"
b.insert(0, 42)
b.insert(-1, 43)
b.insert(100, 44)
print(b, len(b), b.pop(), b.pop(0), b)
b.remove(33)
b.reverse()
print(b, b.copy())
b[1:3] = b"XYZW"
b[2:2] = [1, 2, 3]
b[::3] = bytes(len(b[::3]))
print(b)
del b[0], b[1:3], b[::2]
print(b)
b *= 2
b[:0] = b
print(b)
b.clear()
print(b, bool(b), bool(bytearray(1)))
c = d = bytearray(b"same")
c += b"x"
print(d, c is d)
for e in [lambda: b.pop(), lambda: b.append(256), lambda: b.append("a"), lambda: b.remove(1), lambda: b.extend("abc"), lambda: b.extend(5), lambda: b.__setitem__(0, 1),
          lambda: c.__setitem__(0, 256), lambda: c.__setitem__("a", 1), lambda: c.__setitem__(slice(0, 4, 2), b"abc"), lambda: c.__setitem__(slice(0, 2), "ab"), lambda: c.pop(99),
          lambda: c + "x", lambda: c.__iadd__("x"), lambda: c.insert(0, -1), lambda: c.__delitem__(50)]:
    show(e)


class B(bytes):
    pass


x = B(b"sub")
x.attr = 1
print(x, type(x), x.attr, type(x + b"y"), x == b"sub", {x: 2}[b"sub"], type(x[:]))


class BA(bytearray):
    pass


y = BA(b"q")
y.attr = 2
y.append(65)
print(y, y.attr, isinstance(y, bytearray))


class WithBytes:
    def __bytes__(self):
        return b"made"


print(bytes(WithBytes()), b"%s" % WithBytes())
total = 0
for byte in b"\x01\x02\x03":
    total += byte
print(total, iter(b"").__length_hint__(), type(iter(b"")).__name__, type(iter(bytearray())).__name__)
