"""Headers of compound statements, and statements cut off. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'with (a as b, c as d): pass',
    'with (a, b) as c: pass',
    'with (a as b): pass',
    'with a as b, : pass',
    'with a, b',
    'with a as b c',
    'with',
    'while',
    'for',
    'for x',
    'for x in',
    'for in y: pass',
    'if',
    'def',
    'class',
    'return',
    'lambda',
    'lambda:',
    'lambda x:',
    'not',
    'and',
    'x and',
    'x or',
    'x if',
    'from',
    'nonlocal',
    'global',
    'import a,',
    'import a b',
    'import a.',
    'from . ',
    'from .a import b c',
    'from a import b as',
    'from a import b as c.d',
    'from a import b.c',
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
