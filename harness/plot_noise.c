/* noise: what pairing gains per workload, and whether the blocks' ratios are spread as a normal distribution. */
#include "plot.h"

#include "distribution.h"
#include "escape.h"
#include "mem.h"
#include "stats.h"

#include <math.h>
#include <stdlib.h>

enum { ROW_PIXELS = 20, GAP_PIXELS = 62, QQ_PIXELS = 260 };

static bool has_noise(const WorkloadComparison *c)
{
    return plot_is_drawn(c) && c->noise.block > 0.0 && c->noise.within > 0.0 && c->noise.raw[SIDE_A] > 0.0 &&
           c->noise.raw[SIDE_B] > 0.0;
}

static size_t add_spreads(Picture *picture, const PlotInput *input, size_t rows, PlotAxis *axis)
{
    size_t columns = 8;
    size_t y = rows;
    picture_data(picture, "spreads", "row\tlabel\tsd within blocks, %\tsd of blocks\tsd of raw medians A\tof B\tgain");
    for (size_t i = 0; i < input->comparison->n_workloads; i++) {
        const WorkloadComparison *c = &input->comparison->workloads[input->order[i]];
        if (!has_noise(c))
            continue;
        char *label = plot_label(c);
        columns = text_columns(label) > columns ? text_columns(label) : columns;
        text_add(&picture->data, "%zu\t", y--);
        escape_cell(&picture->data, label);
        text_add(&picture->data, "\t%.6g\t%.6g\t%.6g\t%.6g\t%.1f\xc3\x97\n", 100.0 * c->noise.within,
                 100.0 * c->noise.block, 100.0 * c->noise.raw[SIDE_A], 100.0 * c->noise.raw[SIDE_B],
                 c->noise.pairing_gain);
        free(label);
        const double sds[] = {c->noise.within, c->noise.block, c->noise.raw[SIDE_A], c->noise.raw[SIDE_B]};
        for (size_t k = 0; k < sizeof sds / sizeof *sds; k++) {
            axis->low = fmin(axis->low, 100.0 * sds[k]);
            axis->high = fmax(axis->high, 100.0 * sds[k]);
        }
    }
    return columns;
}

/* All blocks' deviations from their workload's median, in robust standard deviations. */
static void add_quantiles(Picture *picture, const PlotInput *input)
{
    double *z = NULL;
    size_t n = 0;
    for (size_t w = 0; w < input->comparison->n_workloads; w++) {
        const WorkloadComparison *c = &input->comparison->workloads[w];
        if (!has_noise(c))
            continue;
        double centre = stats_median(c->d, c->n_blocks);
        double spread = stats_mad_sd(c->d, c->n_blocks);
        if (!(spread > 0.0))
            continue;
        z = mem_resize(z, n + c->n_blocks, sizeof *z);
        for (size_t b = 0; b < c->n_blocks; b++)
            z[n++] = (c->d[b] - centre) / spread;
    }
    plot_sort(z, n);
    picture_data(picture, "quantiles", "normal quantile\tblock's deviation");
    for (size_t i = 0; i < n; i++)
        text_add(&picture->data, "%.5g\t%.5g\n", distribution_normal_quantile(((double)i + 0.5) / (double)n),
                 fmin(fmax(z[i], -6.0), 6.0));
    if (n == 0)
        text_add(&picture->data, "0\t0\n");
    free(z);
}

/* One side's own spread, with the side's name in the legend. */
static void add_alone(Picture *picture, const PlotInput *input, int arm, const char *marks)
{
    Text title = {0};
    char *name = escape_shorten(compare_side(input->comparison, arm)->name, 20);
    char *legend = mem_format("%s alone", name);
    escape_gnuplot(&title, legend);
    picture_element(picture, "spreads", "%s linecolor rgb series1 title %s", marks, text_string(&title));
    text_free(&title);
    free(legend);
    free(name);
}

bool plot_noise(Picture *picture, const PlotInput *input)
{
    size_t rows = 0;
    for (size_t w = 0; w < input->comparison->n_workloads; w++)
        rows += has_noise(&input->comparison->workloads[w]);
    if (rows == 0)
        return picture_absent(picture, "no workload has blocks whose noise is known");
    PlotAxis axis = {1.0, 1.0};
    int top_pixels = ROW_PIXELS * (int)rows + 8;
    picture->height = top_pixels + GAP_PIXELS + QQ_PIXELS;
    picture->left = picture_label_pixels(add_spreads(picture, input, rows, &axis));
    picture->right = 70;
    picture->has_key = true;
    plot_title(picture, input, "noise, and what pairing removes of it");
    text_add(
        &picture->subtitle,
        "right: how many times wider an unpaired comparison would be; below: blocks against the normal distribution");
    plot_small_print(
        picture, input,
        "Standard deviations: of pairs within a block; of block ratios; of each side's own block medians, which an "
        "unpaired design would have to live with. Points far off the line below: tails heavier than normal.");
    text_add(&picture->setup,
             "        set multiplot\n        set bmargin at screen top - %d / height\n        set logscale x 10\n"
             "        set format x '%%g%%%%'\n        set xlabel 'standard deviation of log time'\n"
             "        set yrange [0.4:%zu.6]\n        set ytics scale 0\n        set xrange [%.5g:%.5g]\n        "
             "right_edge = %.5g\n",
             top_pixels, rows, 0.8 * axis.low, 1.25 * axis.high, 1.25 * axis.high);
    plot_log_tics(&picture->setup, 'x', 0.8 * axis.low, 1.25 * axis.high);
    add_alone(picture, input, SIDE_A, "using 5:1:ytic(2) with points pointtype 8 pointsize dot");
    add_alone(picture, input, SIDE_B, "using 6:1 with points pointtype 10 pointsize dot");
    picture_element(picture, "spreads",
                    "using 4:1 with points pointtype 5 pointsize dot linecolor rgb series3 title 'blocks, paired'");
    picture_element(picture, "spreads",
                    "using 3:1 with points pointtype 7 pointsize dot linecolor rgb series2 title 'pairs in a block'");
    picture_element(picture, "spreads",
                    "using (right_edge):1:7 with labels left offset 1,0 font ',11' textcolor rgb ink notitle");
    picture_panel(picture);
    text_add(
        &picture->plots,
        "        unset label\n        unset key\n        unset logscale\n        set xtics autofreq\n"
        "        set tmargin at screen top - %d / height\n        set bmargin at screen bottom\n"
        "        set format x '%%g'\n        set format y '%%g'\n        set yrange [-6.3:6.3]\n        set xrange "
        "[-3.8:3.8]\n"
        "        set ytics scale 0.5\n        set ytics -6,3,6\n        set arrow 1 from first -3.8, first -3.8 to "
        "first 3.8, first 3.8 nohead back linecolor rgb muted\n        set xlabel 'quantile of the normal "
        "distribution'\n"
        "        set ylabel 'block deviation, robust sd'\n        set grid xtics ytics linecolor rgb rule linetype 1\n",
        top_pixels + GAP_PIXELS);
    add_quantiles(picture, input);
    picture_element(picture, "quantiles", "using 1:2 with points pointtype 7 pointsize 0.35*dot linecolor rgb series2");
    return true;
}
