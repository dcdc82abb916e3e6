# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""Calls and class headers in detail. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'print(a, file=sys.stderr',
    'foo(a, b for b in c, d)',
    'foo(b for b in c, )',
    'foo(*a, b for b in c)',
    'foo(a=b for b in c)',
    'foo(a, *)',
    'foo(a, **)',
    'foo(**a, *b)',
    'foo(a=)',
    'foo(=a)',
    'foo(a,,b)',
    'foo(,)',
    'foo(a, b=1, **c, d=2, **e, *f)',
    'class A(x for x in y): pass',
    'class A(a=1, a=2): pass',
    'class A(*a, **b): pass',
]

show(SNIPPETS)
