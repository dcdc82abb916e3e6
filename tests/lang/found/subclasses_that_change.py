"""ABCMeta asks __subclasses__ of a class, whatever it gives, and the list may shrink meanwhile."""
import abc


def attempt(action, *args):
    try:
        return action(*args)
    except Exception as e:
        print(type(e).__name__, e)


class Unlisted(metaclass=abc.ABCMeta):
    __subclasses__ = lambda: 5


class Emptied(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasses__(cls):
        return [Clearing]


class Clearing(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        below.clear()
        return NotImplemented


below = [Clearing, Clearing]
Emptied.__subclasses__ = lambda: below
attempt(issubclass, int, Unlisted)
print(attempt(issubclass, int, Emptied), below)
