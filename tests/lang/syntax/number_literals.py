"""Numbers that are none. Message, place and line of each SyntaxError, and the warnings."""
from _snippets import show

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

show(SNIPPETS)
