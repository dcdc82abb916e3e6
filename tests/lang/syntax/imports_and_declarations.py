"""Imports, global and nonlocal. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'import a.b as c.d',
    'import a as 1',
    'from . import *',
    'from a import (b, c',
    'from a import b,',
    'from a import ()',
    'from a import *, b',
    'import',
    'from a import',
    'from import x',
    'import a from b',
    'global x = 1',
    'x = 1; global x',
    'nonlocal x',
    'def f(): nonlocal x',
    'def f():\n x = 1\n global x',
    'def f(x):\n global x',
    'def f(x):\n nonlocal x',
    'def f():\n print(x)\n global x',
    'def f():\n x: int\n global x',
    'def f():\n for x in y: pass\n global x',
]

show(SNIPPETS)
