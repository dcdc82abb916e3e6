# Spectral norm: calls of a small float function inside comprehensions and sums.
N = 60


def a(i, j):
    ij = i + j
    return 1.0 / (ij * (ij + 1) / 2 + i + 1)


def times(v):
    result = []
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += a(i, j) * v[j]
        result.append(total)
    return result


def times_transposed(v):
    return [sum([a(j, i) * vj for j, vj in enumerate(v)]) for i in range(len(v))]


def run(n):
    u = [1.0] * n
    for _ in range(4):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = sum([x * y for x, y in zip(u, v)])
    vv = sum([y * y for y in v])
    return "%.9f" % (uv / vv) ** 0.5
