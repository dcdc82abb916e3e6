# `in` on sets and frozensets of ints, strings and tuples.
N = 60000


def run(n):
    ints = set(range(0, 2000, 3))
    strings = {str(i) for i in range(0, 2000, 3)}
    tuples = frozenset((i, i + 1) for i in range(0, 100, 3))
    text = [str(i) for i in range(100)]
    total = 0
    for i in range(n):
        if i % 2000 in ints:
            total += 1
        if text[i % 100] in strings:
            total += 1
        if (i % 100, i % 100 + 1) in tuples:
            total += 1
    return total
