/* What the files of compare share: estimates from blocks (compare_estimate.c), metrics by name and exact metrics
 * (compare_metric.c), the suite (compare_suite.c). Nobody else includes this. */
#ifndef FRAMEBENCH_COMPARE_PARTS_H
#define FRAMEBENCH_COMPARE_PARTS_H

#include "compare.h"

/* The independent units of n blocks with log-ratios d: blocks with one layout, layouts with several; ids tie them to
 * the other workloads. Writes at most n, returns how many. */
size_t compare_units(const Result *result, const Block **blocks, const double *d, size_t n, double *u, unsigned *id);

/* The least half width that the resolution of the clock, or of counting, allows. */
double compare_clock_floor(const Block **blocks, size_t n, View view);

/* The blocks that were measured on a host; the caller frees *own. */
size_t compare_blocks_of_host(const Block **blocks, size_t n, unsigned host, const Block ***own);

/* One estimate per host of the result; the caller frees. */
Estimate *compare_estimate_hosts(const Result *result, const Block **blocks, size_t n, View view, double alpha);

/* Whether any hosts ran the same layouts of a side: then luck is common to their numbers, and the layouts are the units
 * (which they may be in any case; where nothing is shared, hosts as units say more). */
bool compare_hosts_share_layouts(const Result *result);

/* The units then: of each layout that every host measured, the mean of the hosts' numbers. Writes at most n. */
size_t compare_shared_units(const Result *result, const Block **blocks, size_t n, View view, double *u, unsigned *id);

/* The estimate from blocks of one host, or the mean of the hosts' estimates. */
Estimate compare_estimate_metric(const Result *result, const Block **blocks, size_t n, View view, double alpha);

/* The caller frees. */
char *compare_metric_new_name(const Result *result, Metric metric);

/* Fills c->exact; then c's estimate from the one of that name, if it has it. */
void compare_add_exact(WorkloadComparison *c, size_t base, size_t side);
void compare_exactly(WorkloadComparison *c, const char *name);

/* Fills p_holm, and the suite, once all workloads are compared. */
void compare_adjust_for_family(Comparison *whole);
void compare_suite(Comparison *whole);

#endif
