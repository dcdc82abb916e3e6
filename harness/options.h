/* The command line as a struct: what the user asked for, checked for form but not yet for sense. */
#ifndef FRAMEBENCH_OPTIONS_H
#define FRAMEBENCH_OPTIONS_H

#include "error.h"
#include "result.h"

typedef enum Command {
#define COMMAND(id, name, arguments, kind, least, most, summary, description, examples) COMMAND_##id,
#include "commands.def"
#undef COMMAND
    COMMAND_COUNT,
} Command;

/* In the order of the choices of --format. */
typedef enum Format {
    FORMAT_TABLE,
    FORMAT_MARKDOWN,
    FORMAT_CSV,
    FORMAT_JSON,
    FORMAT_ASCIIDOC,
} Format;

/* In the order of the choices of --counters. The counts of the stats builds come with all but the last. */
typedef enum CounterChoice {
    COUNTERS_EVENTS,   /* the kernel's event counters */
    COUNTERS_VALGRIND, /* exact counts by cachegrind */
    COUNTERS_ALL,
    COUNTERS_NONE,
} CounterChoice;

/* In the order of the choices of --to. */
typedef enum ExportFormat {
    EXPORT_PYPERF,
    EXPORT_HYPERFINE,
    EXPORT_GOOGLE,
    EXPORT_BENCHSTAT,
    EXPORT_CSV,
} ExportFormat;

/* In the order of the choices of --color. */
typedef enum ColorChoice {
    COLOR_AUTO, /* where standard output is a terminal and NO_COLOR is not set */
    COLOR_ALWAYS,
    COLOR_NEVER,
} ColorChoice;

/* One side as given: name and command line split into words; argv NULL means the built-in default. */
typedef struct SideOption {
    char *name;
    char **argv;
} SideOption;

/* Every field belongs to a row of options_table.c, but for the first three. */
typedef struct Options {
    Command command;
    Command help_topic; /* help and man: the general page, else that command's page */
    char **files;       /* the positional arguments; NULL-terminated, never NULL */

    /* every command */
    unsigned color; /* a ColorChoice */
    bool quiet;
    bool verbose;

    /* run */
    SideOption a; /* --a and --b, in whatever order they were given */
    SideOption b;
    SideOption *sides; /* --side, in the order given */
    size_t n_sides;
    char **workloads;   /* --workload FILE[:FUNCTION], NULL-terminated; NULL: none */
    unsigned n;         /* that their functions are given */
    char **programs;    /* --program 'WORDS ...', NULL-terminated; NULL: none */
    char *resume;       /* journal or result of the run to go on with; NULL: a new run */
    char **only;        /* workload names, NULL-terminated; NULL: all */
    char *manifest;     /* NULL: the project's own */
    char *const *words; /* of the command line after the command, NULL at the end; NULL: called from inside */
    char *runner;       /* NULL: the project's own */
    Settings settings;
    bool has_seed;
    bool has_budget;
    bool has_values;
    bool has_target;
    bool has_timeout;
    char **events;     /* NULL-terminated; NULL: the default set */
    unsigned counters; /* a CounterChoice */
    bool force;

    /* counters, doctor */
    char *pattern; /* counters --list */
    bool json;
    bool markdown; /* report */
    bool terminal; /* plot */

    /* several */
    char *out;       /* file or folder; NULL: results/ */
    unsigned format; /* a Format */
    char *metric;    /* NULL: CPU time, or what there is */

    /* compare */
    unsigned sort; /* an Order, in the order of the choices of --sort */
    bool all_metrics;
    bool steps; /* also run */
    bool sweep; /* also run */

    unsigned export_format; /* export: an ExportFormat */

    /* gate */
    double margin_pct; /* of a workload */
    bool has_margin;
    double suite_margin_pct; /* of the geometric mean */
    char **limits;           /* NAME=PCT, NULL-terminated; NULL: none */
    bool strict;
    bool github;
    char *junit; /* file; NULL: none */
} Options;

/* Fills *options, which the caller frees with options_free also on failure. */
int options_parse(Options *options, int argc, char **argv, Error *error);
void options_free(Options *options);

#endif
