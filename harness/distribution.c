#include "distribution.h"

#include "mem.h"

#include <math.h>

enum { FRACTION_STEPS_MAX = 500, BISECTION_STEPS = 200 };

/* Lentz's method; converges fast for x < (a+1)/(a+b+2), which the caller sees to. */
static double beta_fraction(double a, double b, double x)
{
    const double tiny = 1e-300;
    double c = 1.0;
    double d = 1.0 - (a + b) * x / (a + 1.0);
    d = 1.0 / (fabs(d) < tiny ? tiny : d);
    double h = d;
    for (int m = 1; m <= FRACTION_STEPS_MAX; m++) {
        double even = m * (b - m) * x / ((a - 1.0 + 2 * m) * (a + 2 * m));
        d = 1.0 + even * d;
        d = 1.0 / (fabs(d) < tiny ? tiny : d);
        c = 1.0 + even / c;
        c = fabs(c) < tiny ? tiny : c;
        h *= d * c;
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1.0 + 2 * m));
        d = 1.0 + odd * d;
        d = 1.0 / (fabs(d) < tiny ? tiny : d);
        c = 1.0 + odd / c;
        c = fabs(c) < tiny ? tiny : c;
        double step = d * c;
        h *= step;
        if (fabs(step - 1.0) < 1e-16)
            break;
    }
    return h;
}

static double incomplete_beta(double a, double b, double x)
{
    if (x <= 0.0)
        return 0.0;
    if (x >= 1.0)
        return 1.0;
    double front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
    if (x < (a + 1.0) / (a + b + 2.0))
        return front * beta_fraction(a, b, x) / a;
    return 1.0 - front * beta_fraction(b, a, 1.0 - x) / b;
}

double distribution_t_cdf(double t, double df)
{
    double tail = 0.5 * incomplete_beta(df / 2.0, 0.5, df / (df + t * t));
    return t > 0.0 ? 1.0 - tail : tail;
}

/* Bisection: some hundred evaluations for a number that is asked for a few times per table, and nothing to tune. */
static double bisect(double (*cdf)(double, double), double parameter, double probability)
{
    double low = -1.0;
    double high = 1.0;
    while (cdf(low, parameter) > probability && low > -1e12)
        low *= 2.0;
    while (cdf(high, parameter) < probability && high < 1e12)
        high *= 2.0;
    for (int i = 0; i < BISECTION_STEPS; i++) {
        double middle = 0.5 * (low + high);
        if (middle == low || middle == high)
            break;
        if (cdf(middle, parameter) < probability)
            low = middle;
        else
            high = middle;
    }
    return 0.5 * (low + high);
}

double distribution_t_quantile(double probability, double df)
{
    if (probability == 0.5)
        return 0.0;
    return bisect(distribution_t_cdf, df, probability);
}

static double normal_cdf(double z, double unused)
{
    (void)unused;
    return 0.5 * erfc(-z / M_SQRT2);
}

double distribution_normal_quantile(double probability)
{
    return bisect(normal_cdf, 0.0, probability);
}

/* The share of the gamma distribution below x, where that side is the small one. */
static double gamma_series(double a, double x)
{
    double term = 1.0 / a;
    double sum = term;
    for (int k = 1; k <= FRACTION_STEPS_MAX && term > sum * 1e-17; k++) {
        term *= x / (a + k);
        sum += term;
    }
    return sum * exp(a * log(x) - x - lgamma(a));
}

/* The share above x, by Lentz's method. */
static double gamma_fraction(double a, double x)
{
    const double tiny = 1e-300;
    double b = x + 1.0 - a;
    double c = 1.0 / tiny;
    double d = 1.0 / (fabs(b) < tiny ? tiny : b);
    double h = d;
    for (int k = 1; k <= FRACTION_STEPS_MAX; k++) {
        double an = k * (a - k);
        b += 2.0;
        d = an * d + b;
        d = 1.0 / (fabs(d) < tiny ? tiny : d);
        c = b + an / c;
        c = fabs(c) < tiny ? tiny : c;
        h *= c * d;
        if (fabs(c * d - 1.0) < 1e-16)
            break;
    }
    return h * exp(a * log(x) - x - lgamma(a));
}

double distribution_chi_square_above(double x, double df)
{
    double a = df / 2.0;
    double half = x / 2.0;
    if (half <= 0.0)
        return 1.0;
    return half < a + 1.0 ? 1.0 - gamma_series(a, half) : gamma_fraction(a, half);
}

double *distribution_signed_rank_pmf(size_t n)
{
    size_t max = n * (n + 1) / 2;
    double *pmf = mem_alloc(max + 1, sizeof *pmf);
    pmf[0] = 1.0;
    for (size_t rank = 1; rank <= n; rank++) {
        size_t reached = rank * (rank + 1) / 2;
        for (size_t sum = reached + 1; sum-- > 0;)
            pmf[sum] = (pmf[sum] + (sum >= rank ? pmf[sum - rank] : 0.0)) / 2.0;
    }
    return pmf;
}

unsigned distribution_binomial_quantile(double probability, unsigned trials, double p)
{
    double below = 0.0;
    for (unsigned count = 0; count < trials; count++) {
        double log_choose = lgamma(trials + 1.0) - lgamma(count + 1.0) - lgamma(trials - count + 1.0);
        below += exp(log_choose + count * log(p) + (trials - count) * log1p(-p));
        if (below >= probability)
            return count;
    }
    return trials;
}
