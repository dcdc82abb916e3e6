"""The methods of a Context that is not the current one, powers, divmod and formats: what they give, and which flags they leave where."""
import random
from decimal import *

r = random.Random(11)
ROUNDS = [ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP, ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_05UP]


def number():
    digits = r.choice([str(r.randrange(10)), str(r.randrange(10 ** 6)), "1" + "0" * r.randrange(9), str(r.randrange(10 ** r.randrange(1, 42)))])
    return Decimal(r.choice(["", "-"]) + digits + "E" + str(r.choice([0, 0, -1, -2, -3, 2, r.randrange(-30, 30)])))


def told(context):
    return "".join(signal.__name__[0] for signal, seen in context.flags.items() if seen)


def tried(operation, *operands):
    try:
        return operation(*operands)
    except (DecimalException, TypeError) as error:
        return "%s %s" % (type(error).__name__, error)


for i in range(6000):
    if i % 12 == 0:
        traps = [signal for signal in (Inexact, Rounded, Subnormal, Overflow, InvalidOperation) if r.random() < .06]
        setcontext(Context(prec=r.choice([28, 28, 1, 3, 9, 19, 38, 39, 50]), rounding=r.choice(ROUNDS), clamp=r.choice([0, 0, 1]), traps=traps, flags=[]))
        limit = r.choice([999999, 40, 12])
        other = Context(prec=r.choice([28, 3, 9, 40]), rounding=r.choice(ROUNDS), Emin=-limit, Emax=limit, traps=traps[:1], flags=[])
    getcontext().clear_flags()
    change = r.randrange(12)
    if change == 0:
        other.prec = r.choice([4, 28, 40])
    elif change == 1:
        other.rounding = r.choice(ROUNDS)
    elif change == 2:
        other.clear_flags()
    elif change == 3:
        other.flags[Inexact] = False
    elif change == 4:
        other.traps[Rounded] = not other.traps[Rounded]
    elif change == 5:
        other = other.copy()
    a, b = number(), r.choice([number(), number(), r.randrange(-9, 60), True, 0])
    which = r.choice(["quantize", "quantize", "add", "subtract", "multiply", "divide", "divide_int", "remainder", "divmod"])
    print(i, which, a, b, tried(getattr(other, which), a, b), tried(getattr(getcontext(), which), b, a), told(getcontext()), told(other))
    n = r.choice([r.randrange(12), r.randrange(130)])
    print(n, tried(lambda: a ** n), tried(lambda: a ** Decimal(n)), tried(other.power, a, n % 12), tried(divmod, a, b), tried(divmod, b, a), told(other))
print(tried(other.quantize, 1.5, Decimal(1)), tried(other.add, 1, 2), tried(other.add, "1", 2), tried(other.divide, 1, 3), other.power(2, 10, 1000))
print(2 ** Decimal(100), tried(lambda: Decimal(0) ** 0), Decimal(10) ** 5, Decimal("1.0") ** 9, Decimal("-0.5") ** 3, Decimal("1E+2") ** 3)


class Shown(Decimal):
    def __str__(self):
        return "shown"


FORMATS = ["", ".2f", "10.2f", "<10.3F", "+.1f", " .4f", "=+12.2f", "*^14.2f", "012.3f", ".0f", ",.2f", "z.1f", "e", ".3e", "g", ".3g", "%", ".1%", "f",
           "10", "<10", "_^9", ".2q", "#f", "<010", "1"]
for i in range(1500):
    if i % 50 == 0:
        setcontext(Context(prec=r.choice([28, 3]), rounding=r.choice(ROUNDS), capitals=r.choice([0, 1]), traps=[]))
    a = r.choice([number(), number(), Decimal(r.choice(["nan", "-inf", "snan12", "0", "-0", "0e5", "-0.0000", "1e-9", "-1e-9"]))])
    specifier = r.choice(FORMATS)
    try:
        print(specifier, repr(format(a, specifier)))
    except ValueError as error:
        print(specifier, error)
print(format(Shown("1.50"), ""), f"{Shown(2)}", f"{Shown('2.55'):.1f}", "%s" % Shown(1))
for i in range(150):
    print(end=f"{Decimal(i):.{i % 120}f}"[-1])
print()
