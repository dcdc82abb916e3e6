/* From a comparison to a decision that a build can fail by: STATISTICS 3.6.
 *
 * Pure. A regression is a slowdown (of a count: an increase) beyond a margin, at a level that holds for all workloads
 * at once: one-sided p-values, adjusted by Holm. What could not have been found is never passed over in silence. */
#ifndef FRAMEBENCH_GATE_H
#define FRAMEBENCH_GATE_H

#include "compare.h"

typedef enum GateVerdict {
    GATE_REGRESSION,   /* beyond the margin */
    GATE_IMPROVEMENT,  /* the mirror: better by more than the margin */
    GATE_EQUIVALENT,   /* the interval lies within the margin */
    GATE_NOT_WORSE,    /* the interval excludes a regression beyond the margin; how much better is open */
    GATE_INCONCLUSIVE, /* none of these */
    GATE_UNDERPOWERED, /* with so few units no regression could have been found, however large */
    GATE_FAILED,       /* was not measured */
} GateVerdict;

/* What is allowed when nobody says: STATISTICS 3.6. */
#define GATE_MARGIN      0.01
#define GATE_MEAN_MARGIN 0.005

typedef struct GateRow {
    const WorkloadComparison *workload; /* borrowed; NULL: the geometric mean */
    GateVerdict verdict;
    Estimate estimate; /* as log-ratios, positive is better */
    double p;          /* of a regression, adjusted for the family; NaN when there is none */
    double margin;     /* 0.01 = 1%, as it was used */
    double mde_pct;
} GateRow;

typedef struct GateReport {
    const Comparison *comparison; /* borrowed */
    double margin;                /* as asked for */
    bool widened;                 /* a single build: the margin also holds the luck of code placement */
    GateRow *rows;                /* one per workload; owned */
    size_t n_rows;
    GateRow suite;
} GateReport;

/* margin and suite_margin: 0.01 = 1%. The comparison must not be descriptive. */
GateReport gate_judge(const Comparison *comparison, double margin, double suite_margin);
void gate_free(GateReport *report);

size_t gate_count(const GateReport *report, GateVerdict verdict); /* the geometric mean counts */

/* 0 fine, 1 a regression, 2 something was not measured, 3 inconclusive or underpowered in strict mode. */
int gate_exit_status(const GateReport *reports, size_t n, bool strict);

const char *gate_verdict_name(GateVerdict verdict);

#endif
