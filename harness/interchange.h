/* Results in the formats of other tools: pyperf, hyperfine, Google Benchmark, benchstat, and CSV with one row per
 * value.
 *
 * Pure: JSON or text out of a result. Blocks that do not count stay out, except in the CSV, which has everything. Times
 * are wall times, because that is what these tools mean. */
#ifndef FRAMEBENCH_INTERCHANGE_H
#define FRAMEBENCH_INTERCHANGE_H

#include "result.h"
#include "text.h"

#include <jansson.h>

/* One file per side; every side has equally many values per benchmark. Counters are benchmarks of their own, named
 * WORKLOAD:EVENT, with unit "integer"; a value that counted 0 on any side is left out on all. */
json_t *interchange_pyperf(const Result *result, size_t side);

/* One file per side; a process's values are the repetitions, counters are members of each. */
json_t *interchange_google_benchmark(const Result *result, size_t side);

/* One result per workload and side; both are parameters. */
json_t *interchange_hyperfine(const Result *result);

/* All sides; the side is a configuration key, for benchstat -col side. */
void interchange_benchstat(Text *text, const Result *result);

/* One row per value of every block, void ones with their reason, warm-ups included. */
void interchange_csv(Text *text, const Result *result);

#endif
