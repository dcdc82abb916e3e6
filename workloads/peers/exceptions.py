# Exceptions as control flow: raised, caught by class, re-raised, cleaned up.
N = 2500


class NotFound(Exception):
    def __init__(self, key):
        self.key = key


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        raise NotFound(key) from None


def number(text):
    try:
        return int(text)
    except ValueError:
        return -1


def deep(level):
    if level == 0:
        raise NotFound(level)
    try:
        return deep(level - 1)
    finally:
        deep.unwound += 1


def run(n):
    deep.unwound = 0
    table = {i: i for i in range(0, n, 2)}
    total = 0
    for i in range(n):
        try:
            total += lookup(table, i)
        except NotFound as error:
            total -= error.key
        total += number("12" if i % 4 else "x")
        if i % 16 == 0:
            try:
                deep(5)
            except NotFound:
                pass
        try:
            if i % 3 == 0:
                raise StopIteration
        except (KeyError, StopIteration):
            total += 1
    return total + deep.unwound
