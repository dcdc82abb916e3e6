# From the bottom of so many calls to the top by f_back, as a debugger or a logger goes.

import sys

getframe = sys._getframe


def look(depth):
    if depth:
        return look(depth - 1)
    frame = getframe()
    count = 0
    while frame.f_code is look_code:
        frame = frame.f_back
        count += 1
    return count


look_code = look.__code__


def walk(n, depth):
    total = 0
    for i in range(n):
        total += look(depth - 1)
    return total


def depth_1(n):
    return walk(n, 1)


def depth_2(n):
    return walk(n, 2)


def depth_4(n):
    return walk(n, 4)


def depth_8(n):
    return walk(n, 8)


def depth_16(n):
    return walk(n, 16)


def depth_32(n):
    return walk(n, 32)
