"""Powers that are exact, or of bases beside one; comparisons of huge Decimals with fractions."""
from decimal import Decimal as D, getcontext
from fractions import Fraction as F

for precision, base, exponent in ((8, 2 ** 16, "-0.5"), (8, 2 ** 16, "-0.6"), (8, "256e7", "-0.5"), (8, 152587890625, "-0.0625"),
                                  (8, "152587890625e7", "-0.0625"), (8, 5 ** 2659, "-0.0625"), (1, "152587890625", "-0.5"),
                                  (201, 2 ** 578, "-0.5"), (28, "1.00000001", "1e9"), (28, "1.00000001", "1.5e9"), (28, "0.99999999", "1.5e12"),
                                  (28, "1.0000000001", "-1e12"), (28, "1.1", "1e5"), (28, "1.1", "1e8")):
    getcontext().prec = precision
    try:
        print(D(base) ** D(exponent))
    except ArithmeticError as error:
        print(type(error))

values = [float("-inf"), D("-1e425000000"), -1e308, F(-22, 7), 0.0, D("1e-425000000"), F(1, 10 ** 30), F("1.2"), D("1.3"), F(275807, 195025),
          D("1.41421356237309504880"), F(114243, 80782), D("1e425000000")]
print(all((a < b, a <= b, b > a, b >= a, a != b) == (True,) * 5 for i, a in enumerate(values) for b in values[i + 1:]))
print(D("1.2") == F("1.2"), D(0) == F(0), D(0) < F(1, 3), D(0) > F(-1, 3), D("-0.5") < F(0), D("0.333") < F(1, 3) < D("0.334"))
