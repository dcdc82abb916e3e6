"""Numbers that are none. Message, place and line of each SyntaxError, and the warnings."""
import io
import sys

SNIPPETS = [
    'a.1',
    'a.',
    '.a',
    'a..b',
    '1.a',
    '1.e',
    '1e',
    '1e+',
    '0x',
    '0xg',
    '0b',
    '0b2',
    '0o',
    '0o8',
    '08',
    '00',
    '007',
    '09.5',
    '1__0',
    '1_',
    '1_a',
    '0_7',
    '1.0_',
    '1e1_',
    '0x_',
    '1l',
    '1L',
    '0777',
    '123abc',
    '1.5abc',
    '1jx',
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
