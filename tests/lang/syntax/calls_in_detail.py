# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""Calls and class headers in detail. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'print(a, file=sys.stderr',
    'foo(a, b for b in c, d)',
    'foo(b for b in c, )',
    'foo(*a, b for b in c)',
    'foo(a=b for b in c)',
    'foo(a, *)',
    'foo(a, **)',
    'foo(**a, *b)',
    'foo(a=)',
    'foo(=a)',
    'foo(a,,b)',
    'foo(,)',
    'foo(a, b=1, **c, d=2, **e, *f)',
    'class A(x for x in y): pass',
    'class A(a=1, a=2): pass',
    'class A(*a, **b): pass',
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
