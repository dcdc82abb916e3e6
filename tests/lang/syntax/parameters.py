"""Parameter lists that are wrong. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'def f(x, x): pass',
    'def f(x=1, y): pass',
    'def f(*): pass',
    'def f(*, **k): pass',
    'def f(**k, x): pass',
    'def f(*a, *b): pass',
    'def f(a, /, b, /): pass',
    'def f(/, a): pass',
    'def f(a, *, /): pass',
    'def f(None): pass',
    'def f(1): pass',
    'def f((a, b)): pass',
    'lambda x, x: 1',
    'lambda *: 1',
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
