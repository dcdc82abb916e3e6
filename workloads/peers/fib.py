# Plain recursion: two calls, one comparison, three additions; nothing else.
N = 21


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(n):
    return fib(n)
