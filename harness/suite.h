/* From the estimates of the workloads to the statement about all of them: STATISTICS 3.4.
 *
 * Pure, like stats. Two questions have two answers: "this suite" keeps the workloads fixed and asks how sure the
 * average is; "programs like these" takes the workloads for a sample of programs. */
#ifndef FRAMEBENCH_SUITE_H
#define FRAMEBENCH_SUITE_H

#include "stats.h"

/* The units of one workload: log-ratio and the id (round or layout) that ties it to the other workloads. */
typedef struct UnitSeries {
    const double *u;
    const unsigned *id;
    size_t n;
    double floor; /* as in stats_estimate */
} UnitSeries;

/* The interval is the delete-one jackknife's (Quenouille 1956, Tukey 1958); the extremes' hold for all workloads at
 * once (Sidak 1967). */
typedef struct SuiteEstimate {
    size_t n_workloads;
    size_t n_units; /* distinct ids */
    double alpha;
    double geomean; /* log */
    double se;
    double low, high;                       /* this suite: delete-one-unit jackknife */
    double population_low, population_high; /* programs like these; NaN below five workloads */
    size_t max_index, min_index;
    double max, max_low, max_high; /* simultaneous (Sidak) */
    double min, min_low, min_high;
} SuiteEstimate;

/* Workloads without any unit must have been left out. With no workload all numbers are NaN. */
SuiteEstimate suite_estimate(const UnitSeries *series, size_t n, double alpha);

#endif
