# CPython 3.11.7 or later: 3.11.2 answers otherwise
"""Random patterns against random texts: where everything matches. Two arguments, a seed and a count, ask for more."""
import random, re, sys, warnings
warnings.simplefilter('ignore')
SEED, N = sys.argv[1:] or ("7", 250)
r = random.Random(SEED); N = int(N)
def atom(d):
    k = r.randrange(22)
    if k < 8: return r.choice("abcAé1 _")
    if k == 8: return "."
    if k == 9: return r.choice([r"\d", r"\w", r"\s", r"\D", r"\W", r"\S"])
    if k == 10: return "[%s%s]" % (r.choice(["", "^"]), "".join(r.choice(["a", "b-d", r"\d", "A-C", "é", r"\s", "_", r"\W", "-"]) for _ in range(r.randrange(1, 4))))
    if k == 11: return r.choice(["^", "$", r"\b", r"\B", r"\A", r"\Z"])
    if d > 3: return r.choice("abc")
    if k < 15: return "(%s)" % alt(d + 1)
    if k < 17: return "(?:%s)" % alt(d + 1)
    if k == 17: return "(?%s%s)" % (r.choice(["=", "!"]), alt(d + 1))
    if k == 18: return "(?%s%s)" % (r.choice(["<=", "<!"]), "".join(r.choice("abc.") for _ in range(r.randrange(1, 3))))
    if k == 19: return r.choice(["\\1", "(?>%s)" % alt(d + 1), "(?i:%s)" % alt(d+1), "(?P<n%d>%s)" % (r.randrange(10**6), alt(d+1)), "(?(1)a|b)", "(?-i:%s)" % alt(d+1)])
    return r.choice("abcab")
def rep(d):
    a = atom(d)
    if r.randrange(100) < 35: a += r.choice(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}", "{,3}?", "{2,}", "*+", "++", "?+"])
    return a
def seq(d): return "".join(rep(d) for _ in range(r.randrange(1, 5)))
def alt(d): return "|".join(seq(d) for _ in range(r.choice([1, 1, 1, 2, 3])))
ALPHA = "aaabbbcccABC é1_\n\u0130K"
for i in range(N):
    r.seed("%s-%d" % (SEED, i)); p = alt(0); flags = r.choice([0, 0, 0, re.I, re.M, re.S, re.A, re.I | re.A, re.I | re.M])
    if r.randrange(8) == 0: p = p.encode('latin-1')
    print(i, repr(p), int(flags))
    try: c = re.compile(p, flags)
    except re.error as e: print("error", e, e.pos); continue
    except Exception as e: print(type(e).__name__, e); continue
    for _ in range(3):
        t = "".join(r.choice(ALPHA) for _ in range(r.randrange(0, 14)))
        if isinstance(p, bytes): t = t.encode('latin-1', 'replace')
        for f in (c.match, c.fullmatch, c.search):
            m = f(t)
            print(repr(t), m and (m.regs, m.lastindex))
        print(c.findall(t), [m.span() for m in c.finditer(t, 1)], c.split(t), c.sub(t[:0], t, 2), c.search(t, 1, 5))
