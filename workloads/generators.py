# Generators: a pipeline of them, resumed once a value; no allocation should be needed to resume.


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd(source):
    for x in source:
        if x & 1:
            yield x


def pairs(source):
    last = None
    for x in source:
        if last is not None:
            yield last * x
        last = x


def run(n):
    total = 0
    for value in pairs(odd(numbers(n))):
        total += value
    return total
