"""OSError: the subclass by errno, ConnectionError's subclasses."""
for number in list(range(1, 40)) + [88, 98, 99, 103, 104, 107, 108, 110, 111, 113, 114, 115, 999]:
    error = OSError(number, "text")
    print(number, type(error).__name__, error, [k.__name__ for k in type(error).__mro__])
for kind in (ConnectionError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError):
    print(kind.__name__, kind.__bases__, repr(kind("x")), repr(kind(2, "y")), kind(2, "y").errno)
    try:
        raise kind(1, "z", "file")
    except ConnectionError as error:
        print(error, error.filename, error.args)
raise ConnectionResetError(104, "Connection reset by peer")
