"""codecs.escape_encode and escape_decode: the escapes of bytes literals."""
import codecs
import warnings


def told(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__, str(error)


for data in (b"", b"plain", b"'", b'"', b"'\"", b"a\\b\n\r\t\0\x7f\xff\x0b", bytearray(b"x"), "x", None):
    made = told(codecs.escape_encode, data)
    print(made, told(codecs.escape_decode, made[0]) if data is not None else "")
warnings.simplefilter("ignore")
for text in (b"\\'\\\"\\\\\\a\\b\\f\\n\\r\\t\\v", b"\\0\\12\\377\\777\\1234\\8", b"\\x41\\xfF", b"a\\\nb", b"\\x4", b"\\x4g", b"\\xg1", b"\\x", b"end\\", b"\\q\\N{x}\\u0041", "\\x41é", memoryview(b"\\n"), 1):
    print(text if type(text) is not memoryview else "view", [told(codecs.escape_decode, text, errors) for errors in ("strict", None, "ignore", "replace", "other")])
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    codecs.escape_decode(b"\\q\\w")
print([(str(each.message), each.category.__name__, each.filename == __file__) for each in caught])
