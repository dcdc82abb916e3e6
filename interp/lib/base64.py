"""base64: base64 in its two alphabets, base32 and base16; base64 itself is done in C (binascii)."""
import binascii
from struct import unpack

__all__ = ["b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode", "b32encode",
           "b32decode", "b32hexencode", "b32hexdecode", "decode", "encode", "b16encode", "b16decode", "encodebytes", "decodebytes", "a85encode",
           "a85decode", "b85encode", "b85decode"]

_URLSAFE = bytes.maketrans(b"+/", b"-_")
_FROM_URLSAFE = bytes.maketrans(b"-_", b"+/")
_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_LINE_BYTES = 57  # give a line of 76 characters
_pairs, _values = {}, {}  # of digits: all pairs of them, and what each stands for


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__) from None


def _bytes_to_encode(s):
    return s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()


def _check_legacy(s):
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from error
    if view.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, s.__class__.__name__))


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_URLSAFE)


def urlsafe_b64decode(s):
    return b64decode(_bytes_from_decode_data(s).translate(_FROM_URLSAFE))


def _pairs_of(digits):
    if digits not in _pairs:
        _pairs[digits] = [bytes((a, b)) for a in digits for b in digits]
    return _pairs[digits]


def _values_of(digits):
    if digits not in _values:
        _values[digits] = {digit: value for value, digit in enumerate(digits)}
    return _values[digits]


def b32encode(s):
    return _to_base32(s, _BASE32)


def b32hexencode(s):
    return _to_base32(s, _BASE32_HEX)


def _to_base32(s, alphabet):
    data = bytes(_bytes_to_encode(s))
    pairs = _pairs_of(alphabet)
    short = -len(data) % 5
    data += bytes(short)
    pieces = []
    for i in range(0, len(data), 5):
        group = int.from_bytes(data[i:i + 5], "big")
        pieces.append(pairs[group >> 30] + pairs[group >> 20 & 1023] + pairs[group >> 10 & 1023] + pairs[group & 1023])
    if short:
        pads = {1: 1, 2: 3, 3: 4, 4: 6}[short]
        pieces[-1] = pieces[-1][:-pads] + b"=" * pads
    return b"".join(pieces)


def b32decode(s, casefold=False, map01=None):
    return _from_base32(s, _BASE32, casefold, map01)


def b32hexdecode(s, casefold=False):
    return _from_base32(s, _BASE32_HEX, casefold, None)


def _from_base32(s, alphabet, casefold, map01):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    text = s.rstrip(b"=")
    pads = len(s) - len(text)
    values = _values_of(alphabet)
    out = bytearray()
    try:
        for i in range(0, len(text), 8):
            group = 0
            for c in text[i:i + 8].ljust(8, alphabet[:1]):
                group = group << 5 | values[c]
            out += group.to_bytes(5, "big")
    except KeyError:
        raise binascii.Error("Non-base32 digit found") from None
    if pads:
        if pads not in (1, 3, 4, 6):
            raise binascii.Error("Incorrect padding")
        del out[-{1: 1, 3: 2, 4: 3, 6: 4}[pads]:]
    return bytes(out)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if s.strip(b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def encodebytes(s):
    _check_legacy(s)
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    _check_legacy(s)
    return binascii.a2b_base64(s)


# ---- four bytes as five digits ----

_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_ASCII85 = bytes(range(33, 118))


def _encode85(data, digits, zeros=b"", spaces=b"", pad=False):
    data = _bytes_to_encode(data)
    pairs = _pairs_of(digits)
    short = -len(data) % 4
    data = bytes(data) + bytes(short)
    pieces = []
    for group in unpack("!%dI" % (len(data) // 4), data):
        if zeros and not group:
            pieces.append(zeros)
        elif spaces and group == 0x20202020:
            pieces.append(spaces)
        else:
            pieces.append(pairs[group // 614125] + pairs[group // 85 % 7225] + digits[group % 85:][:1])
    if short and not pad:
        if zeros and pieces[-1] == zeros:
            pieces[-1] = digits[:1] * 5
        pieces[-1] = pieces[-1][:-short]
    return b"".join(pieces)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = _encode85(b, _ASCII85, b"z", b"y" if foldspaces else b"", pad)
    if adobe:
        text = b"<~" + text
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[i:i + wrapcol] for i in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        text = b"\n".join(lines)
    return text + b"~>" if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out, group, count = bytearray(), 0, 0
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            group, count = group * 85 + c - 33, count + 1
            if count == 5:
                if group > 0xffffffff:
                    raise ValueError("Ascii85 overflow") from None
                out += group.to_bytes(4, "big")
                group = count = 0
        elif c == 122:
            if count:
                raise ValueError("z inside Ascii85 5-tuple")
            out += bytes(4)
        elif foldspaces and c == 121:
            if count:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    padding = 4 - count
    return bytes(out[:-padding] if padding else out)


def b85encode(b, pad=False):
    return _encode85(b, _BASE85, pad=pad)


def b85decode(b):
    b = _bytes_from_decode_data(b)
    values = _values_of(_BASE85)
    padding = -len(b) % 5
    b = b + b"~" * padding
    out = bytearray()
    for i in range(0, len(b), 5):
        group = 0
        try:
            for c in b[i:i + 5]:
                group = group * 85 + values[c]
        except KeyError:
            j = next(j for j in range(i, i + 5) if b[j] not in values)
            raise ValueError("bad base85 character at position %d" % j) from None
        if group > 0xffffffff:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i) from None
        out += group.to_bytes(4, "big")
    return bytes(out[:-padding] if padding else out)


# ---- whole files, in lines ----

def encode(input, output):
    while part := input.read(_LINE_BYTES):
        while len(part) < _LINE_BYTES and (more := input.read(_LINE_BYTES - len(part))):
            part += more
        output.write(binascii.b2a_base64(part))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
