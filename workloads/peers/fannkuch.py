# Lists of small ints, permuted and reversed in place: loops, item loads and stores.
N = 8


def run(n):
    p, q, s = list(range(n)), [0] * n, list(range(n))
    sign, max_flips, total = 1, 0, 0
    while True:
        if p[0]:
            for i in range(1, n):
                q[i] = p[i]
            q0, flips = p[0], 1
            while True:
                top = q[q0]
                if not top:
                    break
                q[q0] = q0
                if q0 >= 3:
                    i, j = 1, q0 - 1
                    while i < j:
                        q[i], q[j] = q[j], q[i]
                        i += 1
                        j -= 1
                q0 = top
                flips += 1
            total += sign * flips
            if flips > max_flips:
                max_flips = flips
        if sign == 1:
            p[0], p[1] = p[1], p[0]
            sign = -1
        else:
            p[1], p[2] = p[2], p[1]
            sign = 1
            for i in range(2, n):
                if s[i]:
                    s[i] -= 1
                    break
                if i == n - 1:
                    return total * 1000 + max_flips
                s[i] = i
                first = p[0]
                for j in range(i + 1):
                    p[j] = p[j + 1]
                p[i + 1] = first
