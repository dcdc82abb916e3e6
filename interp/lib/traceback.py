"""traceback: exceptions and stacks as text, the same text that an uncaught exception prints."""
import sys
from _traceback import entry_text as _entry_text, message_text as _message_text
from itertools import islice
from linecache import checkcache as _checkcache, getline as _getline

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb", "print_exc",
           "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary",
           "TracebackException", "walk_stack", "walk_tb"]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_RECURSIVE_CUTOFF = 3


class _Absent:
    def __repr__(self):
        return "<implicit>"


_absent = _Absent()


class FrameSummary:
    """One line of a traceback."""
    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None, _text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._text = _text

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _getline(self.filename, self.lineno)
        return self._line.strip()

    def _tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        return self._tuple() == other if isinstance(other, tuple) else NotImplemented

    __hash__ = None

    def __getitem__(self, index):
        return self._tuple()[index]

    def __iter__(self):
        return iter(self._tuple())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _format(self):
        text = self._text
        if text is None:
            text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
            if self.line:
                text += f"    {self.line}\n"
        for name, value in sorted(self.locals.items()) if self.locals else ():
            text += f"    {name} = {value}\n"
        return text


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls._from_entries(((each, lineno, None) for each, lineno in frame_gen), limit, lookup_lines, capture_locals)

    @classmethod
    def _from_entries(cls, entries, limit, lookup_lines, capture_locals):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None:
                limit = max(limit, 0)
        if limit is not None:
            entries = islice(entries, limit) if limit >= 0 else list(entries)[limit:]
        result = cls()
        for each, lineno, text in entries:
            code = each.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False, locals=each.f_locals if capture_locals else None,
                                       _text=text))
        _checkcache_all({each.filename for each in result})
        for each in result if lookup_lines else ():
            each.line
        return result

    @classmethod
    def from_list(cls, a_list):
        result = StackSummary()
        for each in a_list:
            if not isinstance(each, FrameSummary):
                filename, lineno, name, line = each
                each = FrameSummary(filename, lineno, name, line=line)
            result.append(each)
        return result

    def format_frame_summary(self, frame_summary):
        return frame_summary._format()

    def format(self):
        result = []
        last, count = None, 0
        for each in self:
            text = self.format_frame_summary(each)
            if text is None:
                continue
            place = each.filename, each.lineno, each.name
            if place != last:
                _add_repeats(result, count)
                last, count = place, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        _add_repeats(result, count)
        return result


def _add_repeats(result, count):
    count -= _RECURSIVE_CUTOFF
    if count > 0:
        result.append(f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n")


def walk_stack(f):
    if f is None:
        f = sys._getframe(1).f_back.f_back.f_back  # the caller of StackSummary.extract
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary._from_entries(_tb_entries(tb), limit, True, False)


def _tb_entries(tb):
    while tb is not None:
        try:
            text = _entry_text(tb)
        except TypeError:  # looks like a traceback
            text = None
        yield tb.tb_frame, tb.tb_lineno, text
        tb = tb.tb_next


def _checkcache_all(filenames):
    for filename in filenames:
        _checkcache(filename)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15,
                 max_group_depth=10, _seen=None):
        seen = _seen if _seen is not None else set()
        self._fill(exc_type, exc_value, exc_traceback, seen, limit, lookup_lines, capture_locals)
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        todo = [(self, exc_value)] if exc_value is not None else []
        while todo:  # chains may be longer than the stack is deep
            shown, value = todo.pop()
            for name in ("__cause__", "__context__"):
                linked = getattr(value, name, None)
                wanted = not compact or name == "__cause__" or (shown.__cause__ is None and not shown.__suppress_context__)
                if linked is not None and wanted and id(linked) not in seen:
                    other = object.__new__(TracebackException)
                    other._fill(type(linked), linked, linked.__traceback__, seen, limit, lookup_lines, capture_locals)
                    other.max_group_width, other.max_group_depth = max_group_width, max_group_depth
                    setattr(shown, name, other)
                    todo.append((other, linked))

    def _fill(self, exc_type, exc_value, exc_traceback, seen, limit, lookup_lines, capture_locals):
        seen.add(id(exc_value))
        self.__cause__ = self.__context__ = None
        self.stack = StackSummary._from_entries(_tb_entries(exc_traceback), limit, lookup_lines, capture_locals)
        self.exc_type = exc_type
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._str = _text_of(exc_value)
        self._message = _message_of(exc_value) if isinstance(exc_value, BaseException) else f"{exc_type and exc_type.__name__}\n"
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        for name in ("filename", "lineno", "text", "offset", "msg", "end_lineno", "end_offset"):
            if isinstance(exc_value, SyntaxError):
                setattr(self, name, getattr(exc_value, name))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def format_exception_only(self):
        yield from _split_message(self._message, issubclass(self.exc_type, SyntaxError) if self.exc_type else False)

    def format(self, *, chain=True):
        shown, parts = self, []
        while shown is not None:
            parts.append(shown)
            link = _CAUSE if shown.__cause__ is not None else _CONTEXT
            following = shown.__cause__ if shown.__cause__ is not None else None if shown.__suppress_context__ else shown.__context__
            shown = following if chain else None
            if shown is not None:
                parts.append(link)
        for part in reversed(parts):
            if isinstance(part, str):
                yield part
                continue
            if part.stack:
                yield "Traceback (most recent call last):\n"
                yield from part.stack.format()
            yield from part.format_exception_only()

    def print(self, *, file=None, chain=True):
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")


def _text_of(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


def _message_of(value):
    text = _message_text(value)
    if isinstance(value, SyntaxError) and value.msg is None:
        text = text.replace(": None\n", ": <no detail available>\n", 1)
    return text


def _split_message(text, by_line):
    """In the pieces that CPython gives: line by line for a SyntaxError, otherwise as a whole."""
    return text.splitlines(keepends=True) if by_line else [text]


def _given(exc, value, tb):
    """The arguments of format_exception and its kin: (type, value, traceback) or an exception alone."""
    if (value is _absent) != (tb is _absent):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _absent:
        return value, tb
    if exc is None or isinstance(exc, BaseException):
        return exc, getattr(exc, "__traceback__", None)
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True):
    value, tb = _given(exc, value, tb)
    if value is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_absent):
    if value is _absent:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    return list(_split_message(_message_of(value), isinstance(value, SyntaxError)))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True):
    for line in format_exception(exc, value, tb, limit, chain):
        print(line, file=sys.stderr if file is None else file, end="")


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=sys.stderr if file is None else file, end="")


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next
