#include "compare.h"

#include "compare_parts.h"
#include "compare_values.h"
#include "distribution.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LAYOUTS_RANDOMISED_MIN = 6, DIAGNOSTIC_MIN_BLOCKS = 8 };

#define ALPHA_DIAGNOSTIC  0.01
#define DIAGNOSTIC_LEAST  0.005
#define REGRESSION_MARGIN 0.01
#define OUTLIER_MAD_SD    5.0
#define FAILURES_MANY     0.10

#define NOISE_UNKNOWN                                                                                                  \
    {                                                                                                                  \
        NAN, NAN, {NAN, NAN}, NAN, NAN, NAN                                                                            \
    }

/* ---- names ---- */

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
        [FLAG_DISTURBED_BLOCKS] = "disturbed_blocks",
        [FLAG_LAYOUT_LIMITED] = "layout_limited",
        [FLAG_HOST_DEPENDENT] = "host_dependent",
    };
    return names[flag];
}

const char *compare_verdict_name(Verdict verdict)
{
    static const char *const names[] = {
        [VERDICT_FASTER] = "faster",         [VERDICT_SLOWER] = "slower",
        [VERDICT_EQUIVALENT] = "equivalent", [VERDICT_INCONCLUSIVE] = "inconclusive",
        [VERDICT_TOO_FEW] = "too_few",       [VERDICT_DESCRIPTIVE] = "descriptive",
        [VERDICT_FAILED] = "failed",
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

/* ---- noise and diagnostics ---- */

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

static double layout_sd(const Result *result, const Block **blocks, const double *d, size_t n)
{
    if (result->settings.layouts < 2)
        return NAN;
    unsigned *layout = mem_alloc(n, sizeof *layout);
    for (size_t b = 0; b < n; b++)
        layout[b] = blocks[b]->layout;
    double sd = stats_layout_sd(d, layout, n);
    free(layout);
    return sd;
}

static void add_noise(WorkloadComparison *c, const Result *result, const Block **blocks, size_t n, View view)
{
    Noise *noise = &c->noise;
    noise->within = values_within_sd(blocks, c->d, n, view);
    noise->block = c->estimate.se * sqrt((double)c->estimate.n);
    noise->layout = layout_sd(result, blocks, c->d, n);
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        double *medians = values_medians(blocks, n, arm, view);
        for (size_t b = 0; b < n; b++)
            medians[b] /= fmax(1.0, values_loops(result, c->workload, blocks[b]));
        c->per_call[arm] = stats_median(medians, n);
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
    double *x = values_series(blocks, n, view, of_block);
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
    return !compare_is_count(c->metric) && cpu->n >= STATS_RANK_MIN_N && wall->n >= STATS_RANK_MIN_N &&
           fabs(cpu->point - wall->point) > hypot(cpu->half_width, wall->half_width);
}

static bool any_marked(const Block **blocks, size_t n)
{
    for (size_t b = 0; b < n; b++)
        if (blocks[b]->n_marks > 0)
            return true;
    return false;
}

static void add_diagnostics(WorkloadComparison *c, const Block **blocks, size_t n, View view)
{
    c->order_effect = diagnose(blocks, n, view, values_order_effect);
    c->arm_trend = diagnose(blocks, n, view, values_trend);
    c->lag1 = stats_lag1(c->d, n);
    c->outliers = count_outliers(c);
    set_flag(c, FLAG_ORDER_EFFECT, c->order_effect.flagged);
    set_flag(c, FLAG_ARM_TREND, c->arm_trend.flagged);
    set_flag(c, FLAG_AUTOCORRELATED, n >= DIAGNOSTIC_MIN_BLOCKS && fabs(c->lag1) > 2.58 / sqrt((double)n));
    set_flag(c, FLAG_METRIC_DISAGREEMENT, metrics_disagree(c));
    set_flag(c, FLAG_SKEWED, fabs(c->estimate.point - c->estimate.mean) > c->estimate.half_width / 2.0);
    set_flag(c, FLAG_DEGENERATE, c->estimate.degenerate);
    set_flag(c, FLAG_VOIDED_BLOCKS, c->n_void > 0);
    set_flag(c, FLAG_DISTURBED_BLOCKS, any_marked(blocks, n));
    set_flag(c, FLAG_LAYOUT_LIMITED, c->workload->stop_reason == STOP_LAYOUT_LIMITED);
    set_flag(c, FLAG_HOST_DEPENDENT, c->hosts.dependent);
    for (size_t e = 0; c->counters != NULL && e < blocks[0]->sides[view.base].n_events; e++)
        set_flag(c, FLAG_MULTIPLEXED, c->counters[e].multiplexed);
}

/* ---- counters ---- */

/* Adds one process's readings of one event; nothing where it was not counted. */
static void add_readings(const SideSamples *samples, size_t event, double loops, double *sum, double *values,
                         bool *multiplexed)
{
    const EventReadings *readings = &samples->events[event];
    for (size_t j = 0; readings->count != NULL && j < samples->n_values; j++) {
        double reading = values_reading(samples, j, METRIC_EVENT + (Metric)event);
        *multiplexed = *multiplexed || readings->enabled_ns[j] != readings->running_ns[j];
        if (!isfinite(reading))
            continue;
        *sum += reading;
        *values += loops;
    }
}

static CounterComparison compare_counter(const Result *result, const WorkloadComparison *c, size_t event, View view)
{
    CounterComparison counter = {.per_call = {NAN, NAN}};
    const Block **blocks;
    size_t n = values_counting_blocks(c->workload, (View){view.side, METRIC_WALL, view.base}, &blocks);
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        double sum = 0.0;
        double values = 0.0;
        for (size_t b = 0; b < n; b++)
            add_readings(values_of_arm(blocks[b], arm, view), event, values_loops(result, c->workload, blocks[b]), &sum,
                         &values, &counter.multiplexed);
        if (values > 0.0)
            counter.per_call[arm] = sum / values;
    }
    free(blocks);
    return counter;
}

/* ---- verdict ---- */

/* Counts without noise need no interval: any difference is one. */
static Verdict judge_exact(const WorkloadComparison *c)
{
    double a = c->per_call[SIDE_A];
    double b = c->per_call[SIDE_B];
    if (!isfinite(a) || !isfinite(b))
        return VERDICT_FAILED;
    return b < a ? VERDICT_FASTER : b > a ? VERDICT_SLOWER : VERDICT_EQUIVALENT;
}

static Verdict judge(const WorkloadComparison *c, View view, double margin)
{
    const Estimate *e = &c->estimate;
    if (c->metric >= METRIC_EXACT)
        return judge_exact(c);
    if (c->sparse)
        return VERDICT_DESCRIPTIVE;
    if (result_side_error(c->workload, view.side) != NULL || result_side_error(c->workload, view.base) != NULL ||
        e->n == 0)
        return VERDICT_FAILED;
    if (c->workload->design == DESIGN_A_THEN_B)
        return VERDICT_DESCRIPTIVE;
    if (e->n < STATS_RANK_MIN_N)
        return VERDICT_TOO_FEW;
    if ((c->flags & (1u << FLAG_METRIC_DISAGREEMENT | 1u << FLAG_HOST_DEPENDENT)) != 0)
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

/* ---- tests ---- */

static double t_below(const Estimate *e, double mu)
{
    return e->se > 0.0 ? distribution_t_cdf((e->point - mu) / e->se, (double)e->n - 1.0) : e->point < mu ? 0.0 : 1.0;
}

double compare_p_below(const WorkloadComparison *c, double mu)
{
    const Estimate *e = &c->estimate;
    if (e->method == CI_METHOD_EXACT)
        return e->point < mu ? 0.0 : 1.0;
    if (e->method == CI_METHOD_NONE || e->n < STATS_RANK_MIN_N)
        return NAN;
    bool by_rank = c->n_units > 0 && c->n_units <= STATS_RANK_MAX_N;
    return by_rank ? stats_p_less(c->u, c->n_units, mu) : t_below(e, mu);
}

double compare_p_above(const WorkloadComparison *c, double mu)
{
    const Estimate *e = &c->estimate;
    if (e->method == CI_METHOD_EXACT)
        return e->point > mu ? 0.0 : 1.0;
    if (e->method == CI_METHOD_NONE || e->n < STATS_RANK_MIN_N)
        return NAN;
    bool by_rank = c->n_units > 0 && c->n_units <= STATS_RANK_MAX_N;
    return by_rank ? stats_p_greater(c->u, c->n_units, mu) : 1.0 - t_below(e, mu);
}

static double p_two_sided(const WorkloadComparison *c)
{
    if (c->n_units > 0 && c->n_units <= STATS_RANK_MAX_N)
        return stats_p_two_sided(c->u, c->n_units, 0.0);
    return fmin(1.0, 2.0 * fmin(compare_p_below(c, 0.0), compare_p_above(c, 0.0)));
}

static void add_tests(WorkloadComparison *c, const Comparison *whole)
{
    c->p_two_sided = p_two_sided(c);
    c->p_regress = compare_p_below(c, -log1p(whole->margin));
    c->mde_pct = stats_mde_pct(&c->estimate);
    c->mde_family_pct = stats_mde_family_pct(&c->estimate, whole->n_workloads, whole->margin);
    c->half_width_layout_adjusted =
        whole->result->settings.layouts >= 2 || c->metric >= METRIC_EXACT
            ? c->estimate.half_width
            : stats_layout_adjusted_half_width(c->estimate.half_width, STATS_LAYOUT_SD_ASSUMED);
}

/* ---- one workload ---- */

static WorkloadComparison empty_comparison(const WorkloadResult *workload, Metric metric)
{
    const Estimate unknown = {.point = NAN, .mean = NAN, .low = NAN, .high = NAN, .half_width = NAN, .se = NAN};
    return (WorkloadComparison){.workload = workload,
                                .metric = metric,
                                .estimate = unknown,
                                .by_metric = {unknown, unknown},
                                .per_call = {NAN, NAN},
                                .half_width_layout_adjusted = NAN,
                                .mde_pct = NAN,
                                .mde_family_pct = NAN,
                                .p_two_sided = NAN,
                                .p_regress = NAN,
                                .p_holm = NAN,
                                .noise = NOISE_UNKNOWN,
                                .order_effect = {.estimate = unknown},
                                .arm_trend = {.estimate = unknown},
                                .lag1 = NAN,
                                .grade = 'F'};
}

/* Of measurements that were not interleaved only the ratio of the medians is shown, without any interval. */
static void estimate_descriptively(WorkloadComparison *c)
{
    double point = log(c->per_call[SIDE_A] / c->per_call[SIDE_B]);
    c->estimate = (Estimate){.n = c->n_blocks,
                             .point = point,
                             .mean = point,
                             .low = NAN,
                             .high = NAN,
                             .half_width = NAN,
                             .se = NAN,
                             .method = CI_METHOD_NONE};
}

/* The blocks' medians become units as their log-ratios do. */
static void add_unit_costs(WorkloadComparison *c, const Result *result, const Block **blocks, View view)
{
    double *cost = values_medians(blocks, c->n_blocks, SIDE_B, view);
    unsigned *id = mem_alloc(c->n_blocks, sizeof *id);
    for (size_t b = 0; b < c->n_blocks; b++)
        cost[b] = log(cost[b] / fmax(1.0, values_loops(result, c->workload, blocks[b])));
    c->unit_cost = mem_alloc(c->n_blocks, sizeof *c->unit_cost);
    compare_units(result, blocks, cost, c->n_blocks, c->unit_cost, id);
    for (size_t i = 0; i < c->n_units; i++)
        c->unit_cost[i] = exp(c->unit_cost[i]);
    free(id);
    free(cost);
}

static void compare_by_blocks(WorkloadComparison *c, const Comparison *whole, View view)
{
    const Result *result = whole->result;
    const Block **blocks;
    c->n_blocks = values_counting_blocks(c->workload, view, &blocks);
    c->d = values_series(blocks, c->n_blocks, view, compare_block);
    c->u = mem_alloc(c->n_blocks, sizeof *c->u);
    c->unit_id = mem_alloc(c->n_blocks, sizeof *c->unit_id);
    c->estimate = compare_estimate_metric(result, blocks, c->n_blocks, view, whole->alpha);
    if (result->n_hosts > 1) {
        c->per_host = compare_estimate_hosts(result, blocks, c->n_blocks, view, whole->alpha);
        c->hosts = hosts_estimate(c->per_host, result->n_hosts, whole->alpha);
        if (whole->shared_layouts)
            hosts_take_interval(&c->hosts, c->estimate.se, c->estimate.low, c->estimate.high);
    } else {
        c->n_units = compare_units(result, blocks, c->d, c->n_blocks, c->u, c->unit_id);
        add_unit_costs(c, result, blocks, view);
    }
    if (c->n_blocks > 0) {
        add_noise(c, result, blocks, c->n_blocks, view);
        if (c->workload->design == DESIGN_A_THEN_B)
            estimate_descriptively(c);
        else
            add_diagnostics(c, blocks, c->n_blocks, view);
        add_tests(c, whole);
        c->grade = grade_of(c, whole->scope);
    }
    free(blocks);
}

/* A count that is sometimes zero has no log-ratio, and the blocks without zeros would be a biased choice. */
static bool is_sparse(const WorkloadResult *workload, View view)
{
    for (size_t b = 0; b < workload->n_blocks; b++)
        if (values_block_is_sparse(&workload->blocks[b], view))
            return true;
    return false;
}

static void show_means(WorkloadComparison *c)
{
    for (int arm = SIDE_A; arm <= SIDE_B; arm++)
        c->per_call[arm] = c->counters[c->metric - METRIC_EVENT].per_call[arm];
}

static void estimate_times(WorkloadComparison *c, const Comparison *whole)
{
    for (Metric m = METRIC_CPU; m <= METRIC_WALL; m++) {
        const View view = {whole->side, m, whole->base};
        const Block **blocks;
        size_t n = values_counting_blocks(c->workload, view, &blocks);
        c->by_metric[m] = compare_estimate_metric(whole->result, blocks, n, view, whole->alpha);
        free(blocks);
    }
}

static void compare_workload(WorkloadComparison *c, const Comparison *whole, const WorkloadResult *workload)
{
    const View view = {whole->side, whole->metric, whole->base};
    *c = empty_comparison(workload, whole->metric);
    for (size_t b = 0; b < workload->n_blocks; b++)
        c->n_void += workload->blocks[b].void_reason != NULL;
    compare_add_exact(c, whole->base, whole->side);
    if (workload->design != DESIGN_A_THEN_B)
        estimate_times(c, whole);
    c->counters = mem_alloc(whole->result->n_events, sizeof *c->counters);
    for (size_t e = 0; e < whole->result->n_events; e++)
        c->counters[e] = compare_counter(whole->result, c, e, view);
    if (whole->metric >= METRIC_EXACT)
        compare_exactly(c, whole->metric_name);
    else if ((c->sparse = is_sparse(workload, view)))
        show_means(c);
    else
        compare_by_blocks(c, whole, view);
    c->verdict = judge(c, view, whole->margin);
}

const SideInfo *compare_side(const Comparison *comparison, int arm)
{
    return &comparison->result->sides[arm == SIDE_A ? comparison->base : comparison->side];
}

bool compare_is_same_binary(const Comparison *comparison)
{
    const char *a = facts_text(&compare_side(comparison, SIDE_A)->facts, "sha256", "");
    const char *b = facts_text(&compare_side(comparison, SIDE_B)->facts, "sha256", "?");
    return strcmp(a, b) == 0;
}

Comparison compare_result(const Result *result, size_t side, Metric metric)
{
    return compare_sides(result, 0, side, metric);
}

Comparison compare_sides(const Result *result, size_t base, size_t side, Metric metric)
{
    unsigned layouts = result->settings.layouts;
    Comparison whole = {
        .result = result,
        .base = base,
        .side = side,
        .metric = metric,
        .metric_name = compare_metric_new_name(result, metric),
        .scope = layouts < 2                        ? SCOPE_SINGLE_BUILD
                 : layouts < LAYOUTS_RANDOMISED_MIN ? SCOPE_FEW_LAYOUTS
                                                    : SCOPE_LAYOUT_RANDOMISED,
        .alpha = compare_alpha(result),
        .margin = REGRESSION_MARGIN,
        .workloads = mem_alloc(result->n_workloads, sizeof *whole.workloads),
        .n_workloads = result->n_workloads,
        .shared_layouts = compare_hosts_share_layouts(result),
        .incomplete = result->state != RUN_STATE_COMPLETE,
    };
    for (size_t w = 0; w < result->n_workloads; w++)
        compare_workload(&whole.workloads[w], &whole, &result->workloads[w]);
    compare_adjust_for_family(&whole);
    compare_suite(&whole);
    return whole;
}

void compare_free(Comparison *comparison)
{
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        free(comparison->workloads[w].d);
        free(comparison->workloads[w].u);
        free(comparison->workloads[w].unit_id);
        free(comparison->workloads[w].unit_cost);
        free(comparison->workloads[w].per_host);
        free(comparison->workloads[w].counters);
        free(comparison->workloads[w].exact);
    }
    free(comparison->workloads);
    free(comparison->suite_members);
    free(comparison->per_host);
    free(comparison->metric_name);
    *comparison = (Comparison){0};
}
