#include "command.h"

#include "export.h"
#include "record.h"
#include "spawn.h"

#include <stdarg.h>
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

int command_read(const Options *options, Result *result, const char *path, Error *error)
{
    size_t blocks = 0;
    if (record_read(result, path, error) < 0)
        return -1;
    for (size_t w = 0; w < result->n_workloads; w++)
        blocks += result->workloads[w].n_blocks;
    command_say(options, "read %s: %zu sides, %zu workloads, %zu blocks, measured on %.10s", path, result->n_sides,
                result->n_workloads, blocks, result->created);
    return 0;
}

void command_say(const Options *options, const char *format, ...)
{
    va_list args;
    if (!options->verbose)
        return;
    va_start(args, format);
    fprintf(stderr, "framebench: ");
    vfprintf(stderr, format, args);
    fprintf(stderr, "\n");
    va_end(args);
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
