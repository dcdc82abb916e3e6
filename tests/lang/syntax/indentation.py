"""Continuation lines and indentation. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    '\\',
    '\\ ',
    'x = \\ y',
    'x\\',
    ' x = 1',
    'if x:\npass',
    'if x:\n  a\n b',
    'if x:\n  a\n    b',
    'if x:\n\\ta\n        b',
    'def f():\nx',
    'class A:\nx',
    'for x in y:\nx',
    'while x:\nx',
    'try:\nx',
    'with x:\ny',
]

show(SNIPPETS)
