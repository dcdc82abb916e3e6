#include "compare.h"

#include "distribution.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LAYOUTS_RANDOMISED_MIN = 6, DIAGNOSTIC_MIN_BLOCKS = 8 };

#define ALPHA_FIXED         0.05
#define ALPHA_ADAPTIVE      0.04 /* looking at the width to stop costs a little: STATISTICS 2.5 */
#define ALPHA_DIAGNOSTIC    0.01
#define DIAGNOSTIC_LEAST    0.005
#define REGRESSION_MARGIN   0.01
#define CLOCK_RESOLUTION_NS 1.0
#define OUTLIER_MAD_SD      5.0
#define FAILURES_MANY       0.10

#define NOISE_UNKNOWN                                                                                                  \
    {                                                                                                                  \
        NAN, NAN, {NAN, NAN}, NAN, NAN, NAN                                                                            \
    }

/* ---- names ---- */

const char *compare_metric_name(Metric metric)
{
    return metric == METRIC_CPU ? "cpu" : "wall";
}

const char *compare_flag_name(Flag flag)
{
    static const char *const names[] = {
        [FLAG_ORDER_EFFECT] = "order_effect",
        [FLAG_ARM_TREND] = "arm_trend",
        [FLAG_AUTOCORRELATED] = "autocorrelated",
        [FLAG_METRIC_DISAGREEMENT] = "metric_disagreement",
        [FLAG_SKEWED] = "skewed",
        [FLAG_DEGENERATE] = "degenerate",
        [FLAG_MULTIPLEXED] = "multiplexed",
        [FLAG_VOIDED_BLOCKS] = "voided_blocks",
    };
    return names[flag];
}

const char *compare_verdict_name(Verdict verdict)
{
    static const char *const names[] = {
        [VERDICT_FASTER] = "faster",         [VERDICT_SLOWER] = "slower",
        [VERDICT_EQUIVALENT] = "equivalent", [VERDICT_INCONCLUSIVE] = "inconclusive",
        [VERDICT_TOO_FEW] = "too_few",       [VERDICT_FAILED] = "failed",
    };
    return names[verdict];
}

const char *compare_scope_name(Scope scope)
{
    static const char *const names[] = {
        [SCOPE_SINGLE_BUILD] = "single-build",
        [SCOPE_FEW_LAYOUTS] = "few-layouts",
        [SCOPE_LAYOUT_RANDOMISED] = "layout-randomised",
    };
    return names[scope];
}

/* ---- one block ---- */

static const uint64_t *times(const SideSamples *samples, Metric metric)
{
    return metric == METRIC_CPU ? samples->cpu_ns : samples->wall_ns;
}

/* The samples of an arm of the comparison. */
static const SideSamples *samples_of(const Block *block, int arm, View view)
{
    return &block->sides[arm == SIDE_A ? 0 : view.side];
}

static double pair_ratio(const Block *block, size_t pair, View view)
{
    return log((double)times(samples_of(block, SIDE_A, view), view.metric)[pair] /
               (double)times(samples_of(block, SIDE_B, view), view.metric)[pair]);
}

static double *pair_ratios(const Block *block, View view)
{
    size_t n = block->sides[0].n_values;
    double *r = mem_alloc(n, sizeof *r);
    for (size_t j = 0; j < n; j++)
        r[j] = pair_ratio(block, j, view);
    return r;
}

double compare_block(const Block *block, View view)
{
    double *r = pair_ratios(block, view);
    double d = stats_hodges_lehmann(r, block->sides[0].n_values);
    free(r);
    return d;
}

/* Half of what going first costs: the mean ratio of the pairs that A opened against those that B opened. */
static double block_order_effect(const Block *block, View view)
{
    double sum[2] = {0.0, 0.0};
    double count[2] = {0.0, 0.0};
    for (size_t j = 0; j < block->sides[0].n_values; j++) {
        bool a_first = result_goes_before(block, j, 0, view.side);
        sum[a_first] += pair_ratio(block, j, view);
        count[a_first] += 1.0;
    }
    return 0.5 * (sum[1] / count[1] - sum[0] / count[0]);
}

/* How the ratio moves from the first third of a block to the last: warm-up that differs between the sides. */
static double block_trend(const Block *block, View view)
{
    size_t n = block->sides[0].n_values;
    size_t third = n >= 3 ? n / 3 : 1;
    double *r = pair_ratios(block, view);
    double trend = stats_mean(r + n - third, third) - stats_mean(r, third);
    free(r);
    return trend;
}

/* ---- series over the blocks of a workload ---- */

static size_t counting_blocks(const WorkloadResult *workload, size_t side, const Block ***blocks)
{
    size_t n = 0;
    *blocks = mem_alloc(workload->n_blocks, sizeof **blocks);
    for (size_t b = 0; b < workload->n_blocks; b++)
        if (workload->blocks[b].void_reason == NULL && workload->blocks[b].sides[side].n_values > 0)
            (*blocks)[n++] = &workload->blocks[b];
    return n;
}

static double *series(const Block **blocks, size_t n, View view, double (*of_block)(const Block *, View))
{
    double *x = mem_alloc(n, sizeof *x);
    for (size_t b = 0; b < n; b++)
        x[b] = of_block(blocks[b], view);
    return x;
}

/* The independent units: blocks with one layout, layouts with several; ids tie them to the other workloads. */
static size_t units(const Result *result, const Block **blocks, const double *d, size_t n, double *u, unsigned *id)
{
    bool by_layout = result->settings.layouts >= 2;
    unsigned *own = mem_alloc(n, sizeof *own);
    for (size_t b = 0; b < n; b++)
        own[b] = by_layout ? blocks[b]->layout : blocks[b]->round;
    size_t count = n;
    if (by_layout) {
        count = stats_layout_units(d, own, n, u, id);
    } else {
        for (size_t b = 0; b < n; b++) {
            u[b] = d[b];
            id[b] = own[b];
        }
    }
    free(own);
    return count;
}

static double shortest_value_ns(const Block **blocks, size_t n, View view)
{
    double shortest = INFINITY;
    for (size_t b = 0; b < n; b++)
        for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
            const SideSamples *samples = samples_of(blocks[b], arm, view);
            for (size_t j = 0; j < samples->n_values; j++)
                shortest = fmin(shortest, (double)times(samples, view.metric)[j]);
        }
    return shortest;
}

static double clock_floor(const Block **blocks, size_t n, View view)
{
    return n > 0 ? log1p(2.0 * CLOCK_RESOLUTION_NS / shortest_value_ns(blocks, n, view)) : 0.0;
}

double compare_alpha(const Result *result)
{
    return result->settings.rounds > 0 ? ALPHA_FIXED : ALPHA_ADAPTIVE;
}

static Estimate estimate_blocks(const Result *result, const Block **blocks, size_t n, View view)
{
    double *d = series(blocks, n, view, compare_block);
    double *u = mem_alloc(n, sizeof *u);
    unsigned *id = mem_alloc(n, sizeof *id);
    size_t count = units(result, blocks, d, n, u, id);
    Estimate estimate = stats_estimate(u, count, compare_alpha(result), clock_floor(blocks, n, view));
    free(id);
    free(u);
    free(d);
    return estimate;
}

Estimate compare_progress(const Result *result, const WorkloadResult *workload, View view)
{
    const Block **blocks;
    size_t n = counting_blocks(workload, view.side, &blocks);
    Estimate estimate = estimate_blocks(result, blocks, n, view);
    free(blocks);
    return estimate;
}

/* ---- noise and diagnostics ---- */

static double *side_medians(const Block **blocks, size_t n, int arm, View view)
{
    double *medians = mem_alloc(n, sizeof *medians);
    for (size_t b = 0; b < n; b++) {
        const SideSamples *samples = samples_of(blocks[b], arm, view);
        double *x = mem_alloc(samples->n_values, sizeof *x);
        for (size_t j = 0; j < samples->n_values; j++)
            x[j] = (double)times(samples, view.metric)[j];
        medians[b] = stats_median(x, samples->n_values);
        free(x);
    }
    return medians;
}

static double within_sd(const Block **blocks, const double *d, size_t n, View view)
{
    size_t total = 0;
    for (size_t b = 0; b < n; b++)
        total += blocks[b]->sides[0].n_values;
    double *residual = mem_alloc(total, sizeof *residual);
    size_t at = 0;
    for (size_t b = 0; b < n; b++)
        for (size_t j = 0; j < blocks[b]->sides[0].n_values; j++)
            residual[at++] = pair_ratio(blocks[b], j, view) - d[b];
    double sd = stats_mad_sd(residual, total);
    free(residual);
    return sd;
}

static double mean_steal(const Block **blocks, size_t n)
{
    double sum = 0.0;
    size_t known = 0;
    for (size_t b = 0; b < n; b++)
        if (isfinite(blocks[b]->steal_pct)) {
            sum += blocks[b]->steal_pct;
            known++;
        }
    return known > 0 ? sum / (double)known : NAN;
}

static void add_noise(WorkloadComparison *c, const Result *result, const Block **blocks, size_t n, View view)
{
    Noise *noise = &c->noise;
    noise->within = within_sd(blocks, c->d, n, view);
    noise->block = c->estimate.se * sqrt((double)c->estimate.n);
    noise->layout = result->settings.layouts >= 2 ? noise->block : NAN;
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        double *medians = side_medians(blocks, n, arm, view);
        c->value_ns[arm] = stats_median(medians, n) / (double)(c->workload->loops > 0 ? c->workload->loops : 1);
        for (size_t b = 0; b < n; b++)
            medians[b] = log(medians[b]);
        noise->raw[arm] = stats_mad_sd(medians, n);
        free(medians);
    }
    noise->pairing_gain = M_SQRT2 * noise->raw[SIDE_A] / noise->block;
    noise->steal_pct = mean_steal(blocks, n);
}

static Diagnostic diagnose(const Block **blocks, size_t n, View view, double (*of_block)(const Block *, View))
{
    double *x = series(blocks, n, view, of_block);
    Diagnostic diagnostic = {.estimate = stats_estimate(x, n, ALPHA_DIAGNOSTIC, 0.0)};
    free(x);
    const Estimate *e = &diagnostic.estimate;
    diagnostic.flagged = n >= DIAGNOSTIC_MIN_BLOCKS && e->method != CI_METHOD_NONE && (e->low > 0.0 || e->high < 0.0) &&
                         fabs(e->point) > DIAGNOSTIC_LEAST;
    return diagnostic;
}

static void set_flag(WorkloadComparison *c, Flag flag, bool on)
{
    if (on)
        c->flags |= 1u << flag;
}

static size_t count_outliers(const WorkloadComparison *c)
{
    double limit = OUTLIER_MAD_SD * stats_mad_sd(c->d, c->n_blocks);
    size_t count = 0;
    for (size_t b = 0; b < c->n_blocks; b++)
        count += fabs(c->d[b] - c->estimate.point) > limit;
    return count;
}

static bool metrics_disagree(const WorkloadComparison *c)
{
    const Estimate *cpu = &c->by_metric[METRIC_CPU];
    const Estimate *wall = &c->by_metric[METRIC_WALL];
    return cpu->n >= STATS_RANK_MIN_N && fabs(cpu->point - wall->point) > hypot(cpu->half_width, wall->half_width);
}

static void add_diagnostics(WorkloadComparison *c, const Block **blocks, size_t n, View view)
{
    c->order_effect = diagnose(blocks, n, view, block_order_effect);
    c->arm_trend = diagnose(blocks, n, view, block_trend);
    c->lag1 = stats_lag1(c->d, n);
    c->outliers = count_outliers(c);
    set_flag(c, FLAG_ORDER_EFFECT, c->order_effect.flagged);
    set_flag(c, FLAG_ARM_TREND, c->arm_trend.flagged);
    set_flag(c, FLAG_AUTOCORRELATED, n >= DIAGNOSTIC_MIN_BLOCKS && fabs(c->lag1) > 2.58 / sqrt((double)n));
    set_flag(c, FLAG_METRIC_DISAGREEMENT, metrics_disagree(c));
    set_flag(c, FLAG_SKEWED, fabs(c->estimate.point - c->estimate.mean) > c->estimate.half_width / 2.0);
    set_flag(c, FLAG_DEGENERATE, c->estimate.degenerate);
    set_flag(c, FLAG_VOIDED_BLOCKS, c->n_void > 0);
    for (size_t e = 0; c->counters != NULL && e < blocks[0]->sides[0].n_events; e++)
        set_flag(c, FLAG_MULTIPLEXED, c->counters[e].multiplexed);
}

/* ---- counters ---- */

/* Adds one process's readings of one event, scaled where the kernel shared the counter, without what an empty value
 * costs; false: nothing was counted. */
static bool add_readings(const SideSamples *samples, size_t event, double *sum, double *values, bool *multiplexed)
{
    const EventReadings *readings = &samples->events[event];
    if (readings->count == NULL)
        return false;
    for (size_t j = 0; j < samples->n_values; j++) {
        uint64_t enabled = readings->enabled_ns[j];
        uint64_t running = readings->running_ns[j];
        if (enabled != running) {
            *multiplexed = true;
            if (running == 0)
                continue;
        }
        double scale = running > 0 ? (double)enabled / (double)running : 1.0;
        double beside = isfinite(readings->overhead) ? readings->overhead : 0.0;
        *sum += (double)readings->count[j] * scale - beside;
        *values += 1.0;
    }
    return true;
}

static CounterComparison compare_counter(const WorkloadComparison *c, const Block **blocks, size_t event, View view)
{
    CounterComparison counter = {.per_call = {NAN, NAN}};
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        double sum = 0.0;
        double values = 0.0;
        for (size_t b = 0; b < c->n_blocks; b++)
            add_readings(samples_of(blocks[b], arm, view), event, &sum, &values, &counter.multiplexed);
        if (values > 0.0 && c->workload->loops > 0)
            counter.per_call[arm] = sum / values / (double)c->workload->loops;
    }
    return counter;
}

/* ---- verdict ---- */

static Verdict judge(const WorkloadComparison *c, size_t side, double margin)
{
    const Estimate *e = &c->estimate;
    if (result_side_error(c->workload, side) != NULL || e->n == 0)
        return VERDICT_FAILED;
    if (e->n < STATS_RANK_MIN_N)
        return VERDICT_TOO_FEW;
    if ((c->flags & (1u << FLAG_METRIC_DISAGREEMENT)) != 0)
        return VERDICT_INCONCLUSIVE;
    if (e->low > 0.0)
        return VERDICT_FASTER;
    if (e->high < 0.0)
        return VERDICT_SLOWER;
    if (fabs(e->point) + c->half_width_layout_adjusted <= log1p(margin))
        return VERDICT_EQUIVALENT;
    return VERDICT_INCONCLUSIVE;
}

static char grade_of(const WorkloadComparison *c, Scope scope)
{
    int demerits = 0;
    for (int flag = 0; flag < FLAG_DEMERITS; flag++)
        demerits += (c->flags >> flag) & 1u;
    size_t tried = c->n_blocks + c->n_void;
    bool many_failures = tried > 0 && (double)c->n_void > FAILURES_MANY * (double)tried;
    return stats_grade(&c->estimate, scope != SCOPE_LAYOUT_RANDOMISED, demerits, many_failures);
}

static void add_tests(WorkloadComparison *c, const Comparison *whole, const Block **blocks)
{
    size_t n = c->n_blocks;
    double *u = mem_alloc(n, sizeof *u);
    unsigned *id = mem_alloc(n, sizeof *id);
    size_t count = units(whole->result, blocks, c->d, n, u, id);
    if (count <= STATS_RANK_MAX_N) {
        c->p_two_sided = stats_p_two_sided(u, count, 0.0);
        c->p_regress = stats_p_less(u, count, -log1p(whole->margin));
    }
    free(id);
    free(u);
    c->mde_pct = stats_mde_pct(&c->estimate);
    c->mde_family_pct = stats_mde_family_pct(&c->estimate, whole->n_workloads, whole->margin);
    c->half_width_layout_adjusted =
        whole->result->settings.layouts >= 2
            ? c->estimate.half_width
            : stats_layout_adjusted_half_width(c->estimate.half_width, STATS_LAYOUT_SD_ASSUMED);
}

static void compare_workload(WorkloadComparison *c, const Comparison *whole, const WorkloadResult *workload)
{
    const Result *result = whole->result;
    const View view = {whole->side, whole->metric};
    const Block **blocks;
    *c = (WorkloadComparison){.workload = workload,
                              .value_ns = {NAN, NAN},
                              .half_width_layout_adjusted = NAN,
                              .mde_pct = NAN,
                              .mde_family_pct = NAN,
                              .p_two_sided = NAN,
                              .p_regress = NAN,
                              .p_holm = NAN,
                              .noise = NOISE_UNKNOWN,
                              .order_effect = {.estimate = {.point = NAN, .low = NAN, .high = NAN}},
                              .arm_trend = {.estimate = {.point = NAN, .low = NAN, .high = NAN}},
                              .lag1 = NAN,
                              .grade = 'F'};
    c->n_blocks = counting_blocks(workload, view.side, &blocks);
    c->n_void = workload->n_blocks - c->n_blocks;
    c->d = series(blocks, c->n_blocks, view, compare_block);
    for (int m = 0; m < 2; m++)
        c->by_metric[m] = estimate_blocks(result, blocks, c->n_blocks, (View){whole->side, (Metric)m});
    c->estimate = c->by_metric[whole->metric];
    c->counters = mem_alloc(result->n_events, sizeof *c->counters);
    for (size_t e = 0; e < result->n_events; e++)
        c->counters[e] = compare_counter(c, blocks, e, view);
    if (c->n_blocks > 0) {
        add_tests(c, whole, blocks);
        add_noise(c, result, blocks, c->n_blocks, view);
        add_diagnostics(c, blocks, c->n_blocks, view);
        c->grade = grade_of(c, whole->scope);
    }
    c->verdict = judge(c, whole->side, whole->margin);
    free(blocks);
}

/* ---- suite ---- */

static void adjust_for_family(Comparison *whole)
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
static bool is_in_suite(const WorkloadComparison *c)
{
    return !c->workload->control && c->verdict != VERDICT_FAILED;
}

static UnitSeries unit_series(const Comparison *whole, const WorkloadComparison *c)
{
    const Block **blocks;
    size_t n = counting_blocks(c->workload, whole->side, &blocks);
    double *u = mem_alloc(n, sizeof *u);
    unsigned *id = mem_alloc(n, sizeof *id);
    size_t count = units(whole->result, blocks, c->d, n, u, id);
    UnitSeries result = {
        .u = u, .id = id, .n = count, .floor = clock_floor(blocks, n, (View){whole->side, whole->metric})};
    free(blocks);
    return result;
}

static void compare_suite(Comparison *whole)
{
    UnitSeries *all = mem_alloc(whole->n_workloads, sizeof *all);
    whole->suite_members = mem_alloc(whole->n_workloads, sizeof *whole->suite_members);
    size_t n = 0;
    for (size_t w = 0; w < whole->n_workloads; w++) {
        const WorkloadComparison *c = &whole->workloads[w];
        whole->incomplete = whole->incomplete || c->verdict == VERDICT_FAILED;
        if (!is_in_suite(c))
            continue;
        whole->suite_members[n] = w;
        all[n++] = unit_series(whole, c);
    }
    whole->suite = suite_estimate(all, n, whole->alpha);
    for (size_t i = 0; i < n; i++) {
        free((void *)all[i].u);
        free((void *)all[i].id);
    }
    free(all);
}

const SideInfo *compare_side(const Comparison *comparison, int arm)
{
    return &comparison->result->sides[arm == SIDE_A ? 0 : comparison->side];
}

Comparison compare_result(const Result *result, size_t side, Metric metric)
{
    unsigned layouts = result->settings.layouts;
    Comparison whole = {
        .result = result,
        .side = side,
        .metric = metric,
        .scope = layouts < 2                        ? SCOPE_SINGLE_BUILD
                 : layouts < LAYOUTS_RANDOMISED_MIN ? SCOPE_FEW_LAYOUTS
                                                    : SCOPE_LAYOUT_RANDOMISED,
        .alpha = compare_alpha(result),
        .margin = REGRESSION_MARGIN,
        .workloads = mem_alloc(result->n_workloads, sizeof *whole.workloads),
        .n_workloads = result->n_workloads,
        .incomplete = result->state != RUN_STATE_COMPLETE,
    };
    for (size_t w = 0; w < result->n_workloads; w++)
        compare_workload(&whole.workloads[w], &whole, &result->workloads[w]);
    adjust_for_family(&whole);
    compare_suite(&whole);
    return whole;
}

void compare_free(Comparison *comparison)
{
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        free(comparison->workloads[w].d);
        free(comparison->workloads[w].counters);
    }
    free(comparison->workloads);
    free(comparison->suite_members);
    *comparison = (Comparison){0};
}
