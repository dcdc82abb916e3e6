/* sweep: speedup against a parameter of the workload, and where it crosses 1. Workloads tagged sweep:NAME=VALUE. */
#include "plot.h"

#include "escape.h"
#include "mem.h"
#include "stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 64, SWEEP_PIXELS = 330 };

typedef struct Point {
    double x, point, low, high; /* log-ratios */
} Point;

/* The parameter's value in a tag "sweep:NAME=VALUE" of this name; an empty name takes the first there is. */
static bool read_tag(const char *tag, char *name, double *value)
{
    const char *equals = strchr(tag, '=');
    if (strncmp(tag, "sweep:", 6) != 0 || equals == NULL || equals - tag - 6 >= NAME_MAX_BYTES || equals == tag + 6)
        return false;
    size_t length = (size_t)(equals - tag) - 6;
    char *end = NULL;
    *value = strtod(equals + 1, &end);
    if (end == equals + 1 || *end != '\0' || !isfinite(*value))
        return false;
    if (name[0] != '\0')
        return strlen(name) == length && strncmp(name, tag + 6, length) == 0;
    memcpy(name, tag + 6, length);
    name[length] = '\0';
    return true;
}

static int compare_points(const void *a, const void *b)
{
    double x = ((const Point *)a)->x;
    double y = ((const Point *)b)->x;
    return (x > y) - (x < y);
}

/* All points of the first parameter that occurs, in its order. */
static size_t gather(const PlotInput *input, Point *points, char *name)
{
    size_t count = 0;
    for (size_t w = 0; w < input->comparison->n_workloads; w++) {
        const WorkloadComparison *c = &input->comparison->workloads[w];
        for (size_t t = 0; t < c->workload->n_tags; t++) {
            double x;
            if (!plot_is_drawn(c) || !read_tag(c->workload->tags[t], name, &x))
                continue;
            bool has_interval = isfinite(c->estimate.low) && isfinite(c->estimate.high);
            points[count++] = (Point){x, c->estimate.point, has_interval ? c->estimate.low : c->estimate.point,
                                      has_interval ? c->estimate.high : c->estimate.point};
            break;
        }
    }
    qsort(points, count, sizeof *points, compare_points);
    return count;
}

/* Where the line through the points first crosses 0, by straight lines between them; NaN where it does not. */
static double crossing(const Point *points, size_t count, size_t member)
{
    for (size_t i = 1; i < count; i++) {
        double before = (&points[i - 1].point)[member];
        double after = (&points[i].point)[member];
        if ((before > 0.0) != (after > 0.0))
            return points[i - 1].x + (points[i].x - points[i - 1].x) * before / (before - after);
    }
    return NAN;
}

static void add_crossing(Picture *picture, const Point *points, size_t count, const char *name)
{
    double at = crossing(points, count, 0);
    double from = crossing(points, count, 1);
    double to = crossing(points, count, 2);
    char *short_name = escape_shorten(name, 40);
    if (!isfinite(at)) {
        text_add(&picture->subtitle, "no crossover: the speedup stays on one side of 1 over the whole range of %s", short_name);
        free(short_name);
        return;
    }
    text_add(&picture->subtitle, "crossover at %s = %.3g", short_name, at);
    if (isfinite(from) && isfinite(to)) {
        text_add(&picture->subtitle, " [%.3g, %.3g]", fmin(from, to), fmax(from, to));
        text_add(&picture->setup, "        set object 1 rectangle from first %.6g, graph 0 to first %.6g, graph 1 fillcolor rgb muted fillstyle transparent solid "
                                  "0.18 noborder behind\n", fmin(from, to), fmax(from, to));
    } else {
        text_add(&picture->subtitle, " (its interval reaches beyond what was measured)");
    }
    text_add(&picture->setup, "        set arrow 9 from first %.6g, graph 0 to first %.6g, graph 1 nohead linecolor rgb muted dashtype 2\n", at, at);
    free(short_name);
}

bool plot_sweep(Picture *picture, const PlotInput *input)
{
    char name[NAME_MAX_BYTES] = "";
    PlotAxis axis = PLOT_AXIS_INIT;
    Point *points = mem_alloc(input->comparison->n_workloads, sizeof *points);
    size_t count = gather(input, points, name);
    if (count < 3) {
        free(points);
        return picture_absent(picture, "fewer than three workloads are tagged sweep:NAME=VALUE");
    }
    picture_data(picture, "sweep", "parameter\tspeedup\tlow\thigh");
    for (size_t i = 0; i < count; i++) {
        text_add(&picture->data, "%.7g\t%.7g\t%.7g\t%.7g\n", points[i].x, exp(points[i].point), exp(points[i].low), exp(points[i].high));
        plot_axis_add(&axis, points[i].low);
        plot_axis_add(&axis, points[i].high);
    }
    picture->height = SWEEP_PIXELS;
    picture->left = 76;
    char *title = mem_format("speedup against %s", name);
    plot_title(picture, input, title);
    free(title);
    add_crossing(picture, points, count, name);
    plot_small_print(picture, input, "Band: 95% interval of each point, joined. Crossover: where straight lines between the points cross 1; its interval: where the "
                                     "ends of the intervals do.");
    plot_axis_commands(&picture->setup, &axis, 'y');
    plot_axis_label(&picture->setup, input, "y");
    text_add(&picture->setup, "        set grid xtics ytics linecolor rgb rule linetype 1\n        set format x '%%g'\n        set xlabel ");
    escape_gnuplot(&picture->setup, name);
    text_add(&picture->setup, " noenhanced\n        set arrow 1 from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb ink\n");
    picture_element(picture, "sweep", "using 1:3:4 with filledcurves fillcolor rgb series2 fillstyle transparent solid 0.25 noborder");
    picture_element(picture, "sweep", "using 1:2 with linespoints pointtype 7 pointsize 0.8 linewidth 2 linecolor rgb series2");
    free(points);
    return true;
}
