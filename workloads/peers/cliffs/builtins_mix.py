# Builtin functions over iterables: sum, min, max, any, all, zip, enumerate, map, filter, sorted, reversed, isinstance, divmod, abs.
N = 1500


def run(n):
    total = 0
    data = [i * 37 % 101 for i in range(40)]
    for i in range(n):
        total += sum(data) + min(data) + max(data) + len(data) + abs(i - 50)
        total += any(x == 100 for x in data) + all(data) + isinstance(i, int)
        for a, b in zip(data, reversed(data)):
            total += a * b
        total += max(i, 3) + min(i, 3) + divmod(i, 7)[1] + int("12") + ord("a") + len(str(i))
    return total
