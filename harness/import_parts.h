/* What the import's files share: measurements as other tools have them, and how they become a result. */
#ifndef FRAMEBENCH_IMPORT_PARTS_H
#define FRAMEBENCH_IMPORT_PARTS_H

#include "error.h"
#include "result.h"
#include "text.h"

#include <jansson.h>

/* One process of one benchmark; times and counts are of one iteration, times in seconds. */
typedef struct ImportedRun {
    double *values; /* wall times, or counts of an event */
    double *cpu_s;  /* NULL: the tool does not say */
    size_t n;
    long long block; /* ties the counts of a process to its times; -1: the file does not say */
    double *warmup_s;
    size_t n_warmups;
    uint64_t peak_rss_bytes; /* 0: unknown */
} ImportedRun;

typedef struct ImportedBenchmark {
    char *name;
    ImportedRun *runs;
    size_t n_runs;
    bool is_count;                         /* of an event: the name is "<benchmark>:<event>" */
    const struct ImportedBenchmark *times; /* of counts: what they were counted beside; NULL: unknown */
    size_t event;                          /* of counts: index into the result's events */
    struct ImportedBenchmark *counts;      /* of times: the first of what was counted beside them */
    struct ImportedBenchmark *next;        /* of counts: the next one of the same times */
} ImportedBenchmark;

typedef struct ImportedSide {
    char *name;
    char *path; /* of the file */
    Facts facts;
    char *host; /* NULL: unknown */
    char *cpu_model;
    char *created;  /* ISO 8601; NULL: unknown */
    bool described; /* facts, host, CPU model and date are taken from the first benchmark of times */
    ImportedBenchmark *benchmarks;
    size_t n_benchmarks;
    json_t *index; /* from a benchmark's name to its place: files with very many names are taken, too */
} ImportedSide;

typedef struct Import {
    const char *tool;
    ImportedSide *sides;
    size_t n_sides;
    Text *notes;
} Import;

/* Read one parsed file into new sides of the import. name is what a side may be called, path names the file. */
int import_pyperf(Import *import, const json_t *root, const char *name, const char *path, Error *error);
int import_hyperfine(Import *import, const json_t *root, const char *name, const char *path, Error *error);
int import_google_benchmark(Import *import, const json_t *root, const char *name, const char *path, Error *error);

/* An error when a side has so many parts that a result of them would fill memory and disk; nobody measured them. */
int import_check_size(const Import *import, Error *error);

/* The sides as a result; takes nothing. */
int import_build(Import *import, Result *result, Error *error);

/* Finds out whose counts the counts are, and lists the events in the result; more of them than anybody counts are an
 * error. */
int import_assign_counts(Import *import, Result *result, Error *error);
/* The counts beside samples that hold the values of a run from `first` on. */
void import_fill_counts(const ImportedBenchmark *times, const ImportedRun *run, size_t first, double loops,
                        size_t n_events, SideSamples *samples);

/* NULL with an error when there are as many as a result can have. */
ImportedSide *import_add_side(Import *import, const char *name, const char *path, Error *error);
ImportedBenchmark *import_add_benchmark(ImportedSide *side, const char *name);
ImportedBenchmark *import_find_benchmark(const ImportedSide *side, const char *name); /* NULL: there is none */
ImportedRun *import_add_run(ImportedBenchmark *benchmark);
void import_add_value(ImportedRun *run, double value);
void import_free(Import *import);

/* A duration that can be one: a number above 0 and at most some years. field and index are for the message. */
int import_check_seconds(const json_t *value, double unit, const char *field, size_t index, double *seconds,
                         Error *error);
/* A number of events in one iteration, not below 0. */
int import_check_count(const json_t *value, const char *field, size_t index, double *count, Error *error);

#endif
