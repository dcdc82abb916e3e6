/* Counts of events beside the times of an imported benchmark: pyperf holds them as benchmarks of their own, named
 * "<benchmark>:<event>", in the unit "integer". */
#include "import_parts.h"

#include "mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Counts are whole numbers in a result; nothing that was counted reaches this. */
#define MOST_EVENTS 9e18

/* Every process has room for every event of its result; no kernel counts so many at a time. */
enum { EVENTS_MAX = 256, COLONS_MAX = 16 };

/* The benchmark whose times the counts belong to, and the event. Both names may hold colons: the longest name of a
 * benchmark wins, and no event's name has so many colons that the search would have to go further back. */
static ImportedBenchmark *times_of(const ImportedSide *side, const char *name, const char **event)
{
    size_t length = strlen(name);
    for (int colons = 0; colons < COLONS_MAX; colons++) {
        const char *colon = memrchr(name, ':', length);
        if (colon == NULL)
            return NULL;
        length = (size_t)(colon - name);
        char *start = mem_copy_bytes(name, length);
        ImportedBenchmark *found = import_find_benchmark(side, start);
        free(start);
        if (found != NULL && !found->is_count && colon[1] != '\0') {
            *event = colon + 1;
            return found;
        }
    }
    return NULL;
}

/* SIZE_MAX with an error when there are too many. */
static size_t event_index(Result *result, const char *name, Error *error)
{
    for (size_t e = 0; e < result->n_events; e++)
        if (strcmp(result->events[e].name, name) == 0)
            return e;
    if (result->n_events == EVENTS_MAX) {
        error_set(error, "benchmark names hold more than %d different events", EVENTS_MAX);
        return SIZE_MAX;
    }
    result->events = mem_resize(result->events, result->n_events + 1, sizeof *result->events);
    result->events[result->n_events] = (EventInfo){.name = mem_copy_text(name), .available = true, .group = -1};
    return result->n_events++;
}

static int assign_side(ImportedSide *side, Result *result, Text *notes, Error *error)
{
    /* From the last one on, so that each list is in the order of the file. */
    for (size_t i = side->n_benchmarks; i-- > 0;) {
        ImportedBenchmark *counts = &side->benchmarks[i];
        const char *event = NULL;
        ImportedBenchmark *times = counts->is_count ? times_of(side, counts->name, &event) : NULL;
        if (times == NULL)
            continue;
        counts->event = event_index(result, event, error);
        if (counts->event == SIZE_MAX)
            return error_context(error, "%s", side->path);
        counts->times = times;
        counts->next = times->counts;
        times->counts = counts;
    }
    for (size_t i = 0; i < side->n_benchmarks; i++)
        if (side->benchmarks[i].is_count && side->benchmarks[i].times == NULL)
            text_add(notes, "%s: benchmark %s is left out, there are no times that its counts belong to\n", side->path,
                     side->benchmarks[i].name);
    return 0;
}

int import_assign_counts(Import *import, Result *result, Error *error)
{
    for (size_t s = 0; s < import->n_sides; s++)
        if (assign_side(&import->sides[s], result, import->notes, error) < 0)
            return -1;
    return 0;
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

void import_fill_counts(const ImportedBenchmark *times, const ImportedRun *run, size_t first, double loops,
                        size_t n_events, SideSamples *samples)
{
    samples->n_events = n_events;
    samples->events = mem_alloc(n_events, sizeof *samples->events);
    for (size_t e = 0; e < n_events; e++)
        samples->events[e].overhead = NAN;
    for (const ImportedBenchmark *counts = times->counts; counts != NULL; counts = counts->next) {
        const ImportedRun *own = counts_of(counts, run);
        EventReadings *readings = &samples->events[counts->event];
        if (own != NULL && fit(own, loops) && readings->count == NULL)
            fill_event(readings, own, first, samples->n_values, loops);
    }
}
