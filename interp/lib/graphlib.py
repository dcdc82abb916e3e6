"""graphlib: topological order."""
from types import GenericAlias as _GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ("node", "waits", "successors", "state")

    def __init__(self, node):
        self.node, self.waits, self.successors, self.state = node, 0, [], "waits"  # then "out", "done"


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes, self._ready, self._out, self._finished = {}, None, 0, 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node).waits += len(predecessors)
        for each in predecessors:
            self._node(each).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [each.node for each in self._nodes.values() if each.waits == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._prepared()
        nodes = tuple(self._ready)
        for node in nodes:
            self._nodes[node].state = "out"
        self._ready.clear()
        self._out += len(nodes)
        return nodes

    def is_active(self):
        self._prepared()
        return self._finished < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._prepared()
        for node in nodes:
            found = self._nodes.get(node)
            if found is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if found.state == "waits":
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if found.state == "done":
                raise ValueError(f"node {node!r} was already marked done")
            found.state = "done"
            for each in found.successors:
                successor = self._nodes[each]
                successor.waits -= 1
                if successor.waits == 0:
                    self._ready.append(each)
            self._finished += 1

    def _find_cycle(self):
        """Depth first, without recursion: the path's nodes, where each is in it, and what is left of their successors."""
        seen = set()
        for start in self._nodes:
            path, places, rest = [], {}, [iter((start,))]
            while rest:
                for node in rest[-1]:
                    if node in places:
                        return path[places[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        places[node] = len(path)
                        path.append(node)
                        rest.append(iter(self._nodes[node].successors))
                        break
                else:
                    rest.pop()
                    if path:
                        del places[path.pop()]
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(_GenericAlias)
