#include "compare_parts.h"

#include "compare_values.h"
#include "mem.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

void compare_adjust_for_family(Comparison *whole)
{
    double *p = mem_alloc(whole->n_workloads, sizeof *p);
    size_t *member = mem_alloc(whole->n_workloads, sizeof *member);
    size_t n = 0;
    for (size_t w = 0; w < whole->n_workloads; w++)
        if (isfinite(whole->workloads[w].p_regress)) {
            member[n] = w;
            p[n++] = whole->workloads[w].p_regress;
        }
    double *adjusted = mem_alloc(n, sizeof *adjusted);
    stats_holm(p, n, adjusted);
    for (size_t i = 0; i < n; i++)
        whole->workloads[member[i]].p_holm = adjusted[i];
    free(adjusted);
    free(member);
    free(p);
}

/* Controls hardly call at all; averaging them in would only dilute the effect, so they stand beside the suite. */
static bool is_in_suite(const Result *result, const WorkloadComparison *c)
{
    if (c->hosts.n > 0 && c->hosts.n < result->n_hosts)
        return false;
    return !c->workload->control && c->verdict != VERDICT_FAILED && isfinite(c->estimate.point);
}

static void free_series(UnitSeries *series, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free((void *)series[i].u);
        free((void *)series[i].id);
    }
}

/* Instead of a host: all of them together, which ran the same layouts. */
#define ALL_HOSTS UINT_MAX

/* The units of one workload on one host; of a statement without units its point, which then has no interval. */
static UnitSeries unit_series(const Comparison *whole, const WorkloadComparison *c, unsigned host)
{
    const View view = {whole->side, whole->metric, whole->base};
    const Block **blocks = NULL;
    const Block **own = NULL;
    UnitSeries series = {0};
    double *u = mem_alloc(c->n_blocks + 1, sizeof *u);
    unsigned *id = mem_alloc(c->n_blocks + 1, sizeof *id);
    if (whole->metric >= METRIC_EXACT || c->workload->design == DESIGN_A_THEN_B) {
        u[0] = c->estimate.point;
        series.n = 1;
    } else {
        size_t n = values_counting_blocks(c->workload, view, &blocks);
        if (host == ALL_HOSTS) {
            series.n = compare_shared_units(whole->result, blocks, n, view, u, id);
            series.floor = compare_clock_floor(blocks, n, view);
        } else {
            size_t count = compare_blocks_of_host(blocks, n, host, &own);
            double *d = values_series(own, count, view, compare_block);
            series.n = compare_units(whole->result, own, d, count, u, id);
            series.floor = compare_clock_floor(own, count, view);
            free(d);
        }
    }
    series.u = u;
    series.id = id;
    free(own);
    free(blocks);
    return series;
}

static SuiteEstimate suite_of_host(const Comparison *whole, size_t members, unsigned host)
{
    UnitSeries *all = mem_alloc(members, sizeof *all);
    for (size_t i = 0; i < members; i++)
        all[i] = unit_series(whole, &whole->workloads[whole->suite_members[i]], host);
    SuiteEstimate suite = suite_estimate(all, members, whole->alpha);
    free_series(all, members);
    free(all);
    return suite;
}

/* The extremes over workloads of their hosts' means, at the level that holds for all of them at once. */
static void add_extremes_over_hosts(Comparison *whole, SuiteEstimate *suite)
{
    double alpha_w = 1.0 - pow(1.0 - whole->alpha, 1.0 / (double)suite->n_workloads);
    suite->max = suite->min = NAN;
    suite->max_low = suite->max_high = suite->min_low = suite->min_high = NAN;
    for (size_t i = 0; i < suite->n_workloads; i++) {
        const WorkloadComparison *c = &whole->workloads[whole->suite_members[i]];
        const Block **blocks;
        const View view = {whole->side, whole->metric, whole->base};
        size_t n = values_counting_blocks(c->workload, view, &blocks);
        Estimate e = compare_estimate_metric(whole->result, blocks, n, view, alpha_w);
        free(blocks);
        if (!(e.point <= suite->max)) {
            suite->max = e.point;
            suite->max_index = i;
        }
        if (!(e.point >= suite->min)) {
            suite->min = e.point;
            suite->min_index = i;
        }
        suite->max_low = fmax(suite->max_low, e.low);
        suite->max_high = fmax(suite->max_high, e.high);
        suite->min_low = fmin(suite->min_low, e.low);
        suite->min_high = fmin(suite->min_high, e.high);
    }
}

static void compare_suite_over_hosts(Comparison *whole, size_t members)
{
    size_t n = whole->result->n_hosts;
    Estimate *per_host = mem_alloc(n, sizeof *per_host);
    SuiteEstimate suite = {0};
    for (unsigned h = 0; h < n; h++) {
        suite = suite_of_host(whole, members, h);
        per_host[h] = (Estimate){.n = suite.n_units,
                                 .point = suite.geomean,
                                 .low = suite.low,
                                 .high = suite.high,
                                 .se = suite.se,
                                 .method = isfinite(suite.se) ? CI_METHOD_STUDENT_T : CI_METHOD_NONE};
    }
    whole->hosts = hosts_estimate(per_host, n, whole->alpha);
    whole->per_host = per_host;
    if (whole->shared_layouts) {
        whole->suite = suite_of_host(whole, members, ALL_HOSTS);
        hosts_take_interval(&whole->hosts, whole->suite.se, whole->suite.low, whole->suite.high);
        return;
    }
    suite.n_units = whole->hosts.fewest_units;
    suite.geomean = whole->hosts.mean;
    suite.se = whole->hosts.se;
    suite.low = whole->hosts.low;
    suite.high = whole->hosts.high;
    suite.population_low = suite.population_high = NAN;
    add_extremes_over_hosts(whole, &suite);
    whole->suite = suite;
}

void compare_suite(Comparison *whole)
{
    whole->suite_members = mem_alloc(whole->n_workloads, sizeof *whole->suite_members);
    size_t n = 0;
    for (size_t w = 0; w < whole->n_workloads; w++) {
        const WorkloadComparison *c = &whole->workloads[w];
        whole->incomplete = whole->incomplete || c->verdict == VERDICT_FAILED;
        whole->descriptive = whole->descriptive || c->workload->design == DESIGN_A_THEN_B;
        if (is_in_suite(whole->result, c))
            whole->suite_members[n++] = w;
    }
    if (whole->result->n_hosts > 1 && n > 0 && whole->metric < METRIC_EXACT && !whole->descriptive)
        compare_suite_over_hosts(whole, n);
    else
        whole->suite = suite_of_host(whole, n, 0);
    const Estimate mean = {.n = whole->suite.n_units,
                           .se = whole->suite.se,
                           .alpha = whole->alpha,
                           .method = isfinite(whole->suite.se) ? CI_METHOD_STUDENT_T : CI_METHOD_NONE};
    whole->suite_mde_pct = stats_mde_pct(&mean);
    if (whole->metric >= METRIC_EXACT && n > 0) {
        SuiteEstimate *suite = &whole->suite;
        suite->low = suite->high = suite->geomean;
        suite->max_low = suite->max_high = suite->max;
        suite->min_low = suite->min_high = suite->min;
        suite->se = 0.0;
    }
}
