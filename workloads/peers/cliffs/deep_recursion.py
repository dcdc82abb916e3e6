# Recursion nine hundred deep, again and again.
N = 60


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


def run(n):
    total = 0
    for _ in range(n):
        total += down(900)
    return total
