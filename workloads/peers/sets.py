# Sets: primes by difference, graph reachability, intersections of word sets.
N = 1500


def primes(n):
    candidates = set(range(2, n))
    for i in range(2, int(n ** 0.5) + 1):
        if i in candidates:
            candidates -= set(range(i * i, n, i))
    return candidates


def reachable(graph, start):
    seen, todo = {start}, [start]
    while todo:
        node = todo.pop()
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def run(n):
    found = primes(n * 4)
    graph = {i: {(i * 7 + 1) % n, (i * 3 + 2) % n, i // 2} for i in range(n)}
    total = len(reachable(graph, 1))
    words = [frozenset(str(i * 37)) for i in range(n)]
    for a, b in zip(words, words[1:]):
        total += len(a & b) + len(a | b) - len(a ^ b) + (a <= b)
    return total + sum(found) % 1000
