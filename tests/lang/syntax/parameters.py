"""Parameter lists that are wrong. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'def f(x, x): pass',
    'def f(x=1, y): pass',
    'def f(*): pass',
    'def f(*, **k): pass',
    'def f(**k, x): pass',
    'def f(*a, *b): pass',
    'def f(a, /, b, /): pass',
    'def f(/, a): pass',
    'def f(a, *, /): pass',
    'def f(None): pass',
    'def f(1): pass',
    'def f((a, b)): pass',
    'lambda x, x: 1',
    'lambda *: 1',
]

show(SNIPPETS)
