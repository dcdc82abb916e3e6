# A dict of many strings made on the way.
N = 30000


def run(n):
    table = {}
    for i in range(n):
        table["key%d" % (i * 31 % n)] = i
    return sum(table["key%d" % i] for i in range(0, n, 3)) + len(table)
