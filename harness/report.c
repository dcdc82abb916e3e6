#include "report.h"

#include "mem.h"
#include "plot.h"
#include "wording.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t count_verdict(const Comparison *comparison, Verdict verdict)
{
    size_t count = 0;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        count += comparison->workloads[w].verdict == verdict && !comparison->workloads[w].workload->control;
    return count;
}

/* The workloads that the verdict is about: all but the controls. */
static size_t count_claims(const Comparison *comparison)
{
    size_t count = 0;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        count += !comparison->workloads[w].workload->control;
    return count;
}

static void add_count(Text *text, size_t count, const char *word, const char **separator)
{
    if (count == 0)
        return;
    text_add(text, "%s%zu %s", *separator, count, word);
    *separator = ", ";
}

static void add_counts(Text *text, const Comparison *comparison)
{
    const char *separator = "";
    add_count(text, count_verdict(comparison, VERDICT_FASTER), "faster", &separator);
    add_count(text, count_verdict(comparison, VERDICT_SLOWER), "slower", &separator);
    add_count(text, count_verdict(comparison, VERDICT_EQUIVALENT), "the same", &separator);
    add_count(text, count_verdict(comparison, VERDICT_INCONCLUSIVE), "undecided", &separator);
    add_count(text, count_verdict(comparison, VERDICT_DESCRIPTIVE), "descriptive", &separator);
    add_count(text, count_verdict(comparison, VERDICT_TOO_FEW), "with too few blocks", &separator);
    add_count(text, count_verdict(comparison, VERDICT_FAILED), "failed", &separator);
}

void report_verdict(Text *text, const Comparison *comparison)
{
    const SuiteEstimate *suite = &comparison->suite;
    const char *a = compare_side(comparison, SIDE_A)->name;
    const char *b = compare_side(comparison, SIDE_B)->name;
    double point = stats_pct(suite->geomean);
    if (suite->n_workloads == 0) {
        text_add(text, "Nothing can be said about %s against %s: no workload was measured on both sides.", b, a);
        return;
    }
    bool has_interval = isfinite(suite->low) && isfinite(suite->high);
    if (comparison->descriptive || !has_interval)
        text_add(text, "%s took %.3f times as long as %s on average", b, exp(-suite->geomean), a);
    else if (suite->low > 0.0)
        text_add(text, "%s is %.1f%% faster than %s on average", b, point, a);
    else if (suite->high < 0.0)
        text_add(text, "%s is slower than %s on average: a speedup of %.1f%%", b, a, point);
    else
        text_add(text, "No difference between %s and %s was found on average", b, a);
    if (has_interval)
        text_add(text, " (95%% interval of the speedup %.1f%% to %.1f%%)", stats_pct(suite->low),
                 stats_pct(suite->high));
    text_add(text, "; of %zu workload%s ", count_claims(comparison), count_claims(comparison) == 1 ? "" : "s");
    add_counts(text, comparison);
    text_add(text, ".");
}

void report_grouped(Text *text, double number)
{
    char digits[64];
    int length = snprintf(digits, sizeof digits, "%.0f", fabs(number));
    if (number < 0.0)
        text_add(text, "-");
    for (int i = 0; i < length; i++)
        text_add(text, "%s%c", i > 0 && (length - i) % 3 == 0 ? "\xc2\xa0" : "", digits[i]);
}

void report_change(Text *text, double a, double b)
{
    if (!isfinite(a) || !isfinite(b))
        text_add(text, "\xe2\x80\x93");
    else if (a > 0.0)
        text_add(text, "%+.2f%%", 100.0 * (b / a - 1.0));
    else
        text_add(text, b > 0.0 ? "from 0" : "0");
}

bool report_has_counters(const Comparison *comparison)
{
    bool available = false;
    bool counted = false;
    for (size_t e = 0; e < comparison->result->n_events; e++)
        available = available || comparison->result->events[e].available;
    for (size_t w = 0; w < comparison->n_workloads; w++)
        counted = counted ||
                  (comparison->workloads[w].verdict != VERDICT_FAILED && comparison->workloads[w].counters != NULL);
    return available && counted;
}

bool report_has_exact(const Comparison *comparison)
{
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (comparison->workloads[w].n_exact > 0)
            return true;
    return false;
}

double report_exact(const WorkloadComparison *c, int arm, const char *name)
{
    for (size_t i = 0; i < c->n_exact; i++)
        if (strcmp(c->exact[i].name, name) == 0)
            return c->exact[i].value[arm];
    return NAN;
}

bool report_evidence(Text *text, const Comparison *comparison)
{
    double calls = 0.0;
    double made[2] = {0.0, 0.0};
    size_t workloads = 0;
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        double pushes = report_exact(c, SIDE_A, "pushes");
        double a = report_exact(c, SIDE_A, "frameobjs_made");
        double b = report_exact(c, SIDE_B, "frameobjs_made");
        if (!isfinite(pushes) || !isfinite(a) || !isfinite(b))
            continue;
        calls += pushes;
        made[SIDE_A] += a;
        made[SIDE_B] += b;
        workloads++;
    }
    if (workloads == 0)
        return false;
    report_grouped(text, calls);
    text_add(text, " calls, ");
    report_grouped(text, made[SIDE_B]);
    text_add(text, " FrameObjects instead of ");
    report_grouped(text, made[SIDE_A]);
    text_add(text, " (one run of each of %zu workload%s, counted by the stats builds, which are never timed)",
             workloads, workloads == 1 ? "" : "s");
    return true;
}

/* ---- the command that does it again ---- */

static void add_side(Text *text, const char *option, const SideInfo *side)
{
    Text value = {0};
    text_add(&value, "%s=", side->name);
    for (size_t i = 0; side->argv[i] != NULL; i++) {
        text_add(&value, "%s", i > 0 ? " " : "");
        text_add_word(&value, side->argv[i]);
    }
    text_add(text, " %s ", option);
    text_add_word(text, text_string(&value));
    text_free(&value);
}

void report_command(Text *text, const Result *result)
{
    const Settings *settings = &result->settings;
    text_add(text, "framebench run");
    if (result->command != NULL) {
        text_add(text, "%s", result->command);
        if (strstr(result->command, " --seed") == NULL)
            text_add(text, " --seed %llu", (unsigned long long)settings->seed);
        return;
    }
    for (size_t s = 0; s < result->n_sides; s++)
        add_side(text, s == 0 ? "--a" : s == 1 ? "--b" : "--side", &result->sides[s]);
    text_add(text, " --seed %llu", (unsigned long long)settings->seed);
    if (settings->rounds > 0)
        text_add(text, " --rounds %u", settings->rounds);
    else if (settings->budget_s > 0.0)
        text_add(text, " --budget %.0fs", settings->budget_s);
    text_add(text, " --values %u --value-ms %g --warmups %u --target %g", settings->values, settings->value_ms,
             settings->warmups, settings->target_half_width_pct);
    if (settings->layouts > 1)
        text_add(text, " --layouts %u", settings->layouts);
}

/* ---- how it was measured ---- */

static size_t count_blocks(const Result *result, bool only_void)
{
    size_t blocks = 0;
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t b = 0; b < result->workloads[w].n_blocks; b++)
            blocks += !only_void || result->workloads[w].blocks[b].void_reason != NULL;
    return blocks;
}

bool report_method(Text *text, const Report *report, size_t index)
{
    const Result *result = report->result;
    const Settings *settings = &result->settings;
    const Facts *machine = result_machine(result);
    switch (index) {
    case 0:
        text_add(text, "Measured on %.10s in %.0f s on %s (%s, kernel %s), commit %s.", result->created,
                 result->duration_s, facts_text(machine, "host", "an unknown host"),
                 facts_text(machine, "cpu_model", "unknown CPU"), facts_text(machine, "kernel", "unknown"),
                 result->commit);
        return true;
    case 1:
        if (result->imported_from != NULL)
            text_add(text, "Imported from %s: what is not in its files is not known.", result->imported_from);
        else
            text_add(text,
                     "In a block one process of each side is alive on the same CPU and their values take turns, in a "
                     "random, "
                     "balanced order: %zu blocks, %zu of them void; %u values of %g ms per process and block after %u "
                     "warm-up%s.",
                     count_blocks(result, false), count_blocks(result, true), settings->values, settings->value_ms,
                     settings->warmups, settings->warmups == 1 ? "" : "s");
        return true;
    case 2:
        if (settings->layouts > 1)
            text_add(text,
                     "The builds were linked %u times each in random orders, and runs average over these layouts.",
                     settings->layouts);
        else
            text_add(text, "Each side is a single build: luck of code placement is in every row.");
        return true;
    case 3:
        wording_sureness(text, &report->comparisons[0]);
        return true;
    default:
        return false;
    }
}
