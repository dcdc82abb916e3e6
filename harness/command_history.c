/* framebench history: many result files as a list over time, and as a picture of it. */
#include "command.h"

#include "mem.h"
#include "place.h"
#include "plot_history.h"
#include "record.h"
#include "wording.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH_DATE = 17, WIDTH_HOST = 10, WIDTH_COMMIT = 9, WIDTH_SIDES = 13, WIDTH_GEOMEAN = 20 };

static int compare_points(const void *left, const void *right)
{
    const HistoryPoint *a = left;
    const HistoryPoint *b = right;
    int by_date = strcmp(a->created, b->created);
    return by_date != 0 ? by_date : strcmp(a->series, b->series);
}

/* The median grade of the suite's workloads. */
static char middle_grade(const Comparison *comparison)
{
    static const char grades[] = "ABCDF";
    size_t n = comparison->suite.n_workloads;
    size_t seen = 0;
    for (const char *grade = grades; *grade != '\0'; grade++)
        for (size_t i = 0; i < n; i++)
            if (comparison->workloads[comparison->suite_members[i]].grade == *grade && ++seen > n / 2)
                return *grade;
    return '-';
}

static HistoryPoint make_point(const Result *result, const Comparison *comparison)
{
    const char *a = compare_side(comparison, SIDE_A)->name;
    const char *b = compare_side(comparison, SIDE_B)->name;
    return (HistoryPoint){.created = mem_copy_text(result->created),
                          .host = mem_copy_text(result->hosts[0].name),
                          .commit = mem_copy_text(result->commit),
                          .series = mem_format("%s/%s", b, a),
                          .point = comparison->suite.geomean,
                          .low = comparison->suite.low,
                          .high = comparison->suite.high,
                          .n_workloads = comparison->suite.n_workloads,
                          .grade = comparison->descriptive ? '-' : middle_grade(comparison)};
}

static int add_file(const Options *options, const char *path, HistoryPoint **points, size_t *n, Error *error)
{
    Result result = {0};
    Metric metric;
    int status = command_read(options, &result, path, error);
    if (status == 0 && command_metric(options, &result, &metric, error) < 0)
        status = error_context(error, "%s", path);
    for (size_t side = 1; status == 0 && side < result.n_sides; side++) {
        Comparison comparison = compare_result(&result, side, metric);
        *points = mem_resize(*points, *n + 1, sizeof **points);
        (*points)[(*n)++] = make_point(&result, &comparison);
        compare_free(&comparison);
    }
    result_free(&result);
    return status;
}

static void print_points(const HistoryPoint *points, size_t n)
{
    Text text = {0};
    text_add(&text, "date              host       commit    sides         geomean              grade\n");
    for (size_t i = 0; i < n; i++) {
        Text cell = {0};
        text_add(&cell, "%.10s %.5s", points[i].created, strlen(points[i].created) > 11 ? points[i].created + 11 : "");
        text_add_left(&text, text_string(&cell), WIDTH_DATE);
        text_free(&cell);
        text_add(&text, " ");
        text_add_left(&text, points[i].host, WIDTH_HOST);
        text_add(&text, " ");
        text_add_left(&text, points[i].commit, WIDTH_COMMIT);
        text_add(&text, " ");
        text_add_left(&text, points[i].series, WIDTH_SIDES);
        text_add(&text, " ");
        wording_speedup(&cell, points[i].point);
        text_add(&cell, " ");
        wording_interval(&cell, points[i].low, points[i].high);
        text_add_left(&text, text_string(&cell), WIDTH_GEOMEAN);
        text_free(&cell);
        text_add(&text, " %c\n", points[i].grade);
    }
    text_add(&text, "\nThe grade is the median of the workloads'. Runs of different times and machines\n"
                    "are no test of each other: within a run the interval holds, between runs it does\nnot.\n");
    command_print(&text);
}

static int draw(const Options *options, const HistoryPoint *points, size_t n, Error *error)
{
    bool drawn = false;
    if (place_make_folder(options->out, error) < 0 || plot_history(points, n, options->out, &drawn, error) < 0)
        return -1;
    if (drawn)
        printf("plot: %s/history-over-time.svg\nplot: %s/history-over-time.png\n", options->out, options->out);
    else
        fprintf(stderr, "framebench: gnuplot is not installed, so there is no picture; script and data are in %s\n",
                options->out);
    return 0;
}

int command_history(const Options *options, Error *error)
{
    HistoryPoint *points = NULL;
    size_t n = 0;
    int status = 0;
    for (char **path = options->files; *path != NULL && status == 0; path++)
        status = add_file(options, *path, &points, &n, error);
    if (status == 0) {
        if (n > 0)
            qsort(points, n, sizeof *points, compare_points);
        print_points(points, n);
        status = options->out != NULL ? draw(options, points, n, error) : 0;
    }
    for (size_t i = 0; i < n; i++)
        plot_history_free(&points[i]);
    free(points);
    return status;
}
