"""assertRaises and assertWarns, with and without a regular expression: as context managers and as calls."""
import re
import sys
import traceback
import types
import warnings

__unittest = True


class _BaseTestCaseContext:
    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standardMsg))


class _AssertRaisesBaseContext(_BaseTestCaseContext):
    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        self.expected_regex = re.compile(expected_regex) if expected_regex is not None else None
        self.obj_name = self.msg = None

    def handle(self, name, args, kwargs):
        """Itself, to be entered; or the call, if there is one."""
        try:
            if not _is_subtype(self.expected, self._base_type):
                raise TypeError("%s() arg 1 must be %s" % (name, self._base_type_str))
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError("%r is an invalid keyword argument for this function" % (next(iter(kwargs)),))
                return self
            function, *args = args
            self.obj_name = _name_of(function)
            with self:
                function(*args, **kwargs)
        finally:
            self = None  # no cycle through the exception's traceback

    def _fail_without(self, what):
        """Nothing came of what was called, or done within."""
        self._raiseFailure("%s not %s%s" % (_name_of(self.expected), what, " by %s" % self.obj_name if self.obj_name else ""))

    def _fail_to_match(self, value):
        self._raiseFailure('"%s" does not match "%s"' % (self.expected_regex.pattern, value))


def _is_subtype(expected, basetype):
    if isinstance(expected, tuple):
        return all(_is_subtype(each, basetype) for each in expected)
    return isinstance(expected, type) and issubclass(expected, basetype)


def _name_of(thing):
    try:
        return thing.__name__
    except AttributeError:
        return str(thing)


class _AssertRaisesContext(_AssertRaisesBaseContext):
    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_without("raised")
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._fail_to_match(exc_value)
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


class _AssertWarnsContext(_AssertRaisesBaseContext):
    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        for module in list(sys.modules.values()):  # that a warning was given before does not silence it here
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        given = [each for each in self.warnings if isinstance(each.message, self.expected)]
        for each in given:
            if self.expected_regex is None or self.expected_regex.search(str(each.message)):
                self.warning, self.filename, self.lineno = each.message, each.filename, each.lineno
                return
        if given:
            self._fail_to_match(given[0].message)
        self._fail_without("triggered")
