"""unicode_escape and raw_unicode_escape: text as literals write it, both ways, whole and cut off, under the handlers of errors."""
import codecs
import warnings

TEXTS = ["", "plain", "tab\tline\nreturn\rback\\slash 'quote' \"double\"", "\0\x01\x1f\x7f\x80\x9f\xa0\xff", "\u0100\u20ac\uffff", "\U00010000\U0010ffff",
         "\ud800x\udfff", "mixed \xe9 \u20ac \U0001f600 end"]
for text in TEXTS:
    for codec in "unicode_escape", "raw_unicode_escape", "Unicode-Escape":
        data = text.encode(codec)
        print(codec, ascii(text), data, data.decode(codec) == text)

CASES = [rb"\a\b\f\n\r\t\v\\\'\"", b"joined\\\nline", rb"\x41\x7e\xff", rb"\u0041\u20ac", rb"\U0001F600", rb"\101\0\12\777\7x", rb"\N{DIGIT ONE}\N{EURO SIGN}",
         b"\xe9\xff", rb"\q\8\d", rb"\400", rb"\x4", rb"\x", rb"\xg1", rb"\u12", rb"\u12G4", rb"\U0001F60", rb"\U00110000", rb"\N", rb"\N{", rb"\N{NO SUCH NAME}x",
         rb"\N{}", rb"\Nx", b"end\\", rb"\\u0041", rb"\\\u0041", b"\\", b"\\\\", rb"a\x4zb\u00zc"]
warnings.simplefilter("always")
for case in CASES:
    for codec in "unicode_escape", "raw_unicode_escape":
        for errors in "strict", "ignore", "replace", "backslashreplace":
            with warnings.catch_warnings(record=True) as given:
                warnings.simplefilter("always")
                try:
                    result = ascii(case.decode(codec, errors))
                except UnicodeDecodeError as error:
                    result = "%s [%d:%d]" % (error, error.start, error.end)
            print(codec, errors, case, result, *(str(each.message) + " " + each.category.__name__ for each in given))

print("x".encode("unicode_escape", "nonsense"))
print(codecs.encode("\u20ac", "unicode_escape"), codecs.decode(b"\\u20ac", "raw_unicode_escape"), str(b"\\x41", "unicode_escape"), bytes("\t", "unicode_escape"))
print(codecs.lookup("unicode-escape").name, codecs.lookup("raw-unicode-escape").name)
print(b"\\d".decode("unicode_escape"))
