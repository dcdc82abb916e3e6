/* ladder: what each step from the first side to the last contributes to the geometric mean. */
#include "plot.h"

#include "escape.h"
#include "steps.h"

#include <math.h>
#include <stdlib.h>

enum { STEP_PIXELS = 56 };

static void add_step(Picture *picture, const Result *result, size_t s, double from, const SuiteEstimate *step,
                     PlotAxis *axis)
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
    Steps steps = steps_new(result, input->metric);
    double at = 0.0;
    picture_data(picture, "steps", "row\tside\tfrom\tto\tlow\thigh\tstep");
    for (size_t s = 1; s < result->n_sides; s++) {
        const SuiteEstimate *step = &steps.items[s - 1].suite;
        if (!isfinite(step->geomean))
            continue;
        add_step(picture, result, s, at, step, &axis);
        at += step->geomean;
        picture->height += STEP_PIXELS;
    }
    steps_free(&steps);
    if (picture->height == 0)
        return picture_absent(picture, "no workload was measured on all sides");
    picture->left = picture_label_pixels(24);
    picture->right = 170;
    picture->above = 16;
    char *first = escape_shorten(result->sides[0].name, 28);
    text_add(&picture->title, "What each step contributes, from %s on", first);
    free(first);
    text_add(&picture->subtitle, "geometric mean over the workloads that are no controls; right: the step alone");
    plot_small_print(picture, input,
                     "Each bar goes from the mean of the side before to that of its side. Whiskers: 95% interval of "
                     "the step, from the "
                     "pairs of values of neighbouring sides. Dashed: 7% and 31%, as published (bpo-44590).");
    plot_axis_commands(&picture->setup, &axis, 'x');
    plot_axis_references(&picture->setup, &axis);
    text_add(
        &picture->setup,
        "        set xlabel 'speedup over the first side'\n        set yrange [0.4:%zu.6]\n        set ytics scale 0\n",
        result->n_sides - 1);
    picture_element(picture, "steps",
                    "using 4:1:3:4:($1-0.25):($1+0.25):ytic(2) with boxxyerror fillcolor rgb series2 fillstyle "
                    "transparent solid 0.35 border linecolor rgb series2");
    picture_element(picture, "steps",
                    "using 4:1:5:6 with xerrorbars pointtype 7 pointsize 0.8*dot linewidth 1.8 linecolor rgb ink");
    picture_element(picture, "steps",
                    "using (right_edge):1:7 with labels left offset 1,0 font ',11' textcolor rgb ink");
    return true;
}
