"""match and its patterns. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'match x:\ny',
    'match x:\n case 1:\n y',
    'match x:\n case 1: pass\n case y: pass\n case z: pass',
    'match x:\n case y: pass\n case 1: pass',
    'match x:\n case a | b: pass',
    'match x:\n case (a, a): pass',
    'match x:\n case {**a, "x": 1}: pass',
    'match x:\n case {"x": 1, "x": 2}: pass',
    'match x:\n case A(b=1, b=2): pass',
    'match x:\n case A(b=1, c): pass',
    'match x:\n case *a: pass',
    'match x:\n case (*a, *b): pass',
    'match x:\n case 1 + 2: pass',
    'match x:\n case 1 + 2j: pass',
    'match x:\n case -a: pass',
    'match x:\n case a.b | c: pass',
    'match x:\n case 1 as _: pass',
    'match x:\n case 1 as a.b: pass',
    'match x:\n case f"a": pass',
    'match x:\n case {a: 1}: pass',
    'match x:\n case {-1: 1}: pass',
    'match x:\n case {None: 1}: pass',
    'match x:\n case {**_}: pass',
    'match x:\n pass',
    'match x: pass',
    'case 1: pass',
]

show(SNIPPETS)
