# A visitor over a tree: dispatch by class name, recursion through getattr and bound methods.


class Number:
    def __init__(self, value):
        self.value = value

    def accept(self, visitor):
        return visitor.visit_number(self)


class Binary:
    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right

    def accept(self, visitor):
        return visitor.visit_binary(self)


class Evaluator:
    def visit_number(self, node):
        return node.value

    def visit_binary(self, node):
        left = node.left.accept(self)
        right = node.right.accept(self)
        if node.operator == "+":
            return (left + right) % 1000003
        if node.operator == "-":
            return (left - right) % 1000003
        return (left * right) % 1000003


class Depth:
    def visit_number(self, node):
        return 1

    def visit_binary(self, node):
        left = getattr(node.left, "accept")(self)
        right = getattr(node.right, "accept")(self)
        return 1 + (left if left > right else right)


def build(depth, seed):
    if depth == 0:
        return Number(seed % 101 + 2)
    return Binary("+-+*"[(seed // 5) % 4], build(depth - 1, seed * 7 + 1), build(depth - 1, seed * 5 + 3))


def run(n):
    tree = build(n, 1)
    return tree.accept(Evaluator()) * 100 + tree.accept(Depth())
