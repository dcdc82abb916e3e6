/* framebench plot: the pictures of a result file. */
#include "command.h"

#include "compare.h"
#include "mem.h"
#include "place.h"
#include "plot.h"
#include "record.h"

#include <stdio.h>
#include <stdlib.h>

/* The pictures of one side against the baseline, under `base`. */
static int plot_side(const Result *result, size_t side, Metric metric, const char *folder, const char *base,
                     Error *error)
{
    bool drawn = false;
    Comparison comparison = compare_result(result, side, metric);
    int status = plot_forest(&comparison, folder, base, &drawn, error);
    compare_free(&comparison);
    if (status == 0 && drawn)
        printf("plot: %s/%s-forest.svg\nplot: %s/%s-forest.png\n", folder, base, folder, base);
    else if (status == 0)
        fprintf(stderr,
                "framebench: gnuplot is not installed, so there is no picture; script and data are in %s "
                "(sudo apt-get install gnuplot-nox)\n",
                folder);
    return status;
}

static int plot_file(const Options *options, const char *file, Error *error)
{
    Result result = {0};
    char *folder = options->out != NULL ? mem_copy_text(options->out) : place_folder_of(file);
    char *base = place_base_of(file);
    int status = record_read(&result, file, error);
    if (status == 0)
        status = place_make_folder(folder, error);
    Metric metric = METRIC_CPU;
    if (status == 0)
        status = command_metric(options, &result, &metric, error);
    for (size_t side = 1; side < result.n_sides && status == 0; side++) {
        char *name = result.n_sides == 2 ? mem_copy_text(base) : mem_format("%s-%s", base, result.sides[side].name);
        status = plot_side(&result, side, metric, folder, name, error);
        free(name);
    }
    free(base);
    free(folder);
    result_free(&result);
    return status;
}

int command_plot(const Options *options, Error *error)
{
    for (char **file = options->files; *file != NULL; file++)
        if (plot_file(options, *file, error) < 0)
            return -1;
    return 0;
}

