"""Mistakes over several lines. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

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

for source in SNIPPETS:
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        compile(source, "<s>", "exec")
        result = "valid"
    except SyntaxError as error:
        result = type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text
    finally:
        warned, sys.stderr = sys.stderr.getvalue(), stderr
    print(repr(source), result, warned)
