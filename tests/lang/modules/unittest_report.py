"""unittest: the report of every kind of outcome, at every verbosity and by every option of the command line."""
import io
import logging
import re
import sys
import unittest
import warnings
from unittest.case import SkipTest


def setUpModule():
    print("setUpModule")
    unittest.addModuleCleanup(print, "module cleanup")


def tearDownModule():
    print("tearDownModule")


class Outcomes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup", end="!\n")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        self.addCleanup(print, "cleanup of", self.id())

    def test_passes(self):
        """The first line says what it is.

        This one is not shown."""
        print("output")

    def test_fails(self):
        print("before it fails")
        print("and on stderr", file=sys.stderr)
        self.assertEqual([1, 2, 3], [1, 2, 4], "by design")

    def test_errors(self):
        {}["key"]

    def test_errors_in_turn(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise self.failureException("chained") from e

    @unittest.skip("no need")
    def test_skipped(self):
        pass

    @unittest.skip
    def test_skipped_without_reason(self):
        pass

    @unittest.skipIf(True, "if")
    @unittest.skipUnless(True, "unless")
    def test_skipped_if(self):
        pass

    def test_skips_itself(self):
        self.skipTest("on second thoughts")

    def test_skips_by_exception(self):
        raise SkipTest

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(0)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_parts(self):
        for i in range(3):
            with self.subTest("outer", i=i, text="t"):
                with self.subTest(i=i + 10, j=None):
                    self.assertNotEqual(i, 1)
                if i == 2:
                    raise KeyError(i)
                with self.subTest():
                    if i == 0:
                        self.skipTest("part")

    @unittest.expectedFailure
    def test_expected_in_part(self):
        with self.subTest(a=1):
            self.fail("here")
        print("never reached")

    def test_tear_down_and_cleanup_go_wrong(self):
        self.addCleanup(lambda: 1 / 0)
        self.tearDown = lambda: [][0]

    def test_warns(self):
        warnings.warn("look out")


class SetUpFails(unittest.TestCase):
    def setUp(self):
        raise RuntimeError("setUp")

    def tearDown(self):
        print("never")

    def test(self):
        print("never")


class ClassFails(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(lambda: 1 / 0)
        raise RuntimeError("class")

    def test(self):
        print("never")


class ClassSkips(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise SkipTest("class as a whole")

    def test(self):
        print("never")


@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test(self):
        print("never")


class TearDownFails(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        cls.addClassCleanup(print, "late cleanup")
        cls.addClassCleanup(lambda: {}[1])
        raise ValueError("tearDownClass")

    def runTest(self):
        print("runTest")


class Logs(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs("a", "INFO") as seen:
            logging.getLogger("a.b").info("hello %d", 1)
            logging.getLogger("a").debug("no")
        print(seen.output, [record.levelname for record in seen.records])
        with self.assertNoLogs("a", logging.ERROR):
            logging.getLogger("a").warning("fine")
        try:
            with self.assertLogs(level="WARNING"):
                logging.getLogger().info("too low")
        except AssertionError as e:
            print(e)
        try:
            with self.assertNoLogs():
                logging.error("seen")
        except AssertionError as e:
            print(e)


def run(*arguments, **options):
    print("==", *arguments, options)
    text = io.StringIO()
    stderr, sys.stderr = sys.stderr, text
    try:
        unittest.main(argv=["prog", *arguments], **options)
    except SystemExit as e:
        print("exit", e.code)
    finally:
        sys.stderr = stderr
    print(re.sub(r"in \d+\.\d+s", "in …s", re.sub(r"object at 0x\w+", "object", text.getvalue())))


run()
run("-v")
run("-q")
run("-b")
run("-f")
run("-v", "-b", "Outcomes.test_fails", "Outcomes.test_passes")
run("-k", "skip", "-k", "*Logs*", "-v")
run("-k", "nothing")
run("Outcomes.test_passes", "Outcomes.nothing", "TearDownFails", "nowhere")
run("--locals", "Outcomes.test_errors")
run(defaultTest="Logs")
run(defaultTest=["Logs.test_logs", "Skipped"], verbosity=2, failfast=True, buffer=True)
run("-h")
run("--nonsense")
try:
    unittest.main(argv=["prog", "Logs"], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO())).result.wasSuccessful() and print("successful")
finally:
    print("end")
