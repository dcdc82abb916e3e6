# A pipeline of generators, generator expressions and yield from.
N = 5000


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd(source):
    for x in source:
        if x & 1:
            yield x


def squares(source):
    for x in source:
        yield x * x


def pairs(source):
    previous = None
    for x in source:
        if previous is not None:
            yield previous, x
        previous = x


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def run(n):
    total = 0
    for a, b in pairs(squares(odd(numbers(n)))):
        total += b - a
    total += sum(x for x in numbers(n) if x % 3 == 0)
    total += sum(tree(9))
    return total
