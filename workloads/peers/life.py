# Conway's game of life on a dict of cells.
N = 12


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in cells)}


def run(n):
    cells = {(x, y) for x in range(16) for y in range(16) if (x * 7 + y * 13 + x * y) % 5 < 2}
    for _ in range(n):
        cells = step(cells)
    return len(cells) * 1000 + sum(x * 3 + y for x, y in cells) % 1000
