/* What the export formats share: walking over the values that count. */
#ifndef FRAMEBENCH_INTERCHANGE_VALUES_H
#define FRAMEBENCH_INTERCHANGE_VALUES_H

#include "compare.h"

/* Whether the side has values in this block, and the block counts. */
bool interchange_block_counts(const Block *block, size_t side);

/* A value of one call: seconds of a time, or a count. NaN where there is none. */
double interchange_value(const Result *result, const WorkloadResult *workload, const Block *block, size_t side,
                         Metric metric, size_t j);

/* The same, NaN unless every side that takes part in the block has a positive number there. */
double interchange_common_value(const Result *result, const WorkloadResult *workload, const Block *block, size_t side,
                                Metric metric, size_t j);

/* "2026-01-02 03:04:05": when the block began. The caller frees; NULL when that is unknown. */
char *interchange_date(const Result *result, const Block *block);

/* A name of these tools' making: without line ends and other control characters. The caller frees. */
char *interchange_plain(const char *text);

#endif
