#include "table_metrics.h"

#include "export.h"
#include "grid.h"
#include "mem.h"
#include "table.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>

enum { WIDTH_METRIC = 26, WIDTH_VALUE = 10, WIDTH_CHANGE = 9, WIDTH_INTERVAL = 18 };

/* The comparisons of one side by every metric for which something was measured, and the order of the workloads. */
typedef struct Metrics {
    Comparison *items;
    size_t n;
    size_t *rows;
    size_t n_rows;
} Metrics;

static Metrics metrics_new(const Result *result, size_t side, Order order)
{
    size_t exact = compare_exact_count(result);
    Metrics all = {.items = mem_alloc(METRIC_EVENT + result->n_events + exact, sizeof *all.items),
                   .rows = mem_alloc(result->n_workloads, sizeof *all.rows),
                   .n_rows = result->n_workloads};
    for (Metric m = METRIC_CPU; m < METRIC_EVENT + result->n_events; m++)
        if (m < METRIC_EVENT || result->events[m - METRIC_EVENT].available)
            all.items[all.n++] = compare_result(result, side, m);
    for (Metric m = 0; m < exact; m++)
        all.items[all.n++] = compare_result(result, side, METRIC_EXACT + m);
    all.items[0].order = order;
    table_order(&all.items[0], all.rows);
    return all;
}

static void metrics_free(Metrics *all)
{
    for (size_t m = 0; m < all->n; m++)
        compare_free(&all->items[m]);
    free(all->rows);
    free(all->items);
}

static bool is_measured(const WorkloadComparison *c)
{
    return isfinite(c->per_call[SIDE_A]);
}

static char mark_of(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_FASTER ? '+' : c->verdict == VERDICT_SLOWER ? '-' : '~';
}

/* ---- the terminal ---- */

static void add_row(Text *text, const Comparison *comparison, const WorkloadComparison *c)
{
    Text cell = {0};
    text_add(&cell, "  %s%s", comparison->metric >= METRIC_EXACT ? "=" : "", comparison->metric_name);
    table_cell(text, &cell, WIDTH_METRIC, false);
    for (int arm = SIDE_A; arm <= SIDE_B; arm++) {
        text_add(text, " ");
        wording_value(&cell, c->per_call[arm], c->metric);
        table_cell(text, &cell, WIDTH_VALUE, true);
    }
    text_add(text, " ");
    wording_change(&cell, c->estimate.point);
    table_cell(text, &cell, WIDTH_CHANGE, true);
    text_add(text, " ");
    wording_change_interval(&cell, &c->estimate);
    table_cell(text, &cell, WIDTH_INTERVAL, false);
    text_add(text, " %c\n", mark_of(c));
}

static void add_blocks(Text *text, const Metrics *all)
{
    const Comparison *first = &all->items[0];
    for (size_t i = 0; i < all->n_rows; i++) {
        const WorkloadResult *workload = first->workloads[all->rows[i]].workload;
        Text cell = {0};
        text_add(&cell, "%s%s", workload->name, workload->control ? " *" : "");
        text_add(text, "\n");
        table_cell(text, &cell, WIDTH_METRIC, false);
        text_add(text, " ");
        text_add_right(text, compare_side(first, SIDE_A)->name, WIDTH_VALUE);
        text_add(text, " ");
        text_add_right(text, compare_side(first, SIDE_B)->name, WIDTH_VALUE);
        text_add(text, "    change 95%% interval\n");
        for (size_t m = 0; m < all->n; m++)
            if (is_measured(&all->items[m].workloads[all->rows[i]]))
                add_row(text, &all->items[m], &all->items[m].workloads[all->rows[i]]);
    }
}

/* ---- the sentences below ---- */

typedef void AddLine(Text *text, const char *line);

static void add_paragraph(Text *text, const char *line)
{
    table_paragraph(text, line);
}

/* Whether an exact metric is the same on both sides in all workloads. */
static bool is_all_same(const Comparison *comparison)
{
    if (comparison->metric < METRIC_EXACT)
        return false;
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const double *value = comparison->workloads[w].per_call;
        if (isfinite(value[SIDE_A]) && value[SIDE_A] != value[SIDE_B])
            return false;
    }
    return true;
}

static void add_closings(Text *text, const Metrics *all, AddLine *add)
{
    Text same = {0};
    for (size_t m = 0; m < all->n; m++) {
        const Comparison *comparison = &all->items[m];
        Text line = {0};
        if (is_all_same(comparison)) {
            text_add(&same, "%s%s", same.length > 0 ? ", " : "exactly the same on both sides in all workloads: ",
                     comparison->metric_name);
            continue;
        }
        if (!compare_is_count(comparison->metric)) {
            wording_metric(&line, comparison);
            text_add(&line, ": ");
        }
        wording_closing(&line, comparison);
        if (comparison->suite.n_workloads > 0)
            add(text, text_string(&line));
        text_free(&line);
    }
    if (same.length > 0)
        add(text, text_string(&same));
    text_free(&same);
}

static const char legend[] = "+ less than the baseline, which is better; - more; ~ no difference detected, or no "
                             "verdict; = before a name: an exact count";

/* ---- one long table ---- */

static void fill_grid(Grid *grid, const Metrics *all)
{
    static const char *const after[] = {"change", "95% interval", ""};
    const Comparison *first = &all->items[0];
    text_add(grid_cell(grid), "workload");
    text_add(grid_cell(grid), "metric");
    for (int arm = SIDE_A; arm <= SIDE_B; arm++)
        text_add(grid_cell(grid), "%s", compare_side(first, arm)->name);
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        text_add(grid_cell(grid), "%s", after[i]);
    for (size_t i = 0; i < all->n_rows; i++)
        for (size_t m = 0; m < all->n; m++) {
            const Comparison *comparison = &all->items[m];
            const WorkloadComparison *c = &comparison->workloads[all->rows[i]];
            if (!is_measured(c))
                continue;
            text_add(grid_cell(grid), "%s%s", c->workload->name, c->workload->control ? " *" : "");
            text_add(grid_cell(grid), "%s%s", comparison->metric >= METRIC_EXACT ? "=" : "", comparison->metric_name);
            for (int arm = SIDE_A; arm <= SIDE_B; arm++)
                wording_value(grid_cell(grid), c->per_call[arm], c->metric);
            wording_change(grid_cell(grid), c->estimate.point);
            wording_change_interval(grid_cell(grid), &c->estimate);
            text_add(grid_cell(grid), "%c", mark_of(c));
        }
}

static void add_marked_up(Text *text, const Metrics *all, Format format)
{
    Grid grid = {.columns = "llrrrll"};
    fill_grid(&grid, all);
    grid_write(text, &grid, format);
    grid_free(&grid);
    AddLine *add = format == FORMAT_MARKDOWN ? table_markdown_paragraph : table_asciidoc_paragraph;
    add(text, legend);
    add_closings(text, all, add);
}

/* ---- the choice ---- */

void table_all_metrics(Text *text, const Result *result, size_t side, Order order, Format format)
{
    Metrics all = metrics_new(result, side, order);
    if (format == FORMAT_TABLE) {
        text_add(text, "%s against %s (baseline), one call of run(n)\n", compare_side(&all.items[0], SIDE_B)->name,
                 compare_side(&all.items[0], SIDE_A)->name);
        add_blocks(text, &all);
        text_add(text, "\n");
        table_paragraph(text, legend);
        add_closings(text, &all, add_paragraph);
    } else {
        add_marked_up(text, &all, format);
    }
    metrics_free(&all);
}

void table_all_metrics_csv(Text *text, const Result *result, size_t side, const char *file, bool with_header)
{
    Metrics all = metrics_new(result, side, ORDER_FILE);
    for (size_t m = 0; m < all.n; m++)
        export_csv(text, &all.items[m], file, m == 0 && with_header ? "a_per_call,b_per_call" : NULL);
    metrics_free(&all);
}

void table_all_metrics_json(json_t *into, const Result *result, size_t side)
{
    Metrics all = metrics_new(result, side, ORDER_FILE);
    for (size_t m = 0; m < all.n; m++)
        json_array_append_new(into, export_analysis(&all.items[m]));
    metrics_free(&all);
}
