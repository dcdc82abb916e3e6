"""from package import name: what a submodule's own import lacks is told, __all__ may name submodules for *, and None in sys.modules stops."""
import os
import sys

root = "/tmp/framebench_submodules_%d" % os.getpid()
FILES = {
    "lacking/__init__.py": "",
    "lacking/part.py": "import absent_from_everywhere\n",
    "listing/__init__.py": "__all__ = ['one', 'two']\ntwo = 2\n",
    "listing/one.py": "print('one is imported')\n",
}
for name, text in FILES.items():
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path.insert(0, root)


def attempt(action, *args):
    try:
        return action(*args)
    except Exception as e:
        print(type(e).__name__, str(e).replace(root, "ROOT"), getattr(e, "name", None))


attempt(exec, "from lacking import part")
attempt(exec, "from lacking import nothing")
namespace = {}
exec("from listing import *", namespace)
print(namespace["one"].__name__, namespace["two"])
listing = sys.modules["listing"]
for names in ["one", "nope"], ["one", 3], ("two",), "ab":
    listing.__all__ = names
    attempt(exec, "from listing import *")
attempt(__import__, "listing", {}, {}, [3])
sys.modules["listing.none"] = None
attempt(exec, "from listing import none")
for name in FILES:
    os.remove(os.path.join(root, name))
