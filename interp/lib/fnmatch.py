"""fnmatch: names against the patterns of a shell."""
import functools as _functools
import re as _re
from os import fsencode as _fsencode, fspath as _fspath  # noqa: F401
from os.path import normcase as _normcase

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(_normcase(name), _normcase(pat))


@_functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    text = translate(pat.decode("iso-8859-1")).encode("iso-8859-1") if isinstance(pat, bytes) else translate(pat)
    return _re.compile(text).match


def filter(names, pat):
    match = _compile_pattern(_normcase(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    return _compile_pattern(pat)(name) is not None


def _set_text(inside):
    """The text of a set of characters: "!" is "^", a hyphen that makes no range is escaped, and ranges that run backwards are dropped."""
    if "-" not in inside:
        inside = inside.replace("\\", r"\\")
    else:
        chunks = []
        begin, at = 0, 2 if inside[0] == "!" else 1
        while (at := inside.find("-", at)) >= 0:
            chunks.append(inside[begin:at])
            begin, at = at + 1, at + 3
        if inside[begin:]:
            chunks.append(inside[begin:])
        else:
            chunks[-1] += "-"
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        inside = "-".join(each.replace("\\", r"\\").replace("-", r"\-") for each in chunks)
    inside = _re.sub(r"([&~|])", r"\\\1", inside)
    if not inside:
        return "(?!)"
    if inside == "!":
        return "."
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in "^[":
        inside = "\\" + inside
    return "[%s]" % inside


def translate(pat):
    star = object()
    parts, at = [], 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if not parts or parts[-1] is not star:
                parts.append(star)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            end = at + (pat[at:at + 1] == "!")
            end = pat.find("]", end + (pat[end:end + 1] == "]"))
            if end < 0:
                parts.append("\\[")
            else:
                parts.append(_set_text(pat[at:end]))
                at = end + 1
        else:
            parts.append(_re.escape(c))
    # Each star but the last takes the shortest match, and takes it for good.
    result, group = [], 0
    at = 0
    while at < len(parts) and parts[at] is not star:
        result.append(parts[at])
        at += 1
    while at < len(parts):
        at += 1
        fixed = []
        while at < len(parts) and parts[at] is not star:
            fixed.append(parts[at])
            at += 1
        if at == len(parts):
            result.append(".*" + "".join(fixed))
        else:
            result.append("(?>.*?%s)" % "".join(fixed))
            group += 1
    return "(?s:%s)\\Z" % "".join(result)
