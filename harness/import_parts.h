/* What the import's files share: measurements as other tools have them, and how they become a result. */
#ifndef FRAMEBENCH_IMPORT_PARTS_H
#define FRAMEBENCH_IMPORT_PARTS_H

#include "error.h"
#include "result.h"
#include "text.h"

#include <jansson.h>

/* One process of one benchmark; times are of one iteration, in seconds. */
typedef struct ImportedRun {
    double *wall_s;
    double *cpu_s; /* NULL: the tool does not say */
    size_t n;
    double *warmup_s;
    size_t n_warmups;
    uint64_t peak_rss_bytes; /* 0: unknown */
} ImportedRun;

typedef struct ImportedBenchmark {
    char *name;
    ImportedRun *runs;
    size_t n_runs;
} ImportedBenchmark;

typedef struct ImportedSide {
    char *name;
    char *path; /* of the file */
    Facts facts;
    char *host; /* NULL: unknown */
    char *cpu_model;
    char *created; /* ISO 8601; NULL: unknown */
    ImportedBenchmark *benchmarks;
    size_t n_benchmarks;
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

/* The sides as a result; takes nothing. */
int import_build(const Import *import, Result *result, Error *error);

ImportedSide *import_add_side(Import *import, const char *name, const char *path);
ImportedBenchmark *import_add_benchmark(ImportedSide *side, const char *name);
ImportedBenchmark *import_find_benchmark(ImportedSide *side, const char *name); /* NULL: there is none */
ImportedRun *import_add_run(ImportedBenchmark *benchmark);
void import_add_value(ImportedRun *run, double wall_s);
void import_free(Import *import);

/* A duration that can be one: a number above 0 and at most some years. field and index are for the message. */
int import_check_seconds(const json_t *value, double unit, const char *field, size_t index, double *seconds,
                         Error *error);

#endif
