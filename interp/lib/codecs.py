"""codecs: encode, decode, and files of encoded text, for the codecs that str and bytes have, and utf-8-sig."""
from _functools import _as_builtin
import builtins as _builtins

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE
__all__ = ["open", "encode", "decode", "lookup", "getencoder", "getdecoder", "CodecInfo", "StreamReaderWriter", "BOM", "BOM_BE", "BOM_LE", "BOM_UTF8", "BOM_UTF16",
           "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "BOM32_LE", "BOM32_BE", "BOM64_LE", "BOM64_BE"]


def _plain(encoding):
    """The codec's name for str and bytes, and whether a byte order mark goes before the text."""
    name = encoding.lower().replace("-", "_")
    return ("utf-8", True) if name in ("utf_8_sig", "utf8_sig") else (encoding, False)


@_as_builtin
def encode(obj, encoding="utf-8", errors="strict"):
    name, mark = _plain(encoding)
    if encoding.lower() in _BYTES_CODECS:
        return _BYTES_CODECS[encoding.lower()][0](obj)
    if encoding.lower() == "rot13" or encoding.lower() == "rot_13":
        return obj.translate(_rot13())
    return (BOM_UTF8 if mark else b"") + obj.encode(name, errors)


@_as_builtin
def decode(obj, encoding="utf-8", errors="strict"):
    name, mark = _plain(encoding)
    if encoding.lower() in _BYTES_CODECS:
        return _BYTES_CODECS[encoding.lower()][1](obj)
    if encoding.lower() == "rot13" or encoding.lower() == "rot_13":
        return obj.translate(_rot13())
    if mark and bytes(obj[:3]) == BOM_UTF8:
        obj = obj[3:]
    return obj.decode(name, errors)


def _rot13():
    letters = "abcdefghijklmnopqrstuvwxyz"
    turned = letters[13:] + letters[:13]
    return str.maketrans(letters + letters.upper(), turned + turned.upper())


def _binascii(name):
    def convert(data):
        import binascii
        return getattr(binascii, name)(data)
    return convert


_BYTES_CODECS = {"hex": (_binascii("hexlify"), _binascii("unhexlify")), "hex_codec": (_binascii("hexlify"), _binascii("unhexlify")),
                 "base64": (_binascii("b2a_base64"), _binascii("a2b_base64")), "base64_codec": (_binascii("b2a_base64"), _binascii("a2b_base64"))}


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.encode, self.decode, self.streamreader, self.streamwriter = encode, decode, streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder, self.name = incrementalencoder, incrementaldecoder, name
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at %#x>" % (self.name, id(self))


@_as_builtin
def lookup(encoding):
    "".encode(_plain(encoding)[0])
    name = {"utf8": "utf-8", "latin1": "iso8859-1", "latin-1": "iso8859-1", "iso-8859-1": "iso8859-1", "us-ascii": "ascii"}.get(
        encoding.lower().replace("_", "-"), encoding.lower().replace("_", "-"))

    def encode_counted(input, errors="strict"):
        return encode(input, encoding, errors), len(input)

    def decode_counted(input, errors="strict"):
        return decode(input, encoding, errors), len(input)

    return CodecInfo(encode_counted, decode_counted, name=name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def utf_8_encode(str, errors=None):
    return str.encode("utf-8", errors or "strict"), len(str)


def utf_8_decode(data, errors=None, final=False):
    return bytes(data).decode("utf-8", errors or "strict"), len(data)


class StreamReaderWriter:
    """Text in a binary file: all that is left of it is decoded when first read from."""

    def __init__(self, stream, encoding, errors="strict"):
        self.stream = stream
        self.encoding = encoding
        self.errors = errors
        self._text = None
        self._at = 0
        self._wrote = False

    def _load(self):
        if self._text is None:
            self._text = decode(self.stream.read(), self.encoding, self.errors)

    def read(self, size=-1):
        self._load()
        start = self._at
        self._at = len(self._text) if size < 0 else min(len(self._text), start + size)
        return self._text[start:self._at]

    def readline(self, size=None, keepends=True):
        self._load()
        start = self._at
        lines = self._text[start:self._text.find("\n", start) + 1 or None].splitlines(True)
        line = lines[0] if lines else ""
        self._at = start + len(line)
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None):
        return self.read().splitlines(True)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        name, mark = _plain(self.encoding)
        self.stream.write((BOM_UTF8 if mark and not self._wrote else b"") + data.encode(name, self.errors))
        self._wrote = True

    def writelines(self, list):
        self.write("".join(list))

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self._text, self._at = None, 0

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return _builtins.open(filename, mode, buffering)
    if "b" not in mode:
        mode += "b"
    "".encode(_plain(encoding)[0])
    return StreamReaderWriter(_builtins.open(filename, mode, buffering), encoding, errors)
