# Matrix multiplication: nested lists of floats.
N = 44


def make(n, seed):
    return [[(i * seed + j) % 7 / 3.0 for j in range(n)] for i in range(n)]


def multiply(a, b):
    columns = list(zip(*b))
    result = []
    for row in a:
        line = []
        for column in columns:
            total = 0.0
            for x, y in zip(row, column):
                total += x * y
            line.append(total)
        result.append(line)
    return result


def run(n):
    a, b = make(n, 3), make(n, 5)
    c = multiply(multiply(a, b), a)
    return "%.6f" % sum(c[i][i] for i in range(n))
