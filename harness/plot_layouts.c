/* layouts: what placing the same code elsewhere is worth, against what the other side is worth. */
#include "plot.h"

#include "compare_values.h"
#include "escape.h"
#include "mem.h"
#include "stats.h"

#include <math.h>
#include <stdlib.h>

enum { LAYOUTS_SHOWN = 1024 };

/* Per layout of a workload: the mean log-ratio, and the baseline's own time against its mean over all layouts. */
typedef struct Effects {
    double policy[LAYOUTS_SHOWN];
    double alone[LAYOUTS_SHOWN];
    size_t blocks[LAYOUTS_SHOWN];
} Effects;

static size_t gather(const PlotInput *input, const WorkloadComparison *c, Effects *effects)
{
    const Block **blocks = NULL;
    View view = plot_view(input);
    size_t n = input->metric >= METRIC_EXACT ? 0 : values_counting_blocks(c->workload, view, &blocks);
    double *own = n > 0 ? values_medians(blocks, n, SIDE_A, view) : NULL;
    size_t layouts = 0;
    double centre = 0.0;
    for (size_t b = 0; b < n; b++) {
        unsigned k = blocks[b]->layout;
        if (k >= LAYOUTS_SHOWN)
            continue;
        layouts += effects->blocks[k]++ == 0;
        effects->policy[k] += compare_block(blocks[b], view);
        effects->alone[k] += log(own[b]);
    }
    for (size_t k = 0; k < LAYOUTS_SHOWN; k++)
        if (effects->blocks[k] > 0) {
            effects->policy[k] /= (double)effects->blocks[k];
            effects->alone[k] /= (double)effects->blocks[k];
            centre += effects->alone[k] / (double)layouts;
        }
    for (size_t k = 0; k < LAYOUTS_SHOWN; k++)
        effects->alone[k] = centre - effects->alone[k];
    free(own);
    free(blocks);
    return layouts;
}

bool plot_layouts(Picture *picture, const PlotInput *input)
{
    const Comparison *comparison = input->comparison;
    PlotAxis axis = PLOT_AXIS_INIT;
    size_t rows = 0;
    size_t columns = 8;
    Effects *effects = mem_alloc(comparison->n_workloads, sizeof *effects);
    size_t *chosen = mem_alloc(comparison->n_workloads, sizeof *chosen);
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[input->order[i]];
        if (plot_is_drawn(c) && gather(input, c, &effects[i]) > 1)
            chosen[rows++] = i;
    }
    if (rows == 0) {
        free(chosen);
        free(effects);
        return picture_absent(picture, "each side was one linking; 'make layouts K=16' and run --layouts 16 make more");
    }
    Text policy = {0};
    Text alone = {0};
    Text labels = {0};
    for (size_t r = 0; r < rows; r++) {
        const Effects *e = &effects[chosen[r]];
        char *label = plot_label(&comparison->workloads[input->order[chosen[r]]]);
        columns = text_columns(label) > columns ? text_columns(label) : columns;
        text_add(&labels, "%zu\t", rows - r);
        escape_cell(&labels, label);
        text_add(&labels, "\t1\n");
        free(label);
        for (size_t k = 0; k < LAYOUTS_SHOWN; k++) {
            if (e->blocks[k] == 0)
                continue;
            plot_axis_add(&axis, e->policy[k]);
            plot_axis_add(&axis, e->alone[k]);
            text_add(&policy, "%zu\t%.7g\t%zu\n", rows - r, exp(e->policy[k]), k);
            text_add(&alone, "%zu\t%.7g\t%zu\n", rows - r, exp(e->alone[k]), k);
        }
    }
    picture->height = PICTURE_ROW * (int)rows + 8;
    picture->left = picture_label_pixels(columns);
    picture->has_key = true;
    plot_title(picture, input, "effect of code placement against effect of the change");
    text_add(&picture->subtitle, "one mark per linking of the same objects in another order");
    plot_small_print(
        picture, input,
        "Squares: the baseline alone in each layout, against its own mean: luck of placement (and drift). Circles: the "
        "speedup of the pairs measured in each layout. Means of the blocks of a layout, without intervals.");
    plot_axis_commands(&picture->setup, &axis, 'x');
    plot_axis_references(&picture->setup, &axis);
    plot_axis_label(&picture->setup, input, "x");
    text_add(&picture->setup, "        set yrange [0.4:%zu.6]\n        set ytics scale 0\n", rows);
    picture_data(picture, "labels", "row\tlabel\tone");
    text_add_bytes(&picture->data, text_string(&labels), labels.length);
    picture_data(picture, "alone", "row\tbaseline against its mean\tlayout");
    text_add_bytes(&picture->data, text_string(&alone), alone.length);
    picture_data(picture, "policy", "row\tspeedup\tlayout");
    text_add_bytes(&picture->data, text_string(&policy), policy.length);
    picture_element(picture, "labels", "using 3:1:ytic(2) with dots linecolor rgb ground notitle");
    picture_element(
        picture, "alone",
        "using 2:($1-0.16) with points pointtype 4 pointsize 0.7*dot linecolor rgb series3 title 'layout alone'");
    picture_element(picture, "policy",
                    "using 2:($1+0.12) with points pointtype 7 pointsize 0.7*dot linecolor rgb series2 title 'speedup "
                    "in each layout'");
    text_free(&policy);
    text_free(&alone);
    text_free(&labels);
    free(chosen);
    free(effects);
    return true;
}
