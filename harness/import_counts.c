/* Counts of events beside the times of an imported benchmark: pyperf holds them as benchmarks of their own, named
 * "<benchmark>:<event>", in the unit "integer". */
#include "import_parts.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Counts are whole numbers in a result; nothing that was counted reaches this. */
#define MOST_EVENTS 9e18

/* The benchmark whose times the counts belong to, and the event: names of events hold colons, too. */
static const ImportedBenchmark *times_of(const ImportedSide *side, const char *name, const char **event)
{
    for (const char *colon = strchr(name, ':'); colon != NULL; colon = strchr(colon + 1, ':')) {
        char *start = mem_copy_bytes(name, (size_t)(colon - name));
        const ImportedBenchmark *found = import_find_benchmark(side, start);
        free(start);
        if (found != NULL && !found->is_count && colon[1] != '\0') {
            *event = colon + 1;
            return found;
        }
    }
    return NULL;
}

static size_t event_index(Result *result, const char *name)
{
    for (size_t e = 0; e < result->n_events; e++)
        if (strcmp(result->events[e].name, name) == 0)
            return e;
    result->events = mem_resize(result->events, result->n_events + 1, sizeof *result->events);
    result->events[result->n_events] = (EventInfo){.name = mem_copy_text(name), .available = true, .group = -1};
    return result->n_events++;
}

void import_assign_counts(Import *import, Result *result)
{
    for (size_t s = 0; s < import->n_sides; s++) {
        ImportedSide *side = &import->sides[s];
        for (size_t i = 0; i < side->n_benchmarks; i++) {
            ImportedBenchmark *counts = &side->benchmarks[i];
            const char *event = NULL;
            if (!counts->is_count)
                continue;
            counts->times = times_of(side, counts->name, &event);
            if (counts->times != NULL)
                counts->event = event_index(result, event);
            else
                text_add(import->notes, "%s: benchmark %s is left out, there are no times that its counts belong to\n",
                         side->path, counts->name);
        }
    }
}

static int compare_blocks(const void *x, const void *y)
{
    long long a = ((const ImportedRun *)x)->block;
    long long b = ((const ImportedRun *)y)->block;
    return (a > b) - (a < b);
}

/* The counts of the process whose times these are; NULL when nobody can tell which belong to which. */
static const ImportedRun *counts_of(const ImportedBenchmark *counts, const ImportedRun *times)
{
    const ImportedRun *run = NULL;
    if (times->block >= 0)
        run = bsearch(times, counts->runs, counts->n_runs, sizeof *times, compare_blocks);
    else if (counts->n_runs == counts->times->n_runs)
        run = &counts->runs[times - counts->times->runs];
    return run != NULL && run->n == times->n ? run : NULL;
}

static bool fit(const ImportedRun *run, double loops)
{
    for (size_t j = 0; j < run->n; j++)
        if (run->values[j] * loops > MOST_EVENTS)
            return false;
    return true;
}

static void fill_event(EventReadings *readings, const ImportedRun *run, size_t first, size_t n, double loops)
{
    readings->count = mem_alloc(n, sizeof *readings->count);
    readings->enabled_ns = mem_alloc(n, sizeof *readings->enabled_ns);
    readings->running_ns = mem_alloc(n, sizeof *readings->running_ns);
    for (size_t j = 0; j < n; j++)
        readings->count[j] = (uint64_t)round(run->values[first + j] * loops);
}

void import_fill_counts(const ImportedSide *side, const ImportedBenchmark *times, const ImportedRun *run, size_t first,
                        double loops, size_t n_events, SideSamples *samples)
{
    samples->n_events = n_events;
    samples->events = mem_alloc(n_events, sizeof *samples->events);
    for (size_t e = 0; e < n_events; e++)
        samples->events[e].overhead = NAN;
    for (size_t i = 0; i < side->n_benchmarks; i++) {
        const ImportedBenchmark *counts = &side->benchmarks[i];
        if (!counts->is_count || counts->times != times)
            continue;
        const ImportedRun *own = counts_of(counts, run);
        EventReadings *readings = &samples->events[counts->event];
        if (own != NULL && fit(own, loops) && readings->count == NULL)
            fill_event(readings, own, first, samples->n_values, loops);
    }
}
