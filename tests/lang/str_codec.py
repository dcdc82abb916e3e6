# encoding and decoding


def show(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except UnicodeError as e:
        print(type(e).__name__, ascii(str(e)), e.encoding, e.start, e.end, e.reason, ascii(e.object))
    except Exception as e:
        print(type(e).__name__, e)


texts = ["", "abc", "é", "日本", "😀", "a\ud800b", "\udc80\udcff", "\xe9\xe9x", "x\u0100y"]
for t in texts:
    for enc in ("utf-8", "ascii", "latin-1", "UTF8", "ISO-8859-1", "us_ascii", "nope"):
        for err in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
            print(ascii(t), enc, err, end=" ")
            show(t.encode, enc, err)
blobs = [b"", b"abc", b"\xc3\xa9", b"\xe6\x97\xa5", b"\xf0\x9f\x98\x80", b"\xff", b"a\xc3", b"\xe6\x97", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
         b"\xc0\x80", b"\xf8\x88", b"\x80abc", b"\xe6\x97x", b"\xf0\x9f\x98", b"\xf0\x9f\x98x", b"ab\xffcd\xfe", b"\xc3\xc3\xa9", b"\xf0\x80\x80\x80"]
for b in blobs:
    for enc in ("utf-8", "ascii", "latin-1"):
        for err in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
            print(b, enc, err, end=" ")
            show(b.decode, enc, err)
show("a".encode, 1)
show("a".encode, "ascii", 1)
show("é".encode, "ascii", "what")
show(b"\xff".decode, "ascii", "what")
show(b"a".decode, errors="ignore", encoding="ascii")
show("é".encode)
show("é".encode, encoding="latin1", errors="strict")
show(b"\xed\xa0\x80".decode, "utf-8", "surrogatepass")
print(repr("\ud800"), repr("\udcff\U0010ffff\u0378\xad\u200b\u3000"), ascii("é日😀"))
print(len("\ud83d\ude00"), "\ud83d\ude00" == "😀")

# what is as plain as it stands, under many names
for b in (b"", b"a", b"\xe9", b"abc", b"ab\xe9", b"\xe9\xff\x00", bytes(range(256)), bytearray(b"\xff" * 20), memoryview(b"x\x80")):
    for enc in ("latin-1", "latin1", "LATIN_1", "L1", "iso-8859-1", "ascii", "us-ascii", "utf-8", "utf8", "UTF-8", "utf_8", "nope", "hex"):
        try:
            made = str(b, enc)
            print(enc, ascii(made), made.isascii(), len(made), made.encode(enc) == bytes(b))
        except (LookupError, UnicodeDecodeError) as error:
            print(enc, type(error).__name__, error)
print(b"%s|%b|%a|%r|%c|%5s|%-4b|%d|%%" % (b"\xff", bytearray(b"q\xe9"), "\xe9", b"\x80", 200, b"\xfe", b"1", 5), b"\xff%%" % (), b"%s" % b"",
      bytearray(b"%s\xe9%d") % (b"ab\xe9c\xff", -7), b"%s-%s" % (b"x\x00", bytearray(b"\x80")), b"%(a)s%(a)d" % {b"a": 3} if 0 else b"%(a)s" % {b"a": b"\xf1"})
for wrong in (lambda: b"%s" % "x", lambda: b"%s %s" % (b"a",), lambda: b"%s" % (b"a", b"b"), lambda: b"%d" % b"1", lambda: b"%s" % 1):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
