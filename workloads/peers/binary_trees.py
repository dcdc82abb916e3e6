# Allocation: trees of tuples made, walked and dropped.
N = 11


def make(depth):
    if depth == 0:
        return (None, None)
    depth -= 1
    return (make(depth), make(depth))


def check(tree):
    left, right = tree
    if left is None:
        return 1
    return 1 + check(left) + check(right)


def run(n):
    total = 0
    kept = make(n)
    for depth in range(4, n + 1, 4):
        for _ in range(1 << (n - depth + 2)):
            total += check(make(depth))
    return total + check(kept)
