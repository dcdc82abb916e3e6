# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""Escapes and characters that are wrong. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'b"é"',
    '"\\x"',
    '"\\x1"',
    '"\\xg1"',
    '"\\u123"',
    '"\\U1234567"',
    '"\\U99999999"',
    '"\\N"',
    '"\\N{"',
    'b"\\x"',
    'b"\\x1"',
    'b"a" "b"',
    '"a" b"b"',
    'é = 1',
    'x = “a”',
    'x = ‘a’',
    'x = 1 – 2',
    'x = €',
    'x = a\x00b',
]

show(SNIPPETS)
