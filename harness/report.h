/* The report of a result: what a reviewer wants to see, in one HTML file or as Markdown for a pull request.
 *
 * Shows what compare and plot say; computes nothing. Everything that comes from the result file goes through escape. */
#ifndef FRAMEBENCH_REPORT_H
#define FRAMEBENCH_REPORT_H

#include "compare.h"
#include "plot.h"
#include "text.h"

/* What a report is about; everything borrowed. One comparison and one set of pictures per side but the first. */
typedef struct Report {
    const Result *result;
    const Comparison *comparisons;
    const PlotOutcomes *plots;
    size_t count;         /* result->n_sides - 1 */
    const char *file;     /* the result file's name, for the reader */
    const char *folder;   /* where the pictures are */
    bool gnuplot_missing; /* so there is none */
} Report;

/* One self-contained page: the pictures are in it. */
void report_html(Text *text, const Report *report);

/* For a pull-request comment; the pictures are files beside it. */
void report_markdown(Text *text, const Report *report);

/* ---- what both say, as plain text that the caller escapes ---- */

/* "lazy is 11.3% faster than eager on average (95% interval …): 14 faster, 2 slower, 1 undecided, 1 failed." */
void report_verdict(Text *text, const Comparison *comparison);

/* "12 031 440 calls, 0 FrameObjects instead of 12 031 440": totals of the exact counts; false where there are none. */
bool report_evidence(Text *text, const Comparison *comparison);

/* The command that measures the same again, ready for a shell. */
void report_command(Text *text, const Result *result);

/* How it was measured: one sentence per index; false when there are no more. */
bool report_method(Text *text, const Report *report, size_t index);

/* 12 031 440 */
void report_grouped(Text *text, double number);

/* "+7.53%", "from 0" or "0": how a count changed; a dash where either is not known. */
void report_change(Text *text, double a, double b);

/* Whether any workload has counts of the kernel's events that the report can show, or exact counts. */
bool report_has_counters(const Comparison *comparison);
bool report_has_exact(const Comparison *comparison);

/* A side of a workload's exact count, NaN where it is not known. */
double report_exact(const WorkloadComparison *c, int arm, const char *name);

#endif
