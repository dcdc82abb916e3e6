# Comprehensions of every kind: lists, dicts, sets, nested, with conditions.
N = 1500


def run(n):
    squares = [i * i for i in range(n)]
    evens = [x for x in squares if x % 2 == 0]
    table = {i: [j for j in range(i % 7)] for i in range(n)}
    letters = {chr(97 + i % 26) for i in range(n)}
    flat = [x for row in table.values() for x in row]
    grid = [[i ^ j for j in range(20)] for i in range(n // 20)]
    turned = [[row[i] for row in grid] for i in range(20)]
    inverse = {v: k for k, v in enumerate(squares)}
    pairs = [(a, b) for a in range(20) for b in range(20) if (a * b) % 3 == 1]
    return sum(evens) + len(letters) + sum(flat) + sum(map(sum, turned)) + inverse[16] + len(pairs)
