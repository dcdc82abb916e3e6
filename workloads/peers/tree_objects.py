# A binary search tree of instances: constructors, attribute chasing, recursion through methods.
N = 6000


class Node:
    __slots__ = ("key", "value", "left", "right")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key, value):
        node = self.root
        if node is None:
            self.root = Node(key, value)
            self.size += 1
            return
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key, value)
                    break
                node = node.left
            elif key > node.key:
                if node.right is None:
                    node.right = Node(key, value)
                    break
                node = node.right
            else:
                node.value = value
                return
        self.size += 1

    def get(self, key):
        node = self.root
        while node is not None:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        return None

    def walk(self, node, depth=0):
        if node is None:
            return depth
        return max(self.walk(node.left, depth + 1), self.walk(node.right, depth + 1))


def run(n):
    tree, seed = Tree(), 42
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        tree.insert(seed % 10007, seed)
    total = 0
    for key in range(0, 10007, 3):
        value = tree.get(key)
        if value is not None:
            total ^= value
    return total * 100 + tree.walk(tree.root)
