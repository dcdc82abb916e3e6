#include "selftest.h"

#include "distribution.h"

#include <math.h>

#define INJECTED_PCT 2.0

uint64_t selftest_more(uint64_t loops)
{
    return (loops * 102 + 50) / 100;
}

static double truth_of(const WorkloadResult *workload, bool injected)
{
    return injected ? log((double)workload->loops / (double)selftest_more(workload->loops)) : 0.0;
}

double selftest_longer(const SelftestCount *count)
{
    double ratio = count->mde_pct / INJECTED_PCT;
    return isfinite(ratio) ? fmax(1.0, ratio * ratio) : NAN;
}

SelftestCount selftest_count(const Comparison *comparison, bool injected)
{
    SelftestCount count = {
        .injected = injected, .found = comparison->suite.high < 0.0, .mde_pct = comparison->suite_mde_pct};
    for (size_t w = 0; w < comparison->n_workloads; w++) {
        const WorkloadComparison *c = &comparison->workloads[w];
        double truth = truth_of(c->workload, injected);
        if (c->verdict == VERDICT_FAILED || c->estimate.n < STATS_RANK_MIN_N)
            continue;
        count.judged++;
        count.found_alone += injected && c->estimate.high < 0.0;
        count.missed += truth < c->estimate.low || truth > c->estimate.high;
    }
    count.allowed = distribution_binomial_quantile(0.99, (unsigned)count.judged, 0.05);
    if (count.judged < comparison->n_workloads || count.judged == 0)
        count.verdict = SELFTEST_TOO_FEW;
    else if (count.missed > count.allowed)
        count.verdict = SELFTEST_FAILED;
    else if (injected && !count.found)
        count.verdict = SELFTEST_NOT_FOUND;
    return count;
}
