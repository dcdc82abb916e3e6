"""hashlib: MD5, SHA-1 and SHA-2; the digesting is done in C."""
import _hashlib
from _functools import _as_builtin

algorithms_guaranteed = algorithms_available = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "new", "algorithms_guaranteed", "algorithms_available")


def new(name, data=b"", *, usedforsecurity=True):
    return _hashlib.start(name.lower() if isinstance(name, str) else name, data)


@_as_builtin
def md5(string=b"", *, usedforsecurity=True):
    return _hashlib.start("md5", string)


@_as_builtin
def sha1(string=b"", *, usedforsecurity=True):
    return _hashlib.start("sha1", string)


@_as_builtin
def sha224(string=b"", *, usedforsecurity=True):
    return _hashlib.start("sha224", string)


@_as_builtin
def sha256(string=b"", *, usedforsecurity=True):
    return _hashlib.start("sha256", string)


@_as_builtin
def sha384(string=b"", *, usedforsecurity=True):
    return _hashlib.start("sha384", string)


@_as_builtin
def sha512(string=b"", *, usedforsecurity=True):
    return _hashlib.start("sha512", string)
