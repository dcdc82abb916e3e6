"""codecs: the steps of each codec, text in pieces of any size, streams, files, and codecs that make bytes of bytes."""
import codecs
import io
import os
import tempfile

TEXT = "aé€😀\r\nb\ud800c\n\nlast"
WHOLE = TEXT.replace("\ud800", "")
NAMES = ["utf-8", "UTF8", "utf-8-sig", "utf-16", "utf_16_le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "unicode_escape", "raw-unicode-escape", "latin-1", "L1", "ascii", "646"]


def told(call, *args, **kwargs):
    try:
        return call(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error), repr(error.__cause__)


for name in NAMES:
    info = codecs.lookup(name)
    text = WHOLE if info.name[0] in "ur" else "abc\xe9" if info.name[0] == "i" else "abc"
    data = info.encode(text)[0]
    print(name, info.name, len(info), info._is_text_encoding, data, info.decode(data), info is codecs.lookup(name))
    print([kind.__name__ for kind in info[2:]], info.streamreader.__module__, info.incrementalencoder.__qualname__, info.incrementaldecoder.__bases__[0].__name__)
    for size in (1, 2, 3, 5):
        decoder = codecs.getincrementaldecoder(name)()
        pieces, states = [], []
        for at in range(0, len(data), size):
            pieces.append(decoder.decode(data[at:at + size]))
            states.append(decoder.getstate())
            decoder.setstate(decoder.getstate())
        pieces.append(decoder.decode(b"", True))
        print(size, "".join(pieces) == text, [len(each) for each in pieces], states[:4])
    decoder.reset()
    print(decoder.getstate(), told(decoder.decode, data[:-1], True), told(codecs.getincrementaldecoder(name)("replace").decode, b"\xff\xff\\u12", True))
    encoder = codecs.getincrementalencoder(name)("replace")
    print(encoder.getstate(), encoder.encode("é"), encoder.getstate(), encoder.encode("\ud800", True), encoder.getstate())
    encoder.reset()
    print(encoder.encode("x"), encoder.encode("y"))
    encoder.setstate(0)
    print(encoder.encode("z"))
    print(list(codecs.iterencode(["a", "", "b"], name)), list(codecs.iterdecode([data[:3], b"", data[3:]], name)))
    writer = codecs.getwriter(name)(io.BytesIO(), "ignore")
    writer.write(text)
    writer.writelines(["1\n", "2\n"])
    print(writer.getvalue(), writer.stream.tell())
    reader = codecs.getreader(name)(writer.stream)
    reader.seek(0)
    print(repr(reader.readline()), repr(reader.readline(keepends=False)), repr(reader.readline(3)), repr(reader.read(2)), repr(reader.read(-1, 1)), list(reader))
    reader.seek(0)
    print(reader.readlines(), reader.read(), reader.bytebuffer)
    print(told(info.encode, TEXT), told(info.encode, "a", "no such"), told(info.decode, b"\xff\xfe\xff", "strict"))

for step in ("utf_8", "ascii", "latin_1", "utf_16", "utf_16_le", "utf_32_be", "unicode_escape", "raw_unicode_escape"):
    there, back = getattr(codecs, step + "_encode"), getattr(codecs, step + "_decode")
    print(step, there("a\x7f"), there("", None), told(there, "\xe9\u20ac\ud800"), told(there, "\xe9", "backslashreplace"), told(there, b""), told(there, "", 1), told(there))
    print(told(back, b"ab\x00\x00"), back(memoryview(b"")), told(back, b"ab\xe2\x82"), told(back, b"\\x4", "replace"), told(back, None), told(back, "\\u0041"))
print(codecs.utf_8_decode(b"a\xe2\x82", "strict", False), codecs.unicode_escape_decode(b"a\\x4", "strict", False))

for name, data in (("hex", b"ab\xff"), ("hex_codec", b""), ("base64", b"x" * 100), ("zlib", b"text" * 9), ("rot13", "Hello"), ("rot-13", "Uryyb")):
    made = codecs.encode(data, name)
    info = codecs.lookup(name)
    print(name, made, codecs.decode(made, name), info.name, info._is_text_encoding, codecs.getincrementalencoder(name)().encode(data, True) == made, codecs.getincrementaldecoder(name)().decode(made, True) == data)
    print(info.encode(data), info.decode(made), told(info.encode, data, "ignore"), [kind.__module__ for kind in info[2:]])
print(told(codecs.encode, "x", "hex"), told(codecs.decode, b"xyz", "hex"), told(codecs.encode, 1, "utf-8"), told(codecs.decode, "x", "utf-8"), told(codecs.encode, b"x", "rot13"))
print(told(codecs.decode, b"\xff", "utf-8"), told(codecs.encode, "\xff", "ascii"), told(codecs.lookup, "no such"), told(codecs.encode, "", "no such"), told(codecs.getreader, "?"))
print(codecs.encode("a"), codecs.decode(b"a"), codecs.encode(obj="a", encoding="ascii", errors="strict"), told(codecs.lookup, 1), told("".encode, "hex"), told(b"".decode, "rot13"))

place = os.path.join(tempfile.mkdtemp(), "text")
with codecs.open(place, "w", "utf-16") as file:
    file.write(WHOLE)
    file.write("more")
    print(type(file).__name__, file.encoding, file.errors, file.mode, file.name == place)
with open(place, "rb") as file:
    print(file.read())
with codecs.open(place, encoding="utf-16") as file:
    print(next(file), file.read(3), file.readline(), list(file), told(file.__reduce_ex__, 2))
    file.seek(0)
    print(file.readlines(), told(lambda: file.no_such))
with codecs.open(place, "r+", "latin-1") as file:
    print(repr(file.read(4)))
    file.reset()
    file.seek(0)
    file.write("\xff\xfe")
print(told(codecs.open, place, "r", "no such"), type(codecs.open(place, "rb")).__name__)
recoder = codecs.EncodedFile(io.BytesIO(), "utf-8", "utf-16")
recoder.write("é\nb\n".encode())
recoder.writelines([b"c\n", b"d"])
print(recoder.getvalue(), recoder.data_encoding, recoder.file_encoding)
recoder.seek(0)
print(recoder.readline(), recoder.read(2), list(recoder))
recoder.seek(0)
recoder.reset()
print(recoder.readlines(), told(recoder.__reduce_ex__, 2), codecs.EncodedFile(io.BytesIO(b"\xc3\xa9"), "latin-1", "utf-8").read())


class Upper(codecs.BufferedIncrementalEncoder, codecs.BufferedIncrementalDecoder):
    def _buffer_encode(self, input, errors, final):
        return input[:len(input) // 2 * 2].upper(), len(input) // 2 * 2


upper = Upper()
print(upper.encode("abc"), upper.getstate(), upper.encode("d"), upper.getstate(), upper.setstate("q"), upper.encode("r"), upper.reset())
for cls in (codecs.Codec, codecs.IncrementalEncoder, codecs.IncrementalDecoder):
    print([told(getattr(cls(), each), "") for each in ("encode", "decode", "getstate") if hasattr(cls, each) and each != "getstate"])
print(codecs.CodecInfo(len, len, name="own").name, codecs.CodecInfo(None, None)[2:], repr(codecs.lookup("utf-8"))[:46])
