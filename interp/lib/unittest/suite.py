"""Suites: tests in order, and what classes and modules set up before theirs and tear down after."""
import sys

from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """Without what classes and modules set up."""
    _cleanup = True  # a test that has run is not kept

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (strclass(type(self)), list(self))

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    __hash__ = None

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % (test,))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        try:
            test = self._tests[index]
        except TypeError:  # a subclass keeps its tests in another way
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = getattr(result, "_testRunEntered", False) is False
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    # ---- classes ----

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if cls == getattr(result, "_previousTestClass", None) or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
            return
        _set_failed(cls, False)
        setUpClass, doClassCleanups = getattr(cls, "setUpClass", None), getattr(cls, "doClassCleanups", None)
        if setUpClass is None:
            return
        with _Kept(result):
            try:
                setUpClass()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                _set_failed(cls, True)
                self._report(result, error, "setUpClass", strclass(cls))
                if doClassCleanups is None:
                    return
            else:
                return
            doClassCleanups()
            for info in cls.tearDown_exceptions:
                self._report(result, info[1], "setUpClass", strclass(cls), info)

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, "_previousTestClass", None)
        if cls is None or cls == test.__class__ or getattr(cls, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False) or \
                getattr(cls, "__unittest_skip__", False):
            return
        tearDownClass, doClassCleanups = getattr(cls, "tearDownClass", None), getattr(cls, "doClassCleanups", None)
        if tearDownClass is None and doClassCleanups is None:
            return
        with _Kept(result):
            if tearDownClass is not None:
                self._attempt(tearDownClass, result, "tearDownClass", strclass(cls))
            if doClassCleanups is not None:
                doClassCleanups()
                for info in cls.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise info[1]
                    self._report(result, info[1], "tearDownClass", strclass(cls), info)

    # ---- modules ----

    def _previous_module(self, result):
        cls = getattr(result, "_previousTestClass", None)
        return None if cls is None else cls.__module__

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        setUpModule = getattr(sys.modules.get(name), "setUpModule", None)
        if setUpModule is None:
            return
        with _Kept(result):
            if not self._attempt(setUpModule, result, "setUpModule", name):
                result._moduleSetUpFailed = True
                self._attempt(case.doModuleCleanups, result, "setUpModule", name)

    def _handleModuleTearDown(self, result):
        name = self._previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return
        with _Kept(result):
            tearDownModule = getattr(sys.modules[name], "tearDownModule", None)
            if tearDownModule is not None:
                self._attempt(tearDownModule, result, "tearDownModule", name)
            self._attempt(case.doModuleCleanups, result, "tearDownModule", name)

    # ---- what went wrong there ----

    def _attempt(self, function, result, what, owner):
        """Whether it went well; else the result knows why."""
        try:
            function()
            return True
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._report(result, error, what, owner)
            return False

    def _report(self, result, exception, what, owner, info=None):
        error = _ErrorHolder("%s (%s)" % (what, owner))
        addSkip = getattr(result, "addSkip", None)
        if addSkip is not None and isinstance(exception, case.SkipTest):
            addSkip(error, str(exception))
        else:
            result.addError(error, info or sys.exc_info())


class _Kept:
    """Output within goes where the result keeps that of tests."""

    def __init__(self, result):
        self._result = result

    def __enter__(self):
        getattr(self._result, "_setupStdout", lambda: None)()

    def __exit__(self, *args):
        getattr(self._result, "_restoreStdout", lambda: None)()


def _set_failed(cls, failed):
    try:
        cls._classSetupFailed = failed
    except TypeError:  # a builtin type: the test is a function
        pass


class _ErrorHolder:
    """What stands for a test in a result where a class or module went wrong."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    """What debug() knows of the tests before; errors are raised there."""
    _previousTestClass = None
    _moduleSetUpFailed = shouldStop = False


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False
