"""decimal: arithmetic in many contexts with pseudo-random numbers, text, formats, comparison, functions, signals."""
import decimal
import fractions
import math
import pickle
import random
from decimal import *

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

D = Decimal
texts = ["0", "-0", "1", "-1.50", "  12.3e4 ", "1e-10", "1_000.5", "0.00001", "0.0000001", "1E+5", "123E3", "-Infinity", "inf", "NaN", "sNaN", "nan123", "-snan7", "", "abc", "1.2.3", "1e", ".5", "5.", "٣.٤", "1e1000000", "0e-20", "0E+9"]
for text in texts:
    attempt(lambda: (repr(D(text)), str(D(text)), D(text).as_tuple(), D(text).adjusted(), D(text).to_eng_string(), bool(D(text))))
for value in (5, -10 ** 40, True, 1.5, -0.1, float("inf"), (1, (1, 2, 3), -2), (0, (), "F"), [0, [1], 0], None, (0, (1, 12), 0), (2, (1,), 0), (0, (1,), "x")):
    attempt(lambda: repr(D(value)))
print(D.from_float(0.1), D(3.0), D("1.1") + 1, 2 - D("0.5"), 3 * D("1.10"), 1 / D(3), D(7) // 2, D(-7) % 3, divmod(D(-7), 3), 7 // D(2), 7 % D("2.5"), 2 ** D(3), D(2) ** -1)
print(D("1.20").normalize(), D("100").normalize(), D("2").sqrt(), D("0.04").sqrt(), D(16).sqrt(), D(1).exp(), D(10).ln(), D(100).log10(), D(2).log10(), D("1.5") ** D("2.5"), D(2) ** D("0.5"))
print(round(D("2.5")), round(D("-3.567"), 2), math.floor(D("-1.5")), math.ceil(D("1.2")), int(D("-3.9")), float(D("1.25")), abs(D("-2.0")), -D("0.0"), +D("-0"), complex(D(2)), math.trunc(D("9.9")))
print(hash(D("1.0")) == hash(1), hash(D("0.5")) == hash(0.5), hash(D(10) ** 30) == hash(10 ** 30), hash(D("-1")) == hash(-1), {D("1.0"): 1}[1], D("1.0") == 1 == D(1), D("0.1") == 0.1, D("0.5") == 0.5, D(1) == fractions.Fraction(1), D("0.5") < 1, D("0.5") > 0.25, D("2") == "2", D("0.3") < fractions.Fraction(1, 3))
print(max(D(1), D(2)), sorted([D("3"), D("-1"), D("2.50")]), sum([D("0.1")] * 10), D("1.1").max(D("1.10")), D("NaN").min(2), D(1).compare(2), D("1.0").compare_total(D("1.00")), D("1.0").same_quantum(D("9.9")))
print(D("3.14159").quantize(D("0.01")), D("2.675").quantize(D(".01"), ROUND_HALF_UP), D("1e3").quantize(D(1)), D("7.5").to_integral_value(), D("7.5").to_integral_exact(ROUND_DOWN), D("12").scaleb(3), D("1234").logb(), D(3).fma(4, 5), D(10).remainder_near(6))
print(D("1").next_plus(), D("1").next_minus(), D("-5").copy_abs(), D("5").copy_negate(), D("5").copy_sign(D("-0")), D("1").number_class(), D("-0").number_class(), D("inf").number_class(), D("0.5").as_integer_ratio(), D("-120").as_integer_ratio(), D("1e2").as_tuple())
for r in (ROUND_DOWN, ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP):
    print(r, [str(D(x).quantize(D(1), rounding=r)) for x in ("1.1", "1.5", "2.5", "-1.1", "-1.5", "-2.5", "5.1", "10.9", "0.4", "-0.4")])
for bad in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("inf") - D("inf"), lambda: D(-1).sqrt(), lambda: D("sNaN") + 1, lambda: D("NaN") < 1, lambda: D(1) % 0, lambda: D(1) // 0, lambda: divmod(D(1), 0), lambda: D(0) ** 0,
            lambda: D("1e999999") * 10, lambda: D(10) ** 1000000, lambda: D("123").quantize(D("1e-30")), lambda: int(D("NaN")), lambda: int(D("inf")), lambda: D("1e30") // D("1e-30"), lambda: D(-2) ** D("0.5"), lambda: D(-1).ln(), lambda: hash(D("sNaN")), lambda: D("x"), lambda: D("1").quantize(1.5)):
    attempt(bad)
print(repr(D("NaN")), D("NaN") == D("NaN"), D("NaN") != 1, D("inf") > 10 ** 100, D("-inf") < D("inf"), repr(D("inf") + 1), D(0).ln(), D("inf").exp(), D("-inf").exp(), D("0") * D("-1"), D("1") * D("-0"))

specs = ["", ".2f", "10.3f", "<10", ">10.1f", "^12", "+.1f", " .3f", "010.2f", ",.2f", ",", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", "*^15.2f", "=+10", "n", ".0f", "#.0f", ".10", "012,.1f", "x", "z.1f"]
for text in ("0", "-0.04", "3.14159", "1234567.891", "-1E+10", "1e-9", "NaN", "-inf", "0.00", "99.995", "1E+3"):
    for spec in specs:
        try: print(text, spec, repr(format(D(text), spec)))
        except Exception as e: print(text, spec, type(e).__name__, e)
print(f"{D('1.5'):.3f}", "%s %.2f %d" % (D("1.50"), D("2.345"), D("7.9")), "{:>8}".format(D("1.2")))

c = getcontext()
print(c.prec, c.rounding, c)
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D("123456789") + 0, +D("1.234567"), ctx.flags[Inexact], ctx)
    ctx.traps[Inexact] = True
    attempt(lambda: D(1) / 3)
print(D(1) / 3)
with localcontext(prec=3, rounding=ROUND_UP): print(D(10) / 3)
with localcontext(ExtendedContext) as ctx:
    print(repr(D(1) / 0), repr(D("x")), repr(D(0) / 0), repr(D("1e999999") * 10), repr(D("1e-999999") / 10 ** 12), [s.__name__ for s in sorted(ctx.flags, key=lambda s: s.__name__) if ctx.flags[s]])
banker = Context(rounding=ROUND_HALF_EVEN)
print(banker.quantize(D("2.675"), D("0.01")), banker.divide(1, 7), banker.add(D(1), 2), banker.create_decimal("1.23456789012345678901234567890123"), banker.sqrt(2), banker.power(2, 100), banker.to_sci_string(D("1e5")), banker)
for bad in (lambda: Context(prec=0), lambda: Context(rounding="x"), lambda: setattr(c, "Emax", -1), lambda: setattr(c, "prec", "x")):
    try: bad()
    except Exception as e: print(type(e).__name__)
print(pickle.loads(pickle.dumps(D("-1.50"))), DecimalTuple(0, (1,), 2), issubclass(DivisionByZero, ZeroDivisionError), InvalidOperation.__mro__[1].__name__)
class Money(Decimal):
    pass
print(type(Money("1.5")).__name__, Money("1.5") + 1, type(Money("1") + 1).__name__)

random.seed(42)
def number():
    kind = random.randrange(12)
    if kind == 0: return D(random.choice(["0", "-0", "0.000", "0E+5"]))
    digits = str(random.randrange(10 ** random.randrange(1, 30)))
    if kind < 4: digits = digits.rstrip("123456789")[:9] + "5" + "0" * random.randrange(4)
    return D("%s%sE%d" % (random.choice(["", "-"]), digits, random.randrange(-30, 20)))
operations = [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b, lambda a, b: divmod(a, b), lambda a, b: a.quantize(b), lambda a, b: a.compare(b), lambda a, b: a < b,
              lambda a, b: a.max(b), lambda a, b: a.remainder_near(b), lambda a, b: +a, lambda a, b: abs(a).sqrt(), lambda a, b: a.normalize(), lambda a, b: a.to_integral_value(), lambda a, b: a == b, lambda a, b: a.compare_total(b)]
with localcontext() as ctx:
    for i in range(3000):
        ctx.prec = random.randrange(1, 30)
        ctx.rounding = random.choice([ROUND_DOWN, ROUND_UP, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP])
        if i % 5 == 0: ctx.Emin, ctx.Emax = -20, 20
        else: ctx.Emin, ctx.Emax = -999999, 999999
        ctx.traps = dict.fromkeys(ctx.traps, i % 3 == 0 and i % 2)
        if i % 3: ctx.traps[InvalidOperation] = True
        ctx.clear_flags()
        a, b, op = number(), number(), i % len(operations)
        try: r = operations[op](a, b)
        except Exception as e: r = type(e).__name__
        print(i, op, a, b, r, sorted(s.__name__ for s in ctx.flags if ctx.flags[s]))
    ctx.clear_traps(); ctx.Emin, ctx.Emax = -999999, 999999
    for i in range(150):
        ctx.prec = random.randrange(1, 40)
        x = D(random.randrange(1, 10 ** random.randrange(1, 12))).scaleb(random.randrange(-12, 3))
        y = D(random.randrange(1, 10 ** 5)).scaleb(random.randrange(-5, -1))
        print(x, y, x.ln(), x.log10(), y.exp(), (-y).exp(), x ** y, x ** -y, x ** 3, x ** D("0.5"), y ** -2)
# telco, in small
rates, basic, distance, cents = [D("0.0013"), D("0.00894")], D("0.0675"), D("0.0341"), D("0.01")
getcontext().rounding = ROUND_DOWN
total = D(0)
for _ in range(400):
    n = random.randrange(1, 20000)
    p = banker.quantize(rates[n & 1] * n, cents)
    t = p + (p * basic).quantize(cents)
    if n & 1: t += (p * distance).quantize(cents)
    total += t
print(total)
def pi(places):
    with localcontext(prec=places + 2):
        three, lasts, t, s, n, na, d, da = D(3), 0, D(3), 3, 1, 0, 0, 24
        while s != lasts:
            lasts = s
            n, na, d, da = n + na, na + 8, d + da, da + 32
            t = t * n / d
            s += t
    return +s
print(pi(60))
with localcontext(prec=9000):
    big = D(7) ** 9000
    print(len(str(big)), str(big)[-20:], D(str(big)) == big, len(big.as_tuple().digits), len(f"{big:.2f}"), D("1" * 5000) % 97)
