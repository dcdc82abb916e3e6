# Calls with defaults, keywords, *args and **kwargs.
N = 15000


def defaults(a, b=1, c=2):
    return a + b + c


def keyword_only(a, *, scale=1):
    return a * scale


def many(*args, **kwargs):
    return len(args) + len(kwargs)


def run(n):
    total = 0
    pack, named = (1, 2), {"c": 5}
    for i in range(n):
        total += defaults(i) + defaults(i, c=3) + defaults(a=i, b=2)
        total += keyword_only(i, scale=2) + many(i, 2, x=3) + many(*pack) + defaults(*pack, **named)
    return total
