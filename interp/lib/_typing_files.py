"""_typing_files: files as annotations name them, and the protocols of conversions; loaded when one of them is first asked for."""
from abc import abstractmethod
from typing import AnyStr, Generic, Protocol, T_co, TypeVar, _ProtocolMeta, runtime_checkable

__name__ = "typing"  # what is defined here is shown and pickled as typing's


def _in_name_only(cls, names, properties=()):
    """Abstract methods and properties that say what such a file has."""
    for name in (*names, *properties):
        def method(self, *args, **kwargs):
            pass
        method.__name__, method.__qualname__, method.__module__ = name, f"{cls.__name__}.{name}", "typing"
        setattr(cls, name, property(abstractmethod(method)) if name in properties else abstractmethod(method))
    return cls


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


_in_name_only(IO, "close fileno flush isatty read readable readline readlines seek seekable tell truncate writable write writelines __enter__ __exit__".split(),
              ("mode", "name", "closed"))
_in_name_only(BinaryIO, ("write", "__enter__"))
_in_name_only(TextIO, ("__enter__",), ("buffer", "encoding", "errors", "line_buffering", "newlines"))


def _supports(name, result):
    def method(self):
        pass
    method.__name__ = name
    method.__annotations__ = {"return": result}
    base = Protocol[result] if isinstance(result, TypeVar) else Protocol
    names = {name: abstractmethod(method), "__slots__": (), "__module__": "typing", **({"__orig_bases__": (base,)} if base is not Protocol else {})}
    return runtime_checkable(_ProtocolMeta("Supports" + name.strip("_").capitalize(), (Protocol, Generic) if base is not Protocol else (Protocol,), names))


SupportsInt = _supports("__int__", int)
SupportsFloat = _supports("__float__", float)
SupportsComplex = _supports("__complex__", complex)
SupportsBytes = _supports("__bytes__", bytes)
SupportsIndex = _supports("__index__", int)
SupportsAbs = _supports("__abs__", T_co)
SupportsRound = _supports("__round__", T_co)
