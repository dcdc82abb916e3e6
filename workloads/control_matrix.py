# Negative control: integer matrix product in nested loops, no Python call inside. The frame policy must not matter here.


def run(n):
    a = [[(i * j + 1) % 7 for j in range(n)] for i in range(n)]
    total = 0
    for i in range(n):
        row = a[i]
        for j in range(n):
            s = 0
            for k in range(n):
                s += row[k] * a[k][j]
            total = (total + s * (i + j)) % 1000007
    return total
