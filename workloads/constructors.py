# Objects made and dropped: a class call runs __init__ for each node of a short-lived binary tree.


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def run(n):
    total = 0
    for depth in range(2, n):
        total += make(depth).check()
    return total
