# Closures and higher-order functions: counters, composition, memoization, a decorator.
N = 2500


def counter(step):
    count = 0

    def next_value():
        nonlocal count
        count += step
        return count

    return next_value


def compose(f, g):
    return lambda x: f(g(x))


def memoize(f):
    known = {}

    def wrapper(x):
        if x not in known:
            known[x] = f(x)
        return known[x]

    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def traced(function):
    calls = [0]

    def wrapper(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs)

    wrapper.calls = calls
    return wrapper


@traced
def area(width, height=2):
    return width * height


def run(n):
    up, down = counter(3), counter(-1)
    inc = lambda x: x + 1
    double = lambda x: 2 * x
    both = compose(inc, compose(double, inc))
    total = 0
    for i in range(n):
        total += up() + down() + both(i)
        total += area(i) + area(i, height=3)
    total += sum(map(double, filter(lambda x: x % 3, range(n))))
    return total + fib(60) % 1000 + area.calls[0] % 2
