/* ecdf: how the speedups are spread over the workloads, as a cumulative share and as a histogram. */
#include "plot.h"

#include "mem.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>

enum { ECDF_PIXELS = 260, HISTOGRAM_PIXELS = 170, GAP_PIXELS = 46, BINS_MAX = 60 };

typedef struct Spread {
    double *point, *low, *high; /* log-ratios, each sorted by itself */
    size_t n;
} Spread;

static Spread gather(const PlotInput *input, PlotAxis *axis)
{
    const Comparison *comparison = input->comparison;
    Spread spread = {mem_alloc(comparison->n_workloads, sizeof(double)),
                     mem_alloc(comparison->n_workloads, sizeof(double)),
                     mem_alloc(comparison->n_workloads, sizeof(double)), 0};
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        if (!plot_is_drawn(c) || c->workload->control)
            continue;
        bool has_interval = isfinite(c->estimate.low) && isfinite(c->estimate.high);
        spread.point[spread.n] = c->estimate.point;
        spread.low[spread.n] = has_interval ? c->estimate.low : c->estimate.point;
        spread.high[spread.n] = has_interval ? c->estimate.high : c->estimate.point;
        plot_axis_add(axis, spread.low[spread.n]);
        plot_axis_add(axis, spread.high[spread.n]);
        spread.n++;
    }
    plot_sort(spread.point, spread.n);
    plot_sort(spread.low, spread.n);
    plot_sort(spread.high, spread.n);
    return spread;
}

static void add_steps(Picture *picture, const char *set, const double *sorted, size_t n, const PlotAxis *axis)
{
    picture_data(picture, set, "speedup\tshare of workloads, %");
    text_add(&picture->data, "%.9g\t0\n", axis->low);
    for (size_t i = 0; i < n; i++)
        text_add(&picture->data, "%.9g\t%.6g\n", exp(sorted[i]), 100.0 * (double)(i + 1) / (double)n);
    text_add(&picture->data, "%.9g\t100\n", axis->high);
}

/* Bins that are equal on the axis that is shown, in its own coordinates: logarithms where it is logarithmic. */
typedef struct Bins {
    bool is_log;
    double from, to, width;
} Bins;

static double on_axis(const Bins *bins, double log_ratio)
{
    return bins->is_log ? log_ratio : exp(log_ratio);
}

static double speedup_at(const Bins *bins, double x)
{
    return bins->is_log ? exp(x) : x;
}

/* Freedman and Diaconis 1981, between 8 and 60 bins, with a boundary at 1, so that no bin mixes faster and slower; the
 * axis grows to whole bins. */
static Bins lay_out_bins(const Spread *spread, PlotAxis *axis)
{
    Bins bins = {.is_log = plot_axis_is_log(axis)};
    double low = on_axis(&bins, log(axis->low));
    double high = on_axis(&bins, log(axis->high));
    double one = on_axis(&bins, 0.0);
    double quartiles = on_axis(&bins, plot_quantile(spread->point, spread->n, 0.75)) -
                       on_axis(&bins, plot_quantile(spread->point, spread->n, 0.25));
    bins.width = fmin(fmax(2.0 * quartiles / cbrt((double)spread->n), (high - low) / BINS_MAX), (high - low) / 8.0);
    bins.from = one - bins.width * ceil((one - low) / bins.width);
    bins.to = one + bins.width * ceil((high - one) / bins.width);
    plot_axis_add(axis, log(fmax(speedup_at(&bins, bins.from), 1e-9)));
    plot_axis_add(axis, log(speedup_at(&bins, bins.to)));
    return bins;
}

static void add_histogram(Picture *picture, const Spread *spread, const Bins *bins)
{
    picture_data(picture, "histogram", "speedup from\tto\tworkloads");
    size_t at = 0;
    size_t most = 0;
    for (double from = bins->from; at < spread->n; from += bins->width) {
        size_t count = 0;
        for (; at < spread->n && on_axis(bins, spread->point[at]) < from + bins->width; at++)
            count++;
        most = count > most ? count : most;
        if (count > 0)
            text_add(&picture->data, "%.9g\t%.9g\t%zu\n", speedup_at(bins, from), speedup_at(bins, from + bins->width),
                     count);
    }
    text_add(&picture->plots, "        set yrange [0:%.3g]\n        set ytics %s\n", 1.15 * (double)most + 0.2,
             most <= 8 ? "1" : "autofreq");
}

bool plot_ecdf(Picture *picture, const PlotInput *input)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    Spread spread = gather(input, &axis);
    if (spread.n == 0) {
        free(spread.point);
        free(spread.low);
        free(spread.high);
        return picture_absent(picture, "no workload but controls was measured on both sides");
    }
    picture->height = ECDF_PIXELS + GAP_PIXELS + HISTOGRAM_PIXELS;
    picture->left = 78;
    picture->above = 16;
    plot_title(picture, input, "how the speedups are spread over workloads");
    wording_closing(&picture->subtitle, input->comparison);
    text_add(&picture->alt, "Cumulative share and histogram of the speedups of %zu workloads: ", spread.n);
    wording_closing(&picture->alt, input->comparison);
    plot_small_print(
        picture, input,
        "Solid: the share of workloads (controls left out) that gain at most this much. Dashed: the same of the "
        "lower and the upper ends of their 95% intervals. Below: the number of workloads per bin.");
    PlotAxis shown = axis;
    Bins bins = lay_out_bins(&spread, &shown);
    text_add(&picture->setup, "        set multiplot\n");
    plot_axis_commands(&picture->setup, &shown, 'x');
    plot_axis_references(&picture->setup, &shown);
    text_add(&picture->setup,
             "        set bmargin at screen top - %d / height\n        set yrange [0:104]\n"
             "        set ylabel 'workloads, cumulative'\n        set format y '%%g%%%%'\n        set ytics 25\n"
             "        set grid xtics ytics linecolor rgb rule linewidth 1 linetype 1\n",
             ECDF_PIXELS);
    add_steps(picture, "ends_low", spread.low, spread.n, &shown);
    picture_element(picture, "ends_low", "using 1:2 with steps linecolor rgb muted dashtype 3 linewidth 1.2");
    add_steps(picture, "ends_high", spread.high, spread.n, &shown);
    picture_element(picture, "ends_high", "using 1:2 with steps linecolor rgb muted dashtype 3 linewidth 1.2");
    add_steps(picture, "ecdf", spread.point, spread.n, &shown);
    picture_element(picture, "ecdf", "using 1:2 with steps linecolor rgb faster linewidth 2");
    picture_element(
        picture, "ecdf",
        "using ($0 > 0 && $1 < %.9g ? $1 : NaN):2 with points pointtype 7 pointsize 0.5*dot linecolor rgb faster",
        shown.high);
    picture_panel(picture);
    text_add(
        &picture->plots,
        "        unset label\n        set tmargin at screen top - %d / height\n        set bmargin at screen bottom\n"
        "        set format y '%%g'\n        set ylabel 'workloads'\n",
        ECDF_PIXELS + GAP_PIXELS);
    plot_axis_label(&picture->plots, input, "x");
    add_histogram(picture, &spread, &bins);
    picture_element(picture, "histogram",
                    "using ($2 <= 1.0000001 ? ($1+$2)/2 : NaN):3:1:2:(0):3 with boxxyerror fillcolor rgb slower "
                    "fillstyle transparent solid 0.35 border linecolor rgb slower");
    picture_element(picture, "histogram",
                    "using ($2 > 1.0000001 ? ($1+$2)/2 : NaN):3:1:2:(0):3 with boxxyerror fillcolor rgb faster "
                    "fillstyle transparent solid 0.35 border linecolor rgb faster");
    picture_element(picture, "histogram",
                    "using (($1+$2)/2):3:3 with labels offset 0,0.6 font ',11' textcolor rgb ink");
    free(spread.point);
    free(spread.low);
    free(spread.high);
    return true;
}
