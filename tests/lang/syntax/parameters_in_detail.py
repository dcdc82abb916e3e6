"""Parameters in detail, __debug__, and who may declare what. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'def f(a:int=1, *, b): pass',
    'def f(*, a): pass',
    'def f(*, a, *b): pass',
    'def f(a, b=1, c, d=2): pass',
    'def f(a, **b=1): pass',
    'def f(*a=1): pass',
    'def f(a=1, /, b): pass',
    'def f(a, *, b=1, c, **d): pass',
    'def f(a.b): pass',
    'def f(a, (b)): pass',
    'def f("a"): pass',
    'def f(a): -> int pass',
    'def f(a) -> : pass',
    'def __debug__(): pass',
    '__debug__ = 1',
    'f(__debug__=1)',
    'x.__debug__ = 1',
    'import __debug__',
    'del __debug__',
    'for __debug__ in x: pass',
    'class __debug__: pass',
    'def f():\n def g(): nonlocal x\n x = 1',
    'def f():\n global x\n nonlocal x',
    'def f(x):\n def g():\n  nonlocal x\n  global x',
    'def f():\n from x import *',
    'class A:\n from x import *',
    'def f():\n class A: nonlocal y',
    'def f(a, a=1, *, b, b): pass',
    'lambda a, *, a: 1',
    'lambda a=1, b: 1',
    'lambda (a): 1',
    'lambda a.b: 1',
    'lambda *a, *b: 1',
    'lambda **a, b: 1',
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
