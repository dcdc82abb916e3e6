"""html: escaping text, and reading character references as HTML 5 says."""
import re as _re
from html.entities import html5 as _html5

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _unescaped_number(number):
    """What browsers take the number for: the control characters of Latin-1 mean those of Windows."""
    if number in (0, 0x0D) or 0x80 <= number <= 0x9F:
        return "\ufffd" if number == 0 else chr(number) if number == 0x0D else _WINDOWS[number - 0x80]
    if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if number < 0x20 and number not in (9, 10, 12) or number == 0x7F or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE:
        return ""
    return chr(number)


_WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"
_reference = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _unescaped(match):
    name = match[1]
    if name[0] == "#":
        digits = name[1:].rstrip(";")
        return _unescaped_number(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    if name in _html5:
        return _html5[name]
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in _html5:
            return _html5[name[:end]] + name[end:]
    return "&" + name


def unescape(s):
    return _reference.sub(_unescaped, s) if "&" in s else s
