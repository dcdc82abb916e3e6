# A dict of many ints, filled, read, and emptied.
N = 60000


def run(n):
    table = {}
    for i in range(n):
        table[i * 7919 % 1000003] = i
    total = 0
    for i in range(n):
        total += table[i * 7919 % 1000003]
    for key in list(table):
        if key & 1:
            del table[key]
    return total + len(table)
