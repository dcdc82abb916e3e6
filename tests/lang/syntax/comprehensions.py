"""Starred targets and comprehensions. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    '[*a] = b',
    '[*a, *b] = c',
    '*a, = b',
    'for *a in b: pass',
    'for *a, b in c: pass',
    'for a, in c: pass',
    '[x for *a in b]',
    '[x for x, in b]',
    '[for x in y]',
    '[x for x]',
    '[x for x in]',
    '[x for x in y if]',
    '[x for in y]',
    '[x, y for x in z]',
    '[x for 1 in z]',
    '[x for f() in z]',
    '{x: y for x}',
    '{x: for x in y}',
    '(x for x in y, z)',
    '[x if y for y in z]',
    '[x for x in lambda: y, z]',
    '[x for x in y, z]',
    'x[a, *b] = 1',
    'del a,',
    'del (a, b), [c]',
    'del ()',
    'del (a)',
    'del (a for a in b)',
    '() = 1',
    '[] = 1',
    '() += 1',
    'a.b: int',
    'a[1]: int = 2',
    '(a): int',
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
