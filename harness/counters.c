#include "counters.h"

#include "mem.h"

#include <errno.h>
#include <perfmon/pfmlib_perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const default_events[] = {
    "instructions",          "cycles",           "branches",         "branch-misses",           "L1-dcache-loads",
    "L1-dcache-load-misses", "LLC-load-misses",  "dTLB-load-misses", "stalled-cycles-frontend", "task-clock",
    "page-faults",           "context-switches", "cpu-migrations",
};

enum {
    DEFAULT_EVENTS = sizeof default_events / sizeof *default_events,
    /* Four programmable counters are what every PMU of the last fifteen years leaves free; a larger group might never
     * be scheduled, several smaller ones are at worst multiplexed, which the readings then show. */
    GROUP_EVENTS_MAX = 4,
};

struct CounterSet {
    struct perf_event_attr *attr;
    bool *available;
    bool *software;
    size_t count;
};

/* One read() with PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING. */
typedef struct Reading {
    uint64_t count;
    uint64_t enabled_ns;
    uint64_t running_ns;
} Reading;

struct CounterGroup {
    int *fd; /* one per event of the set, -1: not open */
    bool *leader;
    Reading *before; /* totals at the last stop: the kernel's times cannot be reset, so all three are subtracted */
    size_t count;
};

static int open_event(const struct perf_event_attr *attr, pid_t pid, int group_fd)
{
    struct perf_event_attr copy = *attr;
    copy.disabled = group_fd < 0;
    return (int)syscall(SYS_perf_event_open, &copy, pid, -1, group_fd, PERF_FLAG_FD_CLOEXEC);
}

/* ---- resolving and probing ---- */

/* These are counted where the kernel switches, so a user-mode-only counter would read zero for ever. */
static bool happens_in_kernel(const struct perf_event_attr *attr)
{
    return attr->type == PERF_TYPE_SOFTWARE &&
           (attr->config == PERF_COUNT_SW_CONTEXT_SWITCHES || attr->config == PERF_COUNT_SW_CPU_MIGRATIONS);
}

static void explain_refusal(EventInfo *event, int problem)
{
    switch (problem) {
    case ENOENT:
    case ENODEV:
    case EOPNOTSUPP:
        event->reason =
            mem_copy_text("this machine shows no such counter (no PMU: usual in a virtual machine or container host)");
        event->remedy =
            mem_copy_text("measure on bare metal, or enable the virtual PMU in the hypervisor (KVM: cpu host,pmu=on)");
        break;
    case EACCES:
    case EPERM:
        event->reason = mem_format("the kernel refuses it to this user (%s)", strerror(problem));
        event->remedy =
            mem_copy_text("sudo sysctl kernel.perf_event_paranoid=1, or grant CAP_PERFMON; in a container also allow "
                          "perf_event_open in the seccomp profile");
        break;
    case ENOSYS:
        event->reason = mem_copy_text("perf_event_open is blocked or not built into this kernel");
        event->remedy = mem_copy_text(
            "allow perf_event_open in the container's seccomp profile, or boot a kernel with CONFIG_PERF_EVENTS");
        break;
    default:
        event->reason = mem_format("perf_event_open failed: %s", strerror(problem));
        event->remedy = mem_copy_text("leave the event out with --events, or look at 'dmesg'");
    }
}

static void resolve_event(const char *name, struct perf_event_attr *attr, EventInfo *event)
{
    char *full_name = NULL;
    pfm_perf_encode_arg_t arg = {.attr = attr, .fstr = &full_name, .size = sizeof arg};
    *event = (EventInfo){.name = mem_copy_text(name)};
    attr->size = sizeof *attr;
    int problem = pfm_get_os_event_encoding(name, PFM_PLM3, PFM_OS_PERF_EVENT_EXT, &arg);
    if (problem != PFM_SUCCESS) {
        event->reason = mem_format("libpfm4 cannot resolve the name: %s", pfm_strerror(problem));
        event->remedy = mem_copy_text("check the spelling, or that the event belongs to this CPU's PMU");
        return;
    }
    event->resolved = mem_copy_text(full_name);
    free(full_name);
    event->software = attr->type == PERF_TYPE_SOFTWARE;
    attr->read_format = PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING;
    if (happens_in_kernel(attr))
        attr->exclude_kernel = 0;
    int fd = open_event(attr, 0, -1);
    if (fd < 0) {
        explain_refusal(event, errno);
        return;
    }
    close(fd);
    event->available = true;
}

CounterSet *counters_new(char **names, EventInfo **events, size_t *n_events, Error *error)
{
    int problem = pfm_initialize();
    if (problem != PFM_SUCCESS && problem != PFM_ERR_NOTSUPP) {
        error_set(error, "libpfm4 cannot start: %s; reinstall libpfm4", pfm_strerror(problem));
        return NULL;
    }
    size_t count = DEFAULT_EVENTS;
    if (names != NULL)
        for (count = 0; names[count] != NULL;)
            count++;
    CounterSet *set = mem_alloc(1, sizeof *set);
    set->attr = mem_alloc(count, sizeof *set->attr);
    set->available = mem_alloc(count, sizeof *set->available);
    set->software = mem_alloc(count, sizeof *set->software);
    set->count = count;
    *events = mem_alloc(count, sizeof **events);
    *n_events = count;
    for (size_t i = 0; i < count; i++) {
        resolve_event(names != NULL ? names[i] : default_events[i], &set->attr[i], &(*events)[i]);
        set->available[i] = (*events)[i].available;
        set->software[i] = (*events)[i].software;
    }
    return set;
}

void counters_free(CounterSet *set)
{
    if (set == NULL)
        return;
    free(set->attr);
    free(set->available);
    free(set->software);
    free(set);
    pfm_terminate();
}

/* ---- one process ---- */

/* Opens the events of one kind in groups of at most `limit`; a group that the PMU refuses is split. */
static void open_kind(const CounterSet *set, bool software, size_t limit, pid_t pid, CounterGroup *group)
{
    int leader = -1;
    size_t members = 0;
    for (size_t i = 0; i < set->count; i++) {
        if (!set->available[i] || set->software[i] != software)
            continue;
        if (members == limit)
            leader = -1;
        int fd = open_event(&set->attr[i], pid, leader);
        if (fd < 0 && leader >= 0) {
            leader = -1;
            fd = open_event(&set->attr[i], pid, -1);
        }
        if (fd < 0)
            continue;
        group->fd[i] = fd;
        if (leader < 0) {
            leader = fd;
            group->leader[i] = true;
            members = 0;
        }
        members++;
    }
}

CounterGroup *counters_open(const CounterSet *set, pid_t pid)
{
    CounterGroup *group = mem_alloc(1, sizeof *group);
    group->count = set->count;
    group->fd = mem_alloc(set->count, sizeof *group->fd);
    group->leader = mem_alloc(set->count, sizeof *group->leader);
    group->before = mem_alloc(set->count, sizeof *group->before);
    for (size_t i = 0; i < set->count; i++)
        group->fd[i] = -1;
    open_kind(set, false, GROUP_EVENTS_MAX, pid, group);
    open_kind(set, true, set->count, pid, group);
    return group;
}

void counters_close(CounterGroup *group)
{
    if (group == NULL)
        return;
    for (size_t i = 0; i < group->count; i++)
        if (group->fd[i] >= 0)
            close(group->fd[i]);
    free(group->fd);
    free(group->leader);
    free(group->before);
    free(group);
}

static void control(CounterGroup *group, unsigned long request)
{
    for (size_t i = 0; i < group->count; i++)
        if (group->leader[i])
            ioctl(group->fd[i], request, PERF_IOC_FLAG_GROUP);
}

void counters_start(CounterGroup *group)
{
    control(group, PERF_EVENT_IOC_ENABLE);
}

void counters_prepare(const CounterGroup *group, EventReadings *readings, size_t n_values)
{
    for (size_t i = 0; i < group->count; i++) {
        if (group->fd[i] < 0)
            continue;
        readings[i].count = mem_alloc(n_values, sizeof *readings[i].count);
        readings[i].enabled_ns = mem_alloc(n_values, sizeof *readings[i].enabled_ns);
        readings[i].running_ns = mem_alloc(n_values, sizeof *readings[i].running_ns);
    }
}

void counters_stop(CounterGroup *group, EventReadings *readings, size_t index)
{
    control(group, PERF_EVENT_IOC_DISABLE);
    for (size_t i = 0; i < group->count; i++) {
        Reading now;
        if (group->fd[i] < 0 || readings[i].count == NULL)
            continue;
        if (read(group->fd[i], &now, sizeof now) != sizeof now)
            now = group->before[i];
        readings[i].count[index] = now.count - group->before[i].count;
        readings[i].enabled_ns[index] = now.enabled_ns - group->before[i].enabled_ns;
        readings[i].running_ns[index] = now.running_ns - group->before[i].running_ns;
        group->before[i] = now;
    }
}
