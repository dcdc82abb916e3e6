#include "counters_group.h"

#include "perf_event.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* What read() gives under READ_FORMAT. */
typedef struct Raw {
    uint64_t n_members;
    uint64_t enabled_ns;
    uint64_t running_ns;
    uint64_t count[COUNTERS_GROUP_MAX];
} Raw;

enum { READ_FORMAT = PERF_FORMAT_GROUP | PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING };

int counters_group_add(CounterGroup *group, size_t event, const struct perf_event_attr *attr, pid_t pid)
{
    struct perf_event_attr copy = *attr;
    if (group->n_members == COUNTERS_GROUP_MAX) {
        errno = ENOSPC;
        return -1;
    }
    copy.read_format = READ_FORMAT;
    int fd = perf_event_open_on(&copy, pid, group->n_members > 0 ? group->fd[0] : -1);
    if (fd < 0)
        return -1;
    group->fd[group->n_members] = fd;
    group->event[group->n_members++] = event;
    return 0;
}

void counters_group_close(CounterGroup *group)
{
    while (group->n_members > 0)
        close(group->fd[--group->n_members]); /* the leader last */
    *group = (CounterGroup){0};
}

void counters_group_start(const CounterGroup *group)
{
    if (group->n_members > 0)
        ioctl(group->fd[0], PERF_EVENT_IOC_ENABLE, PERF_IOC_FLAG_GROUP);
}

void counters_group_stop(const CounterGroup *group)
{
    if (group->n_members > 0)
        ioctl(group->fd[0], PERF_EVENT_IOC_DISABLE, PERF_IOC_FLAG_GROUP);
}

bool counters_group_read(CounterGroup *group, CounterReading *reading)
{
    Raw raw = {0};
    if (group->n_members == 0)
        return false;
    size_t wanted = (3 + group->n_members) * sizeof(uint64_t);
    ssize_t got = read(group->fd[0], &raw, sizeof raw);
    if (got < 0 || (size_t)got != wanted || raw.n_members != group->n_members)
        return false;
    reading->enabled_ns = raw.enabled_ns - group->last_enabled_ns;
    reading->running_ns = raw.running_ns - group->last_running_ns;
    group->last_enabled_ns = raw.enabled_ns;
    group->last_running_ns = raw.running_ns;
    for (size_t m = 0; m < group->n_members; m++) {
        reading->count[m] = raw.count[m] - group->last_count[m];
        group->last_count[m] = raw.count[m];
    }
    return true;
}
