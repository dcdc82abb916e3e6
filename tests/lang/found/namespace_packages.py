"""Folders without __init__.py are packages, their parts on several entries of sys.path one package; __import__ refuses a negative level."""
import os
import sys

root = "/tmp/framebench_namespace_%d" % os.getpid()
FILES = {
    "one/spread/first.py": "value = 1\n",
    "two/spread/second.py": "from .first import value\nfrom . import first\nvalue += first.value\n",
    "one/deep/sub/leaf.py": "from ..other import name\nfrom . import sibling\n",
    "one/deep/sub/sibling.py": "",
    "one/deep/other.py": "name = __name__, __package__\n",
    "one/json/loads.py": "",
    "one/late/part.py": "",
    "two/late/__init__.py": "print('a package with __init__.py comes before the folder without')\n",
}
for name, text in FILES.items():
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path[:0] = [root + "/one", root + "/two"]


def attempt(code):
    try:
        exec(code, {"__name__": "test"})
    except Exception as e:
        print(type(e).__name__, str(e).replace(root, "ROOT"), getattr(e, "name", None))


import spread.first, spread.second
print(spread.first.value, spread.second.value, [path.replace(root, "ROOT") for path in spread.__path__])
print(spread.__name__, spread.__package__, spread.__file__, spread.first.__package__)
from deep.sub.leaf import name, sibling
print(name, sibling.__name__)
import json
print(json.loads("[1]"))
import late
for code in ("import late.part", "import spread.third", "from spread import third", "import deep.sub.leaf.x", "__import__('json', level=-1)"):
    attempt(code)
for name in FILES:
    os.remove(os.path.join(root, name))
for name in ("one/spread", "two/spread", "one/deep/sub", "one/deep", "one/json", "one/late", "two/late", "one", "two", ""):
    try:
        os.rmdir(os.path.join(root, name))
    except OSError:
        pass  # CPython may have left its cache there
