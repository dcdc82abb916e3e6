/* The run as a whole: calibrate, go round by round, stop when precise or out of time, keep what was measured. */
#ifndef FRAMEBENCH_EXPERIMENT_H
#define FRAMEBENCH_EXPERIMENT_H

#include "counters.h"
#include "error.h"
#include "exact.h"
#include "progress.h"
#include "record.h"
#include "result.h"

#include <signal.h>

/* Borrows everything. */
typedef struct Experiment {
    Result *result;
    CounterSet *counters;    /* NULL: none */
    const ExactSetup *exact; /* NULL: no exact counts */
    bool resumed;            /* the result holds what an earlier run measured: go on after it */
    const char *result_path; /* the journal stands beside it */
    Journal *journal;
    Progress *progress;
    const volatile sig_atomic_t *interrupted;
} Experiment;

/* Fails only when nothing can be measured or the journal cannot be written; a workload that fails, an interruption and
 * a spent budget are in the result. */
int experiment_run(Experiment *experiment, Error *error);

#endif
