/* How numbers and verdicts are put into words, the same in every table, plot and sentence. */
#ifndef FRAMEBENCH_WORDING_H
#define FRAMEBENCH_WORDING_H

#include "compare.h"
#include "text.h"

/* "812 ns", "1.27 ms", "3.05 s": three significant digits; "-" for NaN. */
void wording_time(Text *text, double ns);

/* "812", "1.27 k", "3.05 M": a count, four significant digits; "-" for NaN. */
void wording_count(Text *text, double count);

/* A time or a count, as the metric is. */
void wording_value(Text *text, double value, Metric metric);

/* "cpu time", "wall time", "instructions". */
void wording_metric(Text *text, const Comparison *comparison);

/* B against A of a count, "-11.45%", and its interval "[-11.6, -11.3]"; "exact" for an exact metric. */
void wording_change(Text *text, double log_ratio);
void wording_change_interval(Text *text, const Estimate *estimate);

/* A log-ratio as a speedup factor with as many decimals as its precision deserves; "-" for NaN. */
void wording_speedup(Text *text, double log_ratio);
void wording_interval(Text *text, double low, double high); /* "[1.254, 1.281]" */

/* One word for a verdict: faster, slower, same, ~ (no difference detected), ? (metrics or hosts disagree), few, descr.,
 * failed; of a count fewer and more. */
const char *wording_verdict(const WorkloadComparison *c);

/* What a flag means for the reader, as a clause. */
const char *wording_flag(Flag flag);

/* "max 31% [28, 33] (fib), geomean 7.0% [6.7, 7.3] (20 workloads, single-build)": STATISTICS 3.4. */
void wording_closing(Text *text, const Comparison *comparison);

/* How sure the closing sentence is: level, method, and what would have been found. */
void wording_sureness(Text *text, const Comparison *comparison);

/* The notes of a comparison, one per call with index 0, 1, …; false when there are no more. Each is one sentence. */
bool wording_note(Text *text, const Comparison *comparison, size_t index);

#endif
