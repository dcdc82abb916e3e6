#include "suite.h"

#include "distribution.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>

/* The ids that occur in any workload, each once; returns how many. The caller frees *ids. */
static size_t distinct_ids(const UnitSeries *series, size_t n, unsigned **ids)
{
    size_t total = 0;
    for (size_t w = 0; w < n; w++)
        total += series[w].n;
    *ids = mem_alloc(total, sizeof **ids);
    size_t count = 0;
    for (size_t w = 0; w < n; w++)
        for (size_t i = 0; i < series[w].n; i++) {
            bool seen = false;
            for (size_t k = 0; k < count && !seen; k++)
                seen = (*ids)[k] == series[w].id[i];
            if (!seen)
                (*ids)[count++] = series[w].id[i];
        }
    return count;
}

/* The workload's estimate with one id left out, by the estimator that the full sample uses. */
static double point_without(const UnitSeries *series, unsigned id, double *scratch)
{
    size_t n = 0;
    for (size_t i = 0; i < series->n; i++)
        if (series->id[i] != id)
            scratch[n++] = series->u[i];
    bool by_rank = series->n >= STATS_RANK_MIN_N && series->n <= STATS_RANK_MAX_N;
    return by_rank ? stats_hodges_lehmann(scratch, n) : stats_mean(scratch, n);
}

/* Mean of the workloads with one id left out; NaN when a workload would lose its only unit. */
static double geomean_without(const UnitSeries *series, size_t n, unsigned id)
{
    double sum = 0.0;
    for (size_t w = 0; w < n; w++) {
        double *scratch = mem_alloc(series[w].n, sizeof *scratch);
        sum += point_without(&series[w], id, scratch);
        free(scratch);
    }
    return sum / (double)n;
}

static double jackknife_se(const UnitSeries *series, size_t n, size_t *n_units)
{
    unsigned *ids = NULL;
    size_t units = distinct_ids(series, n, &ids);
    double *g = mem_alloc(units, sizeof *g);
    for (size_t i = 0; i < units; i++)
        g[i] = geomean_without(series, n, ids[i]);
    double sd = stats_sd(g, units);
    free(g);
    free(ids);
    *n_units = units;
    /* (U-1)/U * sum of squares = (U-1)^2/U * variance. */
    return units < 2 ? NAN : sd * (double)(units - 1) / sqrt((double)units);
}

static void add_extremes(SuiteEstimate *suite, const UnitSeries *series, const double *points)
{
    size_t n = suite->n_workloads;
    double alpha_w = 1.0 - pow(1.0 - suite->alpha, 1.0 / (double)n);
    suite->max_low = suite->max_high = suite->min_low = suite->min_high = NAN;
    for (size_t w = 0; w < n; w++) {
        if (points[w] > points[suite->max_index])
            suite->max_index = w;
        if (points[w] < points[suite->min_index])
            suite->min_index = w;
        Estimate e = stats_estimate(series[w].u, series[w].n, alpha_w, series[w].floor);
        if (e.method == CI_METHOD_NONE)
            continue;
        suite->max_low = fmax(suite->max_low, e.low);
        suite->max_high = fmax(suite->max_high, e.high);
        suite->min_low = fmin(suite->min_low, e.low);
        suite->min_high = fmin(suite->min_high, e.high);
    }
    suite->max = points[suite->max_index];
    suite->min = points[suite->min_index];
}

SuiteEstimate suite_estimate(const UnitSeries *series, size_t n, double alpha)
{
    SuiteEstimate suite = {.n_workloads = n,
                           .alpha = alpha,
                           .geomean = NAN,
                           .se = NAN,
                           .low = NAN,
                           .high = NAN,
                           .population_low = NAN,
                           .population_high = NAN,
                           .max = NAN,
                           .max_low = NAN,
                           .max_high = NAN,
                           .min = NAN,
                           .min_low = NAN,
                           .min_high = NAN};
    if (n == 0)
        return suite;
    double *points = mem_alloc(n, sizeof *points);
    for (size_t w = 0; w < n; w++)
        points[w] = stats_estimate(series[w].u, series[w].n, alpha, series[w].floor).point;
    suite.geomean = stats_mean(points, n);
    suite.se = jackknife_se(series, n, &suite.n_units);
    if (!isnan(suite.se)) {
        double hw = distribution_t_quantile(1.0 - alpha / 2.0, (double)suite.n_units - 1.0) * suite.se;
        suite.low = suite.geomean - hw;
        suite.high = suite.geomean + hw;
    }
    if (n >= 5 && !isnan(suite.se)) {
        double sd = stats_sd(points, n);
        double hw = distribution_t_quantile(1.0 - alpha / 2.0, (double)n - 1.0) *
                    sqrt(sd * sd / (double)n + suite.se * suite.se);
        suite.population_low = suite.geomean - hw;
        suite.population_high = suite.geomean + hw;
    }
    add_extremes(&suite, series, points);
    free(points);
    return suite;
}
