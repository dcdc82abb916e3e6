/* From raw values to statements: the analysis of one result, one side against the baseline.
 *
 * Pure: the same result always gives the same comparison. Estimates are log-ratios ln(tA/tB). Tables, plots and the
 * "analysis" object of the result file all show this model and compute nothing themselves. */
#ifndef FRAMEBENCH_COMPARE_H
#define FRAMEBENCH_COMPARE_H

#include "error.h"
#include "hosts.h"
#include "result.h"
#include "stats.h"
#include "suite.h"

/* What is compared: a time, the counts of Result.events[metric - METRIC_EVENT], or an exact metric, number
 * metric - METRIC_EXACT among the names that occur in the result. All of them are costs: less is better. */
typedef unsigned Metric;
enum { METRIC_CPU, METRIC_WALL, METRIC_EVENT, METRIC_EXACT = 1 << 16 };

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
    FLAG_DISTURBED_BLOCKS, /* marked: steal, migration, … */
    FLAG_LAYOUT_LIMITED,
    FLAG_HOST_DEPENDENT,
    FLAG_COUNT,
    FLAG_DEMERITS = FLAG_SKEWED,
} Flag;

typedef enum Verdict {
    VERDICT_FASTER,       /* B is: the interval lies above 1 */
    VERDICT_SLOWER,       /* B is: the interval lies below 1 */
    VERDICT_EQUIVALENT,   /* the layout-adjusted interval lies within the margin */
    VERDICT_INCONCLUSIVE, /* none of these */
    VERDICT_TOO_FEW,      /* fewer than six units never carry a verdict */
    VERDICT_DESCRIPTIVE,  /* measured A first and then B, or counts with zeros: numbers, and no claim about them */
    VERDICT_FAILED,
} Verdict;

/* How far the statement reaches: one linking per side, few, or enough to average over code layout. */
typedef enum Scope {
    SCOPE_SINGLE_BUILD,
    SCOPE_FEW_LAYOUTS,
    SCOPE_LAYOUT_RANDOMISED,
} Scope;

/* Controls and failed workloads come last in each. */
typedef enum Order {
    ORDER_SPEEDUP,
    ORDER_NAME,
    ORDER_PRECISION,
    ORDER_FILE,
} Order;

/* A 99% interval over blocks of something that should be zero. */
typedef struct Diagnostic {
    Estimate estimate;
    bool flagged;
} Diagnostic;

typedef struct Noise {
    double within;       /* sd of the pairs' log-ratios inside a block */
    double block;        /* sd of a block's log-ratio */
    double raw[2];       /* sd of ln of a side's block medians: what an unpaired design would face */
    double layout;       /* sd between layouts beyond the noise within them, NaN when not to be had */
    double pairing_gain; /* sqrt(2) raw[A] / block */
    double steal_pct;
} Noise;

/* An event's mean per call of the workload's function; NaN where it was not counted. */
typedef struct CounterComparison {
    double per_call[2];
    bool multiplexed; /* scaled by enabled/running time */
} CounterComparison;

/* One exact metric of a workload, both sides; texts are borrowed from the result, values NaN where there is none. */
typedef struct ExactComparison {
    const char *name;
    const char *unit;
    const char *per;
    const char *tool;
    double value[2];
} ExactComparison;

typedef struct WorkloadComparison {
    const WorkloadResult *workload; /* borrowed */
    Metric metric;
    size_t n_blocks; /* that count */
    size_t n_void;
    bool sparse;           /* the metric counted 0 in some values: means are shown, and no ratio */
    Estimate estimate;     /* of the chosen metric */
    Estimate by_metric[2]; /* METRIC_CPU, METRIC_WALL */
    double per_call[2];    /* median of one call of the function, per side: ns, or a count */
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
    double *u;                   /* the independent units behind the estimate: blocks or layouts; owned */
    unsigned *unit_id;           /* round or layout of each; owned */
    double *unit_cost;           /* B's cost of a call in each, as per_call; owned */
    size_t n_units;              /* 0 where hosts are the units */
    Estimate *per_host;          /* one per host of the result; NULL with one host; owned */
    HostsEstimate hosts;         /* n is 0 with one host */
    CounterComparison *counters; /* one per event of the result; owned */
    ExactComparison *exact;      /* n_exact; owned */
    size_t n_exact;
} WorkloadComparison;

typedef struct Comparison {
    const Result *result; /* borrowed; must outlive the comparison */
    size_t base;          /* the baseline */
    size_t side;          /* that is compared with it */
    Metric metric;
    char *metric_name; /* "cpu", "wall", the event's or the exact metric's; owned */
    Scope scope;
    double alpha;
    double margin; /* of the regression test, 0.01 = 1% */
    WorkloadComparison *workloads;
    size_t n_workloads;
    SuiteEstimate suite;   /* of the workloads that are no controls */
    double suite_mde_pct;  /* the smallest change of the geometric mean found with 80% power */
    HostsEstimate hosts;   /* of the geometric mean; n is 0 with one host */
    Estimate *per_host;    /* geometric mean on each host; NULL with one; owned */
    bool shared_layouts;   /* hosts ran the same layouts, which are the units, and not the hosts */
    size_t *suite_members; /* indices into workloads, in the suite's order; owned */
    bool incomplete;
    bool descriptive; /* nothing in it is a test: measured A then B, or imported */
    Order order;      /* of the rows in tables and pictures; the user's to set, ORDER_SPEEDUP at first */
} Comparison;

/* Side number `side` (1 … n_sides - 1) against the baseline, side 0. */
Comparison compare_result(const Result *result, size_t side, Metric metric);

/* Any two sides of a result, from their own pairs of values: side number `side` against side number `base`. */
Comparison compare_sides(const Result *result, size_t base, size_t side, Metric metric);
void compare_free(Comparison *comparison);

/* The metric of that name; what there is instead is in the error. "exact:NAME" is the exact metric where an event is
 * called the same. */
int compare_find_metric(const Result *result, const char *name, Metric *metric, Error *error);

/* The metric to show when nobody chose: CPU time, or wall time where no CPU times were measured. */
Metric compare_default_metric(const Result *result);

/* How many exact metrics occur in the result, and their names. */
size_t compare_exact_count(const Result *result);
const char *compare_exact_name(const Result *result, size_t index);

/* One-sided p-values of the hypothesis that the centre of the log-ratio is mu. NaN below six units. */
double compare_p_below(const WorkloadComparison *c, double mu);
double compare_p_above(const WorkloadComparison *c, double mu);

/* The two sides that a comparison is about, by their place in it: SIDE_A the baseline, SIDE_B the other. */
const SideInfo *compare_side(const Comparison *comparison, int arm);

/* Whether both sides are the very same file: then luck of code placement cannot make them differ. */
bool compare_is_same_binary(const Comparison *comparison);

/* What is looked at: the other side, which of its times, and the baseline. */
typedef struct View {
    size_t side;
    Metric metric;
    size_t base;
} View;

/* The block's log-ratio, when each of its values has one: Hodges-Lehmann of its pairs. */
double compare_block(const Block *block, View view);

/* The estimate from the blocks so far: what the stopping rule looks at (its width only). */
Estimate compare_progress(const Result *result, const WorkloadResult *workload, View view);

/* The level behind "95%": a little stricter where the run stopped by looking at widths. */
double compare_alpha(const Result *result);

/* Whether the metric is a count, exact or not, and no time. */
bool compare_is_count(Metric metric);

const char *compare_flag_name(Flag flag);
const char *compare_verdict_name(Verdict verdict);
const char *compare_scope_name(Scope scope);

#endif
