#include "options.h"

#include "limit.h"
#include "mem.h"
#include "stress.h"
#ifdef INTERP_STATS
#include "stats.h"
#endif

#include <assert.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

Options options = {.program = "interp", .int_max_str_digits = -1};

/* Where parsing stands. */
typedef struct Scan {
    int argc, at; /* argv[at] comes next */
    char **argv;
    int help, version;
    bool bad;     /* said so on stderr */
    int status;   /* of the values that were refused */
    bool ended;   /* -c or -m: the rest belongs to the program */
} Scan;

/* The environment's variables of Python, found in one walk: it is long, they are few, and some thirty are asked for. */
static struct {
    char *entries[64]; /* NAME=text */
    int count;
    bool known;
} variables;

static void find_variables(void)
{
    variables.known = true;
    for (char **entry = environ; *entry; entry++)
        if (strncmp(*entry, "PYTHON", 6) == 0 && variables.count < (int)(sizeof variables.entries / sizeof *variables.entries))
            variables.entries[variables.count++] = *entry;
}

const char *options_environment(const char *name)
{
    if (options.ignore_environment)
        return NULL;
    if (!variables.known)
        find_variables();
    size_t length = variables.count ? strlen(name) : 0;
    for (int i = 0; i < variables.count; i++) {
        const char *entry = variables.entries[i];
        if (strncmp(entry, name, length) == 0 && entry[length] == '=')
            return entry[length + 1] ? entry + length + 1 : NULL;
    }
    return NULL;
}

/* A value that cannot be has exit status 1, as in CPython. */
static void refuse(Scan *scan, int status, const char *why)
{
    fprintf(stderr, "interp: %s\n", why);
    scan->bad = true;
    scan->status = status;
}

/* ---- one option ---- */

/* What follows the letter, or the next argument. NULL: there is none, and that was said. */
static const char *argument_of(Scan *scan, char letter, const char *rest)
{
    const char *text = *rest ? rest : scan->at < scan->argc ? scan->argv[scan->at++] : NULL;
    if (!text) {
        fprintf(stderr, "Argument expected for the -%c option\n", letter);
        options_show_usage(options.program);
        scan->bad = true;
    }
    return text;
}

/* Options that count how often they are given. */
static int *counter_of(char letter)
{
    switch (letter) {
    case 'b': return &options.bytes_warning;
    case 'd': return &options.debug;
    case 'i': return &options.inspect;
    case 'O': return &options.optimize;
    case 'q': return &options.quiet;
    case 'v': return &options.verbose;
    default: return NULL;
    }
}

/* Options that are given or not. */
static int *switch_of(char letter)
{
    switch (letter) {
    case 'B': return &options.dont_write_bytecode;
    case 'E': return &options.ignore_environment;
    case 'P': return &options.safe_path;
    case 's': return &options.no_user_site;
    case 'S': return &options.no_site;
    case 'u': return &options.unbuffered;
    default: return NULL;
    }
}

static void take_run(Scan *scan, char letter, const char *rest)
{
    options.kind = letter == 'c' ? RUN_COMMAND : RUN_MODULE;
    options.run = argument_of(scan, letter, rest);
    scan->ended = true;
}

/* One letter of a cluster such as -Bs; `rest` is what follows it. false: it took the rest. */
static bool take_letter(Scan *scan, char letter, const char *rest)
{
    int *counter = counter_of(letter), *flag = switch_of(letter);
    const char *text;
    if (counter)
        ++*counter;
    if (flag)
        *flag = 1;
    if (counter || flag)
        return true;
    switch (letter) {
    case 'c': case 'm':
        take_run(scan, letter, rest);
        return false;
    case 'W': case 'X':
        text = argument_of(scan, letter, rest);
        if (text) {
            OptionList *list = letter == 'W' ? &options.warnings : &options.xoptions;
            list->items[list->count++] = text;
        }
        return false;
    case 'I':
        options.isolated = options.ignore_environment = options.no_user_site = options.safe_path = 1;
        return true;
    case 'R': options.random_hash = true; return true;
    case 't': return true; /* once had a meaning */
    case 'x': options.skip_first_line = true; return true;
    case 'V': scan->version++; return true;
    case 'h': case '?':
        scan->help |= HELP_OPTIONS;
        scan->ended = true;
        return false;
    case 'J': fputs("-J is reserved for Jython\n", stderr); break;
    default: fprintf(stderr, "Unknown option: -%c\n", letter); break;
    }
    options_show_usage(options.program);
    scan->bad = true;
    return false;
}

static void take_pycs(Scan *scan)
{
    const char *text = scan->at < scan->argc ? scan->argv[scan->at++] : NULL;
    if (text && (strcmp(text, "always") == 0 || strcmp(text, "never") == 0 || strcmp(text, "default") == 0))
        return; /* nothing is cached */
    fputs(text ? "--check-hash-based-pycs must be one of 'default', 'always', or 'never'\n" : "Argument expected for the --check-hash-based-pycs options\n", stderr);
    options_show_usage(options.program);
    scan->bad = true;
}

/* Options of builds that count, stress or fail. */
static bool take_of_build(Scan *scan)
{
    const char *text = scan->argv[scan->at];
    (void)text;
#ifdef INTERP_STATS
    if (stats_option(text)) {
        scan->at++;
        return true;
    }
#endif
#ifdef INTERP_STRESS
    if (stress_option(text)) {
        scan->at++;
        return true;
    }
#endif
#ifdef MEM_FAULT
    static const struct { const char *name; long long *number; } numbers[] = {
        {"--fail-alloc", &options.fail_alloc}, {"--fail-start", &options.fail_start}, {"--fail-fork", &options.fork_step}, {"--fail-frames", &options.fail_frames}};
    static const struct { const char *name; bool *flag; } switches[] = {
        {"--fail-each", &options.fail_each}, {"--fail-list", &options.fail_list}, {"--count-allocs", &options.count_allocs}};
    if (scan->at + 1 < scan->argc && strcmp(text, "--fail-new") == 0) {
        options.fail_new = scan->argv[scan->at + 1];
        scan->at += 2;
        return true;
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (scan->at + 1 < scan->argc && strcmp(text, numbers[i].name) == 0) {
            *numbers[i].number = atoll(scan->argv[scan->at + 1]);
            scan->at += 2;
            return true;
        }
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (strcmp(text, switches[i].name) == 0) {
            *switches[i].flag = true;
            scan->at++;
            return true;
        }
#endif
    return false;
}

/* Why an option of counting is none here, as a line; anything else is unknown. */
static void say_unknown(const char *text)
{
    bool stats = strncmp(text, "--stats", 7) == 0 && (text[7] == 0 || text[7] == '='), trace = strncmp(text, "--trace-materialize", 19) == 0;
    if (!stats && !trace) {
        fprintf(stderr, "unknown option %s\n", text);
        return;
    }
#ifdef INTERP_STATS
    fprintf(stderr, "%s: not a form of --stats[=json[:PATH]] or --trace-materialize[=json[:PATH]|=folded[:PATH]]\n", text);
#else
    fprintf(stderr, "%s is an option of the build that counts: make VARIANT=stats\n", text);
#endif
}

static void take_long(Scan *scan)
{
    static const struct { const char *name; int help; } helps[] = {{"--help", HELP_OPTIONS}, {"--help-env", HELP_ENVIRONMENT}, {"--help-xoptions", HELP_XOPTIONS},
                                                                   {"--help-all", HELP_OPTIONS | HELP_ENVIRONMENT | HELP_XOPTIONS}};
    if (limit_option(scan->argv, &scan->at, &scan->bad) || take_of_build(scan))
        return;
    const char *text = scan->argv[scan->at++];
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++)
        if (strcmp(text, helps[i].name) == 0) {
            scan->help |= helps[i].help;
            scan->ended = true;
            return;
        }
    if (strcmp(text, "--version") == 0) {
        scan->version++;
    } else if (strcmp(text, "--dis") == 0) {
        options.disassemble = true;
    } else if (strcmp(text, "--check-hash-based-pycs") == 0) {
        take_pycs(scan);
    } else {
        say_unknown(text);
        options_show_usage(options.program);
        scan->bad = true;
    }
}

/* Up to what is to be run. */
static void take_options(Scan *scan)
{
    while (!scan->bad && !scan->ended && scan->at < scan->argc) {
        const char *text = scan->argv[scan->at];
        if (text[0] != '-' || !text[1])
            return;
        if (text[1] != '-') {
            scan->at++;
            for (text++; *text && take_letter(scan, *text, text + 1); text++)
                ;
        } else if (text[2]) {
            take_long(scan);
        } else {
            scan->at++;
            return;
        }
    }
}

static void take_program(Scan *scan)
{
    if (!scan->ended && scan->at < scan->argc) {
        options.run = scan->argv[scan->at++];
        options.kind = strcmp(options.run, "-") == 0 ? RUN_STDIN : RUN_FILE;
    }
    options.argc = scan->argc - scan->at;
    options.argv = scan->argv + scan->at;
}

/* ---- -X, and the environment ---- */

/* The value of -X name, "" when it has none; the last one counts. NULL: not given. */
static const char *xoption(const char *name)
{
    size_t length = strlen(name);
    for (int i = options.xoptions.count - 1; i >= 0; i--) {
        const char *text = options.xoptions.items[i];
        if (strncmp(text, name, length) == 0 && (!text[length] || text[length] == '='))
            return text[length] ? text + length + 1 : "";
    }
    return NULL;
}

/* A variable that counts as its option given so many times: once when it is no number or a negative one. */
static void count_of_environment(const char *name, int *counter)
{
    const char *text = options_environment(name);
    if (!text)
        return;
    char *end;
    long number = strtol(text, &end, 10);
    int count = *end || number < 0 || number > INT32_MAX ? 1 : (int)number;
    if (*counter < count)
        *counter = count;
}

static bool locale_is_c(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *text = NULL;
    for (int i = 0; i < 3 && !(text && *text); i++)
        text = getenv(names[i]);
    return !text || !*text || strcmp(text, "C") == 0 || strcmp(text, "POSIX") == 0;
}

static void choose_utf8_mode(Scan *scan)
{
    const char *text = xoption("utf8"), *variable = options_environment("PYTHONUTF8");
    if (text && (!*text || strcmp(text, "1") == 0))
        options.utf8_mode = 1;
    else if (text && strcmp(text, "0") != 0)
        refuse(scan, 1, "the value of -X utf8 must be 0 or 1");
    else if (!text && variable && strcmp(variable, "0") != 0 && strcmp(variable, "1") != 0)
        refuse(scan, 1, "PYTHONUTF8 must be 0 or 1");
    else if (!text)
        options.utf8_mode = variable ? *variable == '1' : locale_is_c();
}

static void choose_digits(Scan *scan)
{
    const char *given = xoption("int_max_str_digits"), *text = given ? given : options_environment("PYTHONINTMAXSTRDIGITS");
    if (!text)
        return;
    char *end;
    long long number = strtoll(text, &end, 10);
    if (!*text || *end || number > INT32_MAX || (number && number < 640))
        refuse(scan, 1, given ? "the value of -X int_max_str_digits must be at least 640, or 0 for no limit"
                           : "PYTHONINTMAXSTRDIGITS must be at least 640, or 0 for no limit");
    else
        options.int_max_str_digits = number;
}

static void take_xoptions(Scan *scan)
{
    const char *frozen = xoption("frozen_modules"), *prefix = xoption("pycache_prefix");
    if (frozen && *frozen && strcmp(frozen, "on") != 0 && strcmp(frozen, "off") != 0)
        refuse(scan, 1, "the value of -X frozen_modules must be on or off");
    if (xoption("tracemalloc"))
        refuse(scan, 2, "-X tracemalloc: there is no module tracemalloc; --max-memory bounds memory");
    options.dev_mode |= xoption("dev") != NULL || options_environment("PYTHONDEVMODE");
    options.import_time = xoption("importtime") != NULL || options_environment("PYTHONPROFILEIMPORTTIME");
    options.no_carets = xoption("no_debug_ranges") != NULL || options_environment("PYTHONNODEBUGRANGES");
    options.warn_default_encoding = xoption("warn_default_encoding") != NULL || options_environment("PYTHONWARNDEFAULTENCODING");
    options.pycache_prefix = prefix ? (*prefix ? prefix : NULL) : options_environment("PYTHONPYCACHEPREFIX");
    choose_utf8_mode(scan);
    choose_digits(scan);
}

static void take_environment(void)
{
    static const struct { const char *name; int *counter, most; } counted[] = {
        {"PYTHONDEBUG", &options.debug, INT32_MAX}, {"PYTHONDONTWRITEBYTECODE", &options.dont_write_bytecode, 1},
        {"PYTHONINSPECT", &options.inspect, 1}, {"PYTHONNOUSERSITE", &options.no_user_site, 1}, {"PYTHONOPTIMIZE", &options.optimize, INT32_MAX},
        {"PYTHONUNBUFFERED", &options.unbuffered, 1}, {"PYTHONVERBOSE", &options.verbose, INT32_MAX}};
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        count_of_environment(counted[i].name, counted[i].counter);
        if (*counted[i].counter > counted[i].most)
            *counted[i].counter = counted[i].most;
    }
    if (options_environment("PYTHONSAFEPATH"))
        options.safe_path = 1;
}

/* ---- all of it ---- */

int options_parse(int argc, char **argv)
{
    Scan scan = {.argc = argc, .at = argc > 0, .argv = argv};
    if (argc > 0)
        options.program = argv[0];
    options.orig_argc = argc;
    options.orig_argv = argv;
    const char **room = mem_alloc_raw(((size_t)argc + 1) * 2 * sizeof *room);
    if (!room) {
        fputs("interp: not enough memory to start\n", stderr);
        return 1;
    }
    options.warnings.items = room;
    options.xoptions.items = room + argc + 1;
    take_options(&scan);
    if (scan.bad)
        return 2;
    if (scan.help) {
        options_show_help(options.program, scan.help);
        return 0;
    }
    if (scan.version) {
        options_show_version(scan.version > 1);
        return 0;
    }
    take_program(&scan);
    take_environment();
    take_xoptions(&scan);
    if (options.inspect)
        refuse(&scan, 2, "there is no interactive mode: -i and PYTHONINSPECT cannot be had");
    return scan.bad ? scan.status : OPTIONS_RUN;
}

void options_free(void)
{
    mem_free_raw(options.warnings.items);
    options.warnings.items = options.xoptions.items = NULL;
    options.warnings.count = options.xoptions.count = 0;
}
