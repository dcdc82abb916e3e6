#include "merge.h"

#include "mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- may they be merged ---- */

static int check_sides(const Result *a, const Result *b, Error *why)
{
    if (a->n_sides != b->n_sides)
        return error_set(why, "one has %zu sides and the other %zu", a->n_sides, b->n_sides);
    for (size_t s = 0; s < a->n_sides; s++) {
        const char *version_a = facts_text(&a->sides[s].facts, "version", "");
        const char *version_b = facts_text(&b->sides[s].facts, "version", "");
        if (strcmp(a->sides[s].name, b->sides[s].name) != 0)
            return error_set(why, "side %zu is %s in one and %s in the other", s, a->sides[s].name, b->sides[s].name);
        if (strcmp(version_a, version_b) != 0)
            return error_set(why, "side %s is '%s' in one and '%s' in the other", a->sides[s].name, version_a,
                             version_b);
    }
    return 0;
}

static const WorkloadResult *find_workload(const Result *result, const char *name)
{
    for (size_t w = 0; w < result->n_workloads; w++)
        if (strcmp(result->workloads[w].name, name) == 0)
            return &result->workloads[w];
    return NULL;
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static int check_workloads(const Result *a, const Result *b, Error *why)
{
    for (size_t w = 0; w < a->n_workloads; w++) {
        const WorkloadResult *mine = &a->workloads[w];
        const WorkloadResult *theirs = find_workload(b, mine->name);
        if (theirs == NULL)
            return error_set(why, "workload %s is in one only", mine->name);
        if (mine->n != theirs->n || !same_text(mine->checksum, theirs->checksum) || mine->control != theirs->control)
            return error_set(why, "workload %s is not the same program in both: argument or checksum differ",
                             mine->name);
        if (mine->design != theirs->design)
            return error_set(why, "workload %s was measured in different designs", mine->name);
        if (mine->design == DESIGN_A_THEN_B)
            return error_set(why, "workload %s was measured A first and then B; several such runs are no better",
                             mine->name);
    }
    for (size_t w = 0; w < b->n_workloads; w++)
        if (find_workload(a, b->workloads[w].name) == NULL)
            return error_set(why, "workload %s is in one only", b->workloads[w].name);
    return 0;
}

/* Every run must come in once, also through a file that was merged before. */
static int check_not_same_run(const Result *a, const Result *b, Error *why)
{
    bool same = a->settings.seed == b->settings.seed && strcmp(a->created, b->created) == 0;
    for (size_t h = 0; h < a->n_hosts && !same; h++)
        for (size_t k = 0; k < b->n_hosts; k++) {
            const char *source = a->hosts[h].source;
            same = same || (source != NULL && b->hosts[k].source != NULL && strcmp(source, b->hosts[k].source) == 0);
        }
    return same ? error_set(why, "they hold the same run (created %s); it would count twice", a->created) : 0;
}

int merge_check(const Result *a, const Result *b, Error *why)
{
    if (a->imported_from != NULL || b->imported_from != NULL)
        return error_set(why, "imported measurements are descriptive and cannot be merged");
    if (check_not_same_run(a, b, why) < 0 || check_sides(a, b, why) < 0)
        return -1;
    if (strcmp(a->commit, b->commit) != 0)
        return error_set(why, "one was measured at commit %s and the other at %s", a->commit, b->commit);
    if (a->settings.layouts != b->settings.layouts)
        return error_set(why, "one has %u layouts and the other %u", a->settings.layouts, b->settings.layouts);
    return check_workloads(a, b, why);
}

/* ---- merging ---- */

void merge_mark_source(Result *result, const char *path)
{
    if (result->n_hosts != 1)
        return;
    Host *host = &result->hosts[0];
    if (host->source == NULL)
        host->source = mem_copy_text(path);
    for (size_t s = 0; s < result->n_sides; s++) {
        char *key = mem_format("sha256_%s", result->sides[s].name);
        const char *sha256 = facts_text(&result->sides[s].facts, "sha256", NULL);
        if (sha256 != NULL && facts_find(&host->machine, key) == NULL)
            facts_add_text(&host->machine, key, sha256);
        free(key);
    }
    for (size_t w = 0; w < result->n_workloads; w++) {
        char *key = mem_format("inner_loops_%s", result->workloads[w].name);
        if (facts_find(&host->machine, key) == NULL)
            facts_add_number(&host->machine, key, (double)result->workloads[w].loops);
        free(key);
    }
}

static size_t event_index(Result *result, const EventInfo *event)
{
    for (size_t e = 0; e < result->n_events; e++)
        if (strcmp(result->events[e].name, event->name) == 0) {
            result->events[e].available = result->events[e].available || event->available;
            return e;
        }
    result->events = mem_resize(result->events, result->n_events + 1, sizeof *result->events);
    result->events[result->n_events] = (EventInfo){.name = mem_copy_text(event->name),
                                                   .resolved = mem_copy_text(event->resolved),
                                                   .software = event->software,
                                                   .available = event->available,
                                                   .group = event->group,
                                                   .reason = mem_copy_text(event->reason),
                                                   .remedy = mem_copy_text(event->remedy)};
    return result->n_events++;
}

/* Gives the samples an entry for each event of the merged result; place[e] says where their own entry e goes. */
static void arrange_events(SideSamples *samples, size_t n_events, const size_t *place)
{
    EventReadings *arranged = mem_alloc(n_events, sizeof *arranged);
    for (size_t e = 0; e < samples->n_events; e++)
        arranged[place[e]] = samples->events[e];
    free(samples->events);
    samples->events = arranged;
    samples->n_events = n_events;
}

static void arrange_all_events(Result *result, size_t n_events, const size_t *place)
{
    for (size_t w = 0; w < result->n_workloads; w++)
        for (size_t b = 0; b < result->workloads[w].n_blocks; b++)
            for (size_t s = 0; s < result->n_sides; s++)
                arrange_events(&result->workloads[w].blocks[b].sides[s], n_events, place);
}

static void unite_events(Result *into, Result *from)
{
    size_t *theirs = mem_alloc(from->n_events, sizeof *theirs);
    for (size_t e = 0; e < from->n_events; e++)
        theirs[e] = event_index(into, &from->events[e]);
    size_t *mine = mem_alloc(into->n_events, sizeof *mine);
    for (size_t e = 0; e < into->n_events; e++)
        mine[e] = e;
    arrange_all_events(into, into->n_events, mine);
    arrange_all_events(from, into->n_events, theirs);
    free(mine);
    free(theirs);
}

static void move_workload(WorkloadResult *into, WorkloadResult *from, unsigned first_host, size_t n_sides)
{
    assert(from != NULL);
    for (size_t b = 0; b < from->n_blocks; b++) {
        from->blocks[b].host += first_host;
        result_add_block(into, &from->blocks[b]);
    }
    from->n_blocks = 0;
    if (from->status == WORKLOAD_FAILED && into->status != WORKLOAD_FAILED) {
        into->status = WORKLOAD_FAILED;
        into->error = mem_copy_text(from->error);
    }
    for (size_t s = 0; s < n_sides; s++)
        if (s < from->n_side_errors && from->side_errors[s] != NULL && result_side_error(into, s) == NULL)
            result_set_side_error(into, s, from->side_errors[s]);
}

void merge_add(Result *into, Result *from)
{
    unsigned first_host = (unsigned)into->n_hosts;
    unite_events(into, from);
    for (size_t w = 0; w < into->n_workloads; w++)
        move_workload(&into->workloads[w], (WorkloadResult *)find_workload(from, into->workloads[w].name), first_host,
                      into->n_sides);
    for (size_t h = 0; h < from->n_hosts; h++)
        *result_add_host(into) = from->hosts[h];
    from->n_hosts = 0;
    into->duration_s += from->duration_s;
    if (from->state != RUN_STATE_COMPLETE)
        into->state = from->state;
    if (from->settings.rounds == 0) /* one that stopped by width makes the whole adaptive */
        into->settings.rounds = 0;
    result_free(from);
}

bool merge_is_repeats(const Result *result)
{
    for (size_t h = 1; h < result->n_hosts; h++)
        if (strcmp(result->hosts[0].name, result->hosts[h].name) != 0)
            return false;
    return true;
}
