/* ridges: the distribution of the paired ratios per workload, and of all together. */
#include "plot.h"

#include "density.h"
#include "escape.h"
#include "mem.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 120, ROW_PIXELS = 34 };

static const double quantiles[] = {0.1, 0.5, 0.9};

typedef struct Ridge {
    char *label;
    const char *set; /* faster, slower, unclear or all: also the colour */
    double *pairs;   /* sorted log-ratios */
    size_t n;
    const WorkloadComparison *c; /* NULL: all together */
    double bandwidth, peak;
} Ridge;

static const char *class_of(const WorkloadComparison *c)
{
    return c->verdict == VERDICT_FASTER ? "faster" : c->verdict == VERDICT_SLOWER ? "slower" : "unclear";
}

static void finish(Ridge *ridge)
{
    plot_sort(ridge->pairs, ridge->n);
    ridge->bandwidth = density_bandwidth(ridge->pairs, ridge->n);
    double low = ridge->pairs[0] - 3.0 * ridge->bandwidth;
    double high = ridge->pairs[ridge->n - 1] + 3.0 * ridge->bandwidth;
    for (int i = 0; i <= STEPS; i++)
        ridge->peak =
            fmax(ridge->peak, density_at(ridge->pairs, ridge->n, ridge->bandwidth, low + (high - low) * i / STEPS));
}

/* From top to bottom; the first is all workloads that are no controls. */
static Ridge *gather(const PlotInput *input, size_t *count)
{
    const Comparison *comparison = input->comparison;
    Ridge *ridges = mem_alloc(comparison->n_workloads + 1, sizeof *ridges);
    Ridge all = {.set = "all"};
    *count = 1;
    for (size_t i = 0; i < comparison->n_workloads; i++) {
        const WorkloadComparison *c = &comparison->workloads[input->order[i]];
        Ridge ridge = {.set = class_of(c), .c = c};
        if (!plot_is_drawn(c))
            continue;
        ridge.pairs = plot_pairs(input, c, &ridge.n);
        if (ridge.n == 0) {
            free(ridge.pairs);
            continue;
        }
        if (!c->workload->control) {
            all.pairs = mem_resize(all.pairs, all.n + ridge.n, sizeof *all.pairs);
            memcpy(all.pairs + all.n, ridge.pairs, ridge.n * sizeof *all.pairs);
            all.n += ridge.n;
        }
        finish(&ridge);
        ridge.label = plot_label(c);
        ridges[(*count)++] = ridge;
    }
    if (all.n > 0) {
        finish(&all);
        all.label = mem_format("ALL");
        ridges[0] = all;
    } else {
        memmove(ridges, ridges + 1, --*count * sizeof *ridges);
    }
    return ridges;
}

/* One closed polygon; its foot is at y. */
static void add_outline(Text *data, const Ridge *ridge, size_t y)
{
    double low = ridge->pairs[0] - 3.0 * ridge->bandwidth;
    double high = ridge->pairs[ridge->n - 1] + 3.0 * ridge->bandwidth;
    text_add(data, "%.7g\t%zu\n", exp(low), y);
    for (int i = 0; i <= STEPS; i++) {
        double x = low + (high - low) * i / STEPS;
        double height = 0.8 * density_at(ridge->pairs, ridge->n, ridge->bandwidth, x) / ridge->peak;
        text_add(data, "%.7g\t%.4f\n", exp(x), (double)y + height);
    }
    text_add(data, "%.7g\t%zu\n\n", exp(high), y);
}

static void add_class(Picture *picture, const Ridge *ridges, size_t count, const char *set, const char *legend)
{
    bool started = false;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(ridges[i].set, set) != 0)
            continue;
        if (!started)
            picture_data(picture, set, "speedup\trow + density");
        started = true;
        add_outline(&picture->data, &ridges[i], count - i);
    }
    if (!started)
        return;
    const char *color = strcmp(set, "all") == 0 ? "ink" : set;
    picture_element(picture, set,
                    "using 1:2 with filledcurves closed fillcolor rgb %s fillstyle transparent solid 0.3 border "
                    "linecolor rgb %s title '%s'",
                    color, color, legend);
}

static void add_marks(Picture *picture, const Ridge *ridges, size_t count)
{
    picture_data(picture, "quantiles", "speedup\trow\theight");
    for (size_t i = 0; i < count; i++)
        for (size_t q = 0; q < sizeof quantiles / sizeof *quantiles; q++) {
            double x = plot_quantile(ridges[i].pairs, ridges[i].n, quantiles[q]);
            double height = 0.8 * density_at(ridges[i].pairs, ridges[i].n, ridges[i].bandwidth, x) / ridges[i].peak;
            text_add(&picture->data, "%.7g\t%zu\t%.4f\n", exp(x), count - i, height);
        }
    picture_element(picture, "quantiles", "using 1:2:(0):3 with vectors nohead linecolor rgb ink linewidth 1 notitle");
    picture_data(picture, "blocks", "speedup of one block\trow");
    bool any = false;
    for (size_t i = 0; i < count; i++)
        for (size_t b = 0; ridges[i].c != NULL && b < ridges[i].c->n_blocks; b++, any = true)
            text_add(&picture->data, "%.7g\t%zu\n", exp(ridges[i].c->d[b]), count - i);
    if (any)
        picture_element(picture, "blocks",
                        "using 1:($2-0.17):(0):(0.1) with vectors nohead linecolor rgb muted linewidth 0.7 notitle");
    picture_data(picture, "labels", "row\tlabel\tmedian");
    for (size_t i = 0; i < count; i++) {
        text_add(&picture->data, "%zu\t", count - i);
        escape_cell(&picture->data, ridges[i].label);
        text_add(&picture->data, "\t");
        wording_speedup(&picture->data, plot_quantile(ridges[i].pairs, ridges[i].n, 0.5));
        text_add(&picture->data, "\xc3\x97\n");
    }
    picture_element(
        picture, "labels",
        "using (right_edge):($1+0.15):3:ytic(2) with labels left offset 1,0 font ',11' textcolor rgb ink notitle");
}

bool plot_ridges(Picture *picture, const PlotInput *input)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    size_t count = 0;
    size_t columns = 8;
    Ridge *ridges = gather(input, &count);
    if (count == 0) {
        free(ridges);
        return picture_absent(picture, "no workload was measured on both sides");
    }
    for (size_t i = 0; i < count; i++) {
        columns = text_columns(ridges[i].label) > columns ? text_columns(ridges[i].label) : columns;
        plot_axis_add(&axis, plot_quantile(ridges[i].pairs, ridges[i].n, 0.005));
        plot_axis_add(&axis, plot_quantile(ridges[i].pairs, ridges[i].n, 0.995));
    }
    picture->height = ROW_PIXELS * (int)count + 16;
    picture->left = picture_label_pixels(columns);
    picture->right = 80;
    picture->has_key = true;
    plot_title(picture, input, "distribution of the paired ratios");
    text_add(&picture->subtitle,
             "one ridge per workload, from the ratios of values measured one after the other; number: median");
    text_add(&picture->alt, "Density of the paired speedups of each of %zu rows, ALL on top.", count);
    plot_small_print(
        picture, input,
        "Kernel density (Gaussian, Silverman), each scaled to the same height; lines inside: 10%, 50% and 90% "
        "quantile of the pairs; ticks below: single blocks. A spread of pairs, not an interval of the mean.");
    plot_axis_commands(&picture->setup, &axis, 'x');
    plot_axis_references(&picture->setup, &axis);
    plot_axis_label(&picture->setup, input, "x");
    text_add(&picture->setup, "        set yrange [0.7:%zu.95]\n        set ytics scale 0 offset 0,0.4\n", count);
    add_class(picture, ridges, count, "all", "all but controls");
    add_class(picture, ridges, count, "faster", "faster");
    add_class(picture, ridges, count, "slower", "slower");
    add_class(picture, ridges, count, "unclear", "no verdict");
    add_marks(picture, ridges, count);
    for (size_t i = 0; i < count; i++) {
        free(ridges[i].label);
        free(ridges[i].pairs);
    }
    free(ridges);
    return true;
}
