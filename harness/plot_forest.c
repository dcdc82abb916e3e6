/* forest: speedup and interval per workload, sorted; geometric mean and maximum on top. */
#include "plot.h"

#include "escape.h"
#include "mem.h"
#include "wording.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* One verdict: its data set, its shape and what the legend says. */
static const struct {
    Verdict verdict;
    const char *set;
    int shape;
    const char *color;
    const char *legend;
} classes[] = {
    {VERDICT_FASTER, "faster", 9, "faster", "faster"},
    {VERDICT_SLOWER, "slower", 11, "slower", "slower"},
    {VERDICT_EQUIVALENT, "same", 5, "unclear", "the same"},
    {VERDICT_INCONCLUSIVE, "undetected", 6, "unclear", "no verdict"},
    {VERDICT_DESCRIPTIVE, "descriptive", 4, "unclear", "descriptive"},
    {VERDICT_TOO_FEW, "few", 2, "unclear", "too few blocks"},
};

enum { CLASSES = sizeof classes / sizeof *classes };

/* row, label, speedup, low, high, text; the interval collapses to the point where there is none. */
static void add_row(Text *text, int y, const char *label, double point, double low, double high)
{
    text_add(text, "%d\t", y);
    escape_cell(text, label);
    text_add(text, "\t%.9g\t%.9g\t%.9g\t", exp(point), exp(isfinite(low) ? low : point),
             exp(isfinite(high) ? high : point));
    wording_speedup(text, point);
    text_add(text, "  ");
    wording_interval(text, low, high);
    text_add(text, "\n");
}

typedef struct Rows {
    int count;      /* workloads */
    int *row;       /* per workload in order; 0: not drawn */
    size_t columns; /* of the widest label */
    bool has_suite;
} Rows;

static Rows place_rows(const PlotInput *input, PlotAxis *axis)
{
    const Comparison *comparison = input->comparison;
    Rows rows = {.row = mem_alloc(comparison->n_workloads, sizeof *rows.row),
                 .columns = 14,
                 .has_suite = comparison->suite.n_workloads > 0};
    for (size_t i = 0; i < comparison->n_workloads; i++)
        rows.count += plot_is_drawn(&comparison->workloads[i]);
    int y = rows.count;
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[input->order[i]];
        if (!plot_is_drawn(c))
            continue;
        rows.row[i] = y--;
        char *label = plot_label(c);
        rows.columns = text_columns(label) > rows.columns ? text_columns(label) : rows.columns;
        free(label);
        plot_axis_add(axis, c->estimate.point);
        plot_axis_add(axis, c->estimate.low);
        plot_axis_add(axis, c->estimate.high);
    }
    return rows;
}

static void add_suite(Picture *picture, const PlotInput *input, const Rows *rows)
{
    const SuiteEstimate *suite = &input->comparison->suite;
    const WorkloadComparison *best = &input->comparison->workloads[input->comparison->suite_members[suite->max_index]];
    char *name = plot_label(best);
    char *label = mem_format("maximum: %s", name);
    char *short_label = escape_shorten(label, rows->columns > 20 ? rows->columns : 20);
    picture_data(picture, "suite", "row\tlabel\tspeedup\tlow\thigh\ttext");
    add_row(&picture->data, rows->count + 2, "geometric mean", suite->geomean, suite->low, suite->high);
    add_row(&picture->data, rows->count + 1, short_label, suite->max, suite->max_low, suite->max_high);
    free(short_label);
    free(label);
    free(name);
}

static void add_blocks(Picture *picture, const PlotInput *input, const Rows *rows, const PlotAxis *axis)
{
    picture_data(picture, "blocks", "row\tspeedup of one block");
    for (size_t i = 0; i < input->comparison->n_workloads; i++) {
        const WorkloadComparison *c = &input->comparison->workloads[input->order[i]];
        for (size_t b = 0; b < c->n_blocks && rows->row[i] > 0; b++)
            if (exp(c->d[b]) >= axis->low && exp(c->d[b]) <= axis->high)
                text_add(&picture->data, "%d\t%.9g\n", rows->row[i], exp(c->d[b]));
    }
    picture_element(picture, "blocks",
                    "using 2:($1-0.27):(0.0):(0.09) with vectors nohead linecolor rgb muted linewidth 0.6 notitle");
}

static void add_class(Picture *picture, const PlotInput *input, const Rows *rows, size_t k)
{
    bool started = false;
    for (size_t i = 0; i < input->comparison->n_workloads; i++) {
        const WorkloadComparison *c = &input->comparison->workloads[input->order[i]];
        if (rows->row[i] == 0 || c->verdict != classes[k].verdict)
            continue;
        if (!started)
            picture_data(picture, classes[k].set, "row\tlabel\tspeedup\tlow\thigh\ttext");
        started = true;
        char *label = plot_label(c);
        add_row(&picture->data, rows->row[i], label, c->estimate.point, c->estimate.low, c->estimate.high);
        free(label);
    }
    if (!started)
        return;
    picture_element(
        picture, classes[k].set,
        "using 3:1:4:5:ytic(2) with xerrorbars pointtype %d pointsize 1*dot linewidth 1.6 linecolor rgb %s title '%s'",
        classes[k].shape, classes[k].color, classes[k].legend);
    picture_element(picture, classes[k].set,
                    "using (right_edge):1:6 with labels left offset 1,0 font ',11' textcolor rgb ink notitle");
}

bool plot_forest(Picture *picture, const PlotInput *input)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    Rows rows = place_rows(input, &axis);
    if (rows.count == 0) {
        free(rows.row);
        return picture_absent(picture, "no workload was measured on both sides");
    }
    int extra = rows.has_suite ? 2 : 0;
    picture->height = PICTURE_ROW * (rows.count + extra) + 10;
    picture->left = picture_label_pixels(rows.has_suite && rows.columns < 20 ? 20 : rows.columns);
    picture->right = 158;
    picture->has_key = true;
    plot_title(picture, input, "speedup by workload");
    wording_closing(&picture->subtitle, input->comparison);
    text_add(&picture->alt, "Speedup with interval of each workload: ");
    wording_closing(&picture->alt, input->comparison);
    plot_small_print(picture, input,
                     "Bars: 95% intervals of the ratio, the maximum's covering all workloads at once; ticks below "
                     "them: single blocks. "
                     "Dashed: mean 7% and maximum 31%, as published for CPython's change (bpo-44590).");
    plot_axis_commands(&picture->setup, &axis, 'x');
    plot_axis_references(&picture->setup, &axis);
    text_add(&picture->setup, "        set yrange [0.4:%d.6]\n        set ytics scale 0\n", rows.count + extra);
    plot_axis_label(&picture->setup, input, "x");
    if (rows.has_suite)
        text_add(&picture->setup,
                 "        set arrow 4 from graph 0, first %d.5 to graph 1, first %d.5 nohead back linecolor rgb rule\n",
                 rows.count, rows.count);
    add_blocks(picture, input, &rows, &axis);
    for (size_t k = 0; k < CLASSES; k++)
        add_class(picture, input, &rows, k);
    if (rows.has_suite) {
        add_suite(picture, input, &rows);
        picture_element(picture, "suite",
                        "using 3:1:4:5:ytic(2) with xerrorbars pointtype 13 pointsize 1.6*dot linewidth 2.2 linecolor "
                        "rgb ink notitle");
        picture_element(picture, "suite",
                        "using (right_edge):1:6 with labels left offset 1,0 font ',11' textcolor rgb ink notitle");
    }
    free(rows.row);
    return true;
}
