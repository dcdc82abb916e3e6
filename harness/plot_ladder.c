/* ladder: what each step from the first side to the last contributes to the geometric mean. */
#include "plot.h"

#include "escape.h"
#include "mem.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>

enum { STEP_PIXELS = 56 };

/* The step from side `before` (NULL: the baseline) to side `after`: units that both have, by round or layout. */
static SuiteEstimate step_between(const Comparison *before, const Comparison *after)
{
    size_t n = 0;
    UnitSeries *series = mem_alloc(after->n_workloads, sizeof *series);
    double **u = mem_alloc(after->n_workloads, sizeof *u);
    unsigned **id = mem_alloc(after->n_workloads, sizeof *id);
    for (size_t w = 0; w < after->n_workloads; w++) {
        const WorkloadComparison *b = &after->workloads[w];
        const WorkloadComparison *a = before != NULL ? &before->workloads[w] : NULL;
        if (b->workload->control || !plot_is_drawn(b) || b->n_units == 0 || (a != NULL && !plot_is_drawn(a)))
            continue;
        u[n] = mem_alloc(b->n_units, sizeof **u);
        id[n] = mem_alloc(b->n_units, sizeof **id);
        size_t units = 0;
        for (size_t i = 0; i < b->n_units; i++) {
            size_t j = 0;
            while (a != NULL && j < a->n_units && a->unit_id[j] != b->unit_id[i])
                j++;
            if (a != NULL && j == a->n_units)
                continue;
            id[n][units] = b->unit_id[i];
            u[n][units++] = b->u[i] - (a != NULL ? a->u[j] : 0.0);
        }
        series[n] = (UnitSeries){.u = u[n], .id = id[n], .n = units};
        if (units > 0) {
            n++;
        } else {
            free(u[n]);
            free(id[n]);
        }
    }
    SuiteEstimate estimate = suite_estimate(series, n, after->alpha);
    for (size_t w = 0; w < n; w++) {
        free(u[w]);
        free(id[w]);
    }
    free(id);
    free(u);
    free(series);
    return estimate;
}

static void add_step(Picture *picture, const Result *result, size_t s, double from, const SuiteEstimate *step, PlotAxis *axis)
{
    Text *data = &picture->data;
    double to = from + step->geomean;
    text_add(data, "%zu\t", result->n_sides - s);
    char *name = escape_shorten(result->sides[s].name, 24);
    escape_cell(data, name);
    free(name);
    bool has_interval = isfinite(step->low) && isfinite(step->high);
    text_add(data, "\t%.7g\t%.7g\t%.7g\t%.7g\t%+.1f%%", exp(from), exp(to), exp(has_interval ? from + step->low : to),
             exp(has_interval ? from + step->high : to), stats_pct(step->geomean));
    if (has_interval)
        text_add(data, " [%+.1f, %+.1f]", stats_pct(step->low), stats_pct(step->high));
    text_add(data, "\n");
    plot_axis_add(axis, to);
    plot_axis_add(axis, has_interval ? from + step->high : to);
    plot_axis_add(axis, has_interval ? from + step->low : to);
}

bool plot_ladder(Picture *picture, const PlotInput *input)
{
    const Result *result = input->result;
    PlotAxis axis = PLOT_AXIS_INIT;
    if (result->n_sides < 3)
        return picture_absent(picture, "a ladder needs three sides or more in one run");
    if (input->comparison->side != result->n_sides - 1)
        return picture_absent(picture, "it is drawn with the last side");
    Comparison *steps = mem_alloc(result->n_sides, sizeof *steps);
    for (size_t s = 1; s < result->n_sides; s++)
        steps[s] = compare_result(result, s, input->metric);
    double at = 0.0;
    picture_data(picture, "steps", "row\tside\tfrom\tto\tlow\thigh\tstep");
    for (size_t s = 1; s < result->n_sides; s++) {
        SuiteEstimate step = step_between(s > 1 ? &steps[s - 1] : NULL, &steps[s]);
        if (!isfinite(step.geomean))
            continue;
        add_step(picture, result, s, at, &step, &axis);
        at += step.geomean;
        picture->height += STEP_PIXELS;
    }
    for (size_t s = 1; s < result->n_sides; s++)
        compare_free(&steps[s]);
    free(steps);
    if (picture->height == 0)
        return picture_absent(picture, "no workload was measured on all sides");
    picture->left = picture_label_pixels(24);
    picture->right = 170;
    picture->above = 16;
    char *first = escape_shorten(result->sides[0].name, 28);
    text_add(&picture->title, "What each step contributes, from %s on", first);
    free(first);
    text_add(&picture->subtitle, "geometric mean over the workloads that are no controls; right: the step alone");
    plot_small_print(picture, input, "Each bar goes from the mean of the side before to that of its side. Whiskers: 95% interval of the step, from the "
                                     "differences between neighbouring sides in the same rounds. Dashed: 7% and 31%, as published (bpo-44590).");
    plot_axis_commands(&picture->setup, &axis, 'x');
    plot_axis_references(&picture->setup, &axis);
    text_add(&picture->setup, "        set xlabel 'speedup over the first side'\n        set yrange [0.4:%zu.6]\n        set ytics scale 0\n",
             result->n_sides - 1);
    picture_element(picture, "steps", "using 4:1:3:4:($1-0.25):($1+0.25):ytic(2) with boxxyerror fillcolor rgb series2 fillstyle transparent solid 0.35 border linecolor rgb series2");
    picture_element(picture, "steps", "using 4:1:5:6 with xerrorbars pointtype 7 pointsize 0.8 linewidth 1.8 linecolor rgb ink");
    picture_element(picture, "steps", "using (right_edge):1:7 with labels left offset 1,0 font ',11' textcolor rgb ink");
    return true;
}
