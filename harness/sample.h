/* One block: a process of each side, alive together on one CPU, whose values alternate tuple by tuple. */
#ifndef FRAMEBENCH_SAMPLE_H
#define FRAMEBENCH_SAMPLE_H

#include "counters.h"
#include "error.h"
#include "result.h"
#include "schedule.h"

#include <signal.h>

/* What every block of a run needs; borrows everything. */
typedef struct Sampler {
    Result *result;
    CounterSet *counters; /* NULL: none */
    int cpus[64];         /* CPUs that may be measured on */
    size_t n_cpus;
    double start_s; /* of the run, CLOCK_MONOTONIC */
    const volatile sig_atomic_t *interrupted;
} Sampler;

/* Starts each side once: the baseline finds how many loops make a value (and the checksum, where nobody has said it);
 * versions, executables and the longest wait for an answer are noted. A side that cannot run the workload is marked
 * there. Fails when the baseline or all the others cannot. */
int sample_calibrate(Sampler *sampler, WorkloadResult *workload, Error *error);

/* Measures one block. A failure of a child is no failure of this function: block->void_reason tells it, and
 * block->culprit whose it was. */
void sample_block(Sampler *sampler, WorkloadResult *workload, const BlockPlan *plan, Block *block);

double sample_now_s(void);

#endif
