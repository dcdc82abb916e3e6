/* Several runs of one experiment as one result, each run a host of its own: STATISTICS 3.7.
 *
 * Pure. What is merged must be the same experiment: the same sides, versions, commit, workloads and design. */
#ifndef FRAMEBENCH_MERGE_H
#define FRAMEBENCH_MERGE_H

#include "error.h"
#include "result.h"

#include <stdbool.h>

/* 0 when b may be merged into a, else -1 and the reason. */
int merge_check(const Result *a, const Result *b, Error *why);

/* Names where the blocks came from and which binaries and loops they ran; once for each result before it is merged. */
void merge_mark_source(Result *result, const char *path);

/* Moves everything of *from, which must pass merge_check and is left empty, into *into. */
void merge_add(Result *into, Result *from);

/* Whether all hosts are one machine, measured several times. */
bool merge_is_repeats(const Result *result);

#endif
