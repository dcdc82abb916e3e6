"""codecs: codecs by name, text in pieces, and files of encoded text."""
from _codecs_escape import escape_decode, escape_encode
from _functools import _as_builtin
from _codec_steps import (ascii_decode, ascii_encode, latin_1_decode, latin_1_encode, raw_unicode_escape_decode, raw_unicode_escape_encode, unicode_escape_decode,
                     unicode_escape_encode, utf_8_decode, utf_8_encode, utf_16_decode, utf_16_encode, utf_16_be_decode, utf_16_be_encode, utf_16_le_decode,
                     utf_16_le_encode, utf_32_decode, utf_32_encode, utf_32_be_decode, utf_32_be_encode, utf_32_le_decode, utf_32_le_encode)
import builtins

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE
__all__ = ["lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE",
           "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader",
           "getwriter", "encode", "decode", "iterencode", "iterdecode"]
_LINE_FIRST, _LINE_MOST = 72, 8000  # how many bytes readline takes at once


# ---- codecs by name ----

class CodecInfo(tuple):
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


@_as_builtin
def lookup(encoding, /):
    from _codecs_builtin import find
    return find(encoding)


def _explained(error, doing, encoding):
    """An error that is only a message is told as the codec's; any other as it is."""
    plain = len(error.args) <= 1 and all(isinstance(each, str) for each in error.args) and not error.__dict__
    if not plain or isinstance(error, (OSError, ImportError, SyntaxError, NameError, AttributeError, StopIteration)):
        return error
    told = type(error)("%s with '%s' codec failed (%s: %s)" % (doing, encoding, type(error).__name__, error))
    told.__cause__ = error
    return told


@_as_builtin
def encode(obj, encoding="utf-8", errors="strict"):
    step = lookup(encoding).encode
    try:
        return step(obj, errors)[0]
    except Exception as error:
        raise _explained(error, "encoding", encoding)


@_as_builtin
def decode(obj, encoding="utf-8", errors="strict"):
    step = lookup(encoding).decode
    try:
        return step(obj, errors)[0]
    except Exception as error:
        raise _explained(error, "decoding", encoding)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


# ---- text in pieces ----

class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class _Incremental:
    def __init__(self, errors="strict"):
        self.errors = errors

    def _unfinished(self, *arguments):
        raise NotImplementedError

    def reset(self):
        """Forgets what was begun."""

    def setstate(self, state):
        """Goes on as where getstate() gave this."""

    def _next(self, step, input, final):
        """For those that keep in `buffer` what a step has not used."""
        whole = self.buffer + input
        made, used = step(whole, self.errors, final)
        self.buffer = whole[used:]
        return made


class IncrementalEncoder(_Incremental):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def encode(self, input, final=False):
        self._unfinished()

    def getstate(self):
        return 0


class BufferedIncrementalEncoder(IncrementalEncoder):
    _buffer_encode = _Incremental._unfinished

    def encode(self, input, final=False):
        return self._next(self._buffer_encode, input, final)

    def reset(self):
        self.setstate(0)

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder(_Incremental):
    def decode(self, input, final=False):
        self._unfinished()

    def getstate(self):
        return b"", 0


class BufferedIncrementalDecoder(IncrementalDecoder):
    _buffer_decode = _Incremental._unfinished

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def decode(self, input, final=False):
        return self._next(self._buffer_decode, input, final)

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer, _ = state


def _each(step, iterator, end):
    for piece in iterator:
        if made := step(piece):
            yield made
    if made := step(end, True):
        yield made


def iterencode(iterator, encoding, errors="strict", **kwargs):
    yield from _each(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    yield from _each(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b"")


# ---- files of encoded text ----

class _Stream:
    """What all have in common: `stream` does what they do not, and they cannot be pickled."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __iter__(self):
        return self

    __enter__ = __iter__

    def __exit__(self, *error):
        self.stream.close()

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")


class _Pair(_Stream):
    """A reader and a writer over one stream."""

    def _join(self, stream, Reader, Writer, errors):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def reset(self):
        for side in self.reader, self.writer:
            side.reset()


class StreamWriter(_Stream, Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream, Codec):
    """`bytebuffer` holds bytes that are no whole character yet, `charbuffer` decoded text, `linebuffer` the same text, or None, by lines."""
    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._empty_charbuffer = self.charbuffertype()
        StreamReader.reset(self)

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def _fill(self, size, firstline):
        """Decode what the stream gives for `size`; whether it gave anything. firstline: what cannot be decoded may stand behind a whole line, for now."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        try:
            text, used = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if not firstline:
                raise
            text, used = self.decode(data[:error.start], self.errors)
            if len(text.splitlines(True)) <= 1:
                raise
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
            self.linebuffer = None
        if chars < 0:
            chars = size
        while (chars < 0 or len(self.charbuffer) < chars) and self._fill(size, firstline):
            pass
        end = len(self.charbuffer) if chars < 0 else chars
        result, self.charbuffer = self.charbuffer[:end], self.charbuffer[end:]
        return result

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(False)[0]
        text, step = self._empty_charbuffer, size or _LINE_FIRST
        while True:
            piece = self.read(step, firstline=True)
            if piece and (piece.endswith("\r") if isinstance(piece, str) else piece.endswith(b"\r")):
                piece += self.read(1, 1)
            text += piece
            lines = text.splitlines(True)
            if len(lines) > 1:
                line = lines.pop(0)
                lines[-1] += self.charbuffer
                if len(lines) > 1:
                    self.linebuffer, self.charbuffer = lines, None
                else:
                    self.charbuffer = lines[0]
                return line if keepends else line.splitlines(False)[0]
            bare = lines[0].splitlines(False)[0] if lines else text
            if bare != text or not piece or size is not None:
                return text if keepends else bare
            step = min(2 * step, _LINE_MOST)

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer, self.charbuffer, self.linebuffer = b"", self._empty_charbuffer, None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration


def _passed_on(side, name):
    def method(self, *arguments, **keywords):
        return getattr(getattr(self, side), name)(*arguments, **keywords)

    method.__name__, method.__qualname__ = name, "StreamReaderWriter." + name
    return method


class StreamReaderWriter(_Pair):
    encoding = "unknown"
    read, readline, readlines, __next__ = [_passed_on("reader", name) for name in ("read", "readline", "readlines", "__next__")]
    write, writelines = [_passed_on("writer", name) for name in ("write", "writelines")]

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self._join(stream, Reader, Writer, errors)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if offset == whence == 0:
            self.writer.reset()


class StreamRecoder(_Pair):
    """Between the bytes of a file (Reader, Writer) and those of the program (encode, decode)."""
    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self._join(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def _out(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        return self._out(self.reader.read(size))

    def readline(self, size=None):
        return self._out(self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self.read().splitlines(True)

    def __next__(self):
        return self._out(next(self.reader))

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, lines):
        return self.write(b"".join(lines))

    def seek(self, offset, whence=0):
        for side in self.reader, self.writer:
            side.seek(offset, whence)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        opened = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        opened.encoding = encoding
        return opened
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    if file_encoding is None:
        file_encoding = data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder
