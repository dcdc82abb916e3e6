"""_codecs_builtin: what codecs.lookup finds: the CodecInfo of each codec that there is."""
import _codec_steps
import codecs

_NAMES = {"latin_1": "iso8859-1"}  # of the codecs that are not called as their functions are
_SHORT = {"hex_codec": "hex", "base_64": "base64", "base64_codec": "base64", "rot_13": "rot13", "zip": "zlib", "zlib_codec": "zlib"}
_found = {}


def find(encoding):
    if not isinstance(encoding, str):
        raise TypeError("lookup() argument must be str, not %s" % ("None" if encoding is None else type(encoding).__name__))
    key = encoding.lower().replace("-", "_")
    if key not in _found:
        short = _SHORT.get(key, key)
        _found[key] = _BYTES_CODECS[short]() if short in _BYTES_CODECS else _text_codec(_codec_steps._stem(encoding))
    return _found[key]


def _info(module, name, encode, decode, incremental_encoder, incremental_decoder, reader, writer, is_text=True):
    for kind, cls in (("IncrementalEncoder", incremental_encoder), ("IncrementalDecoder", incremental_decoder), ("StreamReader", reader), ("StreamWriter", writer)):
        cls.__name__ = cls.__qualname__ = kind
        cls.__module__ = "encodings." + module
    return codecs.CodecInfo(encode, decode, reader, writer, incremental_encoder, incremental_decoder, name, _is_text_encoding=is_text)


def _text_codec(stem):
    name = _NAMES.get(stem, stem.replace("_", "-"))
    if stem == "utf_8_sig":
        return _marked_codec(stem, name, codecs.BOM_UTF8, [(codecs.BOM_UTF8, _codec_steps.utf_8_encode, _codec_steps.utf_8_decode)])
    encode_step, decode_step = getattr(_codec_steps, stem + "_encode"), getattr(_codec_steps, stem + "_decode")
    if stem in ("utf_16", "utf_32"):
        return _marked_codec(stem, name, None, [
            (getattr(codecs, "BOM_%s_%s" % (stem.upper().replace("_", ""), order)), getattr(_codec_steps, "%s_%s_encode" % (stem, order.lower())),
             getattr(_codec_steps, "%s_%s_decode" % (stem, order.lower()))) for order in ("LE", "BE")])
    if stem in ("ascii", "latin_1"):
        decode = decode_step
    else:
        def decode(input, errors="strict"):
            return decode_step(input, errors, True)

    class Encoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode_step(input, self.errors)[0]

    if decode is decode_step:
        class Decoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode_step(input, self.errors)[0]
    else:
        class Decoder(codecs.BufferedIncrementalDecoder):
            def _buffer_decode(self, input, errors, final):
                return decode_step(input, errors, final)

    class Reader(codecs.StreamReader):
        def decode(self, input, errors="strict"):
            return decode_step(input, errors) if decode is decode_step else decode_step(input, errors, False)

    class Writer(codecs.StreamWriter):
        def encode(self, input, errors="strict"):
            return encode_step(input, errors)

    return _info(stem, name, encode_step, decode, Encoder, Decoder, Reader, Writer)


def _marked_codec(stem, name, optional_mark, orders):
    """A codec whose text begins with a mark: the one that it may lack, or that of one of `orders`, (mark, encode, decode), the first of which is written."""
    first_mark, encode_rest, decode_first = orders[0]

    if optional_mark:
        def encode(input, errors="strict"):
            return optional_mark + encode_rest(input, errors)[0], len(input)

        def decode(input, errors="strict"):
            skipped = len(optional_mark) if bytes(input[:len(optional_mark)]) == optional_mark else 0
            text, count = decode_first(input[skipped:], errors, True)
            return text, count + skipped
    else:
        encode, whole = getattr(_codec_steps, stem + "_encode"), getattr(_codec_steps, stem + "_decode")

        def decode(input, errors="strict"):
            return whole(input, errors, True)

    def decode_start(input, errors, final):
        """The text, how many bytes it is of, and the step that decodes what follows: None while the mark is not there."""
        input = bytes(input)
        if optional_mark:
            if len(input) < len(optional_mark) and optional_mark.startswith(input):
                return "", 0, None
            skipped = len(optional_mark) if input.startswith(optional_mark) else 0
            text, count = decode_first(input[skipped:], errors, final)
            return text, count + skipped, decode_first
        text, count = whole(input, errors, final)
        for mark, _, step in orders:
            if input.startswith(mark):
                return text, count, step
        if count >= len(first_mark):
            raise UnicodeError("%s stream does not start with BOM" % name.upper())
        return text, count, None

    class Encoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.begun = False

        def encode(self, input, final=False):
            made = (encode_rest if self.begun else encode)(input, self.errors)[0]
            self.begun = True
            return made

        def reset(self):
            super().reset()
            self.begun = False

        def getstate(self):
            return 0 if self.begun else 1 if optional_mark else 2

        def setstate(self, state):
            self.begun = not state

    class Decoder(codecs.BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.step = None

        def _buffer_decode(self, input, errors, final):
            if self.step:
                return self.step(input, errors, final)
            text, count, self.step = decode_start(input, errors, final)
            return text, count

        def reset(self):
            super().reset()
            self.step = None

        def getstate(self):
            kept = super().getstate()[0]
            if self.step is None:
                return kept, 1 if optional_mark else 2
            return kept, [step for _, _, step in orders].index(self.step)

        def setstate(self, state):
            super().setstate(state)
            self.step = orders[state[1]][2] if state[1] < len(orders) else None

    class Reader(codecs.StreamReader):
        def reset(self):
            super().reset()
            self.__dict__.pop("decode", None)

        def decode(self, input, errors="strict"):
            text, count, step = decode_start(input, errors, False)
            if step:
                self.decode = lambda input, errors="strict": step(input, errors, False)
            return text, count

    class Writer(codecs.StreamWriter):
        def reset(self):
            super().reset()
            self.__dict__.pop("encode", None)

        def encode(self, input, errors="strict"):
            self.encode = encode_rest
            return encode(input, errors)

    return _info(stem, name, encode, decode, Encoder, Decoder, Reader, Writer)


def _converter(module, name, there, back, kind, incremental_encoder=None, incremental_decoder=None):
    """A codec that is no text encoding: it makes bytes of bytes, or a str of a str."""
    def encode(input, errors="strict"):
        assert kind is str or errors == "strict"
        return there(input), len(input)

    def decode(input, errors="strict"):
        assert kind is str or errors == "strict"
        return back(input), len(input)

    class Encoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class Reader(codecs.StreamReader):
        charbuffertype = kind

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class Writer(codecs.StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    return _info(module, name, encode, decode, incremental_encoder or Encoder, incremental_decoder or Decoder, Reader, Writer, False)


def _hex():
    import binascii
    return _converter("hex_codec", "hex", binascii.b2a_hex, binascii.a2b_hex, bytes)


def _base64():
    import base64
    return _converter("base64_codec", "base64", base64.encodebytes, base64.decodebytes, bytes)


def _zlib():
    import zlib

    class Encoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            assert errors == "strict"
            self.errors = errors
            self.reset()

        def encode(self, input, final=False):
            made = self.compressobj.compress(input)
            return made + self.compressobj.flush() if final else made

        def reset(self):
            self.compressobj = zlib.compressobj()

    class Decoder(codecs.IncrementalDecoder):
        def __init__(self, errors="strict"):
            assert errors == "strict"
            self.errors = errors
            self.reset()

        def decode(self, input, final=False):
            made = self.decompressobj.decompress(input)
            return made + self.decompressobj.flush() if final else made

        def reset(self):
            self.decompressobj = zlib.decompressobj()

    return _converter("zlib_codec", "zlib", zlib.compress, zlib.decompress, bytes, Encoder, Decoder)


def _rot13():
    letters = "abcdefghijklmnopqrstuvwxyz"
    turned = letters[13:] + letters[:13]
    table = str.maketrans(letters + letters.upper(), turned + turned.upper())

    def turn(input):
        return str.translate(input, table)
    return _converter("rot_13", "rot-13", turn, turn, str)


_BYTES_CODECS = {"hex": _hex, "base64": _base64, "zlib": _zlib, "rot13": _rot13}
