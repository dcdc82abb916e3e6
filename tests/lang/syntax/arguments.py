# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""Arguments that are wrong, and brackets that do not match. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'f(a for a in b, c)',
    'f(c, a for a in b)',
    'f(a=1, b)',
    'f(**k, *a)',
    'f(**k, b)',
    'f(a=1, a=2)',
    'f(1=2)',
    'f(a.b=2)',
    'f(True=2)',
    'f(a b)',
    'f(a, b',
    '(a, b',
    '[a, b',
    '{a: b',
    '{a, b',
    'a)',
    'a]',
    'a}',
    '(a]',
    '[a}',
    '{a)',
]

show(SNIPPETS)
