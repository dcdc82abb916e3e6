/* Which workloads the next round measures, so that the time goes where the intervals are widest.
 *
 * Pure: decides by widths and durations alone. Until every workload has had its first look there is no choice: all are
 * measured. Afterwards, if the budget cannot take every workload to the end, a step goes to the wider half of them. */
#ifndef FRAMEBENCH_BUDGET_H
#define FRAMEBENCH_BUDGET_H

#include "result.h"

/* What is known of a workload. */
typedef struct Candidate {
    bool active;
    unsigned rounds;       /* blocks so far */
    double block_s;        /* duration of a block */
    double half_width_pct; /* at the last look; NaN before */
} Candidate;

/* Marks the workloads of the next round and gives its number, which decides their order. `left_s` is INFINITY without a
 * budget. False: none is active, or the time does not suffice for one more round. */
bool budget_choose(const Settings *settings, const Candidate *candidate, size_t n, double left_s, bool *chosen,
                   unsigned *round);

#endif
