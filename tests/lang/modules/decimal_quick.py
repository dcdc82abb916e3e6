"""Random operations on Decimals in random contexts: what they give, and which flags they leave."""
import copy
import random
from decimal import *
seed, count = 20, 2500
r = random.Random(seed)
ROUNDS = [ROUND_DOWN, ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP]
def digits():
    n = r.choice([0, 1, 1, 2, 2, 3, 5, 8, 15, 16, 17, 18, 19, 20, 21, 27, 28, 29, 37, 38, 39, 40, 45])
    kind = r.random()
    if kind < .15: s = "9" * n
    elif kind < .3: s = "1" + "0" * max(n - 1, 0)
    elif kind < .4: s = str(r.choice([2**64, 2**64 - 1, 2**63, 2**62, 2**62 - 1, 2**128, 2**128 - 1, 2**127, 5 * 10**37, 5 * 10**18, 25, 50, 125]))
    elif kind < .5: s = "".join(r.choice("05") for _ in range(n))
    else: s = "".join(r.choice("0123456789") for _ in range(n))
    return s or "0"
def exponent():
    return r.choice([0, 0, 0, 1, -1, -2, -2, -3, -5, -8, 2, 5, 20, -20, r.randrange(-45, 45), r.randrange(-45, 45), r.randrange(-999, 999), 999990, -999990, -1000020])
def number():
    k = r.random()
    if k < .03: return Decimal(r.choice(["inf", "-inf", "nan", "snan", "-nan12", "snan3"]))
    s = r.choice(["", "-"]) + digits()
    if k < .5:
        p = r.randrange(len(s.lstrip("-")) + 1) + s.startswith("-")
        return Decimal(s[:p] + "." + s[p:])
    return Decimal(s + "E" + str(exponent()))
def other():
    return r.choice([r.randrange(-10, 10), r.randrange(-10**6, 10**6), 2**62, -2**62, 2**62 - 1, 2**64, -10**30, True, 10**38, 2**128]) if r.random() < .2 else number()
def tell(x):
    if isinstance(x, Decimal): return "D" + repr(x.as_tuple()) if type(x) is Decimal else "S" + repr(x)
    if isinstance(x, tuple): return "(" + " ".join(map(tell, x)) + ")"
    return repr(x)
ops = {
 "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
 "r+": lambda a, b: b + a, "r-": lambda a, b: b - a, "r*": lambda a, b: b * a, "r/": lambda a, b: b / a, "r//": lambda a, b: b // a, "r%": lambda a, b: b % a,
 "divmod": lambda a, b: divmod(a, b), "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
 ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "r<": lambda a, b: b < a, "neg": lambda a, b: -a, "pos": lambda a, b: +a, "abs": lambda a, b: abs(a),
 "bool": lambda a, b: bool(a), "str": lambda a, b: str(a), "repr": lambda a, b: repr(a), "float": lambda a, b: float(a),
 "int": lambda a, b: int(a) if a.is_finite() and abs(a.adjusted()) < 2000 else None, "hash": lambda a, b: hash(a) if not a.is_nan() else None,
 "quantize": lambda a, b: a.quantize(Decimal(b)), "quantize2": lambda a, b: a.quantize(Decimal((0, (1,), r.randrange(-10, 4)))),
 "quantize3": lambda a, b: a.quantize(Decimal((0, (1,), r.randrange(-10, 4))), r.choice(ROUNDS)),
 "quantize4": lambda a, b: a.quantize(Decimal("1e-2"), rounding=r.choice(ROUNDS), context=Context(prec=20)),
 "round": lambda a, b: round(a, r.randrange(-3, 9)), "text": lambda a, b: Decimal(str(a)), "eng": lambda a, b: a.to_eng_string(),
 "near": lambda a, b: a + a * Decimal("1e-%d" % r.randrange(40)), "sum": lambda a, b: sum([a, b, a], Decimal(0)),
 "create": lambda a, b: getcontext().create_decimal(a), "copy": lambda a, b: (copy.copy(a), copy.deepcopy(a)),
 "compare": lambda a, b: a.compare(Decimal(b)), "parse": lambda a, b: Decimal(r.choice(["1_0.5", " 3.5 ", "1e", ".", "1.5e+3", "+.5", "-0.", "0e-7", "12e5", "\u0663", "1e99999", "--1", "", "+", "1e+", ".e1", "1 2"])),
}
keys = list(ops)
ctx = None
for i in range(count):
    if i % 7 == 0:
        traps = [s for s in (Inexact, Rounded, Subnormal, Clamped, Overflow, InvalidOperation, DivisionByZero, FloatOperation) if r.random() < (.08 if r.random() < .5 else .02)]
        limit = r.choice([999999, 999999, 999999, 50, 10, 999])
        ctx = Context(prec=r.choice([28, 28, 28, 1, 2, 5, 9, 16, 18, 19, 20, 27, 36, 37, 38, 39, 50, 100]), rounding=r.choice(ROUNDS + [ROUND_HALF_EVEN] * 4),
                      Emin=-limit, Emax=limit, capitals=r.choice([1, 1, 0]), clamp=r.choice([0, 0, 0, 1]), traps=traps, flags=[])
        setcontext(ctx)
    if r.random() < .3: getcontext().clear_flags()
    if r.random() < .02: getcontext().rounding = r.choice(ROUNDS)
    if r.random() < .02: getcontext().prec = r.choice([3, 28, 20])
    if r.random() < .02: getcontext().traps[Inexact] = r.random() < .3
    if r.random() < .02: getcontext().flags[Rounded] = r.random() < .5
    a, b, k = number(), other(), r.choice(keys)
    try:
        if r.random() < .05:
            with localcontext() as inner:
                inner.prec = r.choice([4, 10, 30])
                result = tell(ops[k](a, b))
                result += "".join(s.__name__[0] for s in inner.flags if inner.flags[s])
        else:
            result = tell(ops[k](a, b))
    except Exception as e:
        result = type(e).__name__ + (str(e) if not isinstance(e, ArithmeticError) else "")
    f = getcontext().flags
    print(i, k, a, b, result, [s.__name__ for s in (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow) if f[s]])
