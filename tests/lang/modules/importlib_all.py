"""importlib: specs, modules from files, finders on sys.meta_path, loaders of a program's own, reloading."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import tempfile
import types

sys.dont_write_bytecode = True
root = os.path.realpath(tempfile.mkdtemp())
os.makedirs(root + "/pack/portion")
FILES = {"plain.py": "count = globals().get('count', 0) + 1\nhere = __file__, __name__, __package__\n", "pack/__init__.py": "from . import part\n",
         "pack/part.py": "'''part's own'''\nvalue = 'é'\n", "pack/portion/deep.py": "", "broken.py": "value = 1 +\n", "fails.py": "started = 1\n1 / 0\n", "latin.py": "x = 1\r\ny = 2\r"}
for name, text in FILES.items():
    with open(os.path.join(root, name), "w", newline="") as file:
        file.write(text)
sys.path.insert(0, root)


def show(*values):
    print(*[repr(value).replace(root, "<root>") if not isinstance(value, str) else value.replace(root, "<root>") for value in values])


def attempt(function, *arguments, **keywords):
    try:
        show(function(*arguments, **keywords))
    except Exception as error:
        show(type(error).__name__, str(error), getattr(error, "name", None))


def about(spec):
    if spec is None:
        return None
    locations = spec.submodule_search_locations
    return (spec.name, type(spec.loader).__name__, spec.origin, locations and list(locations), spec.has_location, spec.parent)


# ---- specs of what is there ----
import pack  # noqa: E402
import pack.portion  # noqa: E402
import plain  # noqa: E402

for module in plain, pack, pack.part, pack.portion:
    spec = module.__spec__
    show(about(spec), module.__loader__ is spec.loader, module.__loader__.is_package(module.__name__))
show(sys.__spec__, sys.__loader__, sys.__loader__ is importlib.machinery.BuiltinImporter)
show([finder for finder in sys.meta_path if finder.__module__.startswith("_frozen")])
for name in "plain", "pack", "pack.part", "pack.portion", "pack.portion.deep", "pack.none", "none", "none.deeper", "plain.part", "sys", "broken", ".part", "..part":
    attempt(lambda: about(importlib.util.find_spec(name, "pack")))
attempt(importlib.util.find_spec, ".x")
attempt(importlib.util.find_spec, "__main__")
sys.modules["nothing"] = None
attempt(importlib.util.find_spec, "nothing")
plain_spec = plain.__spec__
plain.__spec__ = None
attempt(importlib.util.find_spec, "plain")
del plain.__spec__
attempt(importlib.util.find_spec, "plain")
plain.__spec__ = plain_spec
for name, package in (".a", "b.c"), ("..a", "b.c"), ("...a", "b.c"), ("a", None), (".a", None), (".", "b.c"), ("..", "b.c"):
    attempt(importlib.util.resolve_name, name, package)
show(about(importlib.machinery.PathFinder.find_spec("part", [root + "/pack"])), importlib.machinery.PathFinder.find_spec("part", []))
show(importlib.machinery.BuiltinImporter.find_spec("sys"), importlib.machinery.BuiltinImporter.find_spec("plain"))
finder = importlib.machinery.FileFinder(root, (importlib.machinery.SourceFileLoader, [".txt", ".py"]))
show(importlib.machinery.FileFinder(root).find_spec("plain"))
show(finder, about(finder.find_spec("plain")), finder.find_spec("none"))

# ---- modules from files ----
spec = importlib.util.spec_from_file_location("other.name", os.path.join(root, "plain.py"))
module = importlib.util.module_from_spec(spec)
show(about(spec), module, sorted(set(vars(module)) - {"__cached__"}), spec == importlib.util.spec_from_file_location("other.name", root + "/plain.py"))
spec.loader.exec_module(module)
show(module.count, module.here, "other.name" in sys.modules)
spec.loader.exec_module(module)
show(module.count)
os.chdir(root)
show(about(importlib.util.spec_from_file_location("p", "plain.py")), importlib.util.spec_from_file_location("p", "plain.txt"), importlib.util.spec_from_file_location("p"))
show(about(importlib.util.spec_from_file_location("p", root + "/pack/__init__.py")), about(importlib.util.spec_from_file_location("p", "plain.py", submodule_search_locations=["here"])))
for name in "broken", "fails", "absent":
    spec = importlib.util.spec_from_file_location(name, root + f"/{name}.py")
    module = importlib.util.module_from_spec(spec)
    attempt(spec.loader.exec_module, module)
    show(hasattr(module, "started"))
loader = importlib.machinery.SourceFileLoader("pack.part", root + "/pack/part.py")
show(loader.name, loader.path, loader.get_filename(), loader.get_source("pack.part"), loader.is_package("pack.part"), loader.get_code("pack.part").co_filename)
show(loader.get_data(loader.path), loader == importlib.machinery.SourceFileLoader("pack.part", root + "/pack/part.py"), loader == importlib.machinery.SourceFileLoader("x", "y"))
attempt(loader.get_filename, "x")
attempt(loader.get_source, "x")
attempt(importlib.machinery.SourceFileLoader("a", root + "/a.py").get_source, "a")
show(importlib.machinery.SourceFileLoader("latin", root + "/latin.py").get_source("latin"))
show(importlib.util.spec_from_loader("a", None), importlib.util.spec_from_loader("a", None, origin="o", is_package=True), about(importlib.util.spec_from_loader("pack.part", loader)))
show(importlib.util.decode_source(b"\xef\xbb\xbfa\r\nb\rc"), importlib.util.decode_source("é".encode()))
for path in "a/b.py", "b.py", "/x/y.z.py", "noend":
    show(importlib.util.cache_from_source(path).replace(sys.implementation.cache_tag, "TAG"), importlib.util.cache_from_source(path, optimization=2).replace(sys.implementation.cache_tag, "TAG"))
    show(importlib.util.source_from_cache(importlib.util.cache_from_source(path, optimization="")) if path.endswith(".py") and "z" not in path else "")
attempt(importlib.util.cache_from_source, "a.py", optimization="-")
attempt(importlib.util.source_from_cache, "a/b.pyc")
attempt(importlib.util.source_from_cache, "__pycache__/b.pyc")
attempt(importlib.util.source_from_cache, "__pycache__/b.x.opt-1.y.pyc")
attempt(importlib.util.source_from_cache, "__pycache__/b.x.op-1.pyc")


# ---- finders and loaders of one's own ----
class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print("create", spec.name, spec.parent)
        return None if spec.name != "made.special" else types.SimpleNamespace(kind="special")

    def exec_module(self, module):
        print("exec", getattr(module, "__name__", None), module.__spec__.name in sys.modules)
        if module.__spec__.name.endswith("failing"):
            raise LookupError("failed")
        module.value = 42
        if module.__spec__.name.endswith("replaced"):
            sys.modules[module.__spec__.name] = "something else"


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        print("asked for", name, path and [folder.replace(root, "<root>") for folder in path], target)
        if name.startswith("made"):
            return importlib.machinery.ModuleSpec(name, Loader(), is_package=name == "made")


sys.meta_path.append(Finder())
import made  # noqa: E402
from made import part, replaced  # noqa: E402
import made.special as special  # noqa: E402

show(made.value, made.__path__, part.value, made.part is part, replaced, special.kind, special.value)
for name in "made.failing", "absent_from_all", "pack.absent", "plain.part", "made.part.deeper":
    attempt(importlib.import_module, name)
show("made.failing" in sys.modules)
import colorsys  # noqa: E402  (found before it is asked)
sys.meta_path.insert(0, sys.meta_path.pop())
import graphlib  # noqa: E402
import pack.portion.deep  # noqa: E402
del sys.modules["plain"]
import plain  # noqa: E402
del sys.meta_path[0]


class Plain:
    """Neither finder nor loader by class."""
    @staticmethod
    def find_spec(name, path, target=None):
        if name == "no_loader":
            return importlib.machinery.ModuleSpec(name, None)
        if name == "no_create":
            return importlib.machinery.ModuleSpec(name, types.SimpleNamespace(exec_module=print))
        if name == "space":
            return importlib.machinery.ModuleSpec(name, None, is_package=True)
        if name == "raises":
            raise KeyError(name)


class Source(importlib.abc.SourceLoader):
    def get_filename(self, name):
        return f"<{name}>"

    def get_data(self, path):
        return b"def f():\n    return __name__, __file__\nresult = f()"


class Text(importlib.abc.InspectLoader):
    def get_source(self, name):
        return "value = __name__.upper()"


sys.meta_path.append(Plain)
for name in "no_loader", "no_create", "space", "raises":
    attempt(lambda: importlib.import_module(name).__name__)
for loader in Source(), Text():
    spec = importlib.util.spec_from_loader("texts", loader)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    show(about(spec)[1:], getattr(module, "result", None), getattr(module, "value", None))
for kind in importlib.abc.ResourceLoader, importlib.abc.InspectLoader, importlib.abc.ExecutionLoader, importlib.abc.FileLoader, importlib.abc.SourceLoader:
    attempt(kind)
for kind in importlib.abc.MetaPathFinder, importlib.abc.PathEntryFinder, importlib.abc.InspectLoader, importlib.abc.SourceLoader:
    show([each.__name__ for each in (importlib.machinery.BuiltinImporter, importlib.machinery.PathFinder, importlib.machinery.FileFinder, importlib.machinery.SourceFileLoader) if issubclass(each, kind)])
del sys.meta_path[-1]

# ---- again ----
show(importlib.reload(plain) is plain, plain.count, importlib.reload(plain).count)
with open(root + "/plain.py", "w") as file:
    file.write("more = 1\n")
show(importlib.reload(plain).more, plain.count)
attempt(importlib.reload, types.ModuleType("unknown"))
attempt(importlib.reload, "plain")
os.remove(root + "/plain.py")
attempt(importlib.reload, plain)
show(plain.__spec__, importlib.reload(pack.part).value, importlib.invalidate_caches())
attempt(importlib.import_module, ".part")
show(importlib.import_module(".part", "pack") is pack.part)
