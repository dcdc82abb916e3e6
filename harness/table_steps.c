#include "table_steps.h"

#include "grid.h"
#include "mem.h"
#include "table.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>

enum { STEPS_ABREAST = 3 };

/* Percent as they are printed, and no "-0.0" among them. */
static double tenths(double log_ratio)
{
    return round(10.0 * stats_pct(log_ratio)) / 10.0 + 0.0;
}

/* "+83.4% [81.2, 85.7]": how much faster; of a count how much more or less. */
static void fill_step(Text *cell, const Comparison *step, double point, double low, double high)
{
    if (!isfinite(point)) {
        text_add(cell, "-");
        return;
    }
    if (compare_is_count(step->metric)) {
        wording_change(cell, point);
        return;
    }
    text_add(cell, "%+.1f%%", tenths(point));
    if (isfinite(low) && isfinite(high))
        text_add(cell, " [%.1f, %.1f]", tenths(low), tenths(high));
}

static void fill_heading(Grid *grid, const Steps *steps, size_t from, size_t to)
{
    text_add(grid_cell(grid), "workload");
    for (size_t i = from; i < to; i++)
        text_add(grid_cell(grid), "%s", compare_side(&steps->items[i], SIDE_B)->name);
}

static void fill_rows(Grid *grid, const Steps *steps, size_t from, size_t to)
{
    size_t *order = mem_alloc(steps->whole.n_workloads, sizeof *order);
    table_order(&steps->whole, order);
    for (size_t w = 0; w < steps->whole.n_workloads; w++) {
        const WorkloadResult *workload = steps->whole.workloads[order[w]].workload;
        text_add(grid_cell(grid), "%s%s", workload->name, workload->control ? " *" : "");
        for (size_t i = from; i < to; i++) {
            const Estimate *e = &steps->items[i].workloads[order[w]].estimate;
            fill_step(grid_cell(grid), &steps->items[i], e->point, e->low, e->high);
        }
    }
    free(order);
}

static void fill_mean(Grid *grid, const Steps *steps, size_t from, size_t to)
{
    text_add(grid_cell(grid), "geometric mean");
    for (size_t i = from; i < to; i++) {
        const SuiteEstimate *suite = &steps->items[i].suite;
        fill_step(grid_cell(grid), &steps->items[i], suite->geomean, suite->low, suite->high);
    }
}

/* The steps from number `from` on, as many as fit beside each other. */
static void add_group(Text *text, const Steps *steps, size_t from, size_t to, Format format)
{
    static const char columns[] = "lrrr";
    char own[sizeof columns];
    for (size_t i = 0; i < sizeof own; i++)
        own[i] = i <= to - from ? columns[i] : '\0';
    Grid grid = {.columns = own, .closing = 1};
    fill_heading(&grid, steps, from, to);
    fill_rows(&grid, steps, from, to);
    fill_mean(&grid, steps, from, to);
    grid_write(text, &grid, format);
    text_add(text, "\n");
    grid_free(&grid);
}

static void add_title(Text *text, const Steps *steps)
{
    const Result *result = steps->whole.result;
    text_add(text, "what each step adds to the one before: ");
    for (size_t s = 0; s < result->n_sides; s++)
        text_add(text, "%s%s", s > 0 ? " > " : "", result->sides[s].name);
    text_add(text, ", ");
    wording_metric(text, &steps->whole);
    text_add(text, " of one call of run(n)");
}

static void add_paragraph(Text *text, Text *line, Format format)
{
    if (format == FORMAT_TABLE)
        table_paragraph(text, text_string(line));
    else
        text_add(text, "%s\n\n", text_string(line));
    text_free(line);
}

void table_steps(Text *text, const Steps *steps, Format format)
{
    const Result *result = steps->whole.result;
    bool is_count = compare_is_count(steps->whole.metric);
    Text line = {0};
    add_title(&line, steps);
    add_paragraph(text, &line, format);
    text_add(text, format == FORMAT_TABLE ? "\n" : "");
    for (size_t from = 0; from < steps->n; from += STEPS_ABREAST)
        add_group(text, steps, from, from + STEPS_ABREAST < steps->n ? from + STEPS_ABREAST : steps->n, format);
    text_add(&line,
             "each column: %s than the column before (the first: than %s), with its 95%% interval, from the pairs "
             "of values of these two sides",
             is_count ? "more or less" : "faster", result->sides[0].name);
    add_paragraph(text, &line, format);
    for (size_t i = 0; wording_note(&line, &steps->whole, i); i++)
        add_paragraph(text, &line, format);
    text_add(&line, "all steps, %s against %s: ", compare_side(&steps->whole, SIDE_B)->name, result->sides[0].name);
    wording_closing(&line, &steps->whole);
    add_paragraph(text, &line, format);
}
