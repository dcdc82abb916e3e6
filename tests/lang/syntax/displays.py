"""Displays, stars and subscripts. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    '{**a for a in b}',
    '{*a for a in b}',
    '[*a for a in b]',
    '(*a for a in b)',
    '{**a, *b}',
    '{*a, **b}',
    '{a: 1, b}',
    '{a, b: 1}',
    '{a: *b}',
    '{a: **b}',
    '{a:}',
    '{a: 1 b: 2}',
    '{1:2, 3}',
    '{1 2}',
    '[1 2]',
    '(1 2)',
    '[1, 2 3]',
    '(*a)',
    '(*a,)',
    '*a',
    'print(*a)',
    'x = *a',
    'x = *a,',
    'return *a',
    'a[*b]',
    'a[b:*c]',
    'a[]',
    'a[1:2:3:4]',
]

show(SNIPPETS)
