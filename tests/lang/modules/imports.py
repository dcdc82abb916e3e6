import os
import sys

root = "/tmp/framebench_imports_%d" % os.getpid()
FILES = {
    "pkg/__init__.py": "print('init', __name__, __package__, __path__ == [__file__[:-12]])\nfrom . import a\nVALUE = 1\n",
    "pkg/a.py": "print('a', __name__, __package__)\nfrom .sub import thing\nfrom .sub.deep import *\n",
    "pkg/sub/__init__.py": "thing = 'thing of ' + __name__\n",
    "pkg/sub/deep.py": "__all__ = ['shown', '_private']\nshown, _private, hidden = 1, 2, 3\nfrom ..sub import thing as again\n",
    "pkg/lazy.py": "def __getattr__(name):\n    if name == 'computed':\n        return 42\n    raise AttributeError(f'no {name}')\n",
    "circle_a.py": "import circle_b\nX = 1\n",
    "circle_b.py": "import circle_a\nprint(circle_a.X)\n",
    "circle_c.py": "from circle_d import Y\n",
    "circle_d.py": "from circle_c import Z\n",
    "broken.py": "x = 1\n1 / 0\n",
    "syntax.py": "x = (\n",
    "replaced.py": "import sys\nclass M:\n    attr = 'from the class'\nsys.modules[__name__] = M()\n",
    "plain.py": "_hidden = 1\nseen = 2\ncount = globals().get('count', 0) + 1\n",
    "beyond/__init__.py": "",
    "beyond/mod.py": "from ... import x\n",
}
for name, text in FILES.items():
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path.insert(0, root)

def attempt(code):
    try:
        exec(code, {"__name__": "test"})
    except Exception as e:
        print(type(e).__name__, str(e).replace(root, "ROOT"), getattr(e, "name", None))

import pkg
print(pkg.VALUE, pkg.a.thing, pkg.a.shown, pkg.a._private, hasattr(pkg.a, "hidden"), pkg.sub.deep.again, "pkg.sub.deep" in sys.modules)
import pkg.sub.deep as d
print(d.__name__, d.__package__, pkg.sub.deep is d)
from pkg import sub, VALUE as v
print(sub.thing, v)
from pkg.lazy import computed
import pkg.lazy
print(computed, pkg.lazy.computed)
for code in ("import nope", "import pkg.nope", "from pkg import nope", "import plain.x", "import pkg.lazy.zz", "from pkg.lazy import nothing", "import circle_a", "import circle_c", "import broken", "import broken",
             "from . import x", "from .x import y", "import beyond.mod", "import decimal_nothing", "__import__('')", "from pkg import *\nprint(sorted(n for n in globals() if n[0] != '_'))",
             "from plain import *\nprint('seen' in globals(), '_hidden' in globals())", "import pkg as p, plain as q\nprint(p.VALUE, q.seen)"):
    attempt(code)
try:
    import syntax
except SyntaxError as e:
    print(e.msg, e.lineno, os.path.basename(e.filename))
import replaced
print(replaced.attr, type(replaced).__name__)
sys.modules["halted"] = None
attempt("import halted")
m = __import__("pkg.sub")
print(m.__name__, __import__("pkg.sub", fromlist=["x"]).__name__)
import importlib
print(importlib.import_module("pkg.sub").__name__, importlib.import_module(".sub", "pkg").__name__)
import plain
print(plain.count, importlib.reload(plain).count, plain)  if False else print(importlib.reload(plain).count)
del sys.modules["plain"]
import plain as again
print(again.count, again is plain)
print(__name__, os.path.basename(__file__), __package__, sys.argv == [__file__], sys.path[1] == os.path.dirname(os.path.abspath(__file__)))
import types
mod = types.ModuleType("made", "doc of made")
exec("x = 5\ndef f(): return x + 1", mod.__dict__)
sys.modules["made"] = mod
import made
from made import f
print(made.x, f(), made.__doc__, made)
if True:
    import json as j
else:
    import nothing
print(j.dumps([1]))
for folder, _, files in sorted(os.walk(root), reverse=True):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            os.remove(path)
    for name in os.listdir(folder):
        for inner in os.listdir(os.path.join(folder, name)):
            os.remove(os.path.join(folder, name, inner))
        os.rmdir(os.path.join(folder, name))
    os.rmdir(folder)
