"""re: regular expressions. A pattern is parsed (_parser) and compiled (_compile) here; the words that come out run in C (_re)."""
import copyreg as _copyreg
import functools as _functools
from _re import Pattern, Match
from . import _compile as _compiler
from ._parser import error

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern",
           "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG",
           "RegexFlag"]


class RegexFlag(int):
    """A set of flags; prints as re.IGNORECASE|re.DOTALL."""

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & max(511, (1 << self.bit_length()) - 1))

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join([name for name, bit in _flag_names if self & bit]) or None

    def __repr__(self):
        names = ["re." + name for name, bit in _flag_names if self & bit]
        rest = int(self) & ~sum(bit for _, bit in _flag_names)
        if rest:
            names.append(hex(rest))
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__


_flag_names = (("ASCII", 256), ("IGNORECASE", 2), ("LOCALE", 4), ("UNICODE", 32), ("MULTILINE", 8), ("DOTALL", 16), ("VERBOSE", 64), ("TEMPLATE", 1),
               ("DEBUG", 128))
NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
T = TEMPLATE = RegexFlag(1)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
A = ASCII = RegexFlag(256)
for _name in __all__:
    if isinstance(globals()[_name] if _name in globals() else None, RegexFlag):
        setattr(RegexFlag, _name, globals()[_name])


@_functools.lru_cache(512)
def _template(pattern, template):
    return _compiler.parse_template(pattern, template)


@_functools.lru_cache(512, True)
def _compiled(pattern, flags):
    return _compiler.compile_pattern(pattern, flags)


def _compile(pattern, flags):
    """The name that pickled patterns ask for."""
    return compile(pattern, flags)


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    return _compiled(pattern, int(flags))


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _compiled.cache_clear()


def __getattr__(name):
    if name == "Scanner":
        from ._scanner import Scanner
        return Scanner
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_copyreg.pickle(Pattern, lambda pattern: (_compile, (pattern.pattern, pattern.flags)))

_special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin-1").translate(_special).encode("latin-1")
