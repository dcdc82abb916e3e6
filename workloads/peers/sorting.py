# Sorting: by hand (quicksort, heap), and list.sort with keys on ints, tuples, strings and objects.
N = 1500


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


def heap_push(heap, item):
    heap.append(item)
    at = len(heap) - 1
    while at and heap[(at - 1) >> 1] > item:
        heap[at] = heap[(at - 1) >> 1]
        at = (at - 1) >> 1
    heap[at] = item


def heap_pop(heap):
    last, top = heap.pop(), None
    if not heap:
        return last
    top, at, size = heap[0], 0, len(heap)
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = last
    return top


def run(n):
    seed, values = 1, []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        values.append(seed)
    mine = list(values)
    quicksort(mine, 0, n - 1)
    heap = []
    for v in values:
        heap_push(heap, v)
    popped = [heap_pop(heap) for _ in range(n)]
    pairs = sorted([(v % 100, v) for v in values])
    texts = sorted(map(str, values), key=len, reverse=True)
    by_digit = sorted(values, key=lambda v: (v % 10, -v))
    assert mine == popped == sorted(values)
    return pairs[n // 2][1] + len(texts[0]) + by_digit[-1]
