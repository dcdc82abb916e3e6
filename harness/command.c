#include "command.h"

#include "export.h"
#include "record.h"
#include "spawn.h"

#include <stdio.h>

int command_metric(const Options *options, const Result *result, Metric *metric, Error *error)
{
    *metric = compare_default_metric(result);
    return options->metric == NULL ? 0 : compare_find_metric(result, options->metric, metric, error);
}

int command_store(const Result *result, const char *path, Error *error)
{
    json_t *analysis = json_array();
    for (size_t side = 1; side < result->n_sides; side++) {
        Comparison comparison = compare_result(result, side, compare_default_metric(result));
        json_array_append_new(analysis, export_analysis(&comparison));
        compare_free(&comparison);
    }
    int status = record_write(result, analysis, path, error);
    json_decref(analysis);
    return status;
}

int command_first_cpu(void)
{
    int cpu;
    return spawn_allowed_cpus(&cpu, 1) > 0 ? cpu : -1;
}

void command_print(Text *text)
{
    fwrite(text_string(text), 1, text->length, stdout);
    text_free(text);
}

void command_print_json(json_t *value)
{
    json_dumpf(value, stdout, JSON_INDENT(1));
    putchar('\n');
    json_decref(value);
}
