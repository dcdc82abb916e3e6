"""_codecs_escape: the escapes of bytes literals, made and read."""
from _codec_steps import latin_1_decode
from _functools import _as_builtin

_LETTERS = {"\\": 92, "'": 39, '"': 34, "a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}


@_as_builtin
def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError("escape_encode() argument 1 must be bytes, not %s" % ("None" if data is None else type(data).__name__))
    return repr(b'"' + data)[3:-1].encode(), len(data)  # a double quote within: single ones around, which are escaped


@_as_builtin
def escape_decode(data, errors=None, /):
    text, _ = latin_1_decode(data.encode() if isinstance(data, str) else data)
    source, made, at, unknown = text.encode("latin-1"), bytearray(), 0, None
    while True:
        end = text.find("\\", at)
        if end < 0:
            break
        made += source[at:end]
        letter, at = text[end + 1:end + 2], end + 2
        if not letter:
            raise ValueError("Trailing \\ in string")
        if letter in _LETTERS:
            made.append(_LETTERS[letter])
        elif letter in "01234567":
            while at < end + 4 and text[at:at + 1] in tuple("01234567"):
                at += 1
            made.append(int(text[end + 1:at], 8) & 255)
        elif letter == "x":
            digits = text[at:at + 2]
            if len(digits) == 2 and not digits.strip("0123456789abcdefABCDEF"):
                made.append(int(digits, 16))
                at += 2
                continue
            if errors in (None, "strict"):
                raise ValueError("invalid \\x escape at position %d" % end)
            if errors == "replace":
                made += b"?"
            elif errors != "ignore":
                raise ValueError("decoding error; unknown error handling code: %.400s" % errors)
            at += len(digits) - len(digits.lstrip("0123456789abcdefABCDEF")) > 0
        elif letter != "\n":
            made += source[end:at]
            unknown = unknown or letter
    made += source[at:]
    if unknown:
        import warnings
        warnings.warn("invalid escape sequence '\\%s'" % unknown, DeprecationWarning, 2)
    return bytes(made), len(source)
