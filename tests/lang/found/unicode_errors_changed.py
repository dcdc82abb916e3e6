"""What a Unicode error says after its fields were set."""
for kind, arguments in ((UnicodeEncodeError, ("ascii", "a\xf1b", 1, 2, "why")), (UnicodeDecodeError, ("ascii", b"a\xf1b", 1, 2, "why")),
                        (UnicodeDecodeError, ("ascii", bytearray(b"a\xf1b"), 1, 2, "why")), (UnicodeTranslateError, ("a\u1234\U00012345", 1, 2, "why"))):
    error = kind(*arguments)
    print(error, error.args, error.start, error.end, repr(error.object))
    for name, value in (("start", 2), ("end", 3), ("end", 5000), ("start", 1000), ("reason", None), ("encoding", 4000), ("start", "x"), ("end", None)):
        try:
            setattr(error, name, value)
            print(name, value, str(error))
        except TypeError as e:
            print(name, value, e)
    try:
        del error.start
    except TypeError as e:
        print(e)
    blank = kind.__new__(kind)
    print(repr(str(blank)), blank.start, blank.end)
for start, end in ((2**70, 1), (1, 2**70), ("x", 1), (1, None)):
    try:
        UnicodeEncodeError("ascii", "a\xf1b", start, end, "why")
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
