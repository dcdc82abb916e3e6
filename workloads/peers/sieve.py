# Sieve of Eratosthenes over a list, and the gaps between primes.
N = 60000


def run(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    count = last = gap = 0
    for i, prime in enumerate(flags):
        if prime:
            count += 1
            if i - last > gap:
                gap = i - last
            last = i
    return count * 1000 + gap
