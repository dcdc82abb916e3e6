"""Replacement fields that are wrong. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'f"{"',
    'f"}"',
    'f"{}"',
    'f"{x"',
    'f"{x!}"',
    'f"{x!z}"',
    'f"{x!r"',
    'f"{x:{y"',
    'f"{x:{y:{z}}}"',
    'f"{!r}"',
    'f"{ }"',
    'f"{x y}"',
    'f"{x = }"',
    'f"{a b}"',
    'f"{\\n}"',
    'f"{\'\\n\'}"',
    'f"{#}"',
    'f"{x#}"',
    'f"{lambda x: 1}"',
    'f"{(lambda x: 1)}"',
    'f"{x:}"',
    'f"{*a}"',
    'f"{**a}"',
    'f"{yield}"',
    'f"{a[}"',
    'f"{a(}"',
    'f"{a)}"',
    'f"{a]}"',
    'f"{{}"',
    'f"{}}"',
    'f"{x}}"',
    'f"{x:}}"',
    'f"{1=}"',
    'f"{a $ b}"',
    'f"{a := 1}"',
    'f"{\'a\'"',
    "f'{a['b']}'",
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
