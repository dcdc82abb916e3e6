"""hmac: digests with a key (RFC 2104), and the comparison that takes as long for equal as for different ones."""
import hashlib as _hashlib
import warnings as _warnings
from _functools import _as_builtin

trans_5C = bytes([each ^ 0x5C for each in range(256)])
trans_36 = bytes([each ^ 0x36 for each in range(256)])
digest_size = None


@_as_builtin
def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    else:
        strange = [each for each in (a, b) if not isinstance(each, memoryview) and (isinstance(each, str) or not hasattr(each, "decode"))]
        if len(strange) == 2:
            raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'" % (type(a).__name__, type(b).__name__))
        if strange:
            raise TypeError("a bytes-like object is required, not '%s'" % type(strange[0]).__name__)
    a, b = bytes(a), bytes(b)
    different = len(a) ^ len(b)
    for x, y in zip(b if different else a, b):  # as many steps as b has, so that the time tells nothing of a
        different |= x ^ y
    return not different


def _maker(digestmod):
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": _hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


class HMAC:
    blocksize = 64
    __slots__ = ("_inner", "_outer", "block_size", "digest_size")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _maker(digestmod)
        self._outer, self._inner = make(), make()
        self.digest_size = self._inner.digest_size
        size = getattr(self._inner, "block_size", None)
        if size is None:
            _warnings.warn("No block_size attribute on given digest object; Assuming %d." % self.blocksize, RuntimeWarning, 2)
            size = self.blocksize
        elif size < 16:
            _warnings.warn("block_size of %d seems too small; using our default of %d." % (size, self.blocksize), RuntimeWarning, 2)
            size = self.blocksize
        self.block_size = size
        key = (make(key).digest() if len(key) > size else key).ljust(size, b"\0")
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _current(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        return self._current().digest()

    def hexdigest(self):
        return self._current().hexdigest()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(bytes(key), msg, digest).digest()
