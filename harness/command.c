#include "command.h"

#include "spawn.h"

#include <stdio.h>

int command_metric(const Options *options, const Result *result, Metric *metric, Error *error)
{
    *metric = compare_default_metric(result);
    return options->metric == NULL ? 0 : compare_find_metric(result, options->metric, metric, error);
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
