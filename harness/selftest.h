/* Does framebench tell the truth on this machine? Judges a run whose true answer is known: STATISTICS 3.8.
 *
 * Pure. Either both sides are the same binary, and the truth is no difference; or one side does 2% more loops. */
#ifndef FRAMEBENCH_SELFTEST_H
#define FRAMEBENCH_SELFTEST_H

#include "compare.h"

typedef enum SelftestVerdict {
    SELFTEST_PASSED,
    SELFTEST_FAILED,
    SELFTEST_TOO_FEW,  /* not enough blocks for intervals */
    SELFTEST_NOT_FOUND /* the extra work is within the noise: the intervals hold it, but they hold 0 as well */
} SelftestVerdict;

typedef struct SelftestCount {
    size_t judged;  /* workloads with an interval, controls too */
    size_t missed;  /* intervals that do not hold the truth */
    size_t allowed; /* as many misses are reached by 99% of honest experiments: binomial, p = 0.05 */
    bool injected;
    size_t found_alone; /* intervals wholly on the right side of 0 */
    bool found;         /* the geometric mean's interval is on the right side of 0 */
    double mde_pct;     /* of the geometric mean: what is found four times in five; NaN when there is no interval */
    SelftestVerdict verdict;
} SelftestCount;

/* How many loops runner_more.py does when it is asked for that many. */
uint64_t selftest_more(uint64_t loops);

/* How many times as long a run must be for 2% to be found four times in five: an interval is as narrow as the root of
 * the number of blocks. At least 1; NaN when nobody knows. */
double selftest_longer(const SelftestCount *count);

SelftestCount selftest_count(const Comparison *comparison, bool injected);

#endif
