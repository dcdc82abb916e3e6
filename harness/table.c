#include "table.h"

#include "mem.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_COLUMNS = 80 };

/* Column widths; with one or two blanks between them the row is 79 wide. */
enum { WIDTH_NAME = 20, WIDTH_TIME = 9, WIDTH_SPEEDUP = 7, WIDTH_INTERVAL = 14, WIDTH_VERDICT = 7 };

/* ---- order ---- */

static int group_of(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_FAILED ? 2 : c->workload->control ? 1 : 0;
}

static bool comes_before(const WorkloadComparison *a, const WorkloadComparison *b)
{
    if (group_of(a) != group_of(b))
        return group_of(a) < group_of(b);
    if (group_of(a) == 2)
        return strcmp(a->workload->name, b->workload->name) < 0;
    return a->estimate.point > b->estimate.point;
}

void table_order(const Comparison *comparison, size_t *order)
{
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        size_t at = w;
        for (; at > 0 && comes_before(&comparison->workloads[w], &comparison->workloads[order[at - 1]]); at--)
            order[at] = order[at - 1];
        order[at] = w;
    }
}

/* ---- terminal ---- */

static void add_header(Text *text, const Comparison *comparison)
{
    const Result *result = comparison->result;
    const char *a = compare_side(comparison, SIDE_A)->name;
    const char *b = compare_side(comparison, SIDE_B)->name;
    text_add(text, "%s against %s (baseline), %s time of one call of run(n)\n", b, a,
             compare_metric_name(comparison->metric));
    text_add(text, "%.10s, %s, %s, commit %s\n\n", result->created,
             facts_text(result_machine(result), "host", "unknown host"),
             facts_text(result_machine(result), "cpu_model", "unknown CPU"), result->commit);
    text_add_left(text, "workload", WIDTH_NAME);
    text_add(text, " ");
    text_add_right(text, a, WIDTH_TIME);
    text_add(text, " ");
    text_add_right(text, b, WIDTH_TIME);
    text_add(text, "  speedup  95%% interval    verdict grade\n");
}

static void add_rule(Text *text)
{
    for (int i = 0; i < TABLE_COLUMNS - 1; i++)
        text_add(text, "-");
    text_add(text, "\n");
}

static void add_cell(Text *text, Text *cell, int width, bool right)
{
    if (right)
        text_add_right(text, text_string(cell), width);
    else
        text_add_left(text, text_string(cell), width);
    text_free(cell);
}

static void add_row(Text *text, const WorkloadComparison *c)
{
    Text cell = {0};
    text_add(&cell, "%s%s", c->workload->name, c->workload->control ? " *" : "");
    add_cell(text, &cell, WIDTH_NAME, false);
    for (int s = SIDE_A; s <= SIDE_B; s++) {
        text_add(text, " ");
        wording_time(&cell, c->value_ns[s]);
        add_cell(text, &cell, WIDTH_TIME, true);
    }
    text_add(text, "  ");
    wording_speedup(&cell, c->estimate.point);
    add_cell(text, &cell, WIDTH_SPEEDUP, true);
    text_add(text, "  ");
    wording_interval(&cell, c->estimate.low, c->estimate.high);
    add_cell(text, &cell, WIDTH_INTERVAL, false);
    text_add(text, "  ");
    text_add_left(text, wording_verdict(c), WIDTH_VERDICT);
    text_add(text, " %c\n", c->verdict == VERDICT_FAILED ? '-' : c->grade);
}

static void add_geomean_row(Text *text, const Comparison *comparison)
{
    const SuiteEstimate *suite = &comparison->suite;
    Text cell = {0};
    text_add_left(text, "geometric mean", WIDTH_NAME + 2 * WIDTH_TIME + 2);
    text_add(text, "  ");
    wording_speedup(&cell, suite->geomean);
    add_cell(text, &cell, WIDTH_SPEEDUP, true);
    text_add(text, "  ");
    wording_interval(&cell, suite->low, suite->high);
    add_cell(text, &cell, WIDTH_INTERVAL, false);
    text_add(text, "\n");
}

/* One paragraph, broken at blanks; lines after the first are indented. */
static void add_wrapped(Text *text, const char *paragraph)
{
    size_t column = 0;
    while (*paragraph != '\0') {
        size_t length = strcspn(paragraph, " ");
        char *word = mem_copy_bytes(paragraph, length);
        size_t columns = text_columns(word);
        if (column > 0 && column + 1 + columns > TABLE_COLUMNS - 1) {
            text_add(text, "\n  ");
            column = 2;
        } else if (column > 0) {
            text_add(text, " ");
            column++;
        }
        text_add(text, "%s", word);
        column += columns;
        free(word);
        paragraph += length;
        paragraph += strspn(paragraph, " ");
    }
    text_add(text, "\n");
}

void table_terminal(Text *text, const Comparison *comparison)
{
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    table_order(comparison, order);
    add_header(text, comparison);
    add_rule(text);
    for (size_t i = 0; i < comparison->n_workloads; i++)
        add_row(text, &comparison->workloads[order[i]]);
    add_rule(text);
    if (comparison->suite.n_workloads > 0)
        add_geomean_row(text, comparison);
    free(order);
    text_add(text, "\n");
    Text note = {0};
    for (size_t i = 0; wording_note(&note, comparison, i); i++) {
        add_wrapped(text, text_string(&note));
        text_free(&note);
    }
    wording_closing(&note, comparison);
    add_wrapped(text, text_string(&note));
    text_free(&note);
}

/* ---- Markdown ---- */

static void add_markdown_row(Text *text, const WorkloadComparison *c)
{
    text_add(text, "| %s%s | ", c->workload->name, c->workload->control ? " \\*" : "");
    wording_time(text, c->value_ns[SIDE_A]);
    text_add(text, " | ");
    wording_time(text, c->value_ns[SIDE_B]);
    text_add(text, " | ");
    wording_speedup(text, c->estimate.point);
    text_add(text, " | ");
    wording_interval(text, c->estimate.low, c->estimate.high);
    text_add(text, " | %s | %c |\n", wording_verdict(c), c->verdict == VERDICT_FAILED ? '-' : c->grade);
}

void table_markdown(Text *text, const Comparison *comparison)
{
    size_t *order = mem_alloc(comparison->n_workloads, sizeof *order);
    table_order(comparison, order);
    text_add(text, "| workload | %s | %s | speedup | 95%% interval | verdict | grade |\n", compare_side(comparison, SIDE_A)->name,
             compare_side(comparison, SIDE_B)->name);
    text_add(text, "|---|--:|--:|--:|---|---|---|\n");
    for (size_t i = 0; i < comparison->n_workloads; i++)
        add_markdown_row(text, &comparison->workloads[order[i]]);
    if (comparison->suite.n_workloads > 0) {
        text_add(text, "| **geometric mean** | | | **");
        wording_speedup(text, comparison->suite.geomean);
        text_add(text, "** | ");
        wording_interval(text, comparison->suite.low, comparison->suite.high);
        text_add(text, " | | |\n");
    }
    free(order);
    text_add(text, "\n");
    for (size_t i = 0; wording_note(text, comparison, i); i++)
        text_add(text, "\n\n");
    wording_closing(text, comparison);
    text_add(text, "\n");
}
