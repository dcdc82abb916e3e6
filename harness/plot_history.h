/* The geometric means of many runs over time, one line per pair of sides and machine. */
#ifndef FRAMEBENCH_PLOT_HISTORY_H
#define FRAMEBENCH_PLOT_HISTORY_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* One side of one run against its baseline; texts are owned. */
typedef struct HistoryPoint {
    char *created; /* ISO 8601, or "unknown" */
    char *host;
    char *commit;
    char *series;            /* "lazy/eager" */
    double point, low, high; /* log-ratios; NaN: none */
    size_t n_workloads;
    char grade; /* '-': none */
} HistoryPoint;

void plot_history_free(HistoryPoint *point);

/* Writes <folder>/history-over-time.{gp,tsv} and, where gnuplot is installed, the pictures; *drawn tells. Points are in
 * the order of time; those without a date are left out. */
int plot_history(const HistoryPoint *points, size_t n, const char *folder, bool *drawn, Error *error);

#endif
