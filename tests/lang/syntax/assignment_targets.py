"""What cannot be assigned to, annotated or deleted. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    '1 = x',
    'x + 1 = 2',
    'f() = 1',
    '"a" = 1',
    'None = 1',
    'True = 1',
    '(a, 1) = 2',
    '[a, None] = 2',
    '(x for x in y) = 1',
    '[x for x in y] = 1',
    '{x for x in y} = 1',
    '{} = 1',
    'lambda: 1 = 2',
    'x if y else z = 1',
    'x and y = 1',
    'not x = 1',
    'x < y = 1',
    '-x = 1',
    'f"{x}" = 1',
    '... = 1',
    'x = yield = 1',
    'yield = 1',
    'await x = 1',
    '*a = 1',
    '*a, *b = 1',
    'a, *b, *c = x',
    'x += 1 += 2',
    '1 += 2',
    '(a, b) += 1',
    '[a] += 1',
    'f() += 1',
    'None += 1',
    'x: int: str',
    '(a, b): int',
    '[a]: int',
    'a, b: int = 1',
    'f(): int',
    '1: int',
    'del 1',
    'del f()',
    'del None',
    'del (a, 1)',
    'del a + b',
    'del *a',
    'del [a, f()]',
    'del x for',
    'for 1 in x: pass',
    'for f() in x: pass',
    'for None in x: pass',
    'for x y in z: pass',
    'with a as 1: pass',
    'with a as f(): pass',
    'with a as None: pass',
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
