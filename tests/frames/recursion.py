import sys


def down(n):
    return 1 + down(n + 1)


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth() > 900)
try:
    down(0)
except RecursionError as e:
    print(e)
    count, tb = 0, e.__traceback__
    while tb:
        count += 1
        tb = tb.tb_next
    print(count > 900)
print(sys.getrecursionlimit())
sys.setrecursionlimit(200)
print(depth() < 200)
sys.setrecursionlimit(20000)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(15000))
sys.setrecursionlimit(100)


class Loop:
    def __repr__(self):
        return repr(self)


try:
    repr(Loop())
except RecursionError as e:
    print("RecursionError")
down(0)
