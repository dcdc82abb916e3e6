/* Counts that do not vary: what Valgrind and the stats build say of one call of each workload on each side.
 *
 * The program is run with n and with 2n calls of the workload's function, in the same surroundings, and the difference
 * divided by n: startup cancels exactly. */
#ifndef FRAMEBENCH_EXACT_H
#define FRAMEBENCH_EXACT_H

#include "error.h"
#include "progress.h"
#include "result.h"

#include <signal.h>

/* Borrows everything. */
typedef struct ExactSetup {
    bool valgrind;    /* instructions, branches, data references, simulated misses */
    bool stats;       /* our own builds: calls, materializations, allocations, … */
    char *runner;     /* runner_exact.py; owned by whoever fills this */
    double timeout_s; /* of one run of a program, without Valgrind */
    Progress *progress;
    const volatile sig_atomic_t *interrupted;
} ExactSetup;

/* Whether the tools that are asked for are there. */
int exact_check(const ExactSetup *setup, Error *error);

/* Adds the metrics to the workloads that have none yet. What cannot be counted is a metric with its reason. Fails only
 * when a tool that was asked for is not there. */
int exact_measure(Result *result, const ExactSetup *setup, Error *error);

/* The value of a metric, the first of that name; NaN when it is not there. */
double exact_value(const WorkloadResult *workload, size_t side, const char *name);

#endif
