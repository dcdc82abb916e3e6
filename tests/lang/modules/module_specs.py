"""__spec__, __package__ and what else an imported module says of itself."""
import collections.abc
import json
import math
import sys
import types
import importlib.machinery

for module in (collections, collections.abc, json, math, sys, types):
    spec = module.__spec__
    print(module.__name__, repr(module.__package__), spec.name, repr(spec.parent), spec.origin is not None, spec.submodule_search_locations is not None)
    print(spec is module.__spec__, isinstance(spec, importlib.machinery.ModuleSpec), getattr(module, "__spec__") is spec, vars(module)["__spec__"] is spec)
print(json.__spec__.has_location, sys.__spec__.has_location, sys.__spec__.origin)
print(__spec__, __package__, sys.modules["__main__"].__spec__)
made = types.ModuleType("made")
print(made.__spec__, made.__package__, made.__loader__, made)
made.__spec__ = 3
print(made.__spec__)


def specs():
    return [module.__spec__.name for module in (json, math)]


print(specs(), specs())
from json import __spec__ as of_json  # noqa: E402
print(of_json.name)

# ---- how modules are shown ----
import types

m = types.ModuleType("m")
print(m)
for file in "f.py", None:
    m.__file__ = file
    print(m)
del m.__file__
for loader, name in (42, "m"), (42, 7), (None, 7):
    m.__loader__, m.__name__ = loader, name
    print(m)
del m.__name__
print(m)


class Spec:
    name, origin, loader, has_location = "n", "o", "l", True


m.__spec__ = Spec
print(m)
for attribute, value in ("has_location", False), ("origin", 5), ("origin", None), ("loader", None), ("name", None), ("name", 3):
    setattr(Spec, attribute, value)
    print(m)
del Spec.origin
try:
    print(m)
except AttributeError as error:
    print(error)
m.__spec__ = 0
print(m)
