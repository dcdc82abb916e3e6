# Found by another implementation's tests: keywords that a subclass of a builtin type takes in its own __new__ or __init__.
for base, argument in ((list, [1]), (tuple, [1]), (float, 1.5), (int, 3), (set, [1]), (frozenset, [1]), (str, "a"), (bytes, b"a"), (bytearray, b"a"), (complex, 1)):
    class Plain(base):
        pass

    class New(base):
        def __new__(cls, first, extra=None):
            made = base.__new__(cls, first)
            made.extra = extra
            return made

    class Init(base):
        def __init__(self, first, extra=None):
            self.extra = extra

    for subclass in (Plain, New, Init):
        try:
            made = subclass(argument, extra=3)
            print(base.__name__, subclass.__name__, made, getattr(made, "extra", "none"))
        except TypeError as error:
            print(base.__name__, subclass.__name__, error)
