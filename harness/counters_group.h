/* One group of counters on one process: opened, started, stopped and read together. */
#ifndef FRAMEBENCH_COUNTERS_GROUP_H
#define FRAMEBENCH_COUNTERS_GROUP_H

#include <linux/perf_event.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { COUNTERS_GROUP_MAX = 32 };

/* Invariant: member 0 leads; fds of members 0 … n_members - 1 are open. */
typedef struct CounterGroup {
    int fd[COUNTERS_GROUP_MAX];
    size_t event[COUNTERS_GROUP_MAX]; /* which event of the set a member counts */
    size_t n_members;
    /* Totals at the last reading: the kernel's times cannot be reset, so all are subtracted. */
    uint64_t last_count[COUNTERS_GROUP_MAX];
    uint64_t last_enabled_ns;
    uint64_t last_running_ns;
} CounterGroup;

/* What was counted since the reading before. */
typedef struct CounterReading {
    uint64_t count[COUNTERS_GROUP_MAX];
    uint64_t enabled_ns;
    uint64_t running_ns; /* less than enabled_ns: the kernel shared the counters out */
} CounterReading;

/* Adds an event, first of all the leader. Returns -1 with errno: the group is as before. */
int counters_group_add(CounterGroup *group, size_t event, const struct perf_event_attr *attr, pid_t pid);
void counters_group_close(CounterGroup *group);

void counters_group_start(const CounterGroup *group);
void counters_group_stop(const CounterGroup *group);

/* False: the kernel has nothing to say; a pinned group that found no room is in this state. */
bool counters_group_read(CounterGroup *group, CounterReading *reading);

#endif
