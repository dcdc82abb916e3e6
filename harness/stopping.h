/* When a workload has been measured enough: STATISTICS 3.5.
 *
 * Pure: looks at widths and variances, never at which side is ahead or by how much, so that stopping early does not
 * make a difference out of none. */
#ifndef FRAMEBENCH_STOPPING_H
#define FRAMEBENCH_STOPPING_H

#include "result.h"

/* A look at one workload after some number of rounds. */
typedef struct Look {
    double half_width_pct;   /* the widest of the workload's comparisons; NaN with too few blocks */
    StopReason reason;       /* STOP_NONE: go on */
    unsigned layouts_needed; /* with STOP_LAYOUT_LIMITED: so many would reach the target */
} Look;

/* Blocks before the first look, and between looks: whole cycles of the layouts. */
unsigned stopping_first(const Settings *settings);
unsigned stopping_step(const Settings *settings);

/* Whether a look is due after `rounds` rounds of the workload. */
bool stopping_is_due(const Settings *settings, unsigned rounds);

/* Whether a look is worth its time after `rounds`. With a fixed number of rounds it decides nothing but which workload is widest, and its
 * cost grows with the cube of the blocks: a run of thousands would spend its time looking. */
bool stopping_looks(const Settings *settings, unsigned rounds);

Look stopping_look(const Result *result, const WorkloadResult *workload, unsigned rounds);

#endif
