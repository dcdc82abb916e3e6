/* framebench report: the pictures, and the page or comment that shows them. */
#include "command.h"

#include "mem.h"
#include "place.h"
#include "record.h"
#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* Where the report goes: --out when it names a file, a file named after the result in that folder otherwise. */
static char *choose_path(const Options *options, const char *file)
{
    const char *suffix = options->markdown ? ".md" : ".html";
    char *base = place_base_of(file);
    char *folder = place_folder_of(file);
    size_t length = options->out != NULL ? strlen(options->out) : 0;
    size_t ending = strlen(suffix);
    char *path = length > ending && strcmp(options->out + length - ending, suffix) == 0
                     ? mem_copy_text(options->out)
                     : mem_format("%s/%s%s", options->out != NULL ? options->out : folder, base, suffix);
    free(folder);
    free(base);
    return path;
}

static int draw(Report *report, Comparison *comparisons, PlotOutcomes *plots, Metric metric, const char *base,
                Error *error)
{
    for (size_t i = 0; i < report->count; i++) {
        comparisons[i] = compare_result(report->result, i + 1, metric);
        if (plot_side(report->result, i + 1, metric, NULL, report->folder, base, &plots[i], error) < 0)
            return -1;
        for (size_t p = 0; p < plots[i].count; p++)
            if (plots[i].items[p].written && !plots[i].items[p].drawn)
                report->gnuplot_missing = true;
    }
    return 0;
}

static int write_report(const Options *options, const Result *result, Metric metric, const char *file, Error *error)
{
    size_t count = result->n_sides - 1;
    char *path = choose_path(options, file);
    char *folder = place_folder_of(path);
    char *base = place_base_of(file);
    Comparison *comparisons = mem_alloc(count, sizeof *comparisons);
    PlotOutcomes *plots = mem_alloc(count, sizeof *plots);
    Text text = {0};
    Report report = {.result = result,
                     .comparisons = comparisons,
                     .plots = plots,
                     .count = count,
                     .file = file_name(file),
                     .folder = folder};
    int status = place_make_folder(folder, error);
    if (status == 0)
        status = draw(&report, comparisons, plots, metric, base, error);
    if (status == 0) {
        (options->markdown ? report_markdown : report_html)(&text, &report);
        status = place_write(path, &text, error);
    }
    if (status == 0 && report.gnuplot_missing)
        fprintf(
            stderr,
            "framebench: gnuplot is not installed, so the report has no pictures (sudo apt-get install gnuplot-nox)\n");
    if (status == 0)
        printf("report: %s\n", path);
    for (size_t i = 0; i < count; i++) {
        compare_free(&comparisons[i]);
        plot_free(&plots[i]);
    }
    text_free(&text);
    free(plots);
    free(comparisons);
    free(base);
    free(folder);
    free(path);
    return status;
}

int command_report(const Options *options, Error *error)
{
    for (char **file = options->files; *file != NULL; file++) {
        Result result = {0};
        Metric metric = METRIC_CPU;
        int status = command_read(options, &result, *file, error);
        if (status == 0)
            status = command_metric(options, &result, &metric, error);
        if (status == 0)
            status = write_report(options, &result, metric, *file, error);
        result_free(&result);
        if (status < 0)
            return -1;
    }
    return 0;
}
