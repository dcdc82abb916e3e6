#include "table_sweep.h"

#include "grid.h"
#include "table.h"
#include "wording.h"

#include <math.h>

static void fill_heading(Grid *grid, const Comparison *comparison, const Sweep *sweep)
{
    text_add(grid_cell(grid), "%s", sweep->name);
    text_add(grid_cell(grid), "%s", compare_side(comparison, SIDE_A)->name);
    text_add(grid_cell(grid), "%s", compare_side(comparison, SIDE_B)->name);
    text_add(grid_cell(grid), "speedup");
    text_add(grid_cell(grid), "95%% interval");
    text_add(grid_cell(grid), "verdict");
}

static void fill_row(Grid *grid, const SweepPoint *point)
{
    const WorkloadComparison *c = point->workload;
    text_add(grid_cell(grid), "%.6g", point->x);
    wording_value(grid_cell(grid), c->per_call[SIDE_A], c->metric);
    wording_value(grid_cell(grid), c->per_call[SIDE_B], c->metric);
    wording_speedup(grid_cell(grid), c->estimate.point);
    wording_interval(grid_cell(grid), c->estimate.low, c->estimate.high);
    text_add(grid_cell(grid), "%s", wording_verdict(c));
}

/* An end of the interval, or how far was measured. */
static void add_end(Text *text, double end, const char *open, double measured)
{
    if (isfinite(end))
        text_add(text, "%.3g", end);
    else
        text_add(text, "%s%g", open, measured);
}

void table_crossover(Text *text, const Sweep *sweep)
{
    const Crossover *c = &sweep->crossover;
    const SweepPoint *last = &sweep->points[sweep->n_points - 1];
    if (c->n_units == 0) {
        text_add(text, "no crossover: the points have no round or layout in common, or the metric is exact");
        return;
    }
    if (isfinite(c->at))
        text_add(text, "crossover at %.3g", c->at);
    else
        text_add(text, "no crossover from %g to %g", sweep->points[0].x, last->x);
    if (c->crossings > 1)
        text_add(text, " (the estimates pass 1 %zu times)", c->crossings);
    if (!c->possible)
        return;
    text_add(text, isfinite(c->at) ? " [" : ", but the data allow one in [");
    add_end(text, c->low, "below ", sweep->points[0].x);
    text_add(text, ", ");
    add_end(text, c->high, "above ", last->x);
    text_add(text, "]");
}

static void add_sweep(Text *text, const Comparison *comparison, const Sweep *sweep, Format format)
{
    Grid grid = {.columns = "rrrrll"};
    Text line = {0};
    fill_heading(&grid, comparison, sweep);
    for (size_t i = 0; i < sweep->n_points; i++)
        fill_row(&grid, &sweep->points[i]);
    grid_write(text, &grid, format);
    grid_free(&grid);
    text_add(text, "\n");
    table_crossover(&line, sweep);
    if (format == FORMAT_TABLE)
        table_paragraph(text, text_string(&line));
    else
        text_add(text, "%s\n", text_string(&line));
    text_add(text, "\n");
    text_free(&line);
}

void table_sweeps(Text *text, const Comparison *comparison, Format format)
{
    Sweep *sweeps;
    size_t n = sweeps_new(comparison, &sweeps);
    Text line = {0};
    text_add(&line, "%s against %s (baseline) by parameter, ", compare_side(comparison, SIDE_B)->name,
             compare_side(comparison, SIDE_A)->name);
    wording_metric(&line, comparison);
    text_add(&line, " of one call");
    if (n == 0)
        text_add(&line, ": fewer than %d workloads are tagged sweep:NAME=VALUE", SWEEP_LEAST_POINTS);
    table_paragraph(text, text_string(&line));
    text_free(&line);
    text_add(text, "\n");
    for (size_t i = 0; i < n; i++)
        add_sweep(text, comparison, &sweeps[i], format);
    sweeps_free(sweeps, n);
}

static json_t *number(double x)
{
    return isfinite(x) ? json_real(x) : json_null();
}

json_t *table_sweeps_json(const Comparison *comparison)
{
    json_t *all = json_array();
    Sweep *sweeps;
    size_t n = sweeps_new(comparison, &sweeps);
    for (size_t i = 0; i < n; i++) {
        const Sweep *sweep = &sweeps[i];
        json_t *points = json_array();
        for (size_t p = 0; p < sweep->n_points; p++) {
            const Estimate *e = &sweep->points[p].workload->estimate;
            json_array_append_new(points,
                                  json_pack("{s:o, s:s, s:o, s:[o, o]}", "x", number(sweep->points[p].x), "workload",
                                            sweep->points[p].workload->workload->name, "speedup", number(exp(e->point)),
                                            "ci", number(exp(e->low)), number(exp(e->high))));
        }
        json_array_append_new(all,
                              json_pack("{s:s, s:s, s:s, s:o, s:{s:i, s:o, s:[o, o], s:b, s:i}}", "parameter",
                                        sweep->name, "baseline", compare_side(comparison, SIDE_A)->name, "candidate",
                                        compare_side(comparison, SIDE_B)->name, "points", points, "crossover",
                                        "crossings", (int)sweep->crossover.crossings, "at", number(sweep->crossover.at),
                                        "ci", number(sweep->crossover.low), number(sweep->crossover.high), "possible",
                                        (int)sweep->crossover.possible, "n_units", (int)sweep->crossover.n_units));
    }
    sweeps_free(sweeps, n);
    return all;
}
