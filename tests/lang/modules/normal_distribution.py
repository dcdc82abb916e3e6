"""statistics.NormalDist: to the last digit."""
import copy
import pickle
from statistics import NormalDist, StatisticsError


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error)


for mu, sigma in (0, 1), (100, 15), (-3.5, 0.25), (1e9, 1e-3):
    n = NormalDist(mu, sigma)
    print(n, n.mean, n.median, n.mode, n.stdev, n.variance)
    for i in range(-12, 13):
        x = mu + sigma * i / 3
        print(n.pdf(x), n.cdf(x), n.zscore(x))
    for p in (1e-300, 1e-20, 1e-12, 1e-9, 0.001, 0.02, 0.05, 0.07, 0.0751, 0.2, 0.49, 0.5, 0.50001, 0.75, 0.925, 0.9251, 0.99, 0.999999, 1 - 1e-15):
        print(n.inv_cdf(p))
    print(n.quantiles(), n.quantiles(7), n.quantiles(n=1))
    print(n + 2, 2 + n, n - 2, 2 - n, n * 3, -3 * n, n / -4, +n, -n, n + n, n - n)
print(NormalDist(100, 15).samples(4, seed=7), NormalDist().samples(0))
print(NormalDist.from_samples([2, 3.5, 5, 8]), NormalDist.from_samples(iter([1, 2])))
for a, b in (((0, 1), (0, 1)), ((2.4, 1.6), (3.2, 2.0)), ((0, 1), (5, 1)), ((0, 1), (0, 3)), ((10, 0.1), (10.1, 0.3))):
    print(NormalDist(*a).overlap(NormalDist(*b)), NormalDist(*b).overlap(NormalDist(*a)))
n = NormalDist(1.5, 2)
print(n == NormalDist(1.5, 2), n != NormalDist(1.5, 3), n == 1, hash(n) == hash(NormalDist(1.5, 2)), copy.copy(n), copy.deepcopy(n), pickle.loads(pickle.dumps(n)))
zero = NormalDist(1, 0)
print(attempt(NormalDist, 0, -1), attempt(zero.pdf, 1), attempt(zero.cdf, 1), attempt(zero.zscore, 1), attempt(zero.inv_cdf, 0.5), attempt(zero.overlap, n))
print(attempt(n.inv_cdf, 0), attempt(n.inv_cdf, 1), attempt(n.overlap, 1), attempt(NormalDist, "a"), attempt(NormalDist.from_samples, [1]), attempt(setattr, n, "mean", 1))
print(attempt(setattr, n, "new", 1), sorted(NormalDist.__slots__), issubclass(StatisticsError, ValueError))


class Own(NormalDist):
    pass


print(Own(1, 2), Own(1, 2) + 1, Own.from_samples([1, 2]))
