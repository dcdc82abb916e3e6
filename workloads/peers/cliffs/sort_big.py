# list.sort on random, sorted, reversed ints, floats and strings.
N = 30000


def run(n):
    seed, values = 1, []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        values.append(seed)
    ints = sorted(values)
    floats = sorted([v / 7.0 for v in values])
    texts = sorted([str(v) for v in values])
    keyed = sorted(values, key=str)
    back = sorted(ints, reverse=True)
    return ints[n // 2] + int(floats[n // 3]) + len(texts[0]) + keyed[0] + back[0]
