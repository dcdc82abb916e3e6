"""Code that is valid and surely not meant: SyntaxWarning, and DeprecationWarning for escapes. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'x is 1',
    'x is not "a"',
    '"a" ()',
    '[1] (2)',
    '(1,2) [1,2] (3)',
    'assert (1, "msg")',
    '"\\d"',
    'b"\\d"',
    '1or 2',
    '0x1for x in y',
    '1if 2else 3',
    'x = 1 is y',
    '"a" is x',
    '() is x',
    '{} [1]',
    '"a" [1,2]',
    '1 [2]',
    'None [1]',
    'f"{x}" ()',
    '... ()',
    'lambda: 1 (2)',
    '(lambda: 1) ()',
    '[x for x in y] (2)',
    '{1} [2]',
    '"abc"["x"]',
    '"abc"[1.0]',
    '1.5 (1)',
    '1.5or 2',
    '0o7or 1',
    '0b1and 2',
    '1_000or 1',
    '1jif 1else 2',
    "'\\777'",
    "b'\\777'",
    "'\\8'",
    'f"\\d{x}"',
    'rb"\\d"',
    'x is ()',
    'x is -1',
    'x is (1,)',
    'x is f"a"',
    'x is ...',
    'x is None',
    'x is True',
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
