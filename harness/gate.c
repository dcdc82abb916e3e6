#include "gate.h"

#include "distribution.h"
#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *gate_verdict_name(GateVerdict verdict)
{
    static const char *const names[] = {
        [GATE_REGRESSION] = "regression", [GATE_IMPROVEMENT] = "improvement",   [GATE_EQUIVALENT] = "equivalent",
        [GATE_NOT_WORSE] = "not_worse",   [GATE_INCONCLUSIVE] = "inconclusive", [GATE_UNDERPOWERED] = "underpowered",
        [GATE_FAILED] = "failed",
    };
    return names[verdict];
}

/* ---- margins ---- */

/* Luck of code placement needs two placements: the same binary on both sides has none, nor have exact counts, nor does
 * it change how many instructions run. */
static bool has_layout_luck(const Comparison *comparison)
{
    return comparison->scope == SCOPE_SINGLE_BUILD && comparison->metric < METRIC_EXACT &&
           strstr(comparison->metric_name, "instructions") == NULL && !compare_is_same_binary(comparison);
}

/* What luck may do to the worst of n workloads: sqrt2 s_L z, 3.96 s_L for twenty at alpha .05. */
static double margin_with_luck(double margin, double alpha, double n)
{
    double z = distribution_normal_quantile(pow(1.0 - alpha, 1.0 / n));
    return fmax(margin, M_SQRT2 * STATS_LAYOUT_SD_ASSUMED * z);
}

/* ---- workloads ---- */

static bool is_tested(const WorkloadComparison *c)
{
    return c->verdict != VERDICT_FAILED && c->estimate.method != CI_METHOD_NONE;
}

/* The smallest p that n units can give is 2^-n; if Holm could not reject even that, nothing can be found. */
static bool is_underpowered(const WorkloadComparison *c, double alpha, size_t family)
{
    if (c->estimate.method == CI_METHOD_EXACT)
        return false;
    if (c->estimate.n < STATS_RANK_MIN_N)
        return true;
    return c->n_units > 0 && pow(0.5, (double)c->n_units) * (double)family > alpha;
}

static GateVerdict judge_estimate(const Estimate *e, double margin, double p_regress, double p_improve, double alpha)
{
    if (p_regress <= alpha)
        return GATE_REGRESSION;
    if (p_improve <= alpha)
        return GATE_IMPROVEMENT;
    if (e->low < -log1p(margin))
        return GATE_INCONCLUSIVE;
    return e->high <= log1p(margin) ? GATE_EQUIVALENT : GATE_NOT_WORSE;
}

static void adjust(const double *p, const bool *tested, size_t n, double *adjusted)
{
    double *family = mem_alloc(n, sizeof *family);
    double *holm = mem_alloc(n, sizeof *holm);
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (tested[i])
            family[count++] = p[i];
    stats_holm(family, count, holm);
    count = 0;
    for (size_t i = 0; i < n; i++)
        adjusted[i] = tested[i] ? holm[count++] : NAN;
    free(holm);
    free(family);
}

static void judge_workloads(GateReport *report, double margin)
{
    const Comparison *comparison = report->comparison;
    size_t n = comparison->n_workloads;
    double *p[2] = {mem_alloc(n, sizeof *p[0]), mem_alloc(n, sizeof *p[1])};
    double *adjusted[2] = {mem_alloc(n, sizeof *p[0]), mem_alloc(n, sizeof *p[1])};
    bool *tested = mem_alloc(n, sizeof *tested);
    size_t family = 0;
    for (size_t w = 0; w < n; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        p[0][w] = compare_p_below(c, -log1p(margin));
        p[1][w] = compare_p_above(c, log1p(margin));
        tested[w] = is_tested(c) && isfinite(p[0][w]);
        family += tested[w];
    }
    adjust(p[0], tested, n, adjusted[0]);
    adjust(p[1], tested, n, adjusted[1]);
    for (size_t w = 0; w < n; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        GateRow *row = &report->rows[w];
        *row = (GateRow){.workload = c,
                         .estimate = c->estimate,
                         .p = adjusted[0][w],
                         .margin = margin,
                         .mde_pct = stats_mde_family_pct(&c->estimate, family, margin)};
        if (!is_tested(c))
            row->verdict = GATE_FAILED;
        else if (is_underpowered(c, comparison->alpha, family))
            row->verdict = GATE_UNDERPOWERED;
        else if (c->verdict == VERDICT_INCONCLUSIVE &&
                 (c->flags & (1u << FLAG_METRIC_DISAGREEMENT | 1u << FLAG_HOST_DEPENDENT)) != 0)
            row->verdict = GATE_INCONCLUSIVE;
        else
            row->verdict = judge_estimate(&c->estimate, margin, adjusted[0][w], adjusted[1][w], comparison->alpha);
    }
    for (int i = 0; i < 2; i++) {
        free(p[i]);
        free(adjusted[i]);
    }
    free(tested);
}

/* ---- the geometric mean ---- */

static GateRow judge_suite(const Comparison *comparison, double margin)
{
    const SuiteEstimate *suite = &comparison->suite;
    GateRow row = {.verdict = GATE_FAILED, .margin = margin, .p = NAN, .mde_pct = comparison->suite_mde_pct};
    row.estimate = (Estimate){.n = suite->n_units,
                              .point = suite->geomean,
                              .low = suite->low,
                              .high = suite->high,
                              .se = suite->se,
                              .method = comparison->metric >= METRIC_EXACT ? CI_METHOD_EXACT : CI_METHOD_STUDENT_T};
    if (suite->n_workloads == 0)
        return row;
    bool exact = comparison->metric >= METRIC_EXACT || !(suite->se > 0.0);
    if (comparison->metric < METRIC_EXACT && suite->n_units < STATS_RANK_MIN_N) {
        row.verdict = GATE_UNDERPOWERED;
        return row;
    }
    double df = (double)suite->n_units - 1.0;
    double slower = suite->geomean + log1p(margin);
    double faster = suite->geomean - log1p(margin);
    double p_improve = exact ? (faster > 0.0 ? 0.0 : 1.0) : 1.0 - distribution_t_cdf(faster / suite->se, df);
    row.p = exact ? (slower < 0.0 ? 0.0 : 1.0) : distribution_t_cdf(slower / suite->se, df);
    row.verdict = judge_estimate(&row.estimate, margin, row.p, p_improve, comparison->alpha);
    return row;
}

/* ---- the report ---- */

GateReport gate_judge(const Comparison *comparison, double margin, double suite_margin)
{
    GateReport report = {.comparison = comparison, .margin = margin, .n_rows = comparison->n_workloads};
    double used = margin;
    if (has_layout_luck(comparison)) {
        report.widened = true;
        used = margin_with_luck(margin, comparison->alpha, fmax(1.0, (double)comparison->n_workloads));
        /* One placement is shared by all workloads, so that averaging them does not help. */
        suite_margin = margin_with_luck(suite_margin, comparison->alpha, 1.0);
    }
    report.rows = mem_alloc(report.n_rows, sizeof *report.rows);
    judge_workloads(&report, used);
    report.suite = judge_suite(comparison, suite_margin);
    return report;
}

void gate_free(GateReport *report)
{
    free(report->rows);
    *report = (GateReport){0};
}

size_t gate_count(const GateReport *report, GateVerdict verdict)
{
    size_t count = report->suite.verdict == verdict;
    for (size_t i = 0; i < report->n_rows; i++)
        count += report->rows[i].verdict == verdict;
    return count;
}

int gate_exit_status(const GateReport *reports, size_t n, bool strict)
{
    size_t counts[GATE_FAILED + 1] = {0};
    bool incomplete = false;
    for (size_t i = 0; i < n; i++) {
        for (int v = 0; v <= GATE_FAILED; v++)
            counts[v] += gate_count(&reports[i], (GateVerdict)v);
        incomplete = incomplete || reports[i].comparison->incomplete;
    }
    if (counts[GATE_REGRESSION] > 0)
        return 1;
    if (counts[GATE_FAILED] > 0 || incomplete)
        return 2;
    return strict && counts[GATE_INCONCLUSIVE] + counts[GATE_UNDERPOWERED] > 0 ? 3 : 0;
}
