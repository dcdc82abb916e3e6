# Lists: swaps, concatenation, slices, insert, pop, extend, reverse, index, comparison.
N = 20000


def run(n):
    a, b, total = 1, 2, 0
    items = list(range(50))
    for i in range(n):
        a, b = b, a
        pair = [a, b] + [i]
        total += pair[2] + len(items[5:15])
        items.append(items.pop(0))
        if i % 50 == 0:
            items.insert(25, i)
            items.extend([1, 2])
            items.reverse()
            del items[10:13]
            total += items.index(2) + (items == items[:])
    return total + sum(items) + len(items * 3)
