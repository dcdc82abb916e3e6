# unicodedata: every function over code points of every block, normal forms, names there and back, every refusal.
import unicodedata as u

POINTS = sorted(set(range(0x3000)) | set(range(0, 0x110000, 97)) | set(range(0xF900, 0xFFFF, 3)) | {0x16B60, 0x16B61, 0x20001, 0xD7A3, 0xD7A4, 0x3134A, 0x3134B, 0x10FFFF})


def checksum(values):
    result = 0
    for value in values:
        for c in ascii(value):
            result = (result * 31 + ord(c)) % 1000000007
    return result


for what in ("category", "bidirectional", "combining", "mirrored", "decomposition"):
    print(what, checksum(getattr(u, what)(chr(c)) for c in POINTS))
for what in ("decimal", "digit", "numeric", "name"):
    print(what, checksum(getattr(u, what)(chr(c), None) for c in POINTS))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, checksum(u.normalize(form, "e" + chr(c) + "\u0301\u0323") for c in POINTS), sum(u.is_normalized(form, chr(c)) for c in POINTS))
print(all(u.lookup(u.name(chr(c))) == chr(c) for c in POINTS if u.name(chr(c), None)))
print([u.numeric(c) for c in "½⅓七兆Ⅻ५"], u.lookup("euro sign"), u.lookup("NULL") == "\0", u.unidata_version)
print(ascii(u.normalize("NFD", "\ud800é한")), u.normalize("nope", ""), u.is_normalized("nope", ""))


def attempt(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


for what in ("lookup", "category", "name", "decimal", "normalize", "is_normalized", "numeric", "digit", "mirrored", "combining", "bidirectional", "decomposition"):
    for args in ((), ("a",), ("ab",), (5,), ("NFC", "e\u0301"), ("x", "a"), ("a", "b"), ("NFC", 5), (5, "a"), ("DIGIT ONE",), ("\xbd",), ("A" * 300,), ("a", "b", "c")):
        attempt(getattr(u, what), *args)
attempt(lambda: u.name("a", default=5))

# ---- widths: each change of them, in all of Unicode ----
last = None
for point in range(0x110000):
    width = u.east_asian_width(chr(point))
    if width != last:
        print("%x" % point, width, end=" ")
        last = width
print()
try:
    u.east_asian_width("ab")
except TypeError as error:
    print(error)
