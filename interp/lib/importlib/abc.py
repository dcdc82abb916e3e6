"""importlib.abc: the classes that finders and loaders of a program's own derive from."""
import abc as _abc

from ._bootstrap import BuiltinImporter, ExtensionFileLoader, FileFinder, FrozenImporter, PathFinder, SourceFileLoader, SourcelessFileLoader, _Loader

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader", "FileLoader", "SourceLoader"]


class Loader(metaclass=_abc.ABCMeta):
    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        if not hasattr(self, "exec_module"):
            raise ImportError
        return _Loader.load_module(self, fullname)


class MetaPathFinder(metaclass=_abc.ABCMeta):
    def invalidate_caches(self):
        pass


class PathEntryFinder(metaclass=_abc.ABCMeta):
    def invalidate_caches(self):
        pass


class ResourceLoader(Loader):
    @_abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @_abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    exec_module = _Loader.exec_module


class ExecutionLoader(InspectLoader):
    @_abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(ResourceLoader, ExecutionLoader):
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    get_data = SourceFileLoader.get_data
    get_filename = SourceFileLoader.get_filename
    is_package = SourceFileLoader.is_package
    _check = SourceFileLoader._check
    __eq__ = SourceFileLoader.__eq__
    __hash__ = SourceFileLoader.__hash__


class SourceLoader(ResourceLoader, ExecutionLoader):
    def path_mtime(self, path):
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)["mtime"])

    def path_stats(self, path):
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        pass

    is_package = SourceFileLoader.is_package

    def get_source(self, fullname):
        from ._bootstrap import decode_source
        try:
            data = self.get_data(self.get_filename(fullname))
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error
        return decode_source(data)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


MetaPathFinder.register(BuiltinImporter)
MetaPathFinder.register(FrozenImporter)
MetaPathFinder.register(PathFinder)
PathEntryFinder.register(FileFinder)
InspectLoader.register(BuiltinImporter)
InspectLoader.register(FrozenImporter)
for _loader in SourceFileLoader, SourcelessFileLoader:
    FileLoader.register(_loader)
SourceLoader.register(SourceFileLoader)
ExecutionLoader.register(ExtensionFileLoader)
