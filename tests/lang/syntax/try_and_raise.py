"""try, except and raise. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'try: pass',
    'try: pass\nfoo',
    'try: pass\nexcept: pass\nexcept A: pass',
    'try: pass\nexcept A, B: pass',
    'try: pass\nexcept A as 1: pass',
    'try: pass\nexcept A as b.c: pass',
    'try: pass\nfinally: pass\nexcept: pass',
    'try: pass\nelse: pass',
    'raise x from',
    'raise x, y',
]

show(SNIPPETS)
