#include "counters.h"

#include "counters_events.h"
#include "counters_group.h"
#include "counters_pmus.h"
#include "counters_rotation.h"
#include "mem.h"
#include "perf_event.h"

#include <errno.h>
#include <math.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Long enough for the kernel to schedule a group in, if ever it will. */
enum { PROBE_NS = 500000 };

struct CounterSet {
    char *root;
    struct perf_event_attr *attr;
    bool *available;
    bool *software;
    int *group; /* of a hardware event: which one it is counted with; -1: none */
    size_t count;
    size_t n_groups;
    size_t *lost; /* processes on which an available event could not be opened */
    int *problem; /* the errno of the last of them */
};

struct ProcessCounters {
    CounterSet *set;
    pid_t pid;
    int cpu; /* -1: anywhere */
    CounterGroup *groups;
    bool *pinned;
    size_t n_groups;
};

/* ---- probing ---- */

static bool probe_event(const PerfScene *scene, const char *root, int cpu, struct perf_event_attr *attr,
                        EventInfo *event)
{
    struct perf_event_attr adapted = *attr;
    if (!counters_pmus_adapt(root, cpu, &adapted)) {
        event->reason = mem_format("the event belongs to another type of core than CPU %d", cpu);
        event->remedy = mem_copy_text("restrict the run to CPUs of its type: taskset -c CPUS framebench run …");
        return false;
    }
    int fd = perf_event_open_on(&adapted, 0, -1);
    if (fd < 0) {
        Refusal refusal = perf_event_explain(scene, attr, errno);
        event->reason = refusal.reason;
        event->remedy = refusal.remedy;
        return false;
    }
    close(fd);
    return true;
}

static void spin(long nanoseconds)
{
    struct timespec start;
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
    do
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    while ((now.tv_sec - start.tv_sec) * 1000000000L + now.tv_nsec - start.tv_nsec < nanoseconds);
}

typedef struct FitContext {
    const CounterSet *set;
    int cpu;
} FitContext;

/* Opening a group only shows that it could ever fit; whether it does beside the watchdog and other users shows when it
 * runs. */
static int fits_pmu(void *context, const size_t *events, size_t count)
{
    const FitContext *fit = context;
    CounterGroup group = {0};
    CounterReading reading = {0};
    bool fits = true;
    for (size_t i = 0; i < count && fits; i++) {
        struct perf_event_attr attr = fit->set->attr[events[i]];
        fits = counters_pmus_adapt(fit->set->root, fit->cpu, &attr) &&
               counters_group_add(&group, events[i], &attr, 0) == 0;
    }
    if (fits) {
        counters_group_start(&group);
        spin(PROBE_NS);
        counters_group_stop(&group);
        fits =
            counters_group_read(&group, &reading) && reading.enabled_ns > 0 && reading.running_ns == reading.enabled_ns;
    }
    counters_group_close(&group);
    return fits;
}

/* A hardware event that is granted but never scheduled: something else holds the counters for good. */
static void refuse_unschedulable(const PerfScene *scene, CounterSet *set, EventInfo *events)
{
    for (size_t i = 0; i < set->count; i++) {
        if (!set->available[i] || set->software[i] || set->group[i] >= 0)
            continue;
        Refusal refusal = perf_event_explain(scene, &set->attr[i], EBUSY);
        set->available[i] = false;
        events[i].available = false;
        events[i].reason = refusal.reason;
        events[i].remedy = refusal.remedy;
    }
}

static void find_groups(const PerfScene *scene, CounterSet *set, int cpu, EventInfo *events)
{
    unsigned char *wanted = mem_alloc(set->count, 1);
    for (size_t i = 0; i < set->count; i++)
        wanted[i] = set->available[i] && !set->software[i];
    FitContext context = {.set = set, .cpu = cpu};
    set->n_groups = counters_rotation_pack(set->count, wanted, fits_pmu, &context, set->group);
    free(wanted);
    refuse_unschedulable(scene, set, events);
    for (size_t i = 0; i < set->count; i++)
        events[i].group = set->group[i];
}

static CounterSet *set_new(const char *root, size_t count)
{
    CounterSet *set = mem_alloc(1, sizeof *set);
    set->root = mem_copy_text(root);
    set->attr = mem_alloc(count, sizeof *set->attr);
    set->available = mem_alloc(count, sizeof *set->available);
    set->software = mem_alloc(count, sizeof *set->software);
    set->group = mem_alloc(count, sizeof *set->group);
    set->lost = mem_alloc(count, sizeof *set->lost);
    set->problem = mem_alloc(count, sizeof *set->problem);
    set->count = count;
    return set;
}

/* Probes while on `cpu`, so that it is that CPU's PMU which answers; afterwards this process may run where it might. */
static void probe_set(CounterSet *set, const char *const *names, int cpu, EventInfo *events)
{
    PerfScene scene = perf_event_scene(set->root);
    cpu_set_t before;
    bool known = sched_getaffinity(0, sizeof before, &before) == 0;
    if (known && cpu >= 0 && counters_pmus_are_hybrid(set->root)) {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET((size_t)cpu, &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    for (size_t i = 0; i < set->count; i++) {
        events[i] = (EventInfo){.name = mem_copy_text(names[i]), .group = -1};
        if (counters_events_resolve(names[i], &set->attr[i], &events[i]))
            events[i].available = probe_event(&scene, set->root, cpu, &set->attr[i], &events[i]);
        set->available[i] = events[i].available;
        set->software[i] = events[i].software;
    }
    find_groups(&scene, set, cpu, events);
    if (known)
        sched_setaffinity(0, sizeof before, &before);
}

CounterSet *counters_new(char **names, const char *root, int cpu, EventInfo **events, size_t *n_events, Error *error)
{
    const char *const *wanted = names != NULL ? (const char *const *)names : counters_default_events;
    size_t count = 0;
    while (wanted[count] != NULL)
        count++;
    if (counters_events_open(error) < 0)
        return NULL;
    CounterSet *set = set_new(root, count);
    *events = mem_alloc(count, sizeof **events);
    *n_events = count;
    probe_set(set, wanted, cpu, *events);
    counters_events_close();
    return set;
}

void counters_free(CounterSet *set)
{
    if (set == NULL)
        return;
    free(set->root);
    free(set->attr);
    free(set->available);
    free(set->software);
    free(set->group);
    free(set->lost);
    free(set->problem);
    free(set);
}

/* ---- one process ---- */

static void keep_group(ProcessCounters *counters, const CounterGroup *group, bool pinned)
{
    size_t count = counters->n_groups + 1;
    counters->groups = mem_resize(counters->groups, count, sizeof *counters->groups);
    counters->pinned = mem_resize(counters->pinned, count, sizeof *counters->pinned);
    counters->groups[counters->n_groups] = *group;
    counters->pinned[counters->n_groups++] = pinned;
}

static int add_event(const ProcessCounters *counters, CounterGroup *group, size_t event, bool pinned)
{
    struct perf_event_attr attr = counters->set->attr[event];
    attr.pinned = pinned;
    if (!counters_pmus_adapt(counters->set->root, counters->cpu, &attr)) {
        errno = ENODEV;
        return -1;
    }
    return counters_group_add(group, event, &attr, counters->pid);
}

/* Opens one hardware group, or with group -1 the software events. A member that the kernel does not take into the
 * group leads one of its own. */
static void open_group(ProcessCounters *counters, int group, bool pinned)
{
    CounterSet *set = counters->set;
    size_t first = counters->n_groups;
    for (size_t i = 0; i < set->count; i++) {
        if (!set->available[i] || set->group[i] != group)
            continue;
        if (counters->n_groups > first &&
            add_event(counters, &counters->groups[counters->n_groups - 1], i, pinned) == 0)
            continue;
        CounterGroup fresh = {0};
        if (add_event(counters, &fresh, i, pinned) == 0) {
            keep_group(counters, &fresh, pinned);
        } else {
            set->lost[i]++;
            set->problem[i] = errno;
        }
    }
}

ProcessCounters *counters_open(CounterSet *set, pid_t pid, int cpu, unsigned round, const Settings *settings)
{
    ProcessCounters *counters = mem_alloc(1, sizeof *counters);
    counters->set = set;
    counters->pid = pid;
    counters->cpu = cpu;
    int turn = counters_rotation_group(round, settings->rounds, settings->layouts, set->n_groups);
    for (int g = 0; g < (int)set->n_groups; g++)
        if (turn == COUNTERS_ALL_GROUPS || turn == g)
            open_group(counters, g, turn == g);
    open_group(counters, -1, false);
    return counters;
}

void counters_close(ProcessCounters *counters)
{
    if (counters == NULL)
        return;
    for (size_t g = 0; g < counters->n_groups; g++)
        counters_group_close(&counters->groups[g]);
    free(counters->groups);
    free(counters->pinned);
    free(counters);
}

void counters_prepare(const ProcessCounters *counters, EventReadings *readings, size_t n_values)
{
    for (size_t g = 0; g < counters->n_groups; g++)
        for (size_t m = 0; m < counters->groups[g].n_members; m++) {
            EventReadings *event = &readings[counters->groups[g].event[m]];
            event->count = mem_alloc(n_values, sizeof *event->count);
            event->enabled_ns = mem_alloc(n_values, sizeof *event->enabled_ns);
            event->running_ns = mem_alloc(n_values, sizeof *event->running_ns);
            event->overhead = NAN;
            for (size_t v = 0; v < n_values; v++)
                event->enabled_ns[v] = 1; /* until it is read: enabled, but never running, so not a count of zero */
        }
}

void counters_start(ProcessCounters *counters)
{
    for (size_t g = 0; g < counters->n_groups; g++)
        counters_group_start(&counters->groups[g]);
}

static void stop_all(ProcessCounters *counters)
{
    for (size_t g = counters->n_groups; g > 0; g--)
        counters_group_stop(&counters->groups[g - 1]);
}

/* A pinned group that lost its place counts no more; from now on it shares, and what it counts is scaled. */
static void unpin(ProcessCounters *counters, size_t g)
{
    CounterGroup *group = &counters->groups[g];
    CounterGroup old = *group;
    *group = (CounterGroup){0};
    counters->pinned[g] = false;
    for (size_t m = 0; m < old.n_members; m++)
        add_event(counters, group, old.event[m], false);
    counters_group_close(&old);
}

void counters_stop(ProcessCounters *counters, EventReadings *readings, size_t index)
{
    stop_all(counters);
    for (size_t g = 0; g < counters->n_groups; g++) {
        CounterGroup *group = &counters->groups[g];
        CounterReading reading = {0};
        if (!counters_group_read(group, &reading)) {
            if (counters->pinned[g])
                unpin(counters, g);
            continue;
        }
        for (size_t m = 0; m < group->n_members; m++) {
            EventReadings *event = &readings[group->event[m]];
            event->count[index] = reading.count[m];
            event->enabled_ns[index] = reading.enabled_ns;
            event->running_ns[index] = reading.running_ns;
        }
    }
}

void counters_stop_empty(ProcessCounters *counters, EventReadings *readings)
{
    stop_all(counters);
    for (size_t g = 0; g < counters->n_groups; g++) {
        CounterGroup *group = &counters->groups[g];
        CounterReading reading = {0};
        if (!counters_group_read(group, &reading) || reading.running_ns == 0)
            continue;
        double scale = (double)reading.enabled_ns / (double)reading.running_ns;
        for (size_t m = 0; m < group->n_members; m++) {
            double *overhead = &readings[group->event[m]].overhead;
            *overhead = fmin(*overhead, (double)reading.count[m] * scale); /* fmin ignores the NaN of the start */
        }
    }
}

void counters_report_losses(const CounterSet *set, EventInfo *events)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->lost[i] == 0 || !events[i].available)
            continue;
        free(events[i].reason);
        events[i].reason =
            mem_format("granted at first, then not on %zu processes (%s)", set->lost[i], strerror(set->problem[i]));
    }
}
