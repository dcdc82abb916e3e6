# Keyword, default and star arguments: every way of binding except the plain one.


def keyword_only(a, *, b=2, c=3):
    return a + b * c


def with_defaults(a, b=10, c=20):
    return a + b - c


def star(*args):
    return len(args) + args[0]


def double_star(**kwargs):
    return kwargs["x"] - kwargs["y"]


def forward(*args, **kwargs):
    return keyword_only(*args, **kwargs)


def run(n):
    total = 0
    for i in range(n):
        total += keyword_only(i, b=3)
        total += with_defaults(i)
        total += with_defaults(i, c=5)
        total += star(i, 1, 2)
        total += double_star(x=i, y=3)
        total += forward(i, c=4)
    return total
