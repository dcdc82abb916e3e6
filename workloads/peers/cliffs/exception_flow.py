# raise and catch as the only control flow.
N = 25000


def fail(i):
    raise ValueError(i)


def run(n):
    total = 0
    for i in range(n):
        try:
            fail(i)
        except ValueError as error:
            total += error.args[0]
    for i in range(n):
        try:
            [][i]
        except IndexError:
            total += 1
    return total
