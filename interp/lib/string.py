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


class _Pattern:
    """The compiled pattern of a Template class, made when it is asked for; `source`: the class's own, VERBOSE."""

    def __init__(self, source=None):
        self.source = source

    def __get__(self, instance, cls):
        import re
        source = self.source
        if source is None:
            delimiter, name = re.escape(cls.delimiter), cls.idpattern
            source = f"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})|{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))"
        compiled = re.compile(source, re.RegexFlag(cls.flags) | re.VERBOSE)
        for each in cls.__mro__:
            if each.__dict__.get("pattern") is self:
                each.pattern = compiled
        return compiled


class Template:
    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _Pattern(cls.__dict__.get("pattern"))

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        column = start - len("".join(lines[:-1])) if lines else 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(lines) or 1, column))

    def _unknown(self):
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def substitute(self, mapping=None, /, **kws):
        mapping = _joined(mapping, kws)

        def convert(match):
            name = match["named"] or match["braced"]
            if name is not None:
                return str(mapping[name])
            if match["escaped"] is not None:
                return self.delimiter
            if match["invalid"] is not None:
                self._invalid(match)
            self._unknown()
        return self.pattern.sub(convert, self.template)

    def safe_substitute(self, mapping=None, /, **kws):
        mapping = _joined(mapping, kws)

        def convert(match):
            name = match["named"] or match["braced"]
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match["escaped"] is not None:
                return self.delimiter
            if match["invalid"] is None:
                self._unknown()
            return match.group()
        return self.pattern.sub(convert, self.template)

    def _matches(self):
        for match in self.pattern.finditer(self.template):
            if match["named"] is match["braced"] is match["escaped"] is match["invalid"] is None:
                self._unknown()
            yield match

    def is_valid(self):
        for match in self._matches():
            if match["invalid"] is not None:
                return False
        return True

    def get_identifiers(self):
        return list(dict.fromkeys(name for match in self._matches() if (name := match["named"] or match["braced"]) is not None))


def _joined(mapping, kws):
    if mapping is None:
        return kws
    if not kws:
        return mapping
    from collections import ChainMap
    return ChainMap(kws, mapping)


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
