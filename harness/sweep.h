/* The sweeps of a comparison: workloads tagged sweep:NAME=VALUE, by parameter, and where each crosses 1. Pure. */
#ifndef FRAMEBENCH_SWEEP_H
#define FRAMEBENCH_SWEEP_H

#include "compare.h"
#include "crossover.h"

enum { SWEEP_NAME_BYTES = 64, SWEEP_LEAST_POINTS = 3 };

typedef struct SweepPoint {
    double x;
    const WorkloadComparison *workload; /* borrowed */
} SweepPoint;

typedef struct Sweep {
    char name[SWEEP_NAME_BYTES]; /* of the parameter */
    SweepPoint *points;          /* by x; owned */
    size_t n_points;
    Crossover crossover;
} Sweep;

/* All parameters with three points or more, in the order of the result; returns how many. The caller frees with
 * sweeps_free. */
size_t sweeps_new(const Comparison *comparison, Sweep **sweeps);
void sweeps_free(Sweep *sweeps, size_t n);

#endif
