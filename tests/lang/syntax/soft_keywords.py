"""Soft keywords, semicolons, and assignments to the wrong thing. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'async def f(): x = [await y for y in z]',
    'async lambda: 1',
    'await = 1',
    'async = 1',
    'print = 1',
    'match = 1',
    'case = 1',
    '_ = 1',
    'match()',
    'match(x)',
    'match[x]',
    'match x',
    'type x = int',
    'x = 1;;',
    ';',
    'x;y;',
    'if x: ; pass',
    'if x: pass; else: y',
    'x = (1 if 2)',
    'x = {1: 2 for}',
    'a = 3 4',
    'a = "x" "y" z',
    'if a == 1 and b = 2: pass',
    'while x = 1: pass',
    'if (x = 1): pass',
    'f(x, y = 1 z)',
    'a.b.c = d e',
    'assert x = 1',
    'return x = 1',
    'elif',
    'import a as',
    'a if b else c = 1',
    'a.b() = c',
    'a[b]() += 1',
    '(a + b): int = 1',
    '{a: 1} = 2',
    '{a} = 2',
    '[a, b] = c = 1 = d',
    'a = 1 = b',
    'not a = b',
    'a == b = c',
    '"%s" % a = 2',
    '(a, b()) = c',
    '[a, b + 1] = c',
    '(a if b else c) = 1',
    'for a if b else c in d: pass',
    'for (a, b()) in c: pass',
    'with a as (b, c()): pass',
    'with a as b + 1: pass',
    'del (a, b())',
    'del a if b else c',
    'del not a',
    'del "a"',
    'del {a}',
    'del [a, 1]',
    'del ...',
    'del -a',
    'del await a',
    'del lambda: 1',
    'del f"a"',
    'del a := 1',
    '(a, b := 1, 2) = 3',
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
