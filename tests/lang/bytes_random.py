# random bytes and bytearrays through every method, and random mutations; numbers from a generator of our own
import sys

state = 777


def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state >> 33) % n


ALPHABETS = [b"ab", b"abc ,.\n\t\r", b"aAbBzZ09_ -+", b"\x00\x80\xff'\"\\", b"\xc3\xa9\xe6\x97\xa5a", b"\x0b\x0c\x1c\x85 x"]


def blob(limit):
    alphabet = ALPHABETS[rnd(len(ALPHABETS))]
    return bytes([alphabet[rnd(len(alphabet))] for _ in range(rnd(limit))])


def index():
    i = rnd(24)
    return None if i > 20 else i - 8


UNARY = ["capitalize", "lower", "upper", "swapcase", "title", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper",
         "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "__repr__", "__len__", "decode", "hex"]
BINARY = ["strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "split", "rsplit", "partition", "rpartition", "find", "rfind", "index", "rindex",
          "count", "startswith", "endswith", "__contains__", "__add__", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"]
RANGED = ["find", "rfind", "count", "startswith", "endswith"]


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
if len(sys.argv) > 2:
    state = int(sys.argv[2])
for k in range(rounds):
    s, t, u = blob(14), blob(3), blob(4)
    if k & 1:
        s = bytearray(s)
    results = [s, t, u]
    for name in UNARY:
        results.append(attempt(getattr(s, name)))
    for name in BINARY:
        results.append(attempt(getattr(s, name), t))
    a, b = index(), index()
    for name in RANGED:
        results.append(attempt(getattr(s, name), t, a, b))
    n = rnd(5) - 1
    c = (index() or 1) or 2
    results += [attempt(s.replace, t, u), attempt(s.replace, t, u, n), attempt(s.split, t, n), attempt(s.rsplit, t, n), s.split(None, n), s.rsplit(None, n),
                s[a:b:c], s[a:b], s * n, s.center(rnd(20)), s.ljust(rnd(20)), s.rjust(rnd(20)), s.zfill(rnd(20)), s.splitlines(True), s.expandtabs(rnd(5)),
                s + u + t, t.join([s, u, s]), attempt(lambda: b"%s|%5s|%r" % (s, t, u)), list(s), [s[i] for i in range(-len(s), len(s))],
                s.decode("utf-8", "replace"), s.decode("utf-8", "backslashreplace"), s.decode("latin-1"), s.hex(":", n + 1)]
    m = bytearray(s)
    for step in range(4):
        op = rnd(8)
        a, b = index(), index()
        if op == 0:
            m[a:b] = u
        elif op == 1:
            del m[a:b:c]
        elif op == 2:
            results.append(attempt(m.__setitem__, slice(a, b, c), t))
        elif op == 3:
            m.extend(t)
        elif op == 4:
            m.insert(a or 0, 65)
        elif op == 5:
            results.append(attempt(m.pop, b or -1))
        elif op == 6:
            m[a:b] = m
        else:
            results.append(attempt(m.__iadd__, m))
            m.reverse()
        results.append(bytes(m))
    for r in results:
        print(ascii(r))
