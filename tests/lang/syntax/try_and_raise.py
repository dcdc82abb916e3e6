"""try, except and raise. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

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
