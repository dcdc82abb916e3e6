/* What happens to a CPU and to the measured processes while their values are timed: marks on the block. */
#ifndef FRAMEBENCH_WATCH_H
#define FRAMEBENCH_WATCH_H

#include "machine.h"
#include "result.h"

#include <sys/types.h>

/* How a process fared with the scheduler since it began; WATCH_UNKNOWN where /proc does not tell. */
enum { WATCH_UNKNOWN = -1 };

typedef struct WatchProcess {
    pid_t pid; /* 0: nobody is watched */
    double voluntary;
    double involuntary;
    double migrations;
    int cpu; /* where it ran last */
} WatchProcess;

/* The state at the start of a block's timed values. */
typedef struct Watch {
    const char *root; /* sysfile.h */
    int cpu;          /* -1: the processes may run anywhere */
    CpuTimes times;
    double frequency_khz; /* NaN: unknown */
    double throttled;     /* NaN: unknown */
    WatchProcess process[SIDES_MAX];
} Watch;

/* Begins when the processes have warmed up, so that the CPU runs at the speed of work. */
void watch_begin(Watch *watch, const char *root, int cpu);
void watch_process(Watch *watch, size_t side, pid_t pid);

/* While the processes still live: adds the marks, and each side's context switches and migrations, to the block. */
void watch_end(const Watch *watch, Block *block);

#endif
