#include "compare_values.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>

const SideSamples *values_of_arm(const Block *block, int arm, View view)
{
    return &block->sides[arm == SIDE_A ? view.base : view.side];
}

static double event_reading(const EventReadings *readings, size_t j)
{
    if (readings->count == NULL)
        return NAN;
    uint64_t enabled = readings->enabled_ns[j];
    uint64_t running = readings->running_ns[j];
    if (enabled != running && running == 0)
        return NAN;
    double scale = running > 0 ? (double)enabled / (double)running : 1.0;
    double beside = isfinite(readings->overhead) ? readings->overhead : 0.0;
    return (double)readings->count[j] * scale - beside;
}

double values_reading(const SideSamples *samples, size_t j, Metric metric)
{
    if (metric == METRIC_CPU || metric == METRIC_WALL) {
        uint64_t ns = metric == METRIC_CPU ? samples->cpu_ns[j] : samples->wall_ns[j];
        return ns > 0 ? (double)ns : NAN;
    }
    size_t event = metric - METRIC_EVENT;
    return event < samples->n_events ? event_reading(&samples->events[event], j) : NAN;
}

double values_pair_ratio(const Block *block, size_t pair, View view)
{
    return log(values_reading(values_of_arm(block, SIDE_A, view), pair, view.metric) /
               values_reading(values_of_arm(block, SIDE_B, view), pair, view.metric));
}

bool values_block_counts(const Block *block, View view)
{
    size_t n = block->sides[view.base].n_values;
    if (block->void_reason != NULL || n == 0 || block->sides[view.side].n_values != n)
        return false;
    for (size_t j = 0; j < n; j++)
        if (!isfinite(values_pair_ratio(block, j, view)))
            return false;
    return true;
}

bool values_block_is_sparse(const Block *block, View view)
{
    if (!compare_is_count(view.metric) || !values_block_counts(block, (View){view.side, METRIC_WALL, view.base}))
        return false;
    for (int arm = SIDE_A; arm <= SIDE_B; arm++)
        for (size_t j = 0; j < block->sides[view.base].n_values; j++)
            if (values_reading(values_of_arm(block, arm, view), j, view.metric) <= 0.0)
                return true;
    return false;
}

size_t values_counting_blocks(const WorkloadResult *workload, View view, const Block ***blocks)
{
    size_t n = 0;
    *blocks = mem_alloc(workload->n_blocks, sizeof **blocks);
    for (size_t b = 0; b < workload->n_blocks; b++)
        if (values_block_counts(&workload->blocks[b], view))
            (*blocks)[n++] = &workload->blocks[b];
    return n;
}

static double *pair_ratios(const Block *block, View view)
{
    size_t n = block->sides[view.base].n_values;
    double *r = mem_alloc(n, sizeof *r);
    for (size_t j = 0; j < n; j++)
        r[j] = values_pair_ratio(block, j, view);
    return r;
}

double compare_block(const Block *block, View view)
{
    double *r = pair_ratios(block, view);
    double d = stats_hodges_lehmann(r, block->sides[view.base].n_values);
    free(r);
    return d;
}

double values_order_effect(const Block *block, View view)
{
    double sum[2] = {0.0, 0.0};
    double count[2] = {0.0, 0.0};
    for (size_t j = 0; j < block->sides[view.base].n_values; j++) {
        bool a_first = result_goes_before(block, j, view.base, view.side);
        sum[a_first] += values_pair_ratio(block, j, view);
        count[a_first] += 1.0;
    }
    return 0.5 * (sum[1] / count[1] - sum[0] / count[0]);
}

double values_trend(const Block *block, View view)
{
    size_t n = block->sides[view.base].n_values;
    size_t third = n >= 3 ? n / 3 : 1;
    double *r = pair_ratios(block, view);
    double trend = stats_mean(r + n - third, third) - stats_mean(r, third);
    free(r);
    return trend;
}

double *values_series(const Block **blocks, size_t n, View view, double (*of_block)(const Block *, View))
{
    double *x = mem_alloc(n, sizeof *x);
    for (size_t b = 0; b < n; b++)
        x[b] = of_block(blocks[b], view);
    return x;
}

double *values_medians(const Block **blocks, size_t n, int arm, View view)
{
    double *medians = mem_alloc(n, sizeof *medians);
    for (size_t b = 0; b < n; b++) {
        const SideSamples *samples = values_of_arm(blocks[b], arm, view);
        double *x = mem_alloc(samples->n_values, sizeof *x);
        for (size_t j = 0; j < samples->n_values; j++)
            x[j] = values_reading(samples, j, view.metric);
        medians[b] = stats_median(x, samples->n_values);
        free(x);
    }
    return medians;
}

double values_within_sd(const Block **blocks, const double *d, size_t n, View view)
{
    size_t total = 0;
    for (size_t b = 0; b < n; b++)
        total += blocks[b]->sides[view.base].n_values;
    double *residual = mem_alloc(total, sizeof *residual);
    size_t at = 0;
    for (size_t b = 0; b < n; b++)
        for (size_t j = 0; j < blocks[b]->sides[view.base].n_values; j++)
            residual[at++] = values_pair_ratio(blocks[b], j, view) - d[b];
    double sd = stats_mad_sd(residual, total);
    free(residual);
    return sd;
}

double values_loops(const Result *result, const WorkloadResult *workload, const Block *block)
{
    double loops = (double)workload->loops;
    if (result->n_hosts < 2)
        return loops;
    char *key = mem_format("inner_loops_%s", workload->name);
    const Fact *fact = facts_find(&result->hosts[block->host].machine, key);
    free(key);
    return fact != NULL && fact->kind == FACT_NUMBER ? fact->number : loops;
}

double values_shortest(const Block **blocks, size_t n, View view)
{
    double shortest = INFINITY;
    for (size_t b = 0; b < n; b++)
        for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
            const SideSamples *samples = values_of_arm(blocks[b], arm, view);
            for (size_t j = 0; j < samples->n_values; j++)
                shortest = fmin(shortest, values_reading(samples, j, view.metric));
        }
    return shortest;
}
