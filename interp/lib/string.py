"""string: alphabets, Template and Formatter."""
__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, None), (name, start) or (None, start) for a delimiter that is no placeholder."""
        text, at = self.template, 0
        while True:
            start = text.find(self.delimiter, at)
            if start < 0:
                yield text[at:], None
                return
            yield text[at:start], None
            end = start + len(self.delimiter)
            if text.startswith(self.delimiter, end):
                yield self.delimiter, None
                at = end + len(self.delimiter)
                continue
            braced = text.startswith("{", end)
            first = last = end + braced
            while last < len(text) and (text[last].isascii() and text[last].isalnum() or text[last] == "_"):
                last += 1
            name = text[first:last]
            if not name or name[0].isdigit() or braced and not text.startswith("}", last):
                yield None, start
                at = end
                continue
            at = last + braced
            yield name, start

    def _substitute(self, mapping, safe):
        result = []
        for part, start in self._parts():
            if start is None:
                result.append(part)
            elif part is not None and (not safe or part in mapping):
                result.append(str(mapping[part]))
            elif safe:
                end = self.template.find("}", start) + 1 if part is not None and self.template.startswith("{", start + 1) else start + 1 + len(part or "")
                result.append(self.template[start:end])
            else:
                lines = self.template[:start].splitlines(keepends=True)
                column = start - len("".join(lines[:-1])) + 1 if lines else 1
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(lines) or 1, column))
        return "".join(result)

    def substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._substitute({**mapping, **kws}, True)

    def is_valid(self):
        return all(part is not None for part, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(part for part, start in self._parts() if start is not None and part is not None))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(number)
                number += 1
            elif name.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = False
            obj, first = self.get_field(name, args, kwargs)
            used.add(first)
            obj = self.convert_field(obj, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            result.append(self.format_field(obj, spec))
        return "".join(result), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, text):
        literal, at = [], 0
        while at < len(text):
            character = text[at]
            if character in "{}" and text[at + 1:at + 2] == character:
                literal.append(character)
                yield "".join(literal), None, None, None
                literal, at = [], at + 2
            elif character == "}":
                raise ValueError("Single '}' encountered in format string")
            elif character == "{":
                depth, end = 1, at + 1
                while end < len(text) and depth:
                    depth += (text[end] == "{") - (text[end] == "}")
                    end += 1
                if depth:
                    raise ValueError("expected '}' before end of string" if end > at + 1 else "Single '{' encountered in format string")
                field, _, spec = text[at + 1:end - 1].partition(":")
                name, bang, conversion = field.partition("!")
                yield "".join(literal), name, spec, conversion if bang else None
                literal, at = [], end
            else:
                literal.append(character)
                at += 1
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        first = field_name
        for index, character in enumerate(field_name):
            if character in ".[":
                first = field_name[:index]
                break
        rest = field_name[len(first):]
        first = int(first) if first.isdigit() else first
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min((rest.find(c, 1) for c in ".[" if rest.find(c, 1) > 0), default=len(rest))
                obj, rest = getattr(obj, rest[1:end]), rest[end:]
            else:
                end = rest.index("]")
                key = rest[1:end]
                obj, rest = obj[int(key) if key.isdigit() else key], rest[end + 1:]
        return obj, first
