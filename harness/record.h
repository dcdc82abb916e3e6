/* Result files and journals: the only reader and writer of both. docs/RESULTS.md describes them.
 *
 * A result is written to a temporary file and renamed, so a reader sees all of it or the file before. While a run
 * lasts, each finished block is a line of the journal beside it; record_read takes a journal, too, even one whose
 * last line was cut off. */
#ifndef FRAMEBENCH_RECORD_H
#define FRAMEBENCH_RECORD_H

#include "error.h"
#include "result.h"

#include <jansson.h>

enum { RECORD_VERSION = 2 };

/* `analysis` (may be NULL, borrowed) is stored under that name: derived numbers for other programs' convenience, one
 * object per side that is compared with the baseline; record_read ignores it. */
int record_write(const Result *result, json_t *analysis, const char *path, Error *error);

/* Fills an empty *result, which the caller frees also on failure. */
int record_read(Result *result, const char *path, Error *error);

/* The journal of a run in progress. */
typedef struct Journal {
    int fd; /* -1: closed */
    char *path;
} Journal;

#define JOURNAL_INIT                                                                                                   \
    {                                                                                                                  \
        .fd = -1                                                                                                       \
    }

/* Creates <result_path>.journal with everything known before the first block. Fails when it exists. */
int record_journal_open(Journal *journal, const Result *result, const char *result_path, Error *error);

/* Opens it to go on with, or makes it from a result that is to be gone on with. */
int record_journal_resume(Journal *journal, const Result *result, const char *result_path, Error *error);

/* Appends a finished block: all of it, or, when that fails, nothing. */
int record_journal_block(Journal *journal, size_t workload, const Block *block, const Result *result, Error *error);
void record_journal_close(Journal *journal, bool remove_file);

/* JSON has no NaN and no infinity: they become null. */
json_t *record_number(double number);

/* Parts of a result that commands print alone. */
json_t *record_findings(const Host *host);
json_t *record_event(const EventInfo *event);

#endif
