#include "wording.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>

void wording_time(Text *text, double ns)
{
    static const char *const units[] = {"ns", "µs", "ms", "s"};
    int unit = 0;
    if (!isfinite(ns)) {
        text_add(text, "-");
        return;
    }
    while (unit < 3 && ns >= 999.5) {
        ns /= 1000.0;
        unit++;
    }
    text_add(text, "%.*f %s", ns >= 99.95 ? 0 : ns >= 9.995 ? 1 : 2, ns, units[unit]);
}

void wording_count(Text *text, double count)
{
    static const char *const units[] = {"", " k", " M", " G", " T"};
    int unit = 0;
    if (!isfinite(count)) {
        text_add(text, "-");
        return;
    }
    if (count == floor(count) && fabs(count) < 9999.5) {
        text_add(text, "%.0f", count);
        return;
    }
    while (unit < 4 && fabs(count) >= 999.95) {
        count /= 1000.0;
        unit++;
    }
    text_add(text, "%.*f%s", fabs(count) >= 99.995 ? 1 : fabs(count) >= 9.9995 ? 2 : 3, count, units[unit]);
}

void wording_value(Text *text, double value, Metric metric)
{
    if (compare_is_count(metric))
        wording_count(text, value);
    else
        wording_time(text, value);
}

void wording_metric(Text *text, const Comparison *comparison)
{
    text_add(text, "%s%s", comparison->metric_name, compare_is_count(comparison->metric) ? "" : " time");
}

void wording_change(Text *text, double log_ratio)
{
    if (isfinite(log_ratio))
        text_add(text, "%+.2f%%", log_ratio == 0.0 ? 0.0 : stats_pct(-log_ratio));
    else
        text_add(text, "-");
}

void wording_change_interval(Text *text, const Estimate *estimate)
{
    if (estimate->method == CI_METHOD_EXACT)
        text_add(text, "exact");
    else if (isfinite(estimate->low) && isfinite(estimate->high))
        text_add(text, "[%+.2f, %+.2f]", stats_pct(-estimate->high), stats_pct(-estimate->low));
    else
        text_add(text, "-");
}

/* Three decimals, fewer where the number is large, so that a column keeps its width; the end of an interval from two
 * blocks can lie beyond any width. */
static void add_factor(Text *text, double factor)
{
    if (factor >= 99999.5 || factor < 0.00095)
        text_add(text, "%.1e", factor);
    else
        text_add(text, "%.*f", factor >= 99.95 ? 1 : factor >= 9.995 ? 2 : factor >= 0.09995 ? 3 : 4, factor);
}

void wording_speedup(Text *text, double log_ratio)
{
    if (isfinite(log_ratio))
        add_factor(text, exp(log_ratio));
    else
        text_add(text, "-");
}

void wording_interval(Text *text, double low, double high)
{
    if (!isfinite(low) || !isfinite(high)) {
        text_add(text, "-");
        return;
    }
    text_add(text, "[");
    add_factor(text, exp(low));
    text_add(text, ", ");
    add_factor(text, exp(high));
    text_add(text, "]");
}

/* Inconclusive not for want of precision, but because two clocks, or two machines, contradict each other. */
static bool metrics_disagree(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_INCONCLUSIVE &&
           (c->flags & (1u << FLAG_METRIC_DISAGREEMENT | 1u << FLAG_HOST_DEPENDENT)) != 0;
}

static bool is_undetected(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_INCONCLUSIVE && !metrics_disagree(c);
}

const char *wording_verdict(const WorkloadComparison *c)
{
    static const char *const words[] = {
        [VERDICT_FASTER] = "faster",  [VERDICT_SLOWER] = "slower", [VERDICT_EQUIVALENT] = "same",
        [VERDICT_INCONCLUSIVE] = "~", [VERDICT_TOO_FEW] = "few",   [VERDICT_DESCRIPTIVE] = "descr.",
        [VERDICT_FAILED] = "failed",
    };
    if (compare_is_count(c->metric) && c->verdict <= VERDICT_SLOWER)
        return c->verdict == VERDICT_FASTER ? "fewer" : "more";
    return metrics_disagree(c) ? "?" : words[c->verdict];
}

const char *wording_flag(Flag flag)
{
    static const char *const clauses[] = {
        [FLAG_ORDER_EFFECT] = "going first or second changes the time; the balanced order cancels it",
        [FLAG_ARM_TREND] = "the two sides warm up differently; raise --warmups",
        [FLAG_AUTOCORRELATED] = "neighbouring blocks resemble each other; the interval may be too narrow",
        [FLAG_METRIC_DISAGREEMENT] = "? CPU time and wall time disagree; no verdict",
        [FLAG_SKEWED] = "the blocks are skewed; mean and centre differ",
        [FLAG_DEGENERATE] = "the values do not vary; the interval is the resolution of the clock",
        [FLAG_MULTIPLEXED] = "the kernel shared the counters out; their counts are scaled; ask for fewer --events",
        [FLAG_VOIDED_BLOCKS] = "some blocks were void and not used",
        [FLAG_DISTURBED_BLOCKS] = "some blocks were disturbed (stolen time, a move to another CPU, …); they count",
        [FLAG_LAYOUT_LIMITED] = "more blocks would not narrow it, because layouts differ; link more: make layouts K=…",
        [FLAG_HOST_DEPENDENT] = "? machines surely disagree about which side is faster; no headline",
    };
    return clauses[flag];
}

/* "31% [28, 33]" or "7.0% [6.7, 7.3]": as many decimals as the width of the interval deserves. */
static void add_pct(Text *text, double point, double low, double high)
{
    bool has_interval = isfinite(low) && isfinite(high);
    double width = has_interval ? stats_pct(high) - stats_pct(low) : fabs(stats_pct(point));
    int places = width < 4.0 ? 1 : 0;
    text_add(text, "%.*f%%", places, stats_pct(point));
    if (has_interval)
        text_add(text, stats_pct(high) < 1e6 ? " [%.*f, %.*f]" : " [%.*f, %.*e]", places, stats_pct(low), places,
                 stats_pct(high));
}

/* "best -11.5% (fib), mean -7.2%": counts, where less is better, as changes. */
static void close_counts(Text *text, const Comparison *comparison, const char *best)
{
    const SuiteEstimate *suite = &comparison->suite;
    const Estimate mean = {.low = suite->low,
                           .high = suite->high,
                           .method = comparison->metric >= METRIC_EXACT ? CI_METHOD_EXACT : CI_METHOD_STUDENT_T};
    wording_metric(text, comparison);
    text_add(text, " of %s against %s: most saved ", compare_side(comparison, SIDE_B)->name,
             compare_side(comparison, SIDE_A)->name);
    wording_change(text, suite->max);
    text_add(text, " (%s), geomean ", best);
    wording_change(text, suite->geomean);
    text_add(text, " ");
    wording_change_interval(text, &mean);
}

void wording_closing(Text *text, const Comparison *comparison)
{
    const SuiteEstimate *suite = &comparison->suite;
    if (suite->n_workloads == 0) {
        text_add(text, "no geometric mean: no workload was measured on both sides");
        return;
    }
    const char *best = comparison->workloads[comparison->suite_members[suite->max_index]].workload->name;
    if (compare_is_count(comparison->metric)) {
        close_counts(text, comparison, best);
    } else {
        text_add(text, "max ");
        add_pct(text, suite->max, suite->max_low, suite->max_high);
        text_add(text, " (%s), geomean ", best);
        add_pct(text, suite->geomean, suite->low, suite->high);
    }
    text_add(text, " (%zu workload%s, %s%s)", suite->n_workloads, suite->n_workloads == 1 ? "" : "s",
             comparison->descriptive ? "descriptive only" : compare_scope_name(comparison->scope),
             comparison->incomplete ? ", incomplete" : "");
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The smallest detectable effects of the suite's workloads, sorted; the caller frees. */
static double *sorted_mde(const Comparison *comparison, size_t *n)
{
    double *mde = mem_alloc(comparison->suite.n_workloads, sizeof *mde);
    *n = 0;
    for (size_t i = 0; i < comparison->suite.n_workloads; i++) {
        double pct = comparison->workloads[comparison->suite_members[i]].mde_pct;
        if (isfinite(pct))
            mde[(*n)++] = pct;
    }
    qsort(mde, *n, sizeof *mde, compare_numbers);
    return mde;
}

void wording_sureness(Text *text, const Comparison *comparison)
{
    if (comparison->metric >= METRIC_EXACT) {
        text_add(text, "exact counts: any difference is one, and there are no intervals");
        return;
    }
    if (comparison->descriptive) {
        text_add(text, "ratios of medians; nothing is claimed about them, because the sides were not interleaved: what "
                       "changed meanwhile on the machine is in them, too");
        return;
    }
    size_t n;
    double *mde = sorted_mde(comparison, &n);
    bool by_host = comparison->hosts.n > 0 && !comparison->shared_layouts;
    const char *unit = by_host ? "hosts" : comparison->result->settings.layouts >= 2 ? "layouts" : "rounds";
    text_add(text, "95%% intervals (alpha %.2f%s; signed-rank per workload, jackknife over %zu %s)", comparison->alpha,
             comparison->alpha < 0.05 ? ", it stopped by width" : "",
             by_host ? comparison->hosts.n : comparison->suite.n_units, unit);
    if (n > 0) {
        text_add(text, "; a workload's change of %.1f%%", mde[0]);
        if (n > 1)
            text_add(text, " to %.1f%% (median %.1f%%)", mde[n - 1], mde[n / 2]);
        if (isfinite(comparison->suite_mde_pct))
            text_add(text, ", and one of %.1f%% in the mean,", comparison->suite_mde_pct);
        text_add(text, " would have been found 4 times in 5");
    }
    free(mde);
}

/* ---- notes ---- */

static void add_names(Text *text, const Comparison *comparison, unsigned flag_bit)
{
    const char *separator = "";
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if ((comparison->workloads[w].flags & flag_bit) != 0) {
            text_add(text, "%s%s", separator, comparison->workloads[w].workload->name);
            separator = ", ";
        }
}

static bool any_flag(const Comparison *comparison, Flag flag)
{
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if ((comparison->workloads[w].flags & (1u << flag)) != 0)
            return true;
    return false;
}

static size_t count_verdict(const Comparison *comparison, Verdict verdict)
{
    size_t count = 0;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        count += comparison->workloads[w].verdict == verdict;
    return count;
}

static bool any_undetected(const Comparison *comparison)
{
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (is_undetected(&comparison->workloads[w]))
            return true;
    return false;
}

static void note_undetected(Text *text, const Comparison *comparison)
{
    const char *separator = "";
    text_add(text, "~ no change detected; what would have been: ");
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (!is_undetected(c))
            continue;
        text_add(text, "%s%s >= %.1f%%", separator, c->workload->name, c->mde_pct);
        separator = ", ";
    }
}

static void note_failed(Text *text, const Comparison *comparison)
{
    const char *separator = "";
    text_add(text, "failed, and left out of the mean on both sides: ");
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadResult *workload = comparison->workloads[w].workload;
        const char *reason = result_side_error(workload, comparison->side);
        if (comparison->workloads[w].verdict != VERDICT_FAILED)
            continue;
        text_add(text, "%s%s (%s)", separator, workload->name,
                 reason != NULL ? reason : "the run ended before it was measured");
        separator = "; ";
    }
}

static void note_hosts(Text *text, const Comparison *comparison)
{
    const HostsEstimate *hosts = &comparison->hosts;
    text_add(text, "%zu machines or runs%s, unweighted; geomean ", comparison->result->n_hosts,
             comparison->shared_layouts ? ", with binaries in common, so that layouts are the units"
                                        : ", each one unit");
    wording_speedup(text, hosts->least);
    text_add(text, " to ");
    wording_speedup(text, hosts->most);
    text_add(text, " between them; the intervals hold for these");
    if (isfinite(hosts->q_p))
        text_add(text, "; do they agree: p = %.3g, I2 = %.0f%%", hosts->q_p, hosts->i2_pct);
    if (isfinite(hosts->population_low)) {
        text_add(text, "; for machines like these ");
        wording_interval(text, hosts->population_low, hosts->population_high);
    }
}

static bool any_sparse(const Comparison *comparison)
{
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (comparison->workloads[w].sparse)
            return true;
    return false;
}

static bool has_control(const Comparison *comparison)
{
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (comparison->workloads[w].workload->control)
            return true;
    return false;
}

/* What code placement alone is worth. With one block a layout it cannot be told from what else differs between blocks,
 * so that gives an upper bound. */
static void note_layouts(Text *text, const Comparison *comparison)
{
    double *sd = mem_alloc(comparison->n_workloads, sizeof *sd);
    size_t n = 0;
    bool separated = true;
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        bool is_known = isfinite(c->noise.layout);
        if (c->estimate.n < 2 || !isfinite(is_known ? c->noise.layout : c->noise.block))
            continue;
        separated = separated && is_known;
        sd[n++] = is_known ? c->noise.layout : c->noise.block;
    }
    double least = INFINITY;
    double most = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        least = fmin(least, sd[i]);
        most = fmax(most, sd[i]);
    }
    double median = stats_median(sd, n);
    free(sd);
    if (n == 0) {
        text_add(text, "code placement: too few layouts were measured to say what it is worth");
        return;
    }
    text_add(text, "code placement alone moves a speedup by %s%.1f%% (standard deviation over %u layouts",
             separated ? "" : "at most ", 100.0 * median, comparison->result->settings.layouts);
    if (n > 1)
        text_add(text, ", median workload; %.1f%% to %.1f%%", 100.0 * least, 100.0 * most);
    text_add(text, "); the intervals cover it");
}

/* The kinds of notes in the order in which they are shown; flags follow. */
typedef enum NoteKind {
    NOTE_DESCRIPTIVE,
    NOTE_SPARSE,
    NOTE_HOSTS,
    NOTE_CONTROLS,
    NOTE_SCOPE,
    NOTE_LAYOUTS,
    NOTE_UNDETECTED,
    NOTE_TOO_FEW,
    NOTE_FAILED,
    NOTE_INTERRUPTED,
    NOTE_FLAGS,
} NoteKind;

static bool note_applies(const Comparison *comparison, unsigned kind)
{
    switch (kind) {
    case NOTE_DESCRIPTIVE:
        return comparison->descriptive;
    case NOTE_SPARSE:
        return any_sparse(comparison);
    case NOTE_HOSTS:
        return comparison->result->n_hosts > 1;
    case NOTE_CONTROLS:
        return has_control(comparison);
    case NOTE_SCOPE:
        return comparison->metric < METRIC_EXACT && !comparison->descriptive && comparison->suite.n_workloads > 0 &&
               comparison->scope != SCOPE_LAYOUT_RANDOMISED && !compare_is_same_binary(comparison);
    case NOTE_LAYOUTS:
        return comparison->metric < METRIC_EXACT && !comparison->descriptive &&
               comparison->result->settings.layouts > 1 && comparison->result->n_hosts == 1 &&
               comparison->suite.n_workloads > 0;
    case NOTE_UNDETECTED:
        return any_undetected(comparison);
    case NOTE_TOO_FEW:
        return count_verdict(comparison, VERDICT_TOO_FEW) > 0;
    case NOTE_FAILED:
        return count_verdict(comparison, VERDICT_FAILED) > 0;
    case NOTE_INTERRUPTED:
        return comparison->result->state != RUN_STATE_COMPLETE;
    default:
        return any_flag(comparison, (Flag)(kind - NOTE_FLAGS));
    }
}

static void add_note(Text *text, const Comparison *comparison, unsigned kind)
{
    switch (kind) {
    case NOTE_DESCRIPTIVE:
        text_add(text, "descr.: %s%smeasured all of one side and then all of the other; no interval is honest for that",
                 comparison->result->imported_from != NULL ? comparison->result->imported_from : "",
                 comparison->result->imported_from != NULL ? ": " : "");
        break;
    case NOTE_SPARSE:
        text_add(text,
                 "descr.: some values counted 0, which has no ratio; the means are shown, and nothing is claimed");
        break;
    case NOTE_HOSTS:
        note_hosts(text, comparison);
        break;
    case NOTE_CONTROLS:
        text_add(text, "* control: hardly calls at all, should show nothing; not in the geometric mean");
        break;
    case NOTE_SCOPE:
        text_add(text,
                 "%s: the intervals hold for these binaries; placing the same code elsewhere in memory "
                 "may move any row by about +-%.0f%%",
                 compare_scope_name(comparison->scope), 100.0 * M_SQRT2 * 1.96 * STATS_LAYOUT_SD_ASSUMED);
        break;
    case NOTE_LAYOUTS:
        note_layouts(text, comparison);
        break;
    case NOTE_UNDETECTED:
        note_undetected(text, comparison);
        break;
    case NOTE_TOO_FEW:
        text_add(text, "few: fewer than %d blocks carry no verdict; raise --budget or --rounds", STATS_RANK_MIN_N);
        break;
    case NOTE_FAILED:
        note_failed(text, comparison);
        break;
    case NOTE_INTERRUPTED:
        text_add(text, "the run was interrupted; this is what had been measured by then");
        break;
    default:
        add_names(text, comparison, 1u << (kind - NOTE_FLAGS));
        text_add(text, ": %s", wording_flag((Flag)(kind - NOTE_FLAGS)));
    }
}

bool wording_note(Text *text, const Comparison *comparison, size_t index)
{
    for (unsigned kind = 0; kind < NOTE_FLAGS + FLAG_COUNT; kind++) {
        if (!note_applies(comparison, kind))
            continue;
        if (index-- == 0) {
            add_note(text, comparison, kind);
            return true;
        }
    }
    return false;
}
