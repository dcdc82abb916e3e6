/* Several result files side by side, and all metrics of one: the tables that show more than one comparison. */
#ifndef FRAMEBENCH_TABLE_FILES_H
#define FRAMEBENCH_TABLE_FILES_H

#include "compare.h"
#include "text.h"

/* n comparisons of different files, shown and never tested against each other; `why` says what forbids it. */
void table_files(Text *text, const Comparison *comparisons, const char *const *paths, size_t n, const char *why);

/* One dense block per workload: every metric that was measured, both sides, ratio, interval, mark. */
void table_all_metrics(Text *text, const Result *result, size_t side, Order order);

#endif
