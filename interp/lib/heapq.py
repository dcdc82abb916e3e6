"""heapq: merge and the n smallest or largest (the heap itself is in C)."""
from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    heap = []
    # The order number decides between equal keys; it counts down for a reversed merge, in which the largest comes out first.
    make, replace, pop = (_heapify_max, _heapreplace_max, _heappop_max) if reverse else (heapify, heapreplace, heappop)
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), -order if reverse else order, value, step])
    make(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        try:
            value = entry[3]()
        except StopIteration:
            pop(heap)
            continue
        entry[0], entry[2] = value if key is None else key(value), value
        replace(heap, entry)
    if heap: # the last one needs no keys
        yield heap[0][2]
        yield from heap[0][3].__self__


def _best(n, iterable, key, largest):
    if n == 1:
        nothing = object()
        found = (max if largest else min)(iterable, default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=largest)[:n]
    # The heap holds the n best so far, the worst of them on top; (key, order) is unique, so values are never compared.
    source = iter(iterable)
    heap = []
    step = -1 if largest else 1
    for order, value in zip(range(0, -n, -1) if largest else range(n), source):
        heap.append((value if key is None else key(value), order, value))
    if not heap:
        return heap
    order += step
    make, replace = (heapify, heapreplace) if largest else (_heapify_max, _heapreplace_max)
    make(heap)
    worst = heap[0][0]
    for value in source:
        rank = value if key is None else key(value)
        if (worst < rank) if largest else (rank < worst):
            replace(heap, (rank, order, value))
            worst = heap[0][0]
            order += step
    heap.sort(reverse=largest)
    return [entry[2] for entry in heap]


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)
