"""Offsets whose sum with a size is beyond 2**63, and bounds of islice() below -1."""
import itertools
import struct

for offset in (2**63 - 1, 2**63 - 2, 2**62, -2**63, 5):
    for form in ("i", "100s"):
        for take in (lambda: struct.unpack_from(form, b"abc", offset), lambda: struct.pack_into(form, bytearray(3), offset, 1 if form == "i" else b"")):
            try:
                print(take())
            except struct.error as error:
                print(error)
for bounds in ((-1,), (-2,), ("x",), (1, -1), (1, -2), (1, "x"), ("x", 1), (-1, 1), (-2, 1), (None, None, 0), (0, 1, -1), (0, 1, "x"), (2**70,), (0, 2**70),
               (-2**63,), (2**63 - 1,), (0, None, 2**63 - 1), (2**63 - 2, None)):
    try:
        print(bounds, list(itertools.islice([1, 2], *bounds)))
    except Exception as error:
        print(bounds, type(error).__name__, error)
