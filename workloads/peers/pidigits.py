# Digits of pi by a spigot on big integers.
N = 220


def run(n):
    digits = []
    q, r, t, k, d, x = 1, 0, 1, 1, 3, 3
    while len(digits) < n:
        if 4 * q + r - t < d * t:
            digits.append(d)
            q, r, d = 10 * q, 10 * (r - d * t), (10 * (3 * q + r)) // t - 10 * d
        else:
            q, r, t, k, d, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, digits))[-20:]
