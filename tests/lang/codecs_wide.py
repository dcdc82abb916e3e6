"""UTF-16, UTF-32, UTF-8 with and without mark, ASCII, Latin-1: names, errors and their handlers, both ways."""
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e)
for enc in ("utf-16","utf-16-le","utf-16-be","utf-32","utf-32-le","utf-32-be","utf-8-sig","utf8","ASCII","latin1"):
    for s in ("a\u20ac", "\U0001f600", "a\ud800b", "\udc80\udc81x", ""):
        for err in ("strict","ignore","replace","backslashreplace","xmlcharrefreplace","surrogateescape","surrogatepass"):
            if enc[-2:] in ("le","be","ig") and err[0]=="x": continue
            t(lambda: s.encode(enc, err))
    for b in (b"", b"a", b"ab", b"abc", b"\xff\xfea\0", b"\xfe\xff\0a", b"a\0\0\xd8", b"\0\xd8a\0b\0", b"\0\xdcx\0", b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\0\xd8\0\0", b"\xff\xff\xff\xff", b"\xff\xfe\0", b"\xef\xbb\xbfab\xff", b"\xef\xbb", b"\xe2\x82", b"a\xe2\x82b\xed\xa0\x80c", b"\xd8\0\xdc", b"\x3d\xd8\0\xde"):
        for err in ("strict","ignore","replace","backslashreplace","xmlcharrefreplace","surrogateescape","surrogatepass"):
            if enc[-2:] in ("le","be","ig") and err[0]=="x": continue
            t(lambda: b.decode(enc, err))
for name in ("UTF_8","utf 8","Utf--8","u8","utf8_ucs4","nope","hex","rot13","latin_1","iso 8859 1","ISO8859-1","ansi_x3.4_1968","us","","L1","utf-16LE","UTF_16be","utf16","U32", "unicodebigunmarked"):
    t(lambda: "a".encode(name)); t(lambda: b"a\0\0\0".decode(name))
t(lambda: str(b"ab","utf-16-le")); t(lambda: bytes("ab","utf-16-be")); t(lambda: bytearray("ab","utf-32"));
t(lambda: b"\xff".decode("hex"))
