"""Statements that lack a part. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'assert',
    'assert x, ',
    'del',
    'pass x',
    'if x: pass\nelif: pass',
    'if x: pass\nelse if y: pass',
    'else: pass',
    'elif x: pass',
    'except: pass',
    'finally: pass',
    'def f: pass',
    'def f() pass',
    'def f()',
    'def (x): pass',
    'class: pass',
    'class A(: pass',
    'class A() pass',
    'class A',
    'lambda x',
    'a b',
    'a b c',
    '1 2',
    '"a" 1',
    'x = ',
    'x = = 1',
    'x == ',
    'x !',
    'x ? y',
    'x $ y',
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
