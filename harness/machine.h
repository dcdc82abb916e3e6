/* The machine, described as facts for the result file, and its CPU times. Reads /proc and /sys, changes nothing. */
#ifndef FRAMEBENCH_MACHINE_H
#define FRAMEBENCH_MACHINE_H

#include "result.h"

/* Host, kernel, CPU, frequency control, randomization, mitigations, limits, load: what moves a measurement. What
 * cannot be read is an absent fact with its reason. `root` is "" for this machine (sysfile.h). */
void machine_describe(const char *root, Facts *facts);

bool machine_is_virtual(const Facts *facts);

/* Jiffies since boot. Both 0 when /proc/stat cannot be read. */
typedef struct CpuTimes {
    unsigned long long total;
    unsigned long long stolen;
} CpuTimes;

CpuTimes machine_cpu_times(const char *root, int cpu);     /* of one CPU, or with -1 of all together */
double machine_steal_pct(CpuTimes before, CpuTimes after); /* NaN when nothing passed */

#endif
