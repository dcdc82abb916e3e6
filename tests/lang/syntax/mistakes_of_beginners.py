"""Mistakes over several lines. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'if True:\n    x = 1\n  y = 2',
    'if x: y = 1 else: y = 2',
    "x = {'a': 1, 'b': 2",
    'def f(:\n pass',
    'class A:\n def f(self)\n  pass',
    'x = "abc\ny = 1',
    "x = 'it's'",
    'else',
    'True = False',
    'False += 1',
    'None.x = 1',
    '(a, b): int = 1',
    'f"{a!x}"',
    'f"{a!s }"',
    'f"{a!r:^{b}}"',
    'a, b += 1',
    'a = b += 1',
    'a += b = 1',
    '(yield) = 1',
    'x = (yield)',
]

show(SNIPPETS)
