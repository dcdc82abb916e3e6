"""importlib.util: specs of modules, and modules from specs."""
import sys

from ._bootstrap import MAGIC_NUMBER, _find_spec, _resolve_name, cache_from_source, decode_source, module_from_spec, source_from_cache, spec_from_file_location, spec_from_loader
from .abc import Loader

__all__ = ["Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name", "source_from_cache",
           "spec_from_file_location", "spec_from_loader"]


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    return _resolve_name(name[level:], package, level)


def find_spec(name, package=None):
    full = resolve_name(name, package) if name.startswith(".") else name
    if full in sys.modules:
        module = sys.modules[full]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent_name = full.rpartition(".")[0]
    if not parent_name:
        return _find_spec(full, None)
    parent = __import__(parent_name, fromlist=["__path__"])
    try:
        path = parent.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find {full!r}", name=full) from error
    return _find_spec(full, path)
