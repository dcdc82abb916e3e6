/* The kernel's PMUs as /sys shows them, and which of them a CPU has: hybrid machines have one per type of core. */
#ifndef FRAMEBENCH_COUNTERS_PMUS_H
#define FRAMEBENCH_COUNTERS_PMUS_H

#include "text.h"

#include <linux/perf_event.h>
#include <stdbool.h>

/* Whether this machine's CPUs have PMUs of different kinds. */
bool counters_pmus_are_hybrid(const char *root);

/* Makes the event that of the core type of this CPU. False: the event belongs to another type of core only. A machine
 * whose CPUs are alike, or cpu -1, leaves it as it is. */
bool counters_pmus_adapt(const char *root, int cpu, struct perf_event_attr *attr);

/* One line for each PMU that the kernel drives. */
void counters_pmus_list(const char *root, Text *text);

#endif
