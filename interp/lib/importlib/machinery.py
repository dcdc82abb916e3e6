"""importlib.machinery: what finds and loads modules."""
from ._bootstrap import (BuiltinImporter, ExtensionFileLoader, FileFinder, FrozenImporter, ModuleSpec, NamespaceLoader, PathFinder, SourceFileLoader,
                         SourcelessFileLoader)

__all__ = ["BuiltinImporter", "FrozenImporter", "ModuleSpec", "PathFinder", "FileFinder", "SourceFileLoader", "SourcelessFileLoader", "ExtensionFileLoader",
           "NamespaceLoader", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "DEBUG_BYTECODE_SUFFIXES", "OPTIMIZED_BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = []  # only source is loaded here
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
