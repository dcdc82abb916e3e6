/* The text formats: Go's benchmark lines, which benchstat reads, and CSV. */
#include "interchange.h"

#include "interchange_values.h"
#include "mem.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- benchstat ---- */

/* "BenchmarkFib": a letter in upper case after the word, and no blanks. */
static void add_go_name(Text *text, const char *name)
{
    text_add(text, "Benchmark%c", toupper((unsigned char)*name));
    for (const char *at = *name != '\0' ? name + 1 : name; *at != '\0'; at++)
        text_add(text, "%c", isspace((unsigned char)*at) || iscntrl((unsigned char)*at) ? '_' : *at);
}

static void add_go_lines(Text *text, const Result *result, const WorkloadResult *workload, size_t side)
{
    for (size_t b = 0; b < workload->n_blocks; b++) {
        const Block *block = &workload->blocks[b];
        for (size_t j = 0; interchange_block_counts(block, side) && j < block->sides[side].n_values; j++) {
            double cpu = interchange_value(result, workload, block, side, METRIC_CPU, j);
            add_go_name(text, workload->name);
            text_add(text, "\t%llu\t%.10g ns/op", (unsigned long long)(workload->loops > 0 ? workload->loops : 1),
                     1e9 * interchange_value(result, workload, block, side, METRIC_WALL, j));
            if (isfinite(cpu))
                text_add(text, "\t%.10g cpu-ns/op", 1e9 * cpu);
            for (size_t e = 0; e < result->n_events; e++) {
                double count = interchange_value(result, workload, block, side, METRIC_EVENT + (Metric)e, j);
                if (isfinite(count))
                    text_add(text, "\t%.10g %s/op", count, result->events[e].name);
            }
            text_add(text, "\n");
        }
    }
}

void interchange_benchstat(Text *text, const Result *result)
{
    char *host = interchange_plain(facts_text(result_machine(result), "host", "unknown"));
    char *cpu = interchange_plain(facts_text(result_machine(result), "cpu_model", "unknown"));
    text_add(text, "host: %s\ncpu: %s\ncommit: %s\n", host, cpu, result->commit);
    free(cpu);
    free(host);
    for (size_t side = 0; side < result->n_sides; side++) {
        char *name = interchange_plain(result->sides[side].name);
        text_add(text, "\nside: %s\n", name);
        free(name);
        for (size_t w = 0; w < result->n_workloads; w++)
            add_go_lines(text, result, &result->workloads[w], side);
    }
}

/* ---- CSV ---- */

static void add_quoted(Text *text, const char *value)
{
    text_add(text, "\"");
    for (; *value != '\0'; value++)
        text_add(text, *value == '"' ? "\"\"" : "%c", *value);
    text_add(text, "\"");
}

/* Repeats on one machine are told apart: "name", "name #2". */
static char *host_label(const Result *result, unsigned host)
{
    const char *name = result->hosts[host].name;
    unsigned nth = 1;
    for (unsigned h = 0; h < host; h++)
        nth += strcmp(result->hosts[h].name, name) == 0;
    return nth == 1 ? mem_copy_text(name) : mem_format("%s #%u", name, nth);
}

/* What all rows of one side of a block begin with. */
static char *row_head(const Result *result, const WorkloadResult *workload, const Block *block, size_t side)
{
    Text head = {0};
    add_quoted(&head, workload->name);
    text_add(&head, ",");
    add_quoted(&head, result->sides[side].name);
    text_add(&head, ",");
    char *host = host_label(result, block->host);
    add_quoted(&head, host);
    free(host);
    text_add(&head, ",%u,%u,%d,", block->round, block->layout, block->cpu);
    add_quoted(&head, block->void_reason != NULL ? block->void_reason : "");
    char *copy = mem_copy_text(text_string(&head));
    text_free(&head);
    return copy;
}

/* The place of the side in tuple j: 0 went first. */
static size_t position(const Block *block, size_t side, size_t j)
{
    size_t at = 0;
    for (size_t s = 0; s < block->n_sides; s++)
        at += s != side && result_goes_before(block, j, s, side);
    return at;
}

static void add_time(Text *text, uint64_t ns)
{
    if (ns > 0)
        text_add(text, ",%llu", (unsigned long long)ns);
    else
        text_add(text, ",");
}

static void add_csv_rows(Text *text, const Result *result, const WorkloadResult *workload, const Block *block,
                         size_t side)
{
    const SideSamples *samples = &block->sides[side];
    char *head = row_head(result, workload, block, side);
    for (size_t j = 0; j < samples->n_warmups; j++) {
        text_add(text, "%s,1,%zu,,%llu", head, j, (unsigned long long)workload->loops);
        add_time(text, samples->warmup_wall_ns[j]);
        add_time(text, samples->warmup_cpu_ns[j]);
        for (size_t e = 0; e < result->n_events; e++)
            text_add(text, ",,,");
        text_add(text, "\n");
    }
    for (size_t j = 0; j < samples->n_values; j++) {
        text_add(text, "%s,0,%zu,%zu,%llu", head, j, position(block, side, j), (unsigned long long)workload->loops);
        add_time(text, samples->wall_ns[j]);
        add_time(text, samples->cpu_ns[j]);
        for (size_t e = 0; e < result->n_events; e++) {
            const EventReadings *readings = e < samples->n_events ? &samples->events[e] : NULL;
            if (readings == NULL || readings->count == NULL)
                text_add(text, ",,,");
            else
                text_add(text, ",%llu,%llu,%llu", (unsigned long long)readings->count[j],
                         (unsigned long long)readings->enabled_ns[j], (unsigned long long)readings->running_ns[j]);
        }
        text_add(text, "\n");
    }
    free(head);
}

void interchange_csv(Text *text, const Result *result)
{
    text_add(text, "workload,side,host,round,layout,cpu,void_reason,warmup,value,position,loops,wall_ns,cpu_ns");
    for (size_t e = 0; e < result->n_events; e++) {
        const char *name = result->events[e].name;
        text_add(text, ",\"%s\",\"%s enabled_ns\",\"%s running_ns\"", name, name, name);
    }
    text_add(text, "\n");
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t b = 0; b < result->workloads[w].n_blocks; b++)
            for (size_t side = 0; side < result->n_sides; side++)
                add_csv_rows(text, result, &result->workloads[w], &result->workloads[w].blocks[b], side);
}
