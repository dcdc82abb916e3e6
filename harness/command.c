#include "command.h"

#include "child.h"

#include <stdio.h>
#include <string.h>

Metric command_metric(const Options *options)
{
    return strcmp(options->metric, "wall") == 0 ? METRIC_WALL : METRIC_CPU;
}

int command_first_cpu(void)
{
    int cpu;
    return child_allowed_cpus(&cpu, 1) > 0 ? cpu : -1;
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
