"""Continuation lines and indentation. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

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
