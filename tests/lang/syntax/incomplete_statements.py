"""Statements that lack a part. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

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

show(SNIPPETS)
