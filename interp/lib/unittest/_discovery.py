"""Tests in the files of a folder and of the packages below it; and tests that say what could not be loaded."""
import os
import re
import sys
import traceback

from . import case

__unittest = True
VALID_MODULE_NAME = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    """Fails with the exception that was met while loading."""
    __module__ = "unittest.loader"  # as messages name it
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def testFailure():
            raise self._exception
        return testFailure


def _make_failed_test(method_name, exception, suite_class, message):
    return suite_class((_FailedTest(method_name, exception),)), message


def _make_failed_import_test(name, suite_class):
    message = "Failed to import test module: %s\n%s" % (name, traceback.format_exc())
    return _make_failed_test(name, ImportError(message), suite_class, message)


def _make_skipped_test(method_name, exception, suite_class):
    @case.skip(str(exception))
    def testSkipped(self):
        pass
    return suite_class((type("ModuleSkipped", (case.TestCase,), {method_name: testSkipped, "__module__": "unittest.loader"})(method_name),))


class _Discovery:
    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        is_top_given = top_level_dir is not None or self._top_level_dir is not None
        top_level_dir = os.path.abspath(top_level_dir or self._top_level_dir or start_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            importable = start_dir == top_level_dir or os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            try:
                __import__(start_dir)
                importable = True
            except ImportError:
                importable = False
            if importable:
                start_dir = self._folder_of_module(start_dir, None if is_top_given else top_level_dir)
        if not importable:
            raise ImportError("Start directory is not importable: %r" % start_dir)
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _folder_of_module(self, name, implied_top):
        """Where the module is that discovery starts in; the folder above it is the top, if none was given."""
        module = sys.modules[name]
        try:
            folder = os.path.abspath(os.path.dirname(module.__file__))
        except (AttributeError, TypeError):
            if name in sys.builtin_module_names:
                raise TypeError("Can not use builtin modules as dotted module names") from None
            raise TypeError("don't know how to discover from %r" % (module,)) from None
        if implied_top is not None:
            self._top_level_dir = self._get_directory_containing_module(name.split(".")[0])
            sys.path.remove(implied_top)
        return folder

    def _get_directory_containing_module(self, module_name):
        path = os.path.abspath(sys.modules[module_name].__file__)
        folder = os.path.dirname(path)
        return os.path.dirname(folder) if os.path.basename(path).lower().startswith("__init__.py") else folder

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        relative = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        assert not os.path.isabs(relative) and not relative.startswith(".."), "Path must be within the project"
        return relative.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, goes_deeper = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not goes_deeper:
                return
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, goes_deeper = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if goes_deeper:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)  # its own __init__.py has been asked
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """The tests of a file or of a package's __init__.py, or None; and whether the package's files are to be looked at."""
        base = os.path.basename(full_path)
        is_file = os.path.isfile(full_path)
        if is_file:
            wanted = VALID_MODULE_NAME.match(base) and self._match_path(base, full_path, pattern)
        else:
            wanted = os.path.isdir(full_path) and os.path.isfile(os.path.join(full_path, "__init__.py"))
        if not wanted:
            return None, False
        name = self._get_name_from_path(full_path)
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as error:
            return _make_skipped_test(name, error, self.suiteClass), False
        except:
            return self._failed(_make_failed_import_test(name, self.suiteClass)), False
        if is_file:
            _check_place(module, full_path)
            return self.loadTestsFromModule(module, pattern=pattern), False
        self._loading_packages.add(name)
        try:
            return self.loadTestsFromModule(module, pattern=pattern), getattr(module, "load_tests", None) is None
        finally:
            self._loading_packages.discard(name)


def _check_place(module, full_path):
    """A module of the same name may have been imported from elsewhere."""
    imported = os.path.splitext(os.path.realpath(os.path.abspath(getattr(module, "__file__", full_path))))[0]
    if imported.lower() != os.path.splitext(os.path.realpath(full_path))[0].lower():
        raise ImportError("%r module incorrectly imported from %r. Expected %r. Is this module globally installed?" %
                          (os.path.splitext(os.path.basename(full_path))[0], os.path.dirname(imported), os.path.dirname(full_path)))
