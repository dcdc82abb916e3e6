"""Which tests there are: in a class, in a module, by name. (_discovery.py: in folders.)"""
from fnmatch import fnmatch, fnmatchcase
from functools import cmp_to_key
import traceback
import types
import warnings

from . import case, suite, util
from ._discovery import VALID_MODULE_NAME, _Discovery, _FailedTest, _make_failed_import_test, _make_failed_test

__unittest = True


def _is_case_class(obj):
    return isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase)


class TestLoader(_Discovery):
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors, self._loading_packages = [], set()

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass) if self._is_wanted(testCaseClass, name)]
        if self.sortTestMethodsUsing:
            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _is_wanted(self, cls, name):
        if not name.startswith(self.testMethodPrefix) or not callable(getattr(cls, name)):
            return False
        full_name = "%s.%s" % (util.strclass(cls), name)
        return self.testNamePatterns is None or any(fnmatchcase(full_name, pattern) for pattern in self.testNamePatterns)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            return self.suiteClass(())
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        if args or "use_load_tests" in kws:
            warnings.warn("use_load_tests is deprecated and ignored", DeprecationWarning)
            kws.pop("use_load_tests", None)
        if len(args) > 1:
            raise TypeError("loadTestsFromModule() takes 1 positional argument but %d were given" % (len(args) + 1))
        if kws:
            raise TypeError("loadTestsFromModule() got an unexpected keyword argument '%s'" % min(kws))
        found = [getattr(module, name) for name in dir(module)]
        tests = self.suiteClass([self.loadTestsFromTestCase(each) for each in found if _is_case_class(each)])
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            message = "Failed to call load_tests:\n%s" % traceback.format_exc()
            return self._failed(_make_failed_test(module.__name__, error, self.suiteClass, message))

    def _failed(self, failed):
        self.errors.append(failed[1])
        return failed[0]

    def loadTestsFromName(self, name, module=None):
        """name: a module, a class, a method of one, or something that makes a test; looked up in the module, if there is one."""
        parts, not_imported = name.split("."), None
        if module is None:
            module, not_imported = self._import_start(parts)
            if module is None:
                return self._failed(not_imported)
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, "__path__", None) is not None and not_imported is not None:  # a package: what could not be imported tells more
                    return self._failed(not_imported)
                message = "Failed to access attribute:\n%s" % traceback.format_exc()
                return self._failed(_make_failed_test(part, error, self.suiteClass, message))
        return self._tests_of(parent, obj, parts)

    def _import_start(self, parts):
        """The module that most of the parts name, and the failed test for what is no module."""
        failed = None
        for count in range(len(parts), 0, -1):
            try:
                return __import__(".".join(parts[:count])), failed
            except ImportError:
                failed = _make_failed_import_test(parts[count - 1], self.suiteClass)
        return None, failed

    def _tests_of(self, parent, obj, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_case_class(obj):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):  # a static method makes tests
                return self.suiteClass([test])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError("don't know how to make test from: %s" % (obj,))
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if not isinstance(test, case.TestCase):
            raise TypeError("calling %s returned %s, not a test" % (obj, test))
        return self.suiteClass([test])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)


defaultTestLoader = TestLoader()


# ---- functions of before there was a loader ----

def _old(name, method, prefix, sortUsing, suiteClass=suite.TestSuite, testNamePatterns=None):
    warnings.warn("unittest.%s() is deprecated and will be removed in Python 3.13. Please use unittest.TestLoader.%s() instead." % (name, method),
                  DeprecationWarning, stacklevel=3)
    loader = TestLoader()
    loader.testMethodPrefix, loader.sortTestMethodsUsing, loader.testNamePatterns = prefix, sortUsing, testNamePatterns
    if suiteClass:
        loader.suiteClass = suiteClass
    return getattr(loader, method)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp, testNamePatterns=None):
    return _old("getTestCaseNames", "getTestCaseNames", prefix, sortUsing, testNamePatterns=testNamePatterns)(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    return _old("makeSuite", "loadTestsFromTestCase", prefix, sortUsing, suiteClass)(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    return _old("findTestCases", "loadTestsFromModule", prefix, sortUsing, suiteClass)(module)
