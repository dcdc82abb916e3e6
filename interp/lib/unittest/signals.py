"""Results that an interrupt would stop. There are no signals here, so that none can be caught."""
from weakref import WeakKeyDictionary

__unittest = True
_results = WeakKeyDictionary()


def registerResult(result):
    _results[result] = 1


def removeResult(result):
    return bool(_results.pop(result, None))


def installHandler():
    raise NotImplementedError("there are no signals: Ctrl-C cannot be caught")


def removeHandler(method=None):
    return method
