# Tak and Ackermann: recursion with three and two arguments, arguments that are calls themselves.


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def run(n):
    return tak(n, n // 2, n // 4) * 1000 + ackermann(2, n)
