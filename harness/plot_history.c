#include "plot_history.h"

#include "mem.h"
#include "picture.h"
#include "plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { HISTORY_PIXELS = 320 };

void plot_history_free(HistoryPoint *point)
{
    free(point->created);
    free(point->host);
    free(point->commit);
    free(point->series);
    *point = (HistoryPoint){0};
}

static bool is_shown(const HistoryPoint *point)
{
    return isfinite(point->point) && strcmp(point->created, "unknown") != 0;
}

static bool is_same_line(const HistoryPoint *a, const HistoryPoint *b)
{
    return strcmp(a->series, b->series) == 0 && strcmp(a->host, b->host) == 0;
}

/* The first point of each line stands for it. */
static bool opens_line(const HistoryPoint *points, size_t i)
{
    if (!is_shown(&points[i]))
        return false;
    for (size_t k = 0; k < i; k++)
        if (is_shown(&points[k]) && is_same_line(&points[k], &points[i]))
            return false;
    return true;
}

/* A name in single quotes of gnuplot, where a quote is doubled; enhanced text is off. */
static char *quoted_title(const HistoryPoint *point)
{
    Text text = {0};
    char *title = mem_format("%s on %s", point->series, point->host);
    for (const char *at = title; *at != '\0'; at++)
        text_add(&text, *at == '\'' ? "''" : "%c", (unsigned char)*at < 0x20 ? ' ' : *at);
    free(title);
    title = mem_copy_text(text_string(&text));
    text_free(&text);
    return title;
}

static void add_line(Picture *picture, const HistoryPoint *points, size_t n, size_t first, size_t number)
{
    char *set = mem_format("line%zu", number);
    char *title = quoted_title(&points[first]);
    size_t color = number % PICTURE_SERIES + 1;
    picture_data(picture, set, "date\tspeedup\tlow\thigh\tcommit");
    for (size_t i = first; i < n; i++) {
        if (!is_shown(&points[i]) || !is_same_line(&points[i], &points[first]))
            continue;
        bool has_interval = isfinite(points[i].low) && isfinite(points[i].high);
        text_add(&picture->data, "%s\t%.9g\t%.9g\t%.9g\t%s\n", points[i].created, exp(points[i].point),
                 exp(has_interval ? points[i].low : points[i].point),
                 exp(has_interval ? points[i].high : points[i].point), points[i].commit);
    }
    picture_element(picture, set,
                    "using 1:2:3:4 with yerrorbars pointtype %zu pointsize 0.8*dot linecolor rgb series%zu notitle",
                    5 + 2 * (number % 5), color);
    picture_element(
        picture, set,
        "using 1:2 with linespoints pointtype %zu pointsize 0.8*dot linecolor rgb series%zu title '%s' noenhanced",
        5 + 2 * (number % 5), color, title);
    free(title);
    free(set);
}

static void fill(Picture *picture, const HistoryPoint *points, size_t n, size_t runs)
{
    PlotAxis axis = PLOT_AXIS_INIT;
    for (size_t i = 0; i < n; i++)
        if (is_shown(&points[i])) {
            plot_axis_add(&axis, isfinite(points[i].low) ? points[i].low : points[i].point);
            plot_axis_add(&axis, isfinite(points[i].high) ? points[i].high : points[i].point);
        }
    picture->name = "over-time";
    picture->height = HISTORY_PIXELS;
    picture->left = 84;
    picture->right = 50;
    picture->has_key = true;
    text_add(&picture->title, "Geometric means over time");
    text_add(&picture->subtitle, "%zu runs; a line joins runs of the same sides on the same machine", runs);
    text_add(&picture->small_print,
             "Bars: 95%% interval of each run's geometric mean, which holds within the run. Between "
             "runs nothing is tested.\n");
    text_add(&picture->alt, "Geometric mean speedups of %zu runs over time.", runs);
    plot_axis_commands(&picture->setup, &axis, 'y');
    text_add(&picture->setup, "        set xdata time\n        set timefmt '%%Y-%%m-%%dT%%H:%%M:%%SZ'\n"
                              "        set format x '%%Y-%%m-%%d'\n        set xtics rotate by -30\n"
                              "        set ylabel 'speedup, geometric mean' offset 1,0\n"
                              "        set grid ytics linecolor rgb rule linewidth 1 linetype 1\n");
}

int plot_history(const HistoryPoint *points, size_t n, const char *folder, bool *drawn, Error *error)
{
    Picture picture = {0};
    size_t runs = 0;
    size_t lines = 0;
    for (size_t i = 0; i < n; i++)
        runs += is_shown(&points[i]);
    if (runs == 0)
        return error_set(error, "none of these results has both a date and a geometric mean; there is nothing to draw");
    fill(&picture, points, n, runs);
    for (size_t i = 0; i < n; i++)
        if (opens_line(points, i))
            add_line(&picture, points, n, i, lines++);
    int status = picture_write(&picture, folder, "history", drawn, error);
    picture_free(&picture);
    return status;
}
