# Finding loops in control flow graphs, in the manner of Havlak: depth-first numbering, union-find, reducible and irreducible headers.


class Block:
    def __init__(self, number):
        self.number = number
        self.successors = []
        self.predecessors = []


class Graph:
    def __init__(self):
        self.blocks = []

    def block(self, number):
        while len(self.blocks) <= number:
            self.blocks.append(Block(len(self.blocks)))
        return self.blocks[number]

    def edge(self, source, target):
        a, b = self.block(source), self.block(target)
        a.successors.append(b)
        b.predecessors.append(a)

    # ---- building blocks of test graphs: each begins at a block and gives the number of the last ----

    def straight(self, start, count):
        for number in range(start, start + count):
            self.edge(number, number + 1)
        return start + count

    def diamond(self, start):
        self.edge(start, start + 1)
        self.edge(start, start + 2)
        self.edge(start + 1, start + 3)
        self.edge(start + 2, start + 3)
        return start + 3

    def loop(self, start):
        header = self.straight(start, 1)
        bottom = self.straight(self.diamond(header), 1)
        self.edge(bottom, header)
        return self.straight(bottom, 1)

    def nested(self, start, depth):
        if depth == 0:
            return self.loop(start)
        inner = self.nested(self.straight(start, 1), depth - 1)
        inner = self.nested(inner, depth - 1)
        self.edge(inner, start + 1)
        return self.straight(inner, 1)


class Node:
    """A block during the search: a member of a union-find forest."""

    def __init__(self, block, number):
        self.block = block
        self.number = number
        self.parent = self
        self.last = number
        self.loop = None

    def root(self):
        path = []
        node = self
        while node is not node.parent:
            if node.parent is not node.parent.parent:
                path.append(node)
            node = node.parent
        for each in path:
            each.parent = node.parent
        return node

    def union(self, other):
        self.parent = other


class Loop:
    count = 0

    def __init__(self, header, reducible):
        Loop.count += 1
        self.number = Loop.count
        self.header = header
        self.reducible = reducible
        self.blocks = [] if header is None else [header]
        self.children = []
        self.parent = None

    def add_block(self, block):
        self.blocks.append(block)

    def set_parent(self, parent):
        self.parent = parent
        parent.children.append(self)

    def depth(self):
        return 1 + max([child.depth() for child in self.children], default=0)

    def show(self, level=0):
        kind = "root" if self.header is None else "loop at %d%s" % (self.header.number, "" if self.reducible else " (irreducible)")
        yield "  " * level + "%s: %s" % (kind, sorted(block.number for block in self.blocks))
        for child in sorted(self.children, key=lambda each: each.header.number):
            yield from child.show(level + 1)


class Finder:
    def __init__(self, graph):
        self.graph = graph
        self.nodes = []
        self.number_of = {}
        self.loops = []

    def number_blocks(self):
        """Preorder numbers, and for each node the last number below it, without recursion."""
        stack = [(self.visit(self.graph.blocks[0]), iter(self.graph.blocks[0].successors))]
        while stack:
            node, successors = stack[-1]
            for block in successors:
                if block not in self.number_of:
                    stack.append((self.visit(block), iter(block.successors)))
                    break
            else:
                node.last = len(self.nodes) - 1
                stack.pop()

    def visit(self, block):
        node = Node(block, len(self.nodes))
        self.number_of[block] = node.number
        self.nodes.append(node)
        return node

    def is_ancestor(self, above, below):
        return above <= below <= self.nodes[above].last

    def find(self):
        self.number_blocks()
        count = len(self.nodes)
        back = [[] for _ in range(count)]
        other = [[] for _ in range(count)]
        for node in self.nodes:
            for block in node.block.predecessors:
                source = self.number_of.get(block)
                if source is not None:
                    (back if self.is_ancestor(node.number, source) else other)[node.number].append(source)
        for header in range(count - 1, -1, -1):
            self.examine(header, back[header], other)
        root = Loop(None, True)
        for loop in self.loops:
            if loop.parent is None:
                loop.set_parent(root)
        return root

    def examine(self, header, sources, other):
        node = self.nodes[header]
        pool = []
        own_loop = False
        reducible = True
        for source in sources:
            if source == header:
                own_loop = True
            else:
                pool.append(self.nodes[source].root())
        work = list(pool)
        while work:
            x = work.pop()
            for source in other[x.number]:
                y = self.nodes[source].root()
                if not self.is_ancestor(header, y.number):
                    reducible = False
                    other[header].append(y.number)
                elif y is not node and y not in pool:
                    work.append(y)
                    pool.append(y)
        if not pool and not own_loop:
            return
        loop = Loop(node.block, reducible)
        node.loop = loop
        for each in pool:
            each.union(node)
            if each.loop is not None:
                each.loop.set_parent(loop)
            else:
                loop.add_block(each.block)
        self.loops.append(loop)


def make_graph(depth):
    graph = Graph()
    end = graph.nested(0, depth)
    end = graph.diamond(graph.loop(end))
    graph.edge(1, end)
    return graph


def run(n):
    total = 0
    for depth in range(n):
        root = Finder(make_graph(depth)).find()
        total = total * 100 + root.depth() * 10 + len(root.children)
    return total


if __name__ == "__main__":
    for line in Finder(make_graph(1)).find().show():
        print(line)
    tangled = Graph()
    for source, target in ((0, 1), (0, 2), (1, 2), (2, 1), (2, 3), (3, 3), (3, 4), (4, 2), (4, 5)):
        tangled.edge(source, target)
    print("\n".join(Finder(tangled).find().show()))
    for depth in range(6):
        graph = make_graph(depth)
        finder = Finder(graph)
        print(depth, len(graph.blocks), len(finder.nodes), finder.find().depth(), len(finder.loops))
