"""configparser: files of sections with options, as Windows' .ini files are."""
import functools
import io
import os
import re
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
           "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError", "ConfigParser",
           "SafeConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy",
           "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


def _deprecated(message):
    from warnings import warn
    warn(message, DeprecationWarning, stacklevel=3)


def _removed(mapping, key):
    """Whether it was there."""
    there = key in mapping
    if there:
        del mapping[key]
    return there


# ---- exceptions: `args` are what they are made of ----

class Error(Exception):
    def __init__(self, msg=""):
        super().__init__(msg)
        self.message = msg

    def __str__(self):
        return self.message

    __repr__ = __str__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, "No section: %r" % (section,))
        self.section = section
        self.args = section,


def _already(kind, what, source, lineno):
    where = "" if source is None else "While reading from %r%s: " % (source, "" if lineno is None else " [line %2d]" % lineno)
    return "%s%s %s already exists" % (where, kind if where else kind.capitalize(), what)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _already("section", repr(section), source, lineno))
        self.section, self.source, self.lineno = self.args = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _already("option", "%r in section %r" % (option, section), source, lineno))
        self.section, self.option, self.source, self.lineno = self.args = section, option, source, lineno


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option, self.section = self.args = option, section


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section, _ = self.args = option, section, msg


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, "Bad value substitution: option {!r} in section {!r} contains an interpolation key {!r} "
                                    "which is not a valid option name. Raw value: {!r}".format(option, section, reference, rawval))
        self.reference = reference
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, "Recursion limit exceeded in value substitution: option {!r} in section {!r} contains an "
                                    "interpolation key which cannot be substituted in {} steps. Raw value: {!r}".format(
                                        option, section, MAX_INTERPOLATION_DEPTH, rawval))
        self.args = option, section, rawval


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if filename and source:
            raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
        source = filename or source
        if not source:
            raise ValueError("Required argument `source' not given.")
        Error.__init__(self, "Source contains parsing errors: %r" % source)
        self.source = source
        self.errors = []
        self.args = source,

    @property
    def filename(self):
        _deprecated("The 'filename' attribute will be removed in Python 3.12. Use 'source' instead.")
        return self.source

    @filename.setter
    def filename(self, value):
        _deprecated("The 'filename' attribute will be removed in Python 3.12. Use 'source' instead.")
        self.source = value

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line = self.args = filename, lineno, line


# ---- interpolation: values that refer to other values ----

class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Expansion(Interpolation):
    """A sign begins a reference, twice it stands for itself. Subclasses say what a reference looks like, and find what it means."""

    def before_get(self, parser, section, option, value, defaults):
        pieces = []
        self._expand(parser, option, pieces, value, section, defaults, 1)
        return "".join(pieces)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace(self._sign * 2, ""))
        if self._sign in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find(self._sign)))
        return value

    def _expand(self, parser, option, pieces, rest, section, names, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        sign = self._sign
        while rest:
            at = rest.find(sign)
            if at < 0:
                pieces.append(rest)
                return
            if at > 0:
                pieces.append(rest[:at])
                rest = rest[at:]
            follows = rest[1:2]
            if follows == sign:
                pieces.append(sign)
                rest = rest[2:]
            elif follows == self._opening:
                found = self._reference.match(rest)
                if found is None:
                    raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
                rest = rest[found.end():]
                value, *where = self._find(parser, option, section, names, found[1], raw, rest)
                if sign in value:
                    self._expand(parser, where[0], pieces, value, *where[1:], depth + 1)
                else:
                    pieces.append(value)
            else:
                raise InterpolationSyntaxError(option, section, "'%s' must be followed by '%s' or '%s', found: %r" % (sign, sign, self._opening, rest))


class BasicInterpolation(_Expansion):
    """%(option)s"""
    _sign, _opening, _reference = "%", "(", re.compile(r"%\(([^)]+)\)s")

    def _find(self, parser, option, section, names, path, raw, rest):
        name = parser.optionxform(path)
        try:
            return names[name], option, section, names
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_Expansion):
    """${option} and ${section:option}"""
    _sign, _opening, _reference = "$", "{", re.compile(r"\$\{([^}]+)\}")

    def _find(self, parser, option, section, names, path, raw, rest):
        path = path.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
        of, name = section, option
        try:
            name = parser.optionxform(path[-1])
            if len(path) == 1:
                value = names[name]
            else:
                of = path[0]
                value = parser.get(of, name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        return value, name, of, dict(parser.items(of, raw=True)) if "$" in value else names


class LegacyInterpolation(Interpolation):
    """Values are formats for the operator %."""
    _reference = re.compile(r"%\(([^)]*)\)s|.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _deprecated("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the configparser module in Python 3.13. "
                    "Use BasicInterpolation or ExtendedInterpolation instead.")

    def before_get(self, parser, section, option, value, vars):
        raw = value

        def transformed(match):
            return match[0] if match[1] is None else "%%(%s)s" % parser.optionxform(match[1])

        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not (value and "%(" in value):
                return value
            value = self._reference.sub(transformed, value)
            try:
                value = value % vars
            except KeyError as error:
                raise InterpolationMissingOptionError(option, section, raw, error.args[0]) from None
        if value and "%(" in value:
            raise InterpolationDepthError(option, section, raw)
        return value


# ---- reading ----

class _Reader:
    """One source that is read line by line: the section and the option that the next line may belong to."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.seen = set()  # sections, and pairs of section and option, of this source
        self.section_name = self.section = self.option = None
        self.indent = 0
        self.error = None

    def read(self, lines):
        parser = self.parser
        for self.number, self.line in enumerate(lines, start=1):
            start = self.comment_start()
            text = self.line[:start].strip()
            if text:
                self.read_text(text)
            elif not parser._empty_lines_in_values:
                self.indent = float("inf")  # nothing goes on
            elif start is None and self.section is not None and self.option and self.section[self.option] is not None:
                self.section[self.option].append("")
        parser._join_multiline_values()
        if self.error:
            raise self.error

    def comment_start(self):
        """Of inline comments, the n-th places of all prefixes are looked at together: the first with a blank before it counts."""
        line, parser = self.line, self.parser
        if line.strip().startswith(parser._comment_prefixes):
            return 0
        places, found = {prefix: -1 for prefix in parser._inline_comment_prefixes}, []
        while places and not found:
            places = {prefix: at for prefix, before in places.items() if (at := line.find(prefix, before + 1)) >= 0}
            found = [at for at in places.values() if at == 0 or line[at - 1].isspace()]
        return min(found, default=None)

    def read_text(self, text):
        found = self.parser.NONSPACECRE.search(self.line)
        indent = found.start() if found else 0
        if self.section is not None and self.option and indent > self.indent:
            self.section[self.option].append(text)
            return
        self.indent = indent
        header = self.parser.SECTCRE.match(text)
        if header:
            self.begin_section(header.group("header"))
        elif self.section is None:
            raise MissingSectionHeaderError(self.source, self.number, self.line)
        else:
            self.read_option(self.parser._optcre.match(text))

    def begin_section(self, name):
        parser = self.parser
        self.section_name, self.option = name, None
        if name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, self.number)
            self.section = parser._sections[name]
        elif name == parser.default_section:
            self.section = parser._defaults
            return
        else:
            self.section = parser._sections[name] = parser._dict()
            parser._proxies[name] = SectionProxy(parser, name)
        self.seen.add(name)

    def read_option(self, found):
        if not found or not found.group("option"):
            self.error = self.error or ParsingError(self.source)
            self.error.append(self.number, repr(self.line))
            if not found:
                return
        parser = self.parser
        self.option, value = found.group("option", "value")
        self.option = parser.optionxform(self.option.rstrip())
        key = self.section_name, self.option
        if parser._strict and key in self.seen:
            raise DuplicateOptionError(*key, self.source, self.number)
        self.seen.add(key)
        self.section[self.option] = None if value is None else [value.strip()]


# ---- parsers ----

_SECTION = r"\[(?P<header>.+)\]"
_OPTION = r"(?P<option>.*?)\s*(?P<vi>%s)\s*(?P<value>.*)$"
_OPTION_ALONE = r"(?P<option>.*?)\s*(?:(?P<vi>%s)\s*(?P<value>.*))?$"


class RawConfigParser(MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(_SECTION)
    OPTCRE = re.compile(_OPTION % "=|:")
    OPTCRE_NV = re.compile(_OPTION_ALONE % "=|:")
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
                 converters=_UNSET):
        self._dict = dict_type
        self._sections, self._defaults = dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        if delimiters == ("=", ":"):
            self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        else:
            self._optcre = re.compile((_OPTION_ALONE if allow_no_value else _OPTION) % "|".join([re.escape(each) for each in delimiters]))
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    # ---- sections and options ----

    def defaults(self):
        return self._defaults

    def sections(self):
        return [*self._sections]

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._sections[section], self._proxies[section] = self._dict(), SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        return list(dict.fromkeys([*self._named(section), *self._defaults]))

    def optionxform(self, optionstr):
        return optionstr.lower()

    def _is_default(self, section):
        return not section or section == self.default_section

    def _named(self, section):
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def _own_options(self, section):
        return self._defaults if self._is_default(section) else self._named(section)

    def has_option(self, section, option):
        if not self._is_default(section) and section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._own_options(section) or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own_options(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        return _removed(self._own_options(section), self.optionxform(option))

    def remove_section(self, section):
        return _removed(self._sections, section) and _removed(self._proxies, section)

    # ---- reading ----

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        encoding = io.text_encoding(encoding)
        read = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            read.append(os.fspath(name) if isinstance(name, os.PathLike) else name)
        return read

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        self.read_file(io.StringIO(string), source)

    def readfp(self, fp, filename=None):
        _deprecated("This method will be removed in Python 3.12. Use 'parser.read_file()' instead.")
        self.read_file(fp, source=filename)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for option, value in options.items():
                option = self.optionxform(str(option))
                if value is not None:
                    value = str(value)
                if self._strict and (section, option) in seen:
                    raise DuplicateOptionError(section, option, source)
                seen.add((section, option))
                self.set(section, option, value)

    def _read(self, fp, fpname):
        _Reader(self, fpname).read(fp)

    def _join_multiline_values(self):
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _read_defaults(self, defaults):
        for option, value in defaults.items():
            self._defaults[self.optionxform(option)] = value

    # ---- values ----

    def _names(self, section, vars):
        """What can be referred to from the section, nearest first."""
        options = {}
        try:
            options = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {self.optionxform(key): value if value is None else str(value) for key, value in vars.items()} if vars else {}
        return _ChainMap(given, options, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._names(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = names[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, names)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        names = self._defaults.copy()
        try:
            names.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section)
        options = list(names.keys())
        if vars:
            for key, value in vars.items():
                names[self.optionxform(key)] = value
        return [(option, names[option] if raw else self._interpolation.before_get(self, section, option, names[option], names)) for option in options]

    def _validate_value_types(self, *, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    @property
    def converters(self):
        return self._converters

    # ---- writing ----

    def write(self, fp, space_around_delimiters=True):
        delimiter = " {} ".format(self._delimiters[0]) if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        for section, options in self._sections.items():
            self._write_section(fp, section, options.items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter):
        fp.write("[{}]\n".format(section_name))
        for option, value in section_items:
            value = self._interpolation.before_write(self, section_name, option, value)
            is_alone = value is None and self._allow_no_value
            fp.write("{}{}\n".format(option, "" if is_alone else delimiter + str(value).replace("\n", "\n\t")))
        fp.write("\n")

    # ---- as a mapping of sections ----

    def popitem(self):
        for name in self.sections():
            section = self[name]
            del self[name]
            return name, section
        raise KeyError

    def __contains__(self, name):
        return name == self.default_section or self.has_section(name)

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    def __len__(self):
        return 1 + len(self._sections)

    def __getitem__(self, name):
        if name in self:
            return self._proxies[name]
        raise KeyError(name)

    def __setitem__(self, name, options):
        """The section has these options only; its own proxy changes nothing."""
        known = name in self
        if known and self._proxies[name] is options:
            return
        if known:
            self._own_options(name).clear()
        self.read_dict({name: options})

    def __delitem__(self, name):
        if name == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(name):
            raise KeyError(name)


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._validate_value_types(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        """As those of a file: texts, whose references nobody checks."""
        interpolation, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation


class SafeConfigParser(ConfigParser):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _deprecated("The SafeConfigParser class has been renamed to ConfigParser in Python 3.2. This alias will be removed in Python 3.12. "
                    "Use ConfigParser directly instead.")


class SectionProxy(MutableMapping):
    """A section as a mapping of options."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for converter in parser.converters:
            getter = "get" + converter
            setattr(self, getter, functools.partial(self.get, _impl=getattr(parser, getter)))

    def __repr__(self):
        return "<Section: {}>".format(self._name)

    def __contains__(self, option):
        return self._parser.has_option(self._name, option)

    def __iter__(self):
        return iter(self._options())

    def __len__(self):
        return len(self._options())

    def __getitem__(self, option):
        if option in self:
            return self._parser.get(self._name, option)
        raise KeyError(option)

    def __setitem__(self, option, text):
        self._parser._validate_value_types(option=option, value=text)
        self._parser.set(self._name, option, text)

    def __delitem__(self, option):
        if option not in self or not self._parser.remove_option(self._name, option):
            raise KeyError(option)

    def _options(self):
        return self._parser.defaults() if self._name == self._parser.default_section else self._parser.options(self._name)

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The converters of a parser, by what follows "get" in the names of their methods; None: the parser's class defines the method."""
    GETTERCRE = re.compile(r"^get(?P<name>.+)$")

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for getter in dir(parser):
            found = self.GETTERCRE.match(getter)
            if found and callable(getattr(parser, getter)):
                self._data[found["name"]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        try:
            getter = "get" + key
        except TypeError:
            raise ValueError("Incompatible key: {} (type: {})".format(key, type(key)))
        if getter == "get":
            raise ValueError("Incompatible key: cannot use \"\" as a name")
        self._data[key] = value
        convert = functools.partial(self._parser._get_conv, conv=value)
        convert.converter = value
        setattr(self._parser, getter, convert)
        for proxy in self._parser.values():
            setattr(proxy, getter, functools.partial(proxy.get, _impl=convert))

    def __delitem__(self, key):
        try:
            getter = "get" + (key or None)
        except TypeError:
            raise KeyError(key)
        del self._data[key]
        for each in (self._parser, *self._parser.values()):
            try:
                delattr(each, getter)
            except AttributeError:
                pass

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
