# Deep recursion: hundreds of calls down before the first return, so that frames do not stay in the nearest cache lines.


def count(n):
    if n == 0:
        return 0
    return 1 + count(n - 1)


def gather(n, items):
    if n == 0:
        return len(items)
    items.append(n)
    result = gather(n - 1, items)
    items.pop()
    return result


def run(n):
    total = 0
    for i in range(n):
        total += count(800 + i % 50)
        total += gather(400, [])
    return total
