/* A PMU for machines that have none: preloaded into framebench, it answers perf_event_open, ioctl and read for hardware
 * events as a kernel with FAKE_PMU_COUNTERS counters would. Software events go to the real kernel.
 *
 * The counted process's CPU time is the source of every count: event k counts k-dependent units per nanosecond while it
 * runs, so that the ratio of two events is known exactly and that of a scaled count approximately.
 *
 *   FAKE_PMU_COUNTERS=N        how many events run at the same time (default 4); a larger group is refused (EINVAL)
 *   FAKE_PMU_TAKEN=N           counters that somebody else holds: a group that needs them opens but never runs
 *   FAKE_PMU_REFUSE=C:ERRNO    the hardware event with config C is refused with this errno number
 *   FAKE_PMU_VANISH=C:N        after N successful openings the event with config C is refused with ENOENT
 *   FAKE_PMU_UNPIN=N           from the N-th reading on, pinned groups have lost their place: read() says end of file
 *   FAKE_PMU_LOG=FILE          one line per opened hardware event: pid, type, config, leader, pinned */
#include <dlfcn.h>
#include <errno.h>
#include <linux/perf_event.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS_MAX = 4096, COUNTERS_DEFAULT = 4 };

typedef struct FakeEvent {
    int used;
    int pid;
    int leader; /* fd of the leader, its own fd when it leads */
    int pinned;
    int enabled;
    uint64_t config;
    uint64_t since_ns;   /* CPU time of the process when it was enabled or last settled */
    uint64_t enabled_ns; /* so far */
    double running_ns;
    double count;
} FakeEvent;

static FakeEvent events[EVENTS_MAX];
static unsigned opened_of_vanishing;
static unsigned readings;

static long number(const char *variable, long fallback)
{
    const char *text = getenv(variable);
    return text != NULL ? atol(text) : fallback;
}

/* "C:X" for this config: X, else -1. */
static long rule_for(const char *variable, uint64_t config)
{
    const char *text = getenv(variable);
    char *colon;
    if (text == NULL || strtoull(text, &colon, 0) != config || *colon != ':')
        return -1;
    return atol(colon + 1);
}

/* Units per nanosecond: 1 for config 0, 1.5 for 1, 2 for 2, … of the low byte. */
static double rate(uint64_t config)
{
    return 1.0 + 0.5 * (double)(config & 0xff);
}

static uint64_t cpu_ns(int pid)
{
    clockid_t clock;
    struct timespec now = {0};
    if (pid == 0)
        clock = CLOCK_PROCESS_CPUTIME_ID;
    else if (clock_getcpuclockid(pid, &clock) != 0)
        return 0;
    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static int group_size(int leader)
{
    int size = 0;
    for (int fd = 0; fd < EVENTS_MAX; fd++)
        size += events[fd].used && events[fd].leader == leader;
    return size;
}

/* How many enabled events of this process want a counter. */
static int wanted_counters(int pid)
{
    int wanted = 0;
    for (int fd = 0; fd < EVENTS_MAX; fd++)
        wanted += events[fd].used && events[fd].enabled && events[fd].pid == pid;
    return wanted;
}

/* The share of the time for which the group of `leader` is on the PMU. */
static double share(int leader)
{
    int counters = (int)number("FAKE_PMU_COUNTERS", COUNTERS_DEFAULT) - (int)number("FAKE_PMU_TAKEN", 0);
    int wanted = wanted_counters(events[leader].pid);
    if (group_size(leader) > counters)
        return 0.0;
    return wanted <= counters ? 1.0 : (double)counters / wanted;
}

/* Books the time since the last settling on all enabled events of a process. */
static void settle(int pid)
{
    uint64_t now = cpu_ns(pid);
    for (int fd = 0; fd < EVENTS_MAX; fd++) {
        FakeEvent *event = &events[fd];
        if (!event->used || !event->enabled || event->pid != pid)
            continue;
        double ran = (double)(now - event->since_ns) * share(event->leader);
        event->enabled_ns += now - event->since_ns;
        event->running_ns += ran;
        event->count += ran * rate(event->config);
        event->since_ns = now;
    }
}

static void log_opening(const struct perf_event_attr *attr, int pid, int group_fd)
{
    const char *path = getenv("FAKE_PMU_LOG");
    FILE *file = path != NULL ? fopen(path, "ae") : NULL;
    if (file == NULL)
        return;
    fprintf(file, "%d %u %#llx %d %d\n", pid, attr->type, (unsigned long long)attr->config, group_fd,
            (int)attr->pinned);
    fclose(file);
}

static int fail(int problem)
{
    errno = problem;
    return -1;
}

static int open_fake(const struct perf_event_attr *attr, int pid, int group_fd)
{
    long refusal = rule_for("FAKE_PMU_REFUSE", attr->config);
    long vanishing = rule_for("FAKE_PMU_VANISH", attr->config);
    if (refusal >= 0)
        return fail((int)refusal);
    if (vanishing >= 0 && opened_of_vanishing++ >= (unsigned)vanishing)
        return fail(ENOENT);
    if (group_fd >= 0 && group_size(group_fd) >= number("FAKE_PMU_COUNTERS", COUNTERS_DEFAULT))
        return fail(EINVAL);
    int fd = memfd_create("fake-pmu", 1 /* MFD_CLOEXEC */);
    if (fd < 0 || fd >= EVENTS_MAX)
        return fail(EMFILE);
    events[fd] = (FakeEvent){.used = 1,
                             .pid = pid,
                             .leader = group_fd >= 0 ? group_fd : fd,
                             .pinned = attr->pinned,
                             .enabled = !attr->disabled && group_fd < 0,
                             .config = attr->config,
                             .since_ns = cpu_ns(pid)};
    log_opening(attr, pid, group_fd);
    return fd;
}

static int is_fake(int fd)
{
    return fd >= 0 && fd < EVENTS_MAX && events[fd].used;
}

static int has_hardware_type(const struct perf_event_attr *attr)
{
    return attr->type == PERF_TYPE_HARDWARE || attr->type == PERF_TYPE_HW_CACHE || attr->type == PERF_TYPE_RAW;
}

long syscall(long call, ...)
{
    static long (*real)(long, ...);
    long a[6];
    va_list arguments;
    va_start(arguments, call);
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(arguments, long);
    va_end(arguments);
    if (call == SYS_perf_event_open && has_hardware_type((const struct perf_event_attr *)a[0]))
        return open_fake((const struct perf_event_attr *)a[0], (int)a[1], (int)a[3]);
    if (real == NULL)
        real = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    return real(call, a[0], a[1], a[2], a[3], a[4], a[5]);
}

int ioctl(int fd, unsigned long request, ...)
{
    static int (*real)(int, unsigned long, ...);
    va_list arguments;
    va_start(arguments, request);
    long argument = va_arg(arguments, long);
    va_end(arguments);
    if (real == NULL)
        real = (int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl");
    if (!is_fake(fd))
        return real(fd, request, argument);
    settle(events[fd].pid);
    for (int i = 0; i < EVENTS_MAX; i++) {
        if (!events[i].used || events[i].leader != events[fd].leader)
            continue;
        events[i].enabled = request == PERF_EVENT_IOC_ENABLE;
        events[i].since_ns = cpu_ns(events[i].pid);
    }
    return 0;
}

ssize_t read(int fd, void *buffer, size_t size)
{
    static ssize_t (*real)(int, void *, size_t);
    if (real == NULL)
        real = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    if (!is_fake(fd))
        return real(fd, buffer, size);
    long lost_from = number("FAKE_PMU_UNPIN", -1);
    if (lost_from >= 0 && ++readings > (unsigned)lost_from && events[fd].pinned)
        return 0;
    settle(events[fd].pid);
    uint64_t *out = buffer;
    size_t members = 0;
    out[1] = events[fd].enabled_ns;
    out[2] = (uint64_t)events[fd].running_ns;
    for (int i = 0; i < EVENTS_MAX; i++)
        if (events[i].used && events[i].leader == fd)
            out[3 + members++] = (uint64_t)events[i].count;
    out[0] = members;
    return (ssize_t)((3 + members) * sizeof(uint64_t));
}

int close(int fd)
{
    static int (*real)(int);
    if (real == NULL)
        real = (int (*)(int))dlsym(RTLD_NEXT, "close");
    if (is_fake(fd))
        events[fd] = (FakeEvent){0};
    return real(fd);
}
