# yield from through a recursive structure: each value passes through as many generators as it is deep.


def build(depth):
    if depth == 0:
        return None
    return (build(depth - 1), depth, build(depth - 1))


def walk(tree):
    if tree is not None:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


def run(n):
    total = 0
    position = 0
    for value in walk(build(n)):
        position += 1
        total += value * position
    return total
