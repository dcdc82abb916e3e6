/* The machine and the measured binaries, described as facts for the result file. Reads /proc and /sys, changes nothing.
 */
#ifndef FRAMEBENCH_MACHINE_H
#define FRAMEBENCH_MACHINE_H

#include "result.h"

#include <sys/types.h>

/* Host, kernel, CPU, frequency control, randomization, mitigations, load: what moves a measurement. What cannot be
 * read is an absent fact with its reason. */
void machine_describe(Facts *facts);

/* The executable a running process really is (behind wrappers and links): path, size, SHA-256, build id. */
void machine_describe_process(pid_t pid, Facts *facts);

/* The same of a file that nobody runs: size, SHA-256, build id. */
void machine_describe_file(const char *path, Facts *facts);

bool machine_is_virtual(const Facts *facts);

/* Jiffies since boot, summed over the CPUs. Both 0 when /proc/stat cannot be read. */
typedef struct CpuTimes {
    unsigned long long total;
    unsigned long long stolen;
} CpuTimes;

CpuTimes machine_cpu_times(void);
double machine_steal_pct(CpuTimes before, CpuTimes after); /* NaN when nothing passed */

#endif
