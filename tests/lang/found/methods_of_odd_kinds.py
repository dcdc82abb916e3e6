# Special methods that are no functions or give what they must not: which method is named, and what is tried next.
def told(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, "-", e)


class Shown:
    def __repr__(self):
        return 3


class Spoken:
    def __str__(self):
        return None

    def __repr__(self):
        return "Spoken"


class Derived(Shown):
    pass


class Both(Spoken, Shown):
    pass


for value in (Shown(), Spoken(), Derived(), Both()):
    for use in (repr, str, ascii, "{}".format, "{!r}".format, "{!s}".format, "%s".__mod__, "%r".__mod__, lambda v: f"{v}", lambda v: f"{v!s:>3}", lambda v: f"{v!a}",
                lambda v: [v].__repr__(), lambda v: str([v]), lambda v: format(v, ""), lambda v: object.__str__(v), lambda v: Exception(v).__str__(), print):
        told(lambda: use(value))


class Indexed:
    def __init__(self, given):
        self.given = given

    def __index__(self):
        if isinstance(self.given, type):
            raise self.given("from __index__")
        return self.given


class NoIndex:
    __index__ = None


for file in (Indexed("s"), Indexed(ValueError), Indexed(OverflowError), Indexed(-1), Indexed(2 ** 40), NoIndex(), -3, 2 ** 31, 1.5, None):
    told(lambda: open(file))


class Unfinished:
    __del__ = None


class Finished:
    __del__ = 3


Unfinished()
Finished()
