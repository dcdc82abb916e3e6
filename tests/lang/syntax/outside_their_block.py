"""return, yield, await, break and continue where they cannot be. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'return 1',
    'yield 1',
    'await 1',
    'break',
    'continue',
    'class A: return 1',
    'class A: yield 1',
    'async def f(): yield from x',
    'async def f():\n yield 1\n return 2',
    'def f(): async for x in y: pass',
    'def f(): async with x: pass',
    'def f(): await x',
    'def f(): [x async for x in y]',
    'def f(): (await x for x in y)',
    'async def f(): (await x for x in y)',
]

show(SNIPPETS)
