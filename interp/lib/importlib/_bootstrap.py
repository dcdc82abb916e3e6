"""importlib._bootstrap: specs, finders and loaders of modules, as programs see them. What nobody looks at or changes is found and loaded in C (import.c)."""
import _imp
import os
import sys

_WHOLE = "_frozen_importlib_external"
_INNER = "_frozen_importlib"
_LIBRARY = "<lib>/"
_ALL = object()
MAGIC_NUMBER = b"\xa7\r\r\n"


class ModuleSpec:
    __module__ = _INNER

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        names = "name", "loader", "origin", "submodule_search_locations", "cached", "has_location"
        try:
            return all(getattr(self, name) == getattr(other, name) for name in names)
        except AttributeError:
            return NotImplemented

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr and self.origin.endswith(".py"):
            self._cached = cache_from_source(self.origin)
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if not origin and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_ALL):
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.fspath(location)
        if not location.startswith(("/", _LIBRARY)):
            location = _join(os.getcwd(), location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        if not location.endswith(".py"):
            return None
        spec.loader = loader = SourceFileLoader(name, location)
    if submodule_search_locations is not _ALL:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, "is_package"):
        try:
            if loader.is_package(name):
                spec.submodule_search_locations = []
        except ImportError:
            pass
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(location.rpartition("/")[0])
    return spec


def _spec_of(name, file, path):
    """Of a module that was loaded in C."""
    if file is not None:
        loader = SourceFileLoader(name, file)
        return spec_from_file_location(name, file, loader=loader, submodule_search_locations=path)
    if path is None:
        return spec_from_loader(name, BuiltinImporter)
    spec = ModuleSpec(name, NamespaceLoader(name, path))
    spec.submodule_search_locations = path
    return spec


# ---- modules from specs ----

def _init_module_attrs(spec, module, *, override=False):
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        loader = NamespaceLoader(spec.name, spec.submodule_search_locations)
        if override or getattr(module, "__file__", None) is None:
            module.__file__ = None
    attributes = {"__name__": spec.name, "__loader__": loader, "__package__": spec.parent}
    for name, value in attributes.items():
        if override or module.__dict__.get(name) is None:
            setattr(module, name, value)
    module.__spec__ = spec
    if spec.submodule_search_locations is not None and (override or not hasattr(module, "__path__")):
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        if override or getattr(module, "__file__", None) is None:
            module.__file__ = spec.origin
        if spec.cached is not None and (override or getattr(module, "__cached__", None) is None):
            module.__cached__ = spec.cached
    return module


def module_from_spec(spec):
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    return _init_module_attrs(spec, type(sys)(spec.name) if module is None else module)


def _exec(spec, module):
    """Runs the module again, in the same namespace."""
    name = spec.name
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name!r} not in sys.modules", name=name)
    if spec.loader is None and spec.submodule_search_locations is None:
        raise ImportError("missing loader", name=name)
    _init_module_attrs(spec, module, override=True)
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module) if hasattr(spec.loader, "exec_module") else spec.loader.load_module(name)
    finally:
        module = sys.modules.pop(name)
        sys.modules[name] = module
    return module


def _load(spec):
    """The module of a spec that a finder gave, in sys.modules."""
    loader = spec.loader
    if loader is not None and not hasattr(loader, "exec_module"):
        if not hasattr(loader, "load_module"):
            raise AttributeError(f"{type(loader).__name__!r} object has no attribute 'exec_module'")
        loader.load_module(spec.name)
        module = sys.modules[spec.name]
        if getattr(module, "__spec__", None) is None:
            module.__spec__ = spec
        return module
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if loader is not None:
                loader.exec_module(module)
            elif spec.submodule_search_locations is None:
                raise ImportError("missing loader", name=spec.name)
        except:
            sys.modules.pop(spec.name, None)
            raise
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


def _find_spec(name, path, target=None):
    if sys.meta_path is None:
        raise ImportError("sys.meta_path is None, Python is likely shutting down")
    for finder in sys.meta_path:
        find = getattr(finder, "find_spec", None)
        spec = find and find(name, path, target)
        if spec is not None:
            return spec
    return None


def _resolve_name(name, package, level):
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name}" if name else parts[0]


# ---- files ----

def _join(folder, name):
    return folder.rstrip("/") + "/" + name


def cache_from_source(path, debug_override=None, *, optimization=None):
    path = os.fspath(path)
    if debug_override is not None:
        if optimization is not None:
            raise TypeError("debug_override or optimization must be set to None")
        optimization = "" if debug_override else 1
    folder, slash, tail = path.rpartition("/")
    base, dot, rest = tail.rpartition(".")
    optimization = str(sys.flags.optimize or "" if optimization is None else optimization)
    if optimization and not optimization.isalnum():
        raise ValueError(f"{optimization!r} is not alphanumeric")
    name = (base or rest) + dot + sys.implementation.cache_tag + (".opt-" + optimization if optimization else "") + ".pyc"
    if sys.pycache_prefix is not None:
        if not folder.startswith("/"):
            folder = _join(os.getcwd(), folder)
        return _join(_join(sys.pycache_prefix, folder.lstrip("/")), name)
    return folder + slash + "__pycache__/" + name


def source_from_cache(path):
    path = os.fspath(path)
    folder, slash, name = path.rpartition("/")
    if sys.pycache_prefix is not None and folder.startswith(sys.pycache_prefix.rstrip("/") + "/"):
        folder = folder[len(sys.pycache_prefix.rstrip("/")):]
    else:
        folder, slash, cache = folder.rpartition("/")
        if cache != "__pycache__":
            raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    dots = name.count(".")
    if dots not in {2, 3}:
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    if dots == 3:
        optimization = name.rsplit(".", 2)[-2]
        if not optimization.startswith("opt-"):
            raise ValueError("optimization portion of filename does not start with 'opt-'")
        if not optimization[4:].isalnum():
            raise ValueError(f"optimization level {optimization[4:]!r} is not an alphanumeric value")
    return folder + slash + name.partition(".")[0] + ".py"


def decode_source(source_bytes):
    text = source_bytes.decode("utf-8-sig")
    return text.removesuffix("\r").replace("\r\n", "\n").replace("\r", "\n")  # CPython, too, waits in vain for what follows a "\r" at the end


class _Loader:
    def create_module(self, spec):
        """The usual one."""

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)

    def load_module(self, fullname):
        module = sys.modules.get(fullname)
        spec = spec_from_loader(fullname, self)
        return _load(spec) if module is None else _exec(spec, module)


class SourceFileLoader(_Loader):
    __module__ = _WHOLE

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check(self, name):
        if name is not None and name != self.name:
            raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)

    def get_filename(self, name=None):
        self._check(name)
        return self.path

    def load_module(self, name=None):
        self._check(name)
        return super().load_module(self.name)

    def is_package(self, fullname):
        stem = self.get_filename(fullname).rpartition("/")[2].rsplit(".", 1)[0]
        return stem == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def set_data(self, path, data, *, _mode=0o666):
        with open(path, "wb") as file:
            file.write(data)

    def path_stats(self, path):
        stat = os.stat(path)
        return {"mtime": stat.st_mtime, "size": stat.st_size}

    def path_mtime(self, path):
        return int(self.path_stats(path)["mtime"])

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        if path.startswith(_LIBRARY):
            return _imp.library_text(self.name)
        try:
            data = self.get_data(path)
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error
        return decode_source(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, "exec", dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_source(fullname) if path.startswith(_LIBRARY) else self.get_data(path), path)


class SourcelessFileLoader(SourceFileLoader):
    __module__ = _WHOLE

    def get_code(self, fullname):
        raise ImportError("bytecode files are not read here", name=fullname, path=self.path)

    def get_source(self, fullname):
        return None


class ExtensionFileLoader(SourcelessFileLoader):
    __module__ = _WHOLE

    def create_module(self, spec):
        raise ImportError("modules in machine code are not loaded here", name=spec.name, path=self.path)


class NamespaceLoader:
    __module__ = _WHOLE

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def create_module(self, spec):
        """The usual one."""

    def exec_module(self, module):
        pass


# ---- finders ----

class BuiltinImporter:
    __module__ = _INNER
    _ORIGIN = "built-in"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return spec_from_loader(fullname, cls, origin=cls._ORIGIN) if _imp.is_builtin(fullname) else None

    @staticmethod
    def create_module(spec):
        if not _imp.is_builtin(spec.name):
            raise ImportError(f"{spec.name!r} is not a built-in module", name=spec.name)
        return __import__(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def load_module(cls, fullname):
        return cls.create_module(ModuleSpec(fullname, cls))

    @staticmethod
    def _nothing(fullname, result=None):
        if not _imp.is_builtin(fullname):
            raise ImportError(f"{fullname!r} is not a built-in module", name=fullname)
        return result

    @classmethod
    def get_code(cls, fullname):
        return cls._nothing(fullname)

    @classmethod
    def get_source(cls, fullname):
        return cls._nothing(fullname)

    @classmethod
    def is_package(cls, fullname):
        return cls._nothing(fullname, False)


class FrozenImporter:
    __module__ = _INNER
    _ORIGIN = "frozen"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """No module is: those of the library are found where files are."""


class FileFinder:
    __module__ = _WHOLE

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        if not path or path == ".":
            self.path = os.getcwd()
        else:
            self.path = path if path.startswith(("/", _LIBRARY)) else _join(os.getcwd(), path)

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        base = _join(self.path, fullname.rpartition(".")[2])
        folder = os.path.isdir(base)
        for place, locations in ((base + "/__init__", [base]), (base, None)) if folder else ((base, None),):
            for suffix, loader in self._loaders:
                if os.path.isfile(place + suffix):
                    return spec_from_file_location(fullname, place + suffix, loader=loader(fullname, place + suffix), submodule_search_locations=locations)
        if not folder:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = [base]
        return spec

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            if not os.path.isdir(path or "."):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)

        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


class PathFinder:
    __module__ = _WHOLE

    @staticmethod
    def invalidate_caches():
        pass

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        portions = []
        for entry in sys.path if path is None else path:
            spec = FileFinder(entry, (SourceFileLoader, [".py"])).find_spec(fullname, target) if isinstance(entry, str) else None
            if spec is not None and spec.loader is not None:
                return spec
            if spec is not None:
                portions.extend(spec.submodule_search_locations)
        if (place := _imp.library_place(fullname)) is not None:
            return spec_from_file_location(fullname, place)
        if not portions:
            return None
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, portions))
        spec.submodule_search_locations = portions
        return spec

