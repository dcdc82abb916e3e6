"""unittest: suites, loaders, discovery, results of one's own, FunctionTestCase, coroutines as tests, debug(), python -m unittest's parts."""
import asyncio
import io
import os
import re
import sys
import tempfile
import types
import unittest
import warnings
from unittest import case, loader, main, result, runner, signals, suite, util


class A(unittest.TestCase):
    def test_b(self):
        pass

    def test_a(self):
        self.fail("a")

    @staticmethod
    def test_static():
        return unittest.TestSuite([A("test_b")])

    other = test_value = 5


class B(A):
    def testC(self):
        pass

    def runTest(self):
        """It runs."""


class Alone(unittest.TestCase):
    def runTest(self):
        pass


class Log(unittest.TestResult):
    """Says what it is told."""

    def __getattribute__(self, name):
        if name.startswith(("add", "start", "stop")) and name != "stop":
            method = super().__getattribute__(name)
            return lambda *args: (print("  ", name, *[a if not isinstance(a, tuple) else a[1] for a in args]), method(*args))[1]
        return super().__getattribute__(name)


def show(text):
    text = re.sub(r'File "[^"]*/unittest/\w+\.py", line \d+', 'File "unittest"', str(text))  # the library's own lines
    print(re.sub(r"in \d+\.\d+s", "in …s", re.sub(r"0x[0-9a-f]+", "0x", text.replace(folder, "FOLDER"))))


folder = "/nowhere"
load = unittest.TestLoader()
print(load.getTestCaseNames(A), load.getTestCaseNames(B), load.loadTestsFromTestCase(B), load.loadTestsFromTestCase(Alone), load.loadTestsFromTestCase(unittest.TestCase))
load.testMethodPrefix, load.sortTestMethodsUsing = ("testC", "o"), lambda a, b: (a < b) - (a > b)
print(load.getTestCaseNames(B))
load = unittest.TestLoader()
load.testNamePatterns = ["*B.test_a", "*testC"]
print(load.getTestCaseNames(A), load.getTestCaseNames(B))
load = unittest.TestLoader()
module = types.ModuleType("made")
module.A, module.Alone, module.TestCase, module.number, module.make, module.suite = A, Alone, unittest.TestCase, 5, lambda: A("test_a"), unittest.TestSuite()
module.wrong = lambda: 5
print(load.loadTestsFromModule(module))
for name in ("A", "A.test_b", "A.test_static", "make", "suite", "Alone", "number", "wrong", "nothing", "A.nothing", "A.test_a.deeper"):
    try:
        show(load.loadTestsFromName(name, module))
    except Exception as e:
        show("%s %s" % (type(e).__name__, e))
for name in ("unittest_no_such", "os.nothing", "os.path.nothing", "unittest.nothing.more"):
    show(load.loadTestsFromName(name))
print(load.loadTestsFromNames(["A.test_a", "Alone"], module), len(load.errors))
show("\n".join(error.splitlines()[0] + " … " + error.splitlines()[-1] for error in load.errors))
module.load_tests = lambda loader, tests, pattern: (print("load_tests", tests, pattern), 1 / 0)
test = load.loadTestsFromModule(module, pattern="p")
print(test, load.errors[-1].splitlines()[0])
for call in (lambda: load.loadTestsFromModule(module, 1, 2), lambda: load.loadTestsFromModule(module, z=1, a=2), lambda: load.loadTestsFromTestCase(unittest.TestSuite)):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            call()
        except TypeError as e:
            print(e)
del module.load_tests
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(unittest.makeSuite(A), unittest.findTestCases(module), unittest.getTestCaseNames(B, "testC"), load.loadTestsFromModule(module, 1))
print([(str(each.message), os.path.basename(each.filename) == "unittest_suites.py") for each in seen[:3]], seen[3].message)

# ---- suites ----
tests = unittest.TestSuite([A("test_a"), unittest.TestSuite([B("test_b"), Alone()]), unittest.FunctionTestCase(lambda: print("function"))])
print(tests.countTestCases(), [type(each).__name__ for each in tests], tests == unittest.TestSuite(tests), tests == 5)
print(tests.run(Log()), tests.countTestCases(), list(tests))
for wrong in (5, A, unittest.TestSuite):
    try:
        unittest.TestSuite().addTest(wrong)
    except TypeError as e:
        print(e)
try:
    unittest.TestSuite("abc")
except TypeError as e:
    print(e)
stopped = Log()
stopped.stop()
print(unittest.TestSuite([A("test_b")]).run(stopped), unittest.BaseTestSuite([A("test_b")])(Log()))
quick = Log()
quick.failfast = True
print(unittest.TestSuite([A("test_b"), A("test_a"), A("test_b")])(quick), quick.wasSuccessful(), quick.failures[0][1])
for debugged in (A("test_a"), unittest.TestSuite([A("test_b"), A("test_a")]), unittest.skip("no")(type("S", (A,), {}))("test_b")):
    try:
        debugged.debug()
    except Exception as e:
        print(type(e).__name__, e)
print(A("test_a") == A("test_a"), A("test_a") == B("test_a"), A("test_a") != A("test_b"), hash(A("test_a")) == hash(A("test_a")), A("test_a").id(), A("test_a")().failures[0][0])


# ---- functions ----
def function():
    """A function."""
    print("called")


one = unittest.FunctionTestCase(function, lambda: print("set up"), lambda: print("tear down"), "described")
two = unittest.FunctionTestCase(function)
show([one, str(one), one.id(), one.shortDescription(), two.shortDescription(), one == two, two == unittest.FunctionTestCase(function), two == 1, len({one, two})])
print(one.run(Log()))


# ---- results that know less ----
class Old:
    def __init__(self):
        self.shouldStop = False

    def startTest(self, test):
        print("start", test)

    def stopTest(self, test):
        print("stop", test)

    def addSuccess(self, test):
        print("success")

    def addError(self, test, error):
        print("error", error[1])

    addFailure = addError


class Several(unittest.TestCase):
    test_skip = unittest.skip("s")(lambda self: None)

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_parts(self):
        with self.subTest(a=1):
            print("part")


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    for test in load.loadTestsFromTestCase(Several):
        test.run(Old())
print([str(each.message) for each in seen])


# ---- contexts ----
class Context:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *args):
        print("exit", args)


class Entering(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(Context())

    def test(self):
        print(type(self.enterContext(Context())).__name__)
        unittest.enterModuleContext(Context())
        try:
            self.enterContext(5)
        except TypeError as e:
            print(e)


print(unittest.TestSuite([Entering("test")]).run(unittest.TestResult()))


# ---- coroutines ----
class Asynchronous(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        print("asyncSetUp", type(asyncio.get_running_loop()) is not None)
        self.addAsyncCleanup(self.later, 1, b=2)

    async def later(self, a, b):
        print("later", a, b)

    async def asyncTearDown(self):
        print("asyncTearDown")

    async def test_passes(self):
        await asyncio.sleep(0)
        self.assertEqual(await asyncio.gather(*[asyncio.sleep(0, i) for i in range(3)]), [0, 1, 2])

    async def test_fails(self):
        with self.subTest(i=1):
            await asyncio.sleep(0)
            self.fail("in part")

    async def test_enters(self):
        class Both:
            async def __aenter__(self):
                return "entered"

            async def __aexit__(self, *args):
                print("aexit", args)
        print(await self.enterAsyncContext(Both()))
        try:
            await self.enterAsyncContext(Context())
        except TypeError as e:
            print(e)

    def test_plain(self):
        print("plain")


text = io.StringIO()
unittest.TextTestRunner(text, verbosity=2).run(load.loadTestsFromTestCase(Asynchronous))
show(text.getvalue())
print("IsolatedAsyncioTestCase" in dir(unittest), unittest.async_case.IsolatedAsyncioTestCase is unittest.IsolatedAsyncioTestCase)

# ---- discovery ----
with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    sources = {
        "test_one.py": "import unittest\nclass One(unittest.TestCase):\n    def test(self): pass\n",
        "test_broken.py": "1 +\n", "test_skipped.py": "import unittest\nraise unittest.SkipTest('as a whole')\n", "other.py": "raise ValueError\n", "test-no.py": "",
        "package/__init__.py": "", "package/test_two.py": "import unittest\nclass Two(unittest.TestCase):\n    def test(self): self.fail()\n",
        "package/inner/__init__.py": "import unittest\ndef load_tests(loader, tests, pattern):\n    print('asked', pattern)\n    return unittest.TestSuite()\n",
        "package/inner/test_three.py": "raise ValueError\n", "plain/test_four.py": "raise ValueError\n"}
    for name, source in sources.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(source)
    load = unittest.TestLoader()
    found = load.discover(folder)
    show(found)
    print([error.splitlines()[0] for error in load.errors])
    text = io.StringIO()
    unittest.TextTestRunner(text, verbosity=2).run(found)
    show(text.getvalue())
    load = unittest.TestLoader()
    show(load.discover(os.path.join(folder, "package"), "*two.py", folder))
    show(unittest.TestLoader().discover("package", "test_t*.py"))
    for start in (os.path.join(folder, "plain"), "no_such_package"):
        try:
            unittest.TestLoader().discover(start, top_level_dir=folder)
        except ImportError as e:
            show(e)
    os.chdir(folder)
    for argv in (["discover", "-v", "-p", "*one.py"], ["-v", "-k", "Two"], ["test_one", "-q"], ["test_one.py", "package/test_two.py", "-v"], ["discover", "-s", "package", "-t", "."],
                 ["discover", "-h"], ["-h"]):
        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            unittest.main(None, argv=["python -m unittest"] + argv, testLoader=unittest.TestLoader())
        except SystemExit as e:
            print(argv, "exit", e.code)
        finally:
            text, sys.stderr = sys.stderr.getvalue(), stderr
        show(text)
    os.chdir("/")

# ---- registered results ----
known = unittest.TestResult()
unittest.registerResult(known)
print(unittest.removeResult(known), unittest.removeResult(known), known, result.STDOUT_LINE, runner.TextTestResult.separator1, suite._isnotsuite(5))
print(loader.defaultTestLoader is unittest.defaultTestLoader, main is not None, signals.removeResult is unittest.removeResult, util.three_way_cmp(1, 2), case._SubTest.__mro__[1].__name__)
