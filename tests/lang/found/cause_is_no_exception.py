# The cause is a class that made itself, no exception: the traceback says so.
class Odd(Exception):
    def __new__(cls, *args):
        return cls
raise ValueError("x") from Odd
