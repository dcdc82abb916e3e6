/* framebench plot: the pictures of a result file. */
#include "command.h"

#include "mem.h"
#include "place.h"
#include "plot.h"
#include "plot_terminal.h"
#include "record.h"
#include "table.h"
#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void report(const Options *options, const PlotOutcomes *outcomes, const char *folder)
{
    bool missing = false;
    for (size_t i = 0; i < outcomes->count; i++) {
        const PlotOutcome *outcome = &outcomes->items[i];
        missing = missing || (outcome->written && !outcome->drawn);
        if (outcome->drawn)
            printf("plot: %s/%s-%s.svg\n", folder, outcomes->base, outcome->name);
        if (outcome->absent != NULL && (options->verbose || options->only != NULL))
            fprintf(stderr, "framebench: no picture %s: %s\n", outcome->name, outcome->absent);
    }
    if (missing)
        fprintf(stderr,
                "framebench: gnuplot is not installed, so there is no picture; scripts and data are in %s "
                "(sudo apt-get install gnuplot-nox)\n",
                folder);
}

enum { TERMINAL_COLUMNS = 80 };

static void draw_in_terminal(const Result *result, size_t side, Metric metric)
{
    Comparison comparison = compare_result(result, side, metric);
    size_t *order = mem_alloc(comparison.n_workloads, sizeof *order);
    Text text = {0};
    table_order(&comparison, order);
    PlotInput input = {.result = result, .comparison = &comparison, .order = order, .metric = metric};
    if (side > 1)
        text_add(&text, "\n");
    plot_terminal(&text, &input, terminal_columns(TERMINAL_COLUMNS));
    command_print(&text);
    free(order);
    compare_free(&comparison);
}

static int plot_file(const Options *options, const char *file, Error *error)
{
    Result result = {0};
    char *folder = options->out != NULL ? mem_copy_text(options->out) : place_folder_of(file);
    char *base = place_base_of(file);
    int status = command_read(options, &result, file, error);
    if (status == 0 && !options->terminal)
        status = place_make_folder(folder, error);
    Metric metric = METRIC_CPU;
    if (status == 0)
        status = command_metric(options, &result, &metric, error);
    for (size_t side = 1; side < result.n_sides && status == 0; side++) {
        PlotOutcomes outcomes = {0};
        if (options->terminal) {
            draw_in_terminal(&result, side, metric);
            continue;
        }
        status = plot_side(&result, side, metric, options->only, folder, base, &outcomes, error);
        if (status == 0)
            report(options, &outcomes, folder);
        plot_free(&outcomes);
    }
    free(base);
    free(folder);
    result_free(&result);
    return status;
}

static int check_names(char **only, Error *error)
{
    for (char **word = only; word != NULL && *word != NULL; word++) {
        Text names = {0};
        bool known = false;
        for (size_t i = 0; plot_name(i) != NULL; i++) {
            known = known || strcmp(plot_name(i), *word) == 0;
            text_add(&names, "%s%s", i == 0 ? "" : ", ", plot_name(i));
        }
        if (!known)
            error_set(error, "--only %s: no such picture; there are %s", *word, text_string(&names));
        text_free(&names);
        if (!known)
            return -1;
    }
    return 0;
}

int command_plot(const Options *options, Error *error)
{
    if (check_names(options->only, error) < 0)
        return -1;
    for (char **file = options->files; *file != NULL; file++)
        if (plot_file(options, *file, error) < 0)
            return -1;
    return 0;
}
