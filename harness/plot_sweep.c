/* sweep: speedup against a parameter of the workload, and where it crosses 1; a panel for each parameter. */
#include "plot.h"

#include "escape.h"
#include "mem.h"
#include "sweep.h"
#include "table_sweep.h"

#include <math.h>
#include <stdlib.h>

enum { PANEL_PIXELS = 210, GAP_PIXELS = 70 };

/* The low end of the point's interval, the estimate, the high end; the estimate for all where there is no interval. */
static void ends_of(const WorkloadComparison *c, double ends[3])
{
    bool has_interval = isfinite(c->estimate.low) && isfinite(c->estimate.high);
    ends[0] = has_interval ? c->estimate.low : c->estimate.point;
    ends[1] = c->estimate.point;
    ends[2] = has_interval ? c->estimate.high : c->estimate.point;
}

/* One panel's points as data; they also widen its axis. */
static char *add_points(Picture *picture, const Sweep *sweep, size_t panel, PlotAxis *axis)
{
    char *set = mem_format("sweep%zu", panel);
    picture_data(picture, set, "parameter\tspeedup\tlow\thigh");
    for (size_t i = 0; i < sweep->n_points; i++) {
        double ends[3];
        ends_of(sweep->points[i].workload, ends);
        text_add(&picture->data, "%.7g\t%.7g\t%.7g\t%.7g\n", sweep->points[i].x, exp(ends[1]), exp(ends[0]),
                 exp(ends[2]));
        plot_axis_add(axis, ends[0]);
        plot_axis_add(axis, ends[2]);
    }
    return set;
}

/* Shares that begin at 0 lie evenly, sizes that double lie by their logarithm. */
static bool is_log(const Sweep *sweep)
{
    return sweep->points[0].x > 0.0 && sweep->points[sweep->n_points - 1].x >= 10.0 * sweep->points[0].x;
}

/* The place of the crossover and its interval, which may reach beyond the panel. */
static void mark_crossover(Text *plots, const Sweep *sweep)
{
    const Crossover *c = &sweep->crossover;
    double low = isfinite(c->low) ? c->low : sweep->points[0].x;
    double high = isfinite(c->high) ? c->high : sweep->points[sweep->n_points - 1].x;
    text_add(plots, "        unset object 1\n        unset arrow 9\n");
    if (c->possible)
        text_add(plots,
                 "        set object 1 rectangle from first %.6g, graph 0 to first %.6g, graph 1 fillcolor rgb muted "
                 "fillstyle "
                 "transparent solid 0.18 noborder behind\n",
                 low, high);
    if (isfinite(c->at))
        text_add(plots,
                 "        set arrow 9 from first %.6g, graph 0 to first %.6g, graph 1 nohead linecolor rgb muted "
                 "dashtype 2\n",
                 c->at, c->at);
}

static void add_panel(Picture *picture, const PlotInput *input, const Sweep *sweep, size_t panel)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    Text *plots = &picture->plots;
    Text title = {0};
    char *set = add_points(picture, sweep, panel, &axis);
    int top = (int)panel * (PANEL_PIXELS + GAP_PIXELS);
    table_crossover(&title, sweep);
    picture_panel(picture);
    text_add(plots,
             "        set tmargin at screen top - %d / height\n        set bmargin at screen top - %d / height\n       "
             " set title ",
             top, top + PANEL_PIXELS);
    escape_gnuplot(plots, text_string(&title));
    text_add(plots, " noenhanced font ',11' offset 0,-0.6 textcolor rgb ink\n        set xlabel ");
    escape_gnuplot(plots, sweep->name);
    text_add(plots, " noenhanced font ',11' offset 0,0.4\n        %s logscale x\n        set xrange [%.6g:%.6g]\n",
             is_log(sweep) ? "set" : "unset", sweep->points[0].x, sweep->points[sweep->n_points - 1].x);
    plot_axis_commands(plots, &axis, 'y');
    plot_axis_label(plots, input, "y");
    text_add(plots, "        set format x '%%g'\n");
    mark_crossover(plots, sweep);
    picture_element(
        picture, set,
        "using 1:3:4 with filledcurves fillcolor rgb series2 fillstyle transparent solid 0.25 noborder notitle");
    picture_element(
        picture, set,
        "using 1:2 with linespoints pointtype 7 pointsize 0.8*dot linewidth 2 linecolor rgb series2 notitle");
    text_free(&title);
    free(set);
}

bool plot_sweep(Picture *picture, const PlotInput *input)
{
    Sweep *sweeps;
    size_t n = sweeps_new(input->comparison, &sweeps);
    if (n == 0)
        return picture_absent(picture, "fewer than %d workloads are tagged sweep:NAME=VALUE", SWEEP_LEAST_POINTS);
    picture->height = (int)n * (PANEL_PIXELS + GAP_PIXELS) - GAP_PIXELS + 24;
    picture->left = 76;
    picture->above = 24;
    plot_title(picture, input, "speedup by parameter");
    text_add(&picture->subtitle, "grey: where the speedup crosses 1, and the interval of that place");
    plot_small_print(picture, input,
                     "Band: 95% interval of each point, joined. Crossover: straight lines between the points, of the "
                     "time saved per call; its interval: "
                     "where the interval of that line holds 0.");
    text_add(&picture->setup,
             "        set multiplot\n        set grid xtics ytics linecolor rgb rule linetype 1\n"
             "        set arrow 1 from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb ink\n");
    for (size_t i = 0; i < n; i++)
        add_panel(picture, input, &sweeps[i], i);
    sweeps_free(sweeps, n);
    return true;
}
