/* The probability distributions the statistics rest on. Pure functions, no state.
 *
 * Student's t by the incomplete beta function (continued fraction, Numerical Recipes 6.4) and bisection; chi-square by
 * the incomplete gamma function (series and continued fraction, 6.2); the null distribution of the signed-rank
 * statistic exactly, by counting rank sums. */
#ifndef FRAMEBENCH_DISTRIBUTION_H
#define FRAMEBENCH_DISTRIBUTION_H

#include <stddef.h>

double distribution_t_cdf(double t, double df);
double distribution_t_quantile(double probability, double df);
double distribution_normal_quantile(double probability);

/* P(X > x) for X chi-square distributed with df degrees of freedom. */
double distribution_chi_square_above(double x, double df);

/* Probability of each rank sum T = 0..n(n+1)/2 under symmetry about zero; the caller frees. Exact to n = 1000. */
double *distribution_signed_rank_pmf(size_t n);

/* The smallest count c with P(X <= c) >= probability for X ~ Binomial(trials, p). */
unsigned distribution_binomial_quantile(double probability, unsigned trials, double p);

#endif
