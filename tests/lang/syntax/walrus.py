"""Assignment expressions where they are not allowed. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'x := 1',
    '(x := 1, y := 2)',
    '(x.y := 1)',
    '(x[1] := 1)',
    '((a, b) := 1)',
    '(1 := 2)',
    '(None := 2)',
    '[x := i for i in y]',
    '[i := i for i in y]',
    '[(i := 1) for i in y]',
    '[1 for i in (j := y)]',
    'class A: [x := i for i in y]',
    'f(x := 1)',
    'f(x := 1, y=2)',
    'f(y = x := 1)',
    'def f(x = y := 1): pass',
    'lambda: x := 1',
    'x = y := 1',
    '{x := 1: 2}',
    '{x: y := 1}',
]

show(SNIPPETS)
