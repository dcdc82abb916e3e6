"""Strings that do not end. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    '"abc',
    "'abc",
    '"""abc',
    "'''abc",
    'f"abc',
    '"abc\\',
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
