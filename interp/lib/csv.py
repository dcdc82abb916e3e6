"""csv: tables as text: readers, writers and their dialects."""
__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab", "unix_dialect", "field_size_limit",
           "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "unregister_dialect", "DictReader", "DictWriter"]
__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = "_csv"


class Dialect:
    """Describe a CSV dialect: subclasses name what differs."""
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Rules(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    """Describe the usual properties of Excel-generated CSV files."""
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """Describe the usual properties of Excel-generated TAB-delimited files."""
    delimiter = "\t"


class unix_dialect(Dialect):
    """Describe the usual properties of Unix-generated CSV files."""
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_defaults = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
             "skipinitialspace": False, "strict": False}
_dialects = {}
_limit = 128 * 1024


class _Rules:
    """A dialect whose parts have been checked: what CPython calls _csv.Dialect."""
    __slots__ = tuple(_defaults)

    def __init__(self, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _defaults:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        named = {name: getattr(dialect, name) for name in _defaults if hasattr(dialect, name)} | options
        given = _defaults | named
        for name in ("delimiter", "escapechar", "lineterminator", "quotechar", "quoting"):
            given[name] = self._checked(name, given[name])
        if not 0 <= given["quoting"] <= 3:
            raise TypeError('bad "quoting" value')
        if given["quotechar"] is None and "quoting" not in named:
            given["quoting"] = QUOTE_NONE
        if given["quoting"] != QUOTE_NONE and given["quotechar"] is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if given["lineterminator"] is None:
            raise TypeError("lineterminator must be set")
        for name, value in given.items():
            object.__setattr__(self, name, bool(value) if name in ("doublequote", "skipinitialspace", "strict") else value)

    @staticmethod
    def _checked(name, value):
        if name == "quoting":
            if type(value) is not int:
                raise TypeError('"quoting" must be an integer')
        elif name == "lineterminator":
            if value is not None and not isinstance(value, str):
                raise TypeError('"lineterminator" must be a string')
        elif value is not None or name == "delimiter":
            if not isinstance(value, str):
                raise TypeError('"%s" must be string%s, not %s' % (name, "" if name == "delimiter" else " or None", type(value).__name__))
            if len(value) != 1 and (value or name == "delimiter"):
                raise TypeError('"%s" must be a 1-character string' % name)
            return value or None
        return value

    def __setattr__(self, name, value):
        raise AttributeError("attribute '%s' of '_csv.Dialect' objects is not writable" % name)


_Rules.__name__ = _Rules.__qualname__ = "Dialect"
_Rules.__module__ = "_csv"


def _rules(dialect, options):
    return dialect if isinstance(dialect, _Rules) and not options else _Rules(dialect, **options)


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Rules(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    if new_limit is not None and not isinstance(new_limit, int):
        raise TypeError("limit must be an integer")
    old = _limit
    if new_limit is not None:
        _limit = new_limit
    return old


class reader:
    """Rows of the lines of an iterable."""
    __slots__ = ("dialect", "line_num", "_lines", "_fast")

    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = rules = _rules(dialect, fmtparams)
        self.line_num = 0
        self._fast = rules.escapechar is None and not rules.skipinitialspace and rules.quoting in (QUOTE_MINIMAL, QUOTE_ALL)

    def __iter__(self):
        return self

    def __next__(self):
        line = self._line()
        if self._fast and self.dialect.quotechar not in line:
            text = line[:-2] if line[-2:] == "\r\n" else line[:-1] if line[-1:] in ("\n", "\r") else line
            if "\n" not in text and "\r" not in text and len(text) <= _limit:
                return text.split(self.dialect.delimiter) if text else []
        return self._parse(line)

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
        self.line_num += 1
        return line

    def _parse(self, line):
        """One row by the automaton: START of a row or FIELD, IN a field, QUOTED, a quote SEEN in one, ESCaped in either, behind an ESCaped NEWLINE, behind a row's END."""
        rules = self.dialect
        delimiter, quote, escape, quoting = rules.delimiter, rules.quotechar, rules.escapechar, rules.quoting
        if quoting == QUOTE_NONE:
            quote = None
        fields, field, numeric = [], [], False
        state = "START"

        def end_field():
            nonlocal numeric
            text = "".join(field)
            field.clear()
            fields.append(float(text) if numeric else text)
            numeric = False

        def add(c):
            if len(field) >= _limit:
                raise Error("field larger than field limit (%d)" % _limit)
            field.append(c)

        while True:
            for c in line:
                if state == "START":
                    if c in "\r\n":
                        state = "END"
                        continue
                    state = "FIELD"
                if state == "FIELD":
                    if c in "\r\n":
                        end_field()
                        state = "END"
                    elif c == quote:
                        state = "QUOTED"
                    elif c == escape:
                        state = "ESC"
                    elif c == " " and rules.skipinitialspace:
                        pass
                    elif c == delimiter:
                        end_field()
                    else:
                        numeric = quoting == QUOTE_NONNUMERIC
                        add(c)
                        state = "IN"
                elif state == "IN" or state == "ESC NEWLINE":
                    state = "IN"
                    if c in "\r\n":
                        end_field()
                        state = "END"
                    elif c == escape:
                        state = "ESC"
                    elif c == delimiter:
                        end_field()
                        state = "FIELD"
                    else:
                        add(c)
                elif state == "ESC":
                    add(c)
                    state = "ESC NEWLINE" if c in "\r\n" else "IN"
                elif state == "QUOTED":
                    if c == escape:
                        state = "QUOTED ESC"
                    elif c == quote:
                        state = "SEEN" if rules.doublequote else "IN"
                    else:
                        add(c)
                elif state == "QUOTED ESC":
                    add(c)
                    state = "QUOTED"
                elif state == "SEEN":
                    if c == quote and quoting != QUOTE_NONE:
                        add(c)
                        state = "QUOTED"
                    elif c == delimiter:
                        end_field()
                        state = "FIELD"
                    elif c in "\r\n":
                        end_field()
                        state = "END"
                    elif not rules.strict:
                        add(c)
                        state = "IN"
                    else:
                        raise Error("'%s' expected after '%s'" % (delimiter, quote))
                elif c not in "\r\n":
                    raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
            if state == "ESC":
                add("\n")
                state = "IN"
            elif state == "QUOTED ESC":
                add("\n")
                state = "QUOTED"
            if state in ("FIELD", "IN", "SEEN"):
                end_field()
                return fields
            if state != "QUOTED" and state != "ESC NEWLINE":
                return fields
            try:
                line = self._line()
            except StopIteration:
                if rules.strict:
                    raise Error("unexpected end of data") from None
                end_field()
                return fields


class writer:
    """Rows as text, by the write() of a file."""
    __slots__ = ("dialect", "_write", "_special")

    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._write = getattr(csvfile, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = rules = _rules(dialect, fmtparams)
        self._special = frozenset((rules.delimiter, rules.escapechar, rules.quotechar, *rules.lineterminator))

    def writerow(self, row, /):
        try:
            row = iter(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        texts = [self._field(value) for value in row]
        rules = self.dialect
        if len(texts) == 1 and not texts[0]:
            if rules.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts[0] = rules.quotechar * 2
        return self._write(rules.delimiter.join(texts) + rules.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, value):
        rules = self.dialect
        quote, escape, quoting = rules.quotechar, rules.escapechar, rules.quoting
        text = value if isinstance(value, str) else "" if value is None else str(value)
        quoted = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float, complex)) and not hasattr(value, "__float__")
        special = self._special
        if special.isdisjoint(text):
            return quote + text + quote if quoted else text
        out = []
        for c in text:
            if c in special:
                escaped = quoting == QUOTE_NONE
                if not escaped and c == quote:
                    if rules.doublequote:
                        out.append(quote)
                    else:
                        escaped = True
                elif not escaped and c == escape:
                    escaped = True
                if escaped:
                    if not escape:
                        raise Error("need to escape, but no escapechar set")
                    out.append(escape)
                else:
                    quoted = True
            out.append(c)
        text = "".join(out)
        return quote + text + quote if quoted else text


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval = fieldnames, restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _list(self, row):
        if self.extrasaction == "raise":
            wrong = row.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (row.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._list, rowdicts))

    __class_getitem__ = DictReader.__class_getitem__


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)
