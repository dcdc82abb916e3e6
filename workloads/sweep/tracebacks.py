# An exception that passes through so many calls, each of which the traceback shows.


class Found(Exception):
    pass


def descend(depth):
    if depth == 1:
        raise Found
    return descend(depth - 1)


def raise_through(n, depth):
    caught = 0
    for i in range(n):
        try:
            descend(depth)
        except Found:
            caught += depth
    return caught


def depth_1(n):
    return raise_through(n, 1)


def depth_2(n):
    return raise_through(n, 2)


def depth_4(n):
    return raise_through(n, 4)


def depth_8(n):
    return raise_through(n, 8)


def depth_16(n):
    return raise_through(n, 16)


def depth_32(n):
    return raise_through(n, 32)
