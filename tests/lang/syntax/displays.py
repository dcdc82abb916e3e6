"""Displays, stars and subscripts. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    '{**a for a in b}',
    '{*a for a in b}',
    '[*a for a in b]',
    '(*a for a in b)',
    '{**a, *b}',
    '{*a, **b}',
    '{a: 1, b}',
    '{a, b: 1}',
    '{a: *b}',
    '{a: **b}',
    '{a:}',
    '{a: 1 b: 2}',
    '{1:2, 3}',
    '{1 2}',
    '[1 2]',
    '(1 2)',
    '[1, 2 3]',
    '(*a)',
    '(*a,)',
    '*a',
    'print(*a)',
    'x = *a',
    'x = *a,',
    'return *a',
    'a[*b]',
    'a[b:*c]',
    'a[]',
    'a[1:2:3:4]',
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
