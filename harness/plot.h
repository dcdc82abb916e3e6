/* The pictures of a result: which there are, and drawing them all. One plot_NAME.c fills each.
 *
 * To add a picture: plot_NAME.c with plot_NAME(), its prototype here, a row in plot.c. */
#ifndef FRAMEBENCH_PLOT_H
#define FRAMEBENCH_PLOT_H

#include "compare.h"
#include "error.h"
#include "picture.h"

/* What a picture is drawn from; borrowed. */
typedef struct PlotInput {
    const Result *result;
    const Comparison *comparison; /* of one side with the baseline */
    const size_t *order;          /* of its workloads: table_order */
    Metric metric;
} PlotInput;

/* Fills the picture; false where this result has not what it shows, picture->absent then saying why. */
typedef bool PlotDraw(Picture *picture, const PlotInput *input);

PlotDraw plot_forest, plot_ridges, plot_ecdf, plot_progression, plot_counters, plot_explain, plot_ladder, plot_sweep,
    plot_layouts, plot_noise;

/* What became of one picture. */
typedef struct PlotOutcome {
    const char *name;
    bool written; /* script and data */
    bool drawn;   /* and the pictures themselves */
    char *title;
    char *alt;    /* what it shows, in words; NULL where not written */
    char *absent; /* why not written; NULL where it is */
} PlotOutcome;

typedef struct PlotOutcomes {
    PlotOutcome *items;
    size_t count;
    char *base; /* of the file names: <base>-<name>.svg */
} PlotOutcomes;

/* The names, for --only; NULL behind the last. */
const char *plot_name(size_t index);

/* Draws side `side` against the baseline into the folder. only: NULL-terminated names, NULL for all. */
int plot_side(const Result *result, size_t side, Metric metric, char **only, const char *folder, const char *base,
              PlotOutcomes *outcomes, Error *error);
void plot_free(PlotOutcomes *outcomes);

/* ---- what several pictures share ---- */

/* Host, CPU, date, commit, number of workloads and blocks, and what the interval means. */
void plot_small_print(Picture *picture, const PlotInput *input, const char *meaning);

/* "lazy against eager" at the start of the title. */
void plot_title(Picture *picture, const PlotInput *input, const char *what);

bool plot_is_drawn(const WorkloadComparison *c);

/* The label of a row, shortened, with a star for a control. The caller frees. */
char *plot_label(const WorkloadComparison *c);

View plot_view(const PlotInput *input);

/* The log-ratios of all pairs of the blocks that count, in order; the caller frees. */
double *plot_pairs(const PlotInput *input, const WorkloadComparison *c, size_t *n);

/* An exact count of a side of the workload; NaN where there is none of that name. */
double plot_exact(const WorkloadResult *workload, size_t side, const char *name);

/* Sorts numbers in place: of copies, never of a result's own. */
void plot_sort(double *x, size_t n);

/* Quantile of sorted numbers, interpolated. */
double plot_quantile(const double *sorted, size_t n, double p);

/* How an axis of speedups must be laid out; low and high are speedups and grow as values are added. */
typedef struct PlotAxis {
    double low, high;
} PlotAxis;

#define PLOT_AXIS_INIT                                                                                                 \
    {                                                                                                                  \
        0.98, 1.32                                                                                                     \
    }

void plot_axis_add(PlotAxis *axis, double log_ratio);
bool plot_axis_is_log(const PlotAxis *axis);

/* Range, scale and tics; the lines at 1, 1.07 and 1.31 apart. which: 'x', which also makes the script's right_edge, or
 * 'y'. */
void plot_axis_commands(Text *setup, PlotAxis *axis, char which);
void plot_axis_references(Text *setup, const PlotAxis *axis);

/* Tics at 1, 2 and 5 of each decade between two positive numbers, at the decades alone where there are many. */
void plot_log_tics(Text *setup, char which, double low, double high);

/* "speedup: time of eager / time of lazy" as the label of an axis: which is "x" or "y". */
void plot_axis_label(Text *setup, const PlotInput *input, const char *which);

#endif
