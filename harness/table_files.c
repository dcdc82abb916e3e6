#include "table_files.h"

#include "mem.h"
#include "table.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- files side by side ---- */

enum { FILES_ABREAST = 4, WIDTH_WORKLOAD = 20, WIDTH_FILE = 14 };

static const WorkloadComparison *find(const Comparison *comparison, const char *name)
{
    for (size_t w = 0; w < comparison->n_workloads; w++)
        if (strcmp(comparison->workloads[w].workload->name, name) == 0)
            return &comparison->workloads[w];
    return NULL;
}

static bool occurs_before(const Comparison *comparisons, size_t i, const char *name)
{
    for (size_t k = 0; k < i; k++)
        if (find(&comparisons[k], name) != NULL)
            return true;
    return false;
}

/* "1.254 ±1.2%", or the change of a count. */
static void add_cell(Text *text, const Comparison *comparison, double point, double half_width)
{
    Text cell = {0};
    if (compare_is_count(comparison->metric))
        wording_change(&cell, point);
    else
        wording_speedup(&cell, point);
    if (isfinite(half_width) && half_width > 0.0)
        text_add(&cell, " ±%.1f%%", stats_pct(half_width));
    text_add(text, " ");
    table_cell(text, &cell, WIDTH_FILE - 1, true);
}

static void add_name(Text *text, const WorkloadComparison *c)
{
    Text cell = {0};
    text_add(&cell, "%s%s", c->workload->name, c->workload->control ? " *" : "");
    table_cell(text, &cell, WIDTH_WORKLOAD, false);
}

static void add_rows(Text *text, const Comparison *comparisons, size_t first, size_t end, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t *order = mem_alloc(comparisons[i].n_workloads, sizeof *order);
        table_order(&comparisons[i], order);
        for (size_t k = 0; k < comparisons[i].n_workloads; k++) {
            const WorkloadComparison *row = &comparisons[i].workloads[order[k]];
            if (occurs_before(comparisons, i, row->workload->name))
                continue;
            add_name(text, row);
            for (size_t f = first; f < end; f++) {
                const WorkloadComparison *c = find(&comparisons[f], row->workload->name);
                if (c != NULL)
                    add_cell(text, &comparisons[f], c->estimate.point, c->estimate.half_width);
                else
                    text_add(text, "%*s", WIDTH_FILE, "-");
            }
            text_add(text, "\n");
        }
        free(order);
    }
}

static void add_group(Text *text, const Comparison *comparisons, size_t first, size_t end, size_t n)
{
    text_add_left(text, "workload", WIDTH_WORKLOAD);
    for (size_t f = first; f < end; f++) {
        Text cell = {0};
        text_add(&cell, "[%zu]", f + 1);
        text_add(text, " ");
        table_cell(text, &cell, WIDTH_FILE - 1, true);
    }
    text_add(text, "\n");
    table_rule(text);
    add_rows(text, comparisons, first, end, n);
    table_rule(text);
    text_add_left(text, "geometric mean", WIDTH_WORKLOAD);
    for (size_t f = first; f < end; f++) {
        const SuiteEstimate *suite = &comparisons[f].suite;
        add_cell(text, &comparisons[f], suite->geomean, 0.5 * (suite->high - suite->low));
    }
    text_add(text, "\n\n");
}

char *table_files_note(const char *why)
{
    return mem_format(
        "Between files the numbers are descriptive only, and nothing is tested, because %s. To compare two "
        "interpreters, measure them in one run: framebench run --a --b",
        why);
}

void table_files(Text *text, const Comparison *comparisons, const char *const *paths, size_t n, const char *why)
{
    for (size_t f = 0; f < n; f++) {
        const Comparison *c = &comparisons[f];
        Text line = {0};
        text_add(&line, "[%zu] %s: %s against %s, ", f + 1, paths[f], compare_side(c, SIDE_B)->name,
                 compare_side(c, SIDE_A)->name);
        wording_metric(&line, c);
        text_add(&line, "; %.10s, %s, commit %s", c->result->created,
                 facts_text(result_machine(c->result), "host", "unknown host"), c->result->commit);
        table_paragraph(text, text_string(&line));
        text_free(&line);
    }
    text_add(text, "\n");
    for (size_t first = 0; first < n; first += FILES_ABREAST)
        add_group(text, comparisons, first, first + FILES_ABREAST < n ? first + FILES_ABREAST : n, n);
    char *note = table_files_note(why);
    char *all = mem_format("Each column holds within its file (± is half of the 95%% interval). %s", note);
    table_paragraph(text, all);
    free(all);
    free(note);
}
