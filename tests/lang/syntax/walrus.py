"""Assignment expressions where they are not allowed. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'x := 1',
    '(x := 1, y := 2)',
    '(x.y := 1)',
    '(x[1] := 1)',
    '((a, b) := 1)',
    '(1 := 2)',
    '(None := 2)',
    '[x := i for i in y]',
    '[i := i for i in y]',
    '[(i := 1) for i in y]',
    '[1 for i in (j := y)]',
    'class A: [x := i for i in y]',
    'f(x := 1)',
    'f(x := 1, y=2)',
    'f(y = x := 1)',
    'def f(x = y := 1): pass',
    'lambda: x := 1',
    'x = y := 1',
    '{x := 1: 2}',
    '{x: y := 1}',
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
