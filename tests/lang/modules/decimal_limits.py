"""Decimals at the limits of every context: what cannot be held exactly is an invalid operation; under a context it is rounded, however far away."""
from decimal import Context, Decimal, MAX_EMAX, MIN_ETINY, getcontext, localcontext, InvalidOperation


def attempt(function, *args):
    try:
        return repr(function(*args))
    except ArithmeticError as error:
        return repr(error)


for power in (MAX_EMAX, MAX_EMAX + 1, 5 * MAX_EMAX, 10 ** 30):
    for text in ("1E+%d", "10E+%d", "9.9E+%d", "0E+%d", "-1E+%d", "0.1E+%d", "123456789012345678901234567890123456789012345E+%d"):
        print(text, attempt(Decimal, text % power), attempt(getcontext().create_decimal, text % power))
for power in (-MIN_ETINY, 1 - MIN_ETINY, 5 * MAX_EMAX, MAX_EMAX):
    for text in ("1E-%d", "0E-%d", "-12345E-%d", "0.1E-%d", "10E-%d"):
        print(text, attempt(Decimal, text % power), attempt(getcontext().create_decimal, text % power))
for parts in ((0, (1,), MAX_EMAX), (0, (1,), MAX_EMAX + 1), (0, (1, 2), MAX_EMAX), (1, (1,), MIN_ETINY), (0, (1,), MIN_ETINY - 1), (0, (0,), 10 ** 30), (0, (1,), -10 ** 30)):
    print(parts, attempt(Decimal, parts))
with localcontext() as context:
    context.traps[InvalidOperation] = False
    print(Decimal("1E+%d" % (MAX_EMAX + 1)), context.flags[InvalidOperation], Decimal((0, (1,), MAX_EMAX + 1)))
print(Context(prec=3, Emin=-5, Emax=5).create_decimal("1E-%d" % MAX_EMAX), Decimal("1E-999999999999") + 1)
