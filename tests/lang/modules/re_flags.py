"""Sets of re's flags, with those that re does not know; patterns show theirs."""
import re
import warnings

warnings.simplefilter("ignore")
for flags in (0, 1 << 9, 0x123000, re.I | 0x123000, re.T | re.I, 1 << 20, 1 << 30, re.I | re.M | re.S | re.X):
    for pattern in ("a", b"a"):
        compiled = re.compile(pattern, flags)
        print(compiled, compiled.flags)
for flags in (re.I, re.I | re.S | re.X, re.I | re.S | re.X | (1 << 20), re.NOFLAG, ~re.I, re.I | (1 << 9), ~(re.I | (1 << 9)), re.A | re.T):
    print(repr(flags), repr(~flags), int(~flags), repr(~~flags), flags & ~re.I, flags | ~re.I, flags ^ re.S)
