"""tomllib: TOML documents as dictionaries."""
import functools as _functools
import re as _re

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """An error raised if a document is not valid TOML."""


def load(fp, /, *, parse_float=float):
    """Parse TOML from a binary file object."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Parse TOML from a string."""
    return _Document(s.replace("\r\n", "\n"), _checked(parse_float)).read()


def _checked(parse_float):
    """parse_float, whose results cannot be taken for tables and arrays."""
    if parse_float is float:
        return float

    def parse(text):
        number = parse_float(text)
        if isinstance(number, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return number

    return parse


_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
_COMMENT = rf"#[^\n{_CONTROLS}]*"
_blanks = _re.compile(r"[ \t]*").match
_breaks = _re.compile(r"[ \t\n]*").match
# Lines without a statement: a "#" behind them begins a comment that has a control character.
_BETWEEN = rf"(?:[ \t\n]+|{_COMMENT}(?=\n|\Z))*"
_between = _re.compile(_BETWEEN).match
_end_of_statement = _re.compile(rf"[ \t]*(?:{_COMMENT})?(?:\n{_BETWEEN}|\Z)").match
_KEY_STARTS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_\"'")
_bare_key = _re.compile(r"[A-Za-z0-9_-]+").match
_bare_key_equals = _re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*").match
_of_line = _re.compile(rf"[^\n{_CONTROLS}]*").match
_of_lines = _re.compile(rf"[^{_CONTROLS}]*").match
_unescaped = _re.compile(rf'[^"\\\n{_CONTROLS}]*').match
_unescaped_long = _re.compile(rf'(?:[^"\\{_CONTROLS}]+|"(?!""))*').match
_unescaped_string = _re.compile(rf'"([^"\\\n{_CONTROLS}]*)"').match
_hexadecimal = _re.compile("[0-9A-Fa-f]*").match
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_DIGITS = "[0-9](?:_?[0-9])*"
_CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_scalar = _re.compile("|".join([
    rf"(?P<date>([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]{_CLOCK}([Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?)",
    rf"(?P<time>{_CLOCK})",
    "(?P<whole>0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*))",
    rf"(?P<number>[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<fraction>(?:\.{_DIGITS})?(?:[eE][+-]?{_DIGITS})?))",
    "(?P<special>[+-]?(?:inf|nan))"])).match


class _Document:
    """What is known of a document: tables that may not be declared again, and arrays and tables written as values, which stay as they are (both by id)."""

    def __init__(self, text, parse_float):
        self.text, self.parse_float = text, parse_float
        self.header, self.table = (), {}  # where pairs go
        self.top = self.table
        self.declared, self.fixed = set(), set()
        self.dotted = []  # tables that dotted keys went through, declared at the next header

    def error(self, pos, message):
        if pos >= len(self.text):
            return TOMLDecodeError(f"{message} (at end of document)")
        line, column = self.text.count("\n", 0, pos) + 1, pos - self.text.rfind("\n", 0, pos)
        return TOMLDecodeError(f"{message} (at line {line}, column {column})")

    def read(self):
        text, pos = self.text, self.skip_lines(0)
        while pos < len(text):
            if text[pos] == "[":
                pos = self.read_header(pos)
            elif text[pos] in _KEY_STARTS:
                pos = self.read_statement(pos)
            else:
                raise self.error(pos, "Invalid statement")
            end = _end_of_statement(text, pos)
            if end is None:
                pos = _blanks(text, pos).end()
                self.check_comment(pos)
                raise self.error(pos, "Expected newline or end of document after a statement")
            pos = end.end()
            self.check_comment(pos)
        return self.top

    def check_comment(self, pos):
        """A comment that was not skipped has a character that it may not have."""
        if self.text.startswith("#", pos):
            pos = _of_line(self.text, pos).end()
            raise self.error(pos, f"Found invalid character {self.text[pos]!r}")

    def skip_lines(self, pos):
        pos = _between(self.text, pos).end()
        self.check_comment(pos)
        return pos

    # ---- statements ----

    def read_header(self, pos):
        self.declared.update(self.dotted)
        self.dotted.clear()
        is_array = self.text.startswith("[[", pos)
        pos, key = self.read_key(_blanks(self.text, pos + 1 + is_array).end())
        if is_array:
            self.table = self.append_table(key, pos)
        else:
            refusal = f"Cannot declare {key} twice"
            self.table = self.table_behind(self.top, key, pos, refusal)
            if id(self.table) in self.declared:
                raise self.error(pos, refusal)
        self.declared.add(id(self.table))
        self.header = key
        closing, what = ("]]", "an array") if is_array else ("]", "a table")
        if not self.text.startswith(closing, pos):
            raise self.error(pos, f"Expected '{closing}' at the end of {what} declaration")
        return pos + len(closing)

    def append_table(self, key, pos):
        refusal = f"Cannot mutate immutable namespace {key}"
        tables = self.table_behind(self.top, key[:-1], pos, refusal).setdefault(key[-1], [])
        if id(tables) in self.fixed:
            raise self.error(pos, refusal)
        if not isinstance(tables, list):
            raise self.error(pos, "Cannot overwrite a value")
        tables.append({})
        return tables[-1]

    def table_behind(self, table, key, pos, refusal):
        """The table that the key leads to, made where there is none; of an array of tables the last."""
        for name in key:
            table = table.setdefault(name, {})
            if id(table) in self.fixed:
                raise self.error(pos, refusal)
            if isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                raise self.error(pos, "Cannot overwrite a value")
        return table

    def read_statement(self, pos):
        pos, key, value = self.read_pair(pos)
        table, last = self.table, key[-1]
        for depth in range(1, len(key)):
            table = self.table_behind(table, key[depth - 1:depth], pos, f"Cannot mutate immutable namespace {self.header + key[:-1]}")
            if id(table) in self.declared:
                raise self.error(pos, f"Cannot redefine namespace {self.header + key[:depth]}")
            self.dotted.append(id(table))
        if last in table:
            raise self.error(pos, "Cannot overwrite a value")
        table[last] = value
        return pos

    def read_pair(self, pos):
        simple = _bare_key_equals(self.text, pos)
        if simple:
            key, pos = (simple[1],), simple.end()
        else:
            pos, key = self.read_key(pos)
            if not self.text.startswith("=", pos):
                raise self.error(pos, "Expected '=' after a key in a key/value pair")
            pos = _blanks(self.text, pos + 1).end()
        pos, value = self.read_value(pos)
        return pos, key, value

    def read_key(self, pos):
        key = ()
        while True:
            pos, name = self.read_name(pos)
            key += (name,)
            pos = _blanks(self.text, pos).end()
            if not self.text.startswith(".", pos):
                return pos, key
            pos = _blanks(self.text, pos + 1).end()

    def read_name(self, pos):
        bare = _bare_key(self.text, pos)
        if bare:
            return bare.end(), bare[0]
        if self.text.startswith('"', pos):
            return self.read_string(pos)
        if self.text.startswith("'", pos):
            return self.read_literal(pos + 1, "'", _of_line)
        raise self.error(pos, "Invalid initial character for a key part")

    # ---- values: each with the position behind it ----

    def read_value(self, pos):
        text = self.text
        first = text[pos:pos + 1]
        if first == '"':
            return self.read_long_string(pos, '"""') if text.startswith('"""', pos) else self.read_string(pos)
        if first == "'":
            return self.read_long_string(pos, "'''") if text.startswith("'''", pos) else self.read_literal(pos + 1, "'", _of_line)
        if first == "[":
            return self.read_array(pos + 1)
        if first == "{":
            return self.read_inline_table(pos + 1)
        scalar = _scalar(text, pos)
        if scalar:
            return scalar.end(), self.number(scalar, pos)
        if text.startswith("true", pos):
            return pos + 4, True
        if text.startswith("false", pos):
            return pos + 5, False
        raise self.error(pos, "Invalid value")

    def number(self, found, pos):
        kind = found.lastgroup
        if kind == "number":
            return self.parse_float(found[0]) if found["fraction"] else int(found[0], 0)
        if kind == "whole":
            return int(found[0], 0)
        if kind == "special":
            return self.parse_float(found[0])
        if kind == "time":
            return _time(*found.groups()[13:17])
        try:
            return _date(*found.groups()[1:12])
        except ValueError as error:
            raise self.error(pos, "Invalid date or datetime") from error

    def read_array(self, pos):
        array = []
        pos = self.skip_lines(pos)
        while not self.text.startswith("]", pos):
            pos, value = self.read_value(pos)
            array.append(value)
            pos = self.skip_lines(pos)
            if self.text.startswith(",", pos):
                pos = self.skip_lines(pos + 1)
            elif not self.text.startswith("]", pos):
                raise self.error(pos, "Unclosed array")
        self.fixed.add(id(array))
        return pos + 1, array

    def read_inline_table(self, pos):
        whole = {}
        pos = _blanks(self.text, pos).end()
        is_closed = self.text.startswith("}", pos)
        while not is_closed:
            pos, key, value = self.read_pair(pos)
            refusal, last = f"Cannot mutate immutable namespace {key}", key[-1]
            table = self.table_behind(whole, key[:-1], pos, refusal)
            if last in table:
                raise self.error(pos, refusal if id(table[last]) in self.fixed else f"Duplicate inline table key {last!r}")
            table[last] = value
            pos = _blanks(self.text, pos).end()
            is_closed = self.text.startswith("}", pos)
            if not is_closed:
                if not self.text.startswith(",", pos):
                    raise self.error(pos, "Unclosed inline table")
                pos = _blanks(self.text, pos + 1).end()
        self.fixed.add(id(whole))
        return pos + 1, whole

    # ---- strings ----

    def read_string(self, pos):
        simple = _unescaped_string(self.text, pos)
        return (simple.end(), simple[1]) if simple else self.read_escaped(pos + 1, '"', _unescaped)

    def read_long_string(self, pos, quotes):
        """A fourth and a fifth quote at its end are of the string."""
        pos += 4 if self.text.startswith("\n", pos + 3) else 3
        if quotes == '"""':
            pos, string = self.read_escaped(pos, quotes, _unescaped_long)
        else:
            pos, string = self.read_literal(pos, quotes, _of_lines)
        more = 0
        while more < 2 and self.text.startswith(quotes[0], pos + more):
            more += 1
        return pos + more, string + quotes[:more]

    def read_literal(self, pos, quotes, allowed):
        end = self.text.find(quotes, pos)
        if end < 0:
            raise self.error(len(self.text), f"Expected {quotes!r}")
        stop = allowed(self.text, pos, end).end()
        if stop < end:
            raise self.error(stop, f"Found invalid character {self.text[stop]!r}")
        return end + len(quotes), self.text[pos:end]

    def read_escaped(self, pos, quotes, unescaped):
        parts = []
        while True:
            found = unescaped(self.text, pos)
            parts.append(found[0])
            pos = found.end()
            if self.text.startswith(quotes, pos):
                return pos + len(quotes), "".join(parts)
            if pos == len(self.text):
                raise self.error(pos, "Unterminated string")
            if self.text[pos] != "\\":
                raise self.error(pos, f"Illegal character {self.text[pos]!r}")
            pos, part = self.read_escape(pos + 1, quotes == '"""')
            parts.append(part)

    def read_escape(self, pos, is_long):
        text = self.text
        kind = text[pos:pos + 1]
        if kind in _ESCAPES:
            return pos + 1, _ESCAPES[kind]
        if kind == "u" or kind == "U":
            return self.read_code_point(pos + 1, 4 if kind == "u" else 8)
        if not is_long or kind == "" or kind not in " \t\n":
            raise self.error(pos + 1, "Unescaped '\\' in a string")
        pos = _blanks(text, pos).end()
        if pos < len(text) and text[pos] != "\n":
            raise self.error(pos, "Unescaped '\\' in a string")
        return _breaks(text, pos).end(), ""

    def read_code_point(self, pos, size):
        digits = _hexadecimal(self.text, pos, pos + size)[0]
        if len(digits) < size:
            raise self.error(pos, "Invalid hex value")
        code = int(digits, 16)
        if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            raise self.error(pos + size, "Escaped character is not a Unicode scalar value")
        return pos + size, chr(code)


# ---- dates ----

def _date(year, month, day, hour, minute, second, fraction, zone, sign, *offset):
    from datetime import date, datetime, timezone
    year, month, day = int(year), int(month), int(day)
    if hour is None:
        return date(year, month, day)
    tzinfo = _timezone(sign, *offset) if sign else timezone.utc if zone else None
    return datetime(year, month, day, int(hour), int(minute), int(second), _microseconds(fraction), tzinfo)


def _time(hour, minute, second, fraction):
    from datetime import time
    return time(int(hour), int(minute), int(second), _microseconds(fraction))


def _microseconds(fraction):
    return int(fraction.ljust(6, "0")) if fraction else 0


@_functools.lru_cache(maxsize=None)
def _timezone(sign, hours, minutes):
    from datetime import timedelta, timezone
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)
