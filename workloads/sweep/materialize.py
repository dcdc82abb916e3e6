# Calls of which a share ask for their FrameObject: once in `every` calls. The parameter is the share in percent.

import sys

getframe = sys._getframe


def step(i, look):
    if look:
        getframe()
    return i + 1


def walk(n, every):
    total = 0
    left = every
    for i in range(n):
        left -= 1
        if left:
            total += step(i, False)
        else:
            left = every
            total += step(i, True)
    return total


def none(n):
    return walk(n, n + 1)


def one_in_1000(n):
    return walk(n, 1000)


def one_in_100(n):
    return walk(n, 100)


def one_in_10(n):
    return walk(n, 10)


def one_in_2(n):
    return walk(n, 2)


def every_call(n):
    return walk(n, 1)
