"""What Python 2 allowed, and statements without their colon. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

SNIPPETS = [
    'print "a"',
    'print x, y',
    'exec "a"',
    'if x = 1: pass',
    'if x:',
    'for x in y',
    'while True print(1)',
]

show(SNIPPETS)
