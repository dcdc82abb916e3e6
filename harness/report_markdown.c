/* The report as Markdown for a pull-request comment: verdict and table first, the rest folded. */
#include "report.h"

#include "escape.h"
#include "mem.h"
#include "table.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void add_escaped(Text *text, Text *plain)
{
    escape_markdown(text, text_string(plain));
    text_free(plain);
}

static void start_details(Text *text, const char *summary)
{
    text_add(text, "\n<details><summary>%s</summary>\n\n", summary);
}

static void end_details(Text *text)
{
    text_add(text, "\n</details>\n");
}

static void add_pictures(Text *text, const Report *report, const PlotOutcomes *plots)
{
    if (report->gnuplot_missing) {
        text_add(text, "\ngnuplot is not installed where this report was made, so there are no pictures.\n");
        return;
    }
    for (size_t i = 0; i < plots->count; i++) {
        const PlotOutcome *outcome = &plots->items[i];
        if (!outcome->drawn)
            continue;
        bool is_first = strcmp(outcome->name, "forest") == 0;
        if (!is_first)
            start_details(text, outcome->name);
        text_add(text, "\n![");
        escape_markdown(text, outcome->alt);
        text_add(text, "](");
        escape_url(text, plots->base);
        text_add(text, "-%s.png)\n", outcome->name);
        if (!is_first)
            end_details(text);
    }
}

/* A fence longer than any run of backticks in it, so that nothing in it can end it. */
static void add_code(Text *text, const char *code)
{
    size_t longest = 2;
    for (const char *at = code; *at != '\0'; at++) {
        size_t run = strspn(at, "`");
        longest = run > longest ? run : longest;
        at += run > 0 ? run - 1 : 0;
    }
    Text fence = {0};
    for (size_t i = 0; i <= longest; i++)
        text_add(&fence, "`");
    text_add(text, "%s\n", text_string(&fence));
    char *shown = mem_copy_text(code);
    escape_controls(shown);
    text_add(text, "%s\n%s\n", shown, text_string(&fence));
    free(shown);
    text_free(&fence);
}

static void add_heading_cell(Text *text, const char *mark, const char *name)
{
    text_add(text, "%s", mark);
    escape_markdown(text, name);
    text_add(text, " |");
}

static void add_change_cell(Text *text, double a, double b)
{
    text_add(text, " ");
    report_change(text, a, b);
    text_add(text, " |");
}

/* The events that were counted and the exact counts, as changes from the baseline; exact ones are marked =. */
static void add_counts(Text *text, const Comparison *comparison)
{
    const Result *result = comparison->result;
    bool has_counters = report_has_counters(comparison);
    size_t n_exact = report_has_exact(comparison) ? compare_exact_count(result) : 0;
    size_t columns = 0;
    if (!has_counters && n_exact == 0)
        return;
    start_details(text, "counters, as changes per call; = marks exact counts");
    text_add(text, "| workload |");
    for (size_t e = 0; has_counters && e < result->n_events; e++)
        if (result->events[e].available) {
            add_heading_cell(text, " ", result->events[e].name);
            columns++;
        }
    for (size_t i = 0; i < n_exact; i++, columns++)
        add_heading_cell(text, " =", compare_exact_name(result, i));
    text_add(text, "\n|---|");
    for (size_t i = 0; i < columns; i++)
        text_add(text, "--:|");
    text_add(text, "\n");
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (c->verdict == VERDICT_FAILED)
            continue;
        text_add(text, "| ");
        escape_markdown(text, c->workload->name);
        text_add(text, " |");
        for (size_t e = 0; has_counters && e < result->n_events; e++)
            if (result->events[e].available)
                add_change_cell(text, c->counters != NULL ? c->counters[e].per_call[SIDE_A] : NAN,
                                c->counters != NULL ? c->counters[e].per_call[SIDE_B] : NAN);
        for (size_t i = 0; i < n_exact; i++)
            add_change_cell(text, report_exact(c, SIDE_A, compare_exact_name(result, i)),
                            report_exact(c, SIDE_B, compare_exact_name(result, i)));
        text_add(text, "\n");
    }
    end_details(text);
}

static void add_builds(Text *text, const Result *result)
{
    text_add(text, "\nSources: commit ");
    escape_markdown(text, result->commit);
    text_add(text, ". Builds:\n\n");
    for (size_t s = 0; s < result->n_sides; s++) {
        const Facts *facts = &result->sides[s].facts;
        text_add(text, "- ");
        escape_markdown(text, result->sides[s].name);
        text_add(text, ": build id ");
        escape_markdown(text, facts_text(facts, "build_id", "unknown"));
        text_add(text, ", ");
        escape_markdown(text, facts_text(facts, "compiler", "compiler unknown"));
        text_add(text, " ");
        escape_markdown(text, facts_text(facts, "flags", ""));
        text_add(text, "\n");
    }
}

static void add_doctor(Text *text, const Result *result)
{
    for (size_t h = 0; h < result->n_hosts; h++)
        for (size_t f = 0; f < result->hosts[h].n_findings; f++) {
            const Finding *finding = &result->hosts[h].findings[f];
            if (finding->status == FINDING_GOOD)
                continue;
            text_add(text, "- **");
            escape_markdown(text, finding->check);
            text_add(text, "** (%s): ", result_finding_name(finding->status));
            escape_markdown(text, finding->value != NULL ? finding->value : "not known");
            text_add(text, ". ");
            escape_markdown(text, finding->effect != NULL ? finding->effect : "");
            text_add(text, finding->remedy != NULL ? ". Remedy: " : "");
            escape_markdown(text, finding->remedy != NULL ? finding->remedy : "");
            text_add(text, "\n");
        }
}

void report_markdown(Text *text, const Report *report)
{
    Text plain = {0};
    for (size_t i = 0; i < report->count; i++) {
        const Comparison *comparison = &report->comparisons[i];
        text_add(text, "%s## ", i == 0 ? "" : "\n");
        escape_markdown(text, compare_side(comparison, SIDE_B)->name);
        text_add(text, " against ");
        escape_markdown(text, compare_side(comparison, SIDE_A)->name);
        text_add(text, "\n\n**");
        report_verdict(&plain, comparison);
        add_escaped(text, &plain);
        text_add(text, "**\n\n");
        if (report_evidence(&plain, comparison)) {
            add_escaped(text, &plain);
            text_add(text, "\n\n");
        }
        table_markdown(text, comparison);
        add_pictures(text, report, &report->plots[i]);
        add_counts(text, comparison);
    }
    start_details(text, "how it was measured, and what may disturb it");
    for (size_t i = 0; report_method(&plain, report, i); i++) {
        add_escaped(text, &plain);
        text_add(text, "\n\n");
    }
    text_free(&plain);
    add_doctor(text, report->result);
    end_details(text);
    start_details(text, "do it again");
    report_command(&plain, report->result);
    add_code(text, text_string(&plain));
    text_free(&plain);
    add_builds(text, report->result);
    end_details(text);
}
