"""Strings that do not end. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    '"abc',
    "'abc",
    '"""abc',
    "'''abc",
    'f"abc',
    '"abc\\',
]

show(SNIPPETS)
