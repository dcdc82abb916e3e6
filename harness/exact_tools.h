/* The two tools that count exactly: how each is started and what it says afterwards. */
#ifndef FRAMEBENCH_EXACT_TOOLS_H
#define FRAMEBENCH_EXACT_TOOLS_H

#include "error.h"

#include <stddef.h>

/* One number of a tool's report. */
typedef struct ExactCount {
    char *name;
    char *unit; /* "count" or "bytes" */
    double value;
} ExactCount;

typedef struct ExactReport {
    ExactCount *counts;
    size_t n_counts;
} ExactReport;

void exact_report_free(ExactReport *report);
const ExactCount *exact_report_find(const ExactReport *report, const char *name); /* NULL: not there */

/* ---- cachegrind ---- */

/* Path and version of Valgrind, the caller's to free; -1 with the error filled where it is not installed. */
int exact_find_valgrind(char **path, char **version, Error *error);

/* The words in front of the program; `folder` gets out.<pid>. NULL-terminated, the caller's to free. */
char **exact_valgrind_words(const char *valgrind, const char *folder);

/* Reads out.<pid>. */
int exact_read_cachegrind(const char *folder, int pid, ExactReport *report, Error *error);

/* ---- the stats build ---- */

/* The stats build of the same interpreter and rung: build/stats-malloc/NAME for build/release-malloc/layouts/NAME.07.
 * NULL: `program` is none of ours, or that build is not there. The caller frees. */
char *exact_find_stats_build(const char *program);

int exact_read_stats(const char *path, ExactReport *report, Error *error);

#endif
