# Big integers: factorials, powers, division, conversion to text.
N = 700


def run(n):
    product = 1
    for i in range(1, n):
        product *= i
    text = str(product)
    total = sum(map(int, text))
    a, b = 0, 1
    for _ in range(n * 4):
        a, b = b, a + b
    quotient = product // (a | 1)
    return total + len(text) + pow(3, n * 20, 10 ** 40) + quotient % 1000007 + (a >> 7) % 1000 + len(hex(b))
