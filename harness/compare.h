/* From raw values to statements: the analysis of one result, one side against the baseline.
 *
 * Pure: the same result always gives the same comparison. Estimates are log-ratios ln(tA/tB). Tables, plots and the
 * "analysis" object of the result file all show this model and compute nothing themselves. */
#ifndef FRAMEBENCH_COMPARE_H
#define FRAMEBENCH_COMPARE_H

#include "result.h"
#include "stats.h"
#include "suite.h"

typedef enum Metric {
    METRIC_CPU,
    METRIC_WALL,
} Metric;

/* What is odd about a workload's measurement. The first four cost a grade each. */
typedef enum Flag {
    FLAG_ORDER_EFFECT,
    FLAG_ARM_TREND,
    FLAG_AUTOCORRELATED,
    FLAG_METRIC_DISAGREEMENT,
    FLAG_SKEWED,
    FLAG_DEGENERATE,
    FLAG_MULTIPLEXED,
    FLAG_VOIDED_BLOCKS,
    FLAG_COUNT,
    FLAG_DEMERITS = FLAG_SKEWED,
} Flag;

typedef enum Verdict {
    VERDICT_FASTER,       /* B is: the interval lies above 1 */
    VERDICT_SLOWER,       /* B is: the interval lies below 1 */
    VERDICT_EQUIVALENT,   /* the layout-adjusted interval lies within the margin */
    VERDICT_INCONCLUSIVE, /* none of these */
    VERDICT_TOO_FEW,      /* fewer than six units never carry a verdict */
    VERDICT_FAILED,
} Verdict;

/* How far the statement reaches: one linking per side, few, or enough to average over code layout. */
typedef enum Scope {
    SCOPE_SINGLE_BUILD,
    SCOPE_FEW_LAYOUTS,
    SCOPE_LAYOUT_RANDOMISED,
} Scope;

/* A 99% interval over blocks of something that should be zero. */
typedef struct Diagnostic {
    Estimate estimate;
    bool flagged;
} Diagnostic;

typedef struct Noise {
    double within;       /* sd of the pairs' log-ratios inside a block */
    double block;        /* sd of a block's log-ratio */
    double raw[2];       /* sd of ln of a side's block medians: what an unpaired design would face */
    double layout;       /* sd between layouts, NaN with one layout */
    double pairing_gain; /* sqrt(2) raw[A] / block */
    double steal_pct;
} Noise;

/* An event's mean per call of the workload's function; NaN where it was not counted. */
typedef struct CounterComparison {
    double per_call[2];
    bool multiplexed; /* scaled by enabled/running time */
} CounterComparison;

typedef struct WorkloadComparison {
    const WorkloadResult *workload; /* borrowed */
    size_t n_blocks;                /* that count */
    size_t n_void;
    Estimate estimate; /* of the headline metric */
    Estimate by_metric[2];
    double value_ns[2]; /* median time of one call of the function, per side */
    double half_width_layout_adjusted;
    double mde_pct;
    double mde_family_pct;
    double p_two_sided;
    double p_regress;
    double p_holm;
    Noise noise;
    Diagnostic order_effect;
    Diagnostic arm_trend;
    double lag1;
    size_t outliers;
    unsigned flags; /* bits 1 << Flag */
    char grade;
    Verdict verdict;
    double *d;                   /* log-ratio per counting block, in order; owned */
    CounterComparison *counters; /* one per event of the result; owned */
} WorkloadComparison;

typedef struct Comparison {
    const Result *result; /* borrowed; must outlive the comparison */
    size_t side;          /* that is compared with the baseline */
    Metric metric;
    Scope scope;
    double alpha;
    double margin; /* of the regression test, 0.01 = 1% */
    WorkloadComparison *workloads;
    size_t n_workloads;
    SuiteEstimate suite;   /* of the workloads that are no controls */
    size_t *suite_members; /* indices into workloads, in the suite's order; owned */
    bool incomplete;
} Comparison;

/* Side number `side` (1 … n_sides - 1) against the baseline, side 0. */
Comparison compare_result(const Result *result, size_t side, Metric metric);
void compare_free(Comparison *comparison);

/* The two sides that a comparison is about, by their place in it: SIDE_A the baseline, SIDE_B the other. */
const SideInfo *compare_side(const Comparison *comparison, int arm);

/* What is looked at: the other side, and which of its times. */
typedef struct View {
    size_t side;
    Metric metric;
} View;

/* The block's log-ratio: Hodges-Lehmann of its pairs. */
double compare_block(const Block *block, View view);

/* The estimate from the blocks so far: what the stopping rule looks at (its width only). */
Estimate compare_progress(const Result *result, const WorkloadResult *workload, View view);

/* The level behind "95%": a little stricter where the run stopped by looking at widths. */
double compare_alpha(const Result *result);

const char *compare_metric_name(Metric metric);
const char *compare_flag_name(Flag flag);
const char *compare_verdict_name(Verdict verdict);
const char *compare_scope_name(Scope scope);

#endif
