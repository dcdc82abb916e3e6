"""statistics and cmath: pseudo-random data, special values, errors."""
import cmath
import math
import random
import statistics as s
from fractions import Fraction

def attempt(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)

random.seed(11)
sets = [[1], [1, 2], [1, 2, 4], [3, 1, 4, 1, 5, 9, 2, 6], [0.1] * 10, [Fraction(1, 3), Fraction(2, 7), 1], [True, False, True], [1e308, 1e308], [1e-320, 2.5, 3],
        [random.gauss(3, 1e-3) for _ in range(50)], [random.randrange(-10 ** 20, 10 ** 20) for _ in range(30)], [random.random() * 10 ** random.randrange(-20, 20) for _ in range(40)],
        [1, 2.5, Fraction(7, 2)], [float("inf"), 1], [float("nan"), 1], []]
for data in sets:
    for f in (s.mean, s.fmean, s.median, s.median_low, s.median_high, s.mode, s.multimode, s.pvariance, s.variance, s.pstdev, s.stdev, s.harmonic_mean, s.geometric_mean, s.quantiles, s.median_grouped):
        attempt(lambda: (f.__name__, f(data)))
print(s.mean(iter([1, 2])), s.variance([1, 2, 3], 2), s.pstdev([1, 5], mu=3), s.fmean([1, 2, 3], weights=[1, 1, 4]), s.harmonic_mean([40, 60], weights=[5, 30]), s.quantiles(range(1, 12), n=10, method="inclusive"))
x, y = list(range(20)), [random.random() + i for i in range(20)]
print(s.correlation(x, y), s.covariance(x, y), s.linear_regression(x, y), s.linear_regression(x, y, proportional=True))
for bad in (lambda: s.mean(["a"]), lambda: s.mode([]), lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method="x"), lambda: s.correlation([1], [2]), lambda: s.linear_regression([1, 1], [2, 3]), lambda: s.harmonic_mean([-1, 2]), lambda: s.fmean([1], [1, 2])):
    attempt(bad)

names = "exp log log10 sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase polar isfinite isinf isnan".split()
values = [0, 1, -1, 2.5, 1j, -1j, 1 + 1j, -2 + 3j, 0.5 - 0.25j, 1e-5 + 2j, 3 - 1e-8j, complex(-0.0, 0.0), complex(-1, -0.0), 20 + 30j, -700 + 1j]
values += [complex(random.uniform(-3, 3), random.uniform(-3, 3)) for _ in range(12)]
for name in names:
    for z in values:
        try:
            r = getattr(cmath, name)(z)
            if isinstance(r, complex): r = ("%.10g %.10g" % (r.real, r.imag)).replace("-0 ", "0 ")
            elif isinstance(r, float): r = "%.12g" % r
            elif isinstance(r, tuple): r = "%.10g %.10g" % r
            print(name, z, r)
        except Exception as e:
            print(name, z, type(e).__name__, e)
print(cmath.rect(1, 0), cmath.rect(2, math.pi / 2), cmath.log(8, 2), cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 2), cmath.pi == math.pi, cmath.infj, cmath.nanj)
print(cmath.sqrt(-4), cmath.exp(1j * math.pi), cmath.sqrt(3 + 4j), cmath.phase(-1))
