/* options.h: the command line and the PYTHON* variables of the environment, read once before the runtime starts.
 *
 * The options are those of CPython 3.11, with our own (--max-memory and the like) among them. Who has an effect to give looks into `options`; who asks the
 * environment for a variable of Python asks options_environment, which knows -E.
 */
#ifndef INTERP_OPTIONS_H
#define INTERP_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct OptionList {
    const char **items; /* of argv */
    int count;
} OptionList;

typedef enum RunKind { RUN_STDIN, RUN_COMMAND, RUN_MODULE, RUN_FILE } RunKind;

typedef struct Options {
    /* counts, as sys.flags shows them */
    int debug, inspect, optimize, dont_write_bytecode, no_user_site, no_site, ignore_environment, verbose, bytes_warning, quiet, isolated, utf8_mode,
        warn_default_encoding, dev_mode, safe_path, unbuffered;
    int64_t int_max_str_digits; /* -1: as it is */
    bool skip_first_line, random_hash, import_time, no_carets;
    const char *pycache_prefix; /* NULL: none */
    OptionList warnings, xoptions; /* arguments of -W and -X */
    /* what to run */
    RunKind kind;
    const char *run; /* the command, the module's name, or the path as given; NULL: standard input by no name */
    bool disassemble;
    int argc; /* what sys.argv holds behind its first entry */
    char **argv;
    int orig_argc;
    char **orig_argv;
    const char *program; /* argv[0], for messages */
    /* builds with MEM_FAULT (fault.h) */
    long long fail_alloc; /* which allocation of the program fails; 0: none */
    long long fail_start; /* the same of the start before it */
    bool fail_each;       /* the numbers of fail_alloc come from stdin */
    long long fork_step;  /* every how many allocations to fork, from fail_alloc on; 0: never */
    const char *fail_new; /* NULL, or the file of the ways that were taken: fork at each new one */
    long long fail_frames; /* of so many frames */
    bool fail_list;       /* say where, but fork nowhere */
    bool count_allocs;    /* say at the end how many there were */
} Options;

extern Options options;

enum { OPTIONS_RUN = -1 };

/* Fills `options`. OPTIONS_RUN, or the exit status of a process that has nothing to run: help was shown, or what is wrong with the command line. */
int options_parse(int argc, char **argv);
void options_free(void);

/* The variable's text; NULL: unset, empty, or not to be looked at. */
const char *options_environment(const char *name);

/* options_text.c */
typedef enum HelpPart { HELP_OPTIONS = 1, HELP_ENVIRONMENT = 2, HELP_XOPTIONS = 4 } HelpPart;
void options_show_help(const char *program, int parts);
void options_show_usage(const char *program); /* two lines on stderr */
void options_show_version(bool with_build);

#endif
