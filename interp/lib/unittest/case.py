"""A test: how it is set up, run and torn down, skipped or expected to fail, and the tests within it."""
from functools import wraps
import sys
import types
import warnings

from ._assertions import TestCase as _Assertions
from ._collection_assertions import DIFF_OMITTED, TestCase as _CollectionAssertions
from ._context import _AssertRaisesContext, _AssertWarnsContext, _BaseTestCaseContext
from .result import TestResult
from .util import safe_repr, strclass

__unittest = True
_subtest_msg_sentinel = object()


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    """The test ends here; its result is known."""


class _UnexpectedSuccess(Exception):
    pass


# ---- skipping and expecting ----

def skip(reason):
    def decorator(test_item):
        if not isinstance(test_item, type):
            @wraps(test_item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test_item = skip_wrapper
        test_item.__unittest_skip__, test_item.__unittest_skip_why__ = True, reason
        return test_item
    if isinstance(reason, types.FunctionType):  # @skip without a reason
        function, reason = reason, ""
        return decorator(function)
    return decorator


def _id(obj):
    return obj


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _skip_reason(test, method):
    """Why the class or the method is skipped; None: it is not."""
    if getattr(type(test), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
        return getattr(type(test), "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
    return None


# ---- cleanups of modules, and contexts as cleanups ----

_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """All of them, the last first; the first error is raised when they are done."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def _enter_context(cm, addcleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError("'%s' object does not support the context manager protocol" % strclass(cls)) from None
    result = enter(cm)
    addcleanup(leave, cm, None, None, None)
    return result


# ---- outcomes ----

class _Outcome:
    """What is known of a running test."""

    def __init__(self, result=None):
        self.result, self.result_supports_subtests = result, hasattr(result, "addSubTest")
        self.expecting_failure, self.expectedFailure, self.success = False, None, True

    def testPartExecutor(self, test_case, subTest=False):
        return _Part(self, test_case, subTest)


class _Part:
    """Setting up, the method, tearing down, a cleanup or a test within the test: the result is told what goes wrong in it."""

    def __init__(self, outcome, test_case, subTest):
        self._outcome, self._test, self._is_subtest = outcome, test_case, subTest

    def __enter__(self):
        self._success_before, self._outcome.success = self._outcome.success, True

    def __exit__(self, exc_type, exc_value, tb):
        outcome = self._outcome
        try:
            return self._tell(outcome, exc_type, exc_value, tb)
        finally:
            outcome.success = outcome.success and self._success_before

    def _tell(self, outcome, exc_type, exc_value, tb):
        if exc_type is None:
            if self._is_subtest and outcome.success:
                outcome.result.addSubTest(self._test.test_case, self._test, None)
            return False
        if issubclass(exc_type, KeyboardInterrupt):
            return False
        if issubclass(exc_type, SkipTest):
            outcome.success = False
            _addSkip(outcome.result, self._test, str(exc_value))
        elif not issubclass(exc_type, _ShouldStop):
            info = exc_type, exc_value, tb
            if outcome.expecting_failure:
                outcome.expectedFailure = info
            else:
                outcome.success = False
                if self._is_subtest:
                    outcome.result.addSubTest(self._test.test_case, self._test, info)
                else:
                    _addError(outcome.result, self._test, info)
        return True


def _addSkip(result, test_case, reason):
    addSkip = getattr(result, "addSkip", None)
    if addSkip is not None:
        addSkip(test_case, reason)
    else:
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test_case)


def _addError(result, test, exc_info):
    if result is not None:
        (result.addFailure if issubclass(exc_info[0], test.failureException) else result.addError)(test, exc_info)


# ---- tests ----

class TestCase(_Assertions, _CollectionAssertions):
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed, cls._class_cleanups = False, []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._testMethodDoc = methodName, "No test"
        self._outcome = self._subtest = None
        try:
            self._testMethodDoc = getattr(self, methodName).__doc__
        except AttributeError:
            if methodName != "runTest":  # a test case may be made for its assert methods alone
                raise ValueError("no such test method in %s: %s" % (type(self), methodName))
        self._cleanups, self._type_equality_funcs = [], {}
        for kind, name in ((dict, "assertDictEqual"), (list, "assertListEqual"), (tuple, "assertTupleEqual"), (set, "assertSetEqual"),
                           (frozenset, "assertSetEqual"), (str, "assertMultiLineEqual")):
            self.addTypeEqualityFunc(kind, name)

    # ---- what subclasses fill in ----

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def defaultTestResult(self):
        return TestResult()

    # ---- cleanups ----

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    # ---- names ----

    def countTestCases(self):
        return 1

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def id(self):
        return "%s.%s" % (strclass(type(self)), self._testMethodName)

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(type(self)), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(type(self)), self._testMethodName)

    # ---- running ----

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn("It is deprecated to return a value that is not None from a test case (%s)" % (method,), DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        stopTestRun = None
        if result is None:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", lambda: None)()
            stopTestRun = getattr(result, "stopTestRun", None)
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = _skip_reason(self, method)
            if reason is not None:
                _addSkip(result, self, reason)
                return result
            self._outcome = outcome = _Outcome(result)
            try:
                self._run_parts(method, outcome, result)
            finally:
                outcome.expectedFailure = outcome = self._outcome = None  # its traceback holds the outcome
            return result
        finally:
            result.stopTest(self)
            if stopTestRun is not None:
                stopTestRun()

    def _run_parts(self, method, outcome, result):
        expecting_failure = getattr(self, "__unittest_expecting_failure__", False) or getattr(method, "__unittest_expecting_failure__", False)
        with outcome.testPartExecutor(self):
            self._callSetUp()
        if outcome.success:
            outcome.expecting_failure = expecting_failure
            with outcome.testPartExecutor(self):
                self._callTestMethod(method)
            outcome.expecting_failure = False
            with outcome.testPartExecutor(self):
                self._callTearDown()
        self.doCleanups()
        if not outcome.success:
            return
        if not expecting_failure:
            result.addSuccess(self)
        elif outcome.expectedFailure:
            self._addExpectedFailure(result, outcome.expectedFailure)
        else:
            self._addUnexpectedSuccess(result)

    def _addExpectedFailure(self, result, exc_info):
        if hasattr(result, "addExpectedFailure"):
            result.addExpectedFailure(self, exc_info)
        else:
            warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
            result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        if hasattr(result, "addUnexpectedSuccess"):
            result.addUnexpectedSuccess(self)
            return
        warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Without a result: what goes wrong is raised."""
        method = getattr(self, self._testMethodName)
        reason = _skip_reason(self, method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=_subtest_msg_sentinel, **params):
        return _SubTestBlock(self, msg, params)


class _SubTestBlock:
    """with self.subTest(…): what fails within is reported, and the test goes on behind it."""

    def __init__(self, test, msg, params):
        self._test, self._msg, self._params, self._part = test, msg, params, None

    def __enter__(self):
        test = self._test
        if test._outcome is None or not test._outcome.result_supports_subtests:
            return
        self._parent = test._subtest
        outer = self._parent.params if self._parent is not None else {}
        params = {**self._params, **{name: value for name, value in outer.items() if name not in self._params}}
        test._subtest = _SubTest(test, self._msg, params)
        self._part = test._outcome.testPartExecutor(test._subtest, subTest=True)
        self._part.__enter__()

    def __exit__(self, *info):
        if self._part is None:
            return False
        outcome = self._test._outcome
        try:
            if not self._part.__exit__(*info) and info[0] is not None:
                return False
            if not outcome.success:
                if outcome.result is not None and outcome.result.failfast:
                    raise _ShouldStop
            elif outcome.expectedFailure:
                raise _ShouldStop
            return True
        finally:
            self._test._subtest = self._parent


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._setUpFunc, self._tearDownFunc, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return "%s (%s)" % (strclass(type(self)), self._testFunc.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (strclass(type(self)), self._testFunc)

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = ["[%s]" % (self._message,)] if self._message is not _subtest_msg_sentinel else []
        if self.params:
            parts.append("(%s)" % ", ".join("%s=%r" % pair for pair in self.params.items()))
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "%s %s" % (self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "%s %s" % (self.test_case, self._subDescription())
