/* The comparison for other programs: JSON (also the "analysis" of a result file) and CSV. */
#ifndef FRAMEBENCH_EXPORT_H
#define FRAMEBENCH_EXPORT_H

#include "compare.h"
#include "text.h"

#include <jansson.h>

/* New reference. Fields as in docs/RESULTS.md; NaN and infinite numbers are null. */
json_t *export_analysis(const Comparison *comparison);

/* One row per workload (RFC 4180); NaN is an empty cell. `values` is what the header calls the two sides' values, such
 * as "a_ns,b_ns"; NULL: no header. */
void export_csv(Text *text, const Comparison *comparison, const char *file, const char *values);

/* What these values are called where there is one metric. */
const char *export_csv_values(Metric metric);

#endif
