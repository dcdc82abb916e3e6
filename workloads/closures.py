# Closures: functions made, handed on and called through cells.


def make_counter(start):
    count = start

    def step(by):
        nonlocal count
        count += by
        return count

    return step


def compose(f, g):
    return lambda x: f(g(x))


def run(n):
    total = 0
    double = lambda x: x * 2
    successor = lambda x: x + 1
    chain = compose(compose(double, successor), compose(successor, double))
    for i in range(n):
        step = make_counter(i)
        step(1)
        total += step(2) + chain(i)
    return total
