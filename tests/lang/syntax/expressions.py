"""Expressions that are wrong, decorators, async. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'a = 5 if b',
    'a = 5 if b else',
    'a = if b else c',
    'x = not',
    'x = a not b',
    'x = a is is b',
    'x in not y',
    'not not x',
    'x <> y',
    'x ++',
    '++x',
    'x--',
    'x =+ 1',
    'x ** ',
    '** x',
    'x // ',
    '@',
    '@x',
    '@x\ny',
    '@x y\ndef f(): pass',
    'async x',
    'async def f',
    'await',
    'async for x in y: pass',
    'async with x: pass',
    'with x: pass\nasync',
    'from __future__ import foo',
    'from __future__ import braces',
    'from __future__ import barry_as_FLUFL',
    'x = 1\nfrom __future__ import annotations',
    'from __future__ import nested_scopes, foo',
]

show(SNIPPETS)
