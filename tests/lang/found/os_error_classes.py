"""Which of OSError.__new__ and OSError.__init__ takes the arguments of a class derived from it."""


class New(OSError):
    def __new__(cls, message, more=None):
        self = OSError.__new__(cls, message, more)
        self.more = more
        return self


class NewAlone(OSError):
    def __new__(cls, message, *, more):
        self = OSError.__new__(cls, message)
        self.more = more
        return self


class Both(OSError):
    def __new__(cls, message, more=None):
        return super().__new__(cls, message)

    def __init__(self, message, more):
        self.more = more


class Init(OSError):
    def __init__(self, more):
        self.more = more


class InitCalls(OSError):
    def __init__(self, first=None, more=None):
        super().__init__(first)
        self.more = more


class Plain(FileNotFoundError):
    pass


for make in (lambda: New("a message", 7), lambda: NewAlone("a message", more="m"), lambda: Both("b", more="x"), lambda: Init(more="x"),
             lambda: InitCalls("a", more="b"), lambda: Plain(2, "gone", "file"), lambda: Plain(x=1), lambda: OSError(2, "gone"), lambda: OSError(1, 2, 3, 4, 5, 6),
             lambda: OSError(2, x=1)):
    try:
        error = make()
        print(type(error).__name__, error.args, getattr(error, "more", None), error.errno, error.strerror, error.filename, str(error))
    except TypeError as error:
        print("TypeError:", error)
