"""What Python 2 allowed, and statements without their colon. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'print "a"',
    'print x, y',
    'exec "a"',
    'if x = 1: pass',
    'if x:',
    'for x in y',
    'while True print(1)',
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
