"""unittest: tests as methods of classes, collected, run and reported as CPython does. A file for each part; every one holds __unittest, by which tracebacks leave its frames out."""
from .result import TestResult
from .case import FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext, expectedFailure, skip, skipIf, skipUnless
from .suite import BaseTestSuite, TestSuite
from .loader import TestLoader, defaultTestLoader, findTestCases, getTestCaseNames, makeSuite
from .main import TestProgram, main
from .runner import TextTestResult, TextTestRunner
from .signals import installHandler, registerResult, removeHandler, removeResult

__unittest = True
__all__ = ["TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main", "defaultTestLoader", "SkipTest",
           "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler", "addModuleCleanup",
           "doModuleCleanups", "enterModuleContext", "getTestCaseNames", "makeSuite", "findTestCases"]
_TextTestResult = TextTestResult


def load_tests(loader, tests, pattern):
    """No tests are here, though classes of tests are."""
    return loader.suiteClass()


def __dir__():
    return globals().keys() | {"IsolatedAsyncioTestCase"}


def __getattr__(name):
    if name != "IsolatedAsyncioTestCase":
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    from .async_case import IsolatedAsyncioTestCase  # asyncio comes when somebody asks for it
    globals()[name] = IsolatedAsyncioTestCase
    return IsolatedAsyncioTestCase
