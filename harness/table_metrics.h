/* All metrics of one result: a dense block per workload, or one long table in another markup.
 *
 * Every metric that was measured, with both sides, change, interval and mark, and a sentence on each. */
#ifndef FRAMEBENCH_TABLE_METRICS_H
#define FRAMEBENCH_TABLE_METRICS_H

#include "compare.h"
#include "options.h"
#include "text.h"

#include <jansson.h>

/* Terminal, Markdown or AsciiDoc. */
void table_all_metrics(Text *text, const Result *result, size_t side, Order order, Format format);

/* A row per metric and workload; times are nanoseconds. */
void table_all_metrics_csv(Text *text, const Result *result, size_t side, const char *file, bool with_header);

/* Appends one analysis object per metric. */
void table_all_metrics_json(json_t *into, const Result *result, size_t side);

#endif
