# Exceptions raised through depth: each level has a frame in the traceback, some handle, some clean up.


class TooDeep(Exception):
    def __init__(self, depth):
        self.depth = depth


def descend(depth, limit):
    if depth == limit:
        raise TooDeep(depth)
    if depth & 3 == 3:
        try:
            return descend(depth + 1, limit)
        finally:
            depth = 0
    return descend(depth + 1, limit)


def run(n):
    total = 0
    for i in range(n):
        try:
            descend(0, i % 20 + 1)
        except TooDeep as error:
            total += error.depth
        try:
            total += int("12" if i & 1 else "x")
        except ValueError:
            total += 1
    return total
