"""importlib: import_module, reload and invalidate_caches."""
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__import__ = __import__


def import_module(name, package=None):
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.rsplit(".", level - 1)
        if len(parts) < level:
            raise ImportError("attempted relative import beyond top-level package")
        name = f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    """Runs the module's file again, in the same namespace."""
    name = getattr(module, "__name__", None)
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    path = getattr(module, "__file__", None)
    if path is not None and not path.startswith("<"):
        with open(path, "rb") as file:
            exec(compile(file.read(), path, "exec"), module.__dict__)
    return sys.modules[name]
