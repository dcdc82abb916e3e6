/* Estimates and intervals from arrays of log-ratios: STATISTICS 3.3, 3.6 and 3.8.
 *
 * Pure functions on arrays: no clock, no input or output, no globals; inputs are never modified. A log-ratio is
 * ln(tA/tB), positive when B is faster. Undefined results are NaN, and the writers turn NaN into null. */
#ifndef FRAMEBENCH_STATS_H
#define FRAMEBENCH_STATS_H

#include <stdbool.h>
#include <stddef.h>

/* How an interval was had. Below six units no signed-rank interval reaches 95%, so Student's t stands in. */
typedef enum CiMethod {
    CI_METHOD_NONE,
    CI_METHOD_STUDENT_T,
    CI_METHOD_SIGNED_RANK,
    CI_METHOD_EXACT, /* a count that does not vary: low = point = high */
} CiMethod;

const char *stats_ci_method_name(CiMethod method);

/* One estimated log-ratio with its interval; low, high, half_width and se are NaN when there is no interval. */
typedef struct Estimate {
    size_t n;
    double point;
    double mean;
    double low;
    double high;
    double half_width;
    double se; /* half_width / t(1-alpha/2, n-1) */
    double alpha;
    CiMethod method;
    bool degenerate; /* the interval was widened to the resolution of the clock */
} Estimate;

enum { STATS_RANK_MIN_N = 6, STATS_RANK_MAX_N = 1000 };

double stats_median(const double *x, size_t n);
double stats_mean(const double *x, size_t n);
double stats_sd(const double *x, size_t n);     /* n-1 in the denominator; NaN below two */
double stats_mad_sd(const double *x, size_t n); /* Hampel 1974: 1.4826 * median absolute deviation */

/* Hodges and Lehmann 1963: the median of all (x_i + x_j)/2, i <= j. */
double stats_hodges_lehmann(const double *x, size_t n);

/* Wilcoxon 1945 and Tukey 1949: the k of the interval [w_(k), w_(M+1-k)] among the sorted Walsh averages that the exact
 * signed-rank test does not reject; 0 when alpha cannot be reached. */
size_t stats_signed_rank_k(size_t n, double alpha);

/* Estimate of the centre of n independent log-ratios; floor is the least half width that the clock allows. */
Estimate stats_estimate(const double *u, size_t n, double alpha, double floor);

/* Signed-rank p-values (Wilcoxon 1945; zeros are ranked, as by Pratt 1959, and count half) of the hypothesis that u is
 * symmetric about mu: mid-ranks, zeros keep half their rank. */
double stats_p_two_sided(const double *u, size_t n, double mu);
double stats_p_less(const double *u, size_t n, double mu);    /* alternative: centre below mu */
double stats_p_greater(const double *u, size_t n, double mu); /* alternative: centre above mu */

/* Holm 1979: adjusted[i] <= alpha for all rejected i keeps the family-wise error rate at alpha. */
void stats_holm(const double *p, size_t n, double *adjusted);

/* One value per layout: the HL of its blocks if there are three or more, else their mean. Writes at most n units and
 * their layouts, returns how many. */
size_t stats_layout_units(const double *d, const unsigned *layout, size_t n, double *unit, unsigned *unit_layout);

/* The smallest speedup in percent that this precision finds with 80% power, in a single two-sided test: (t_{1-alpha/2}
 * + t_{.8}) SE, as of a t test (Bloom 1995). */
double stats_mde_pct(const Estimate *estimate);
/* The same for one of `family` one-sided tests against a margin (STATISTICS 3.8; a formula, not simulated). */
double stats_mde_family_pct(const Estimate *estimate, size_t family, double margin);

/* The standard deviation between layouts beyond what the noise within them explains (STATISTICS 3.5), from the blocks'
 * log-ratios: sqrt(max(0, var(layout means) - pooled variance within / blocks per layout)). NaN below two layouts or
 * when no layout has two blocks. */
double stats_layout_sd(const double *d, const unsigned *layout, size_t n);

/* The first autocorrelation (Box and Jenkins 1970). */
double stats_lag1(const double *x, size_t n);

/* How much time one side may gain by luck of code placement when each side is a single build. */
#define STATS_LAYOUT_SD_ASSUMED 0.015
double stats_layout_adjusted_half_width(double half_width, double layout_sd);

/* 'A' (half width <= 0.5%) to 'F', one step down per demerit, at best C when cap_c. */
char stats_grade(const Estimate *estimate, bool cap_c, int demerits, bool many_failures);

/* 100 (e^x - 1): a log-ratio as "percent faster". */
double stats_pct(double log_ratio);

#endif
