/* From a block's raw values to its numbers: what one metric says of one side, and of one side against the baseline.
 *
 * Private to compare: pure, and the only place that knows where a metric's readings are. */
#ifndef FRAMEBENCH_COMPARE_VALUES_H
#define FRAMEBENCH_COMPARE_VALUES_H

#include "compare.h"

/* The samples of an arm of the comparison. */
const SideSamples *values_of_arm(const Block *block, int arm, View view);

/* Value j in the metric's unit for a whole timed region: a time in ns, or an event's count, scaled where the kernel
 * shared the counter and without what an empty value costs. NaN: was not measured. */
double values_reading(const SideSamples *samples, size_t j, Metric metric);

/* ln(A/B) of pair j. */
double values_pair_ratio(const Block *block, size_t pair, View view);

/* Whether the block counts and every value of both arms is a positive number in this metric. */
bool values_block_counts(const Block *block, View view);

/* Whether the block would count but for values that are no positive numbers: zeros have no ratio. */
bool values_block_is_sparse(const Block *block, View view);

/* The workload's counting blocks, in order; returns how many. The caller frees *blocks, not what they point to. */
size_t values_counting_blocks(const WorkloadResult *workload, View view, const Block ***blocks);

/* Half of what going first costs: the mean ratio of the pairs that A opened against those that B opened. */
double values_order_effect(const Block *block, View view);

/* How the ratio moves from the first third of a block to the last: warm-up that differs between the sides. */
double values_trend(const Block *block, View view);

/* One number per block; the caller frees. */
double *values_series(const Block **blocks, size_t n, View view, double (*of_block)(const Block *, View));

/* The median value of each block of one arm; the caller frees. */
double *values_medians(const Block **blocks, size_t n, int arm, View view);

/* The spread of the pairs' log-ratios around their block's number d. */
double values_within_sd(const Block **blocks, const double *d, size_t n, View view);

/* How many calls one value of the block was: calibrated by each host. 0: unknown. */
double values_loops(const Result *result, const WorkloadResult *workload, const Block *block);

double values_shortest(const Block **blocks, size_t n, View view);

#endif
