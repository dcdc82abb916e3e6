# random strings through every method; the numbers come from a generator of our own, so that every interpreter gets the same ones
import sys

state = 12345


def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state >> 33) % n


ALPHABETS = ["ab", "abc ,.\n\t", "aAbBzZ09_ -+", "éÉßÿ ab", "日本語 ab\u2028", "😀aé日\u0301", "ΑΣσς. '", "ǅǆŉİıſﬁ\u00ad", "'\"\\\x00\x1f\x7f\x80\xa0\t"]


def text(limit):
    alphabet = ALPHABETS[rnd(len(ALPHABETS))]
    return "".join([alphabet[rnd(len(alphabet))] for _ in range(rnd(limit))])


def index():
    i = rnd(24)
    return None if i > 20 else i - 8


UNARY = ["capitalize", "casefold", "lower", "upper", "swapcase", "title", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier",
         "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines",
         "expandtabs", "__repr__", "__len__", "encode"]
WITH_TEXT = ["strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "split", "rsplit", "partition", "rpartition", "find", "rfind", "index", "rindex",
             "count", "startswith", "endswith", "join", "__contains__", "__add__", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"]
RANGED = ["find", "rfind", "count", "startswith", "endswith"]


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 250
if len(sys.argv) > 2:
    state = int(sys.argv[2])
for _ in range(rounds):
    s = text(14)
    t = text(3)
    u = text(4)
    results = [s, t, u]
    for name in UNARY:
        results.append(attempt(getattr(s, name)))
    for name in WITH_TEXT:
        results.append(attempt(getattr(s, name), t))
    a, b = index(), index()
    for name in RANGED:
        results.append(attempt(getattr(s, name), t, a, b))
    n = rnd(5) - 1
    c = (index() or 1) or 2
    results += [attempt(s.replace, t, u), attempt(s.replace, t, u, n), attempt(s.split, t, n), attempt(s.rsplit, t, n), s.split(None, n), s.rsplit(None, n),
                attempt(lambda: s[a:b:c]), s[a:b], s * n, s.center(rnd(20)), s.ljust(rnd(20)), s.rjust(rnd(20)), s.zfill(rnd(20)), s.splitlines(True),
                s.expandtabs(rnd(5)), ascii(s), s + u + t, t.join([s, u, s]), "%s|%5s|%-7.2s|%r" % (s, t, u, t), f"{s:>{rnd(9)}}|{t!r:^9}|{u!a}", s == u, s < u,
                s.translate({ord(x): u for x in t}), [s[i] for i in range(-len(s), len(s))], s.encode("utf-8").decode(), s.encode("latin-1", "replace"),
                s.encode("ascii", "backslashreplace"), "{}{:4}".format(s, t)]
    acc = ""
    for x in (s, t, u, s):
        acc += x
        results.append(acc)
    for r in results:
        print(ascii(r), repr(r))
