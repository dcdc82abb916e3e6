/* The command line as a struct: what the user asked for, checked for form but not yet for sense. */
#ifndef FRAMEBENCH_OPTIONS_H
#define FRAMEBENCH_OPTIONS_H

#include "error.h"
#include "result.h"

typedef enum Command {
    COMMAND_HELP,
    COMMAND_VERSION,
    COMMAND_RUN,
    COMMAND_COMPARE,
    COMMAND_PLOT,
    COMMAND_COUNTERS,
    COMMAND_DOCTOR,
} Command;

typedef enum Format {
    FORMAT_TABLE,
    FORMAT_MARKDOWN,
    FORMAT_CSV,
    FORMAT_JSON,
} Format;

/* One side as given: name and command line split into words; argv NULL means the built-in default. */
typedef struct SideOption {
    char *name;
    char **argv;
} SideOption;

typedef struct Options {
    Command command;
    Command help_topic; /* COMMAND_HELP: the general page, else that command's page */
    SideOption a;      /* --a and --b, in whatever order they were given */
    SideOption b;
    SideOption *sides; /* --side, in the order given */
    size_t n_sides;
    char **only;    /* workload names, NULL-terminated; NULL: all */
    char *manifest; /* NULL: the project's own */
    char *runner;   /* NULL: the project's own */
    Settings settings;
    bool has_seed;
    bool has_budget;
    bool has_target;
    char **events; /* NULL-terminated; NULL: the default set */
    char *pattern; /* counters --list */
    bool json;
    char *out;     /* file or folder; NULL: results/ */
    bool force;
    bool quiet;
    Format format;
    char *metric; /* cpu or wall */
    char **files; /* compare, plot; NULL-terminated, never NULL */
} Options;

/* Fills *options, which the caller frees with options_free also on failure. */
int options_parse(Options *options, int argc, char **argv, Error *error);
void options_free(Options *options);
const char *options_help(Command topic);

/* Splits as a shell would split words: blanks separate; '…' is literal; "…" and \ quote; no expansion of any kind.
 * Returns a NULL-terminated array the caller frees with options_free_words, or NULL. */
char **options_split_words(const char *text, Error *error);
void options_free_words(char **words);

#endif
