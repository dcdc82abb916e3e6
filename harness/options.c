#include "options.h"

#include "layout.h"
#include "mem.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char help_general[] = "framebench: is this interpreter faster than that one, how much, and how surely?\n"
                                   "\n"
                                   "  framebench run       measure two interpreters, interleaved value by value\n"
                                   "  framebench compare   the table of a result file: speedups with intervals\n"
                                   "  framebench plot      the forest plot of a result file, as SVG and PNG\n"
                                   "  framebench counters  which hardware and software counters this machine grants\n"
                                   "  framebench doctor    what about this machine disturbs a measurement\n"
                                   "\n"
                                   "  framebench help COMMAND   options of a command        framebench --version\n"
                                   "\n"
                                   "Exit status: 0 fine, 1 regression (reserved for the gate), 2 usage or failure,\n"
                                   "3 inconclusive in strict mode (reserved for the gate).\n";

static const char help_run[] = "usage: framebench run [options]\n"
                               "\n"
                               "Measures two or more interpreters, each against the first; writes a result file.\n"
                               "\n"
                               "  --a 'NAME=COMMAND ...'   side A; default: interp-eager beside framebench\n"
                               "  --b 'NAME=COMMAND ...'   side B; default: interp-lazy beside framebench\n"
                               "                           split into words as a shell does ('..', \"..\" and \\\n"
                               "                           quote), but no shell runs and nothing is expanded\n"
                               "  --side 'NAME=COMMAND ...' one more side, any number of times; each is compared\n"
                               "                           with the first in the order --a, --b, --side\n"
                               "  --layouts K              run layout r mod K in round r; {layout} in a command\n"
                               "                           stands for its number, 00 ...; the built pair's come\n"
                               "                           from 'make layouts K=...'\n"
                               "  --workloads NAME,...     only these\n"
                               "  --manifest FILE          other workloads than workloads/manifest.json\n"
                               "  --runner FILE            other runner than harness/runner.py\n"
                               "  --budget TIME            stop after 30s, 3m, 1h or none (default 150s)\n"
                               "  --rounds N               exactly N blocks per workload, no other stopping rule\n"
                               "  --target PCT             precise enough at this half width of the interval\n"
                               "                           (default 0.5, on a virtual machine 1)\n"
                               "  --seed S                 repeat the order of an earlier run\n"
                               "  --values N               values per process and block, even (default 10)\n"
                               "  --value-ms MS            length of a value, 1 to 1000 (default 10)\n"
                               "  --warmups N              values thrown away per process (default 1)\n"
                               "  --timeout TIME           longest wait for any one answer (default 20s)\n"
                               "  --events NAME,...        counters by libpfm4 name; 'none' for none\n"
                               "  --out FILE.json|FOLDER   default results/<date>-<host>-<commit>.json\n"
                               "  --force                  overwrite an existing result file\n"
                               "  --quiet                  no progress, no table\n";

static const char help_compare[] = "usage: framebench compare [options] FILE...\n"
                                   "\n"
                                   "Prints B against A for each result file. A speedup above 1 means B is faster.\n"
                                   "Different files were measured at different times: they are shown one after the\n"
                                   "other and never tested against each other.\n"
                                   "\n"
                                   "  --format table|markdown|csv|json   (default table)\n"
                                   "  --metric cpu|wall                  headline time (default cpu)\n";

static const char help_plot[] = "usage: framebench plot [options] FILE...\n"
                                "\n"
                                "Draws the forest plot: speedup and interval per workload, geometric mean on top.\n"
                                "Writes NAME-forest.svg and .png, and beside them .gp and .tsv to draw it again.\n"
                                "\n"
                                "  --out FOLDER        where to (default: beside the result file)\n"
                                "  --metric cpu|wall   which time (default cpu)\n";

static const char help_counters[] = "usage: framebench counters [options]\n"
                                    "\n"
                                    "  --events NAME,...   these instead of the default set\n"
                                    "  --list PATTERN      the events that libpfm4 knows by name or description\n"
                                    "  --json              for programs\n"
                                    "\n"
                                    "Shows the PMUs of this machine and how events are grouped to fit them.\n"
                                    "Shows each event, what libpfm4 makes of its name, and whether the kernel grants\n"
                                    "it to this user; where it does not, why, and what would change that.\n";

static const char help_doctor[] = "usage: framebench doctor [--json]\n"
                                  "\n"
                                  "Says what about this machine disturbs a measurement, how, and the command that\n"
                                  "mends it. Changes nothing. Every run does the same and stores the findings.\n";

const char *options_help(Command topic)
{
    switch (topic) {
    case COMMAND_RUN:
        return help_run;
    case COMMAND_COMPARE:
        return help_compare;
    case COMMAND_PLOT:
        return help_plot;
    case COMMAND_COUNTERS:
        return help_counters;
    case COMMAND_DOCTOR:
        return help_doctor;
    case COMMAND_HELP:
    case COMMAND_VERSION:
        break;
    }
    return help_general;
}

/* ---- words ---- */

void options_free_words(char **words)
{
    for (char **word = words; word != NULL && *word != NULL; word++)
        free(*word);
    free(words);
}

static void push_word(char ***words, size_t *count, const char *word)
{
    *words = mem_resize(*words, *count + 2, sizeof **words);
    (*words)[(*count)++] = mem_copy_text(word);
    (*words)[*count] = NULL;
}

/* Reads one word starting at a non-blank; returns where it ended, or NULL at an open quote. */
static const char *read_word(const char *at, Text *word)
{
    char quote = '\0';
    for (; *at != '\0' && (quote != '\0' || !isspace((unsigned char)*at)); at++) {
        if (quote == '\0' && (*at == '\'' || *at == '"'))
            quote = *at;
        else if (quote != '\0' && *at == quote)
            quote = '\0';
        else if (*at == '\\' && quote == '"' && at[1] != '"' && at[1] != '\\')
            text_add_bytes(word, at, 1);
        else if (*at == '\\' && quote != '\'' && at[1] != '\0')
            text_add_bytes(word, ++at, 1);
        else
            text_add_bytes(word, at, 1);
    }
    return quote == '\0' ? at : NULL;
}

char **options_split_words(const char *text, Error *error)
{
    char **words = mem_alloc(1, sizeof *words);
    size_t count = 0;
    for (const char *at = text; *at != '\0';) {
        if (isspace((unsigned char)*at)) {
            at++;
            continue;
        }
        Text word = {0};
        const char *end = read_word(at, &word);
        if (end != NULL)
            push_word(&words, &count, text_string(&word));
        text_free(&word);
        if (end == NULL) {
            error_set(error, "a quote is never closed in: %s; close it, or put a backslash before it", text);
            options_free_words(words);
            return NULL;
        }
        at = end;
    }
    return words;
}

static char **split_commas(const char *text)
{
    char **words = mem_alloc(1, sizeof *words);
    size_t count = 0;
    char *copy = mem_copy_text(text);
    char *rest = copy;
    for (char *word = strsep(&rest, ","); word != NULL; word = strsep(&rest, ","))
        if (*word != '\0')
            push_word(&words, &count, word);
    free(copy);
    return words;
}

/* ---- values of options ---- */

static int parse_unsigned(const char *name, const char *text, unsigned low, unsigned high, unsigned *value,
                          Error *error)
{
    char *end = NULL;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (*text == '\0' || *end != '\0' || errno != 0 || number < (long long)low || number > (long long)high)
        return error_set(error, "%s %s: give a whole number from %u to %u", name, text, low, high);
    *value = (unsigned)number;
    return 0;
}

static int parse_number(const char *name, const char *text, double low, double high, double *value, Error *error)
{
    char *end = NULL;
    double number = strtod(text, &end);
    if (*text == '\0' || *end != '\0' || !isfinite(number) || number < low || number > high)
        return error_set(error, "%s %s: give a number from %g to %g", name, text, low, high);
    *value = number;
    return 0;
}

static int parse_seconds(const char *name, const char *text, double *seconds, Error *error)
{
    char *end = NULL;
    double number = strtod(text, &end);
    double unit = strcmp(end, "h") == 0 ? 3600.0 : strcmp(end, "m") == 0 ? 60.0 : 1.0;
    bool known = *end == '\0' || strcmp(end, "h") == 0 || strcmp(end, "m") == 0 || strcmp(end, "s") == 0;
    if (end == text || !known || !isfinite(number) || number <= 0.0)
        return error_set(error, "%s %s: give a time such as 30s, 3m or 1h", name, text);
    *seconds = number * unit;
    return 0;
}

static int parse_budget(Options *options, const char *text, Error *error)
{
    options->has_budget = true;
    options->settings.budget_s = 0.0;
    return strcmp(text, "none") == 0 ? 0 : parse_seconds("--budget", text, &options->settings.budget_s, error);
}

static int parse_seed(Options *options, const char *text, Error *error)
{
    char *end = NULL;
    errno = 0;
    unsigned long long seed = strtoull(text, &end, 0);
    if (!isdigit((unsigned char)*text) || *end != '\0' || errno != 0)
        return error_set(error, "--seed %s: give a whole number from 0 to 2^64-1", text);
    options->settings.seed = seed;
    options->has_seed = true;
    return 0;
}

static int parse_values(Options *options, const char *text, Error *error)
{
    if (parse_unsigned("--values", text, 2, 1000, &options->settings.values, error) < 0)
        return -1;
    if (options->settings.values % 2 != 0)
        return error_set(error, "--values %s: give an even number, so that each side goes first equally often", text);
    return 0;
}

static int parse_side(SideOption *side, const char *name, const char *text, Error *error)
{
    const char *equals = strchr(text, '=');
    size_t length = equals != NULL ? (size_t)(equals - text) : 0;
    bool plain = length > 0;
    for (size_t i = 0; i < length; i++)
        plain = plain && (isalnum((unsigned char)text[i]) || strchr("._+-", text[i]) != NULL);
    if (!plain)
        return error_set(
            error, "%s '%s': write NAME=COMMAND, with a name of letters, digits and ._+- such as %s 'py=python3 -B'",
            name, text, name);
    options_free_words(side->argv);
    free(side->name);
    side->name = mem_copy_bytes(text, length);
    side->argv = options_split_words(equals + 1, error);
    if (side->argv == NULL)
        return error_context(error, "%s", name);
    if (side->argv[0] == NULL)
        return error_set(error, "%s '%s': the command is missing after the equals sign", name, text);
    return 0;
}

static int parse_format(Options *options, const char *text, Error *error)
{
    static const char *const names[] = {
        [FORMAT_TABLE] = "table", [FORMAT_MARKDOWN] = "markdown", [FORMAT_CSV] = "csv", [FORMAT_JSON] = "json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(text, names[i]) == 0) {
            options->format = (Format)i;
            return 0;
        }
    return error_set(error, "--format %s: give table, markdown, csv or json", text);
}

static int parse_metric(Options *options, const char *text, Error *error)
{
    if (strcmp(text, "cpu") != 0 && strcmp(text, "wall") != 0)
        return error_set(error, "--metric %s: give cpu or wall", text);
    free(options->metric);
    options->metric = mem_copy_text(text);
    return 0;
}

static int set_text(char **place, const char *text)
{
    free(*place);
    *place = mem_copy_text(text);
    return 0;
}

static int set_list(char ***place, const char *text)
{
    options_free_words(*place);
    *place = split_commas(text);
    return 0;
}

/* ---- the table of options ---- */

typedef enum OptionId {
    OPTION_A,
    OPTION_B,
    OPTION_SIDE,
    OPTION_LAYOUTS,
    OPTION_WORKLOADS,
    OPTION_MANIFEST,
    OPTION_RUNNER,
    OPTION_BUDGET,
    OPTION_ROUNDS,
    OPTION_TARGET,
    OPTION_SEED,
    OPTION_VALUES,
    OPTION_VALUE_MS,
    OPTION_WARMUPS,
    OPTION_TIMEOUT,
    OPTION_EVENTS,
    OPTION_LIST,
    OPTION_JSON,
    OPTION_OUT,
    OPTION_FORCE,
    OPTION_QUIET,
    OPTION_FORMAT,
    OPTION_METRIC,
    OPTION_HELP,
} OptionId;

typedef struct OptionRow {
    const char *name;
    OptionId id;
    bool takes_value;
    unsigned commands; /* bits 1 << Command */
} OptionRow;

enum {
    FOR_RUN = 1 << COMMAND_RUN,
    FOR_COMPARE = 1 << COMMAND_COMPARE,
    FOR_PLOT = 1 << COMMAND_PLOT,
    FOR_COUNTERS = 1 << COMMAND_COUNTERS,
    FOR_DOCTOR = 1 << COMMAND_DOCTOR,
    FOR_ALL = FOR_RUN | FOR_COMPARE | FOR_PLOT | FOR_COUNTERS | FOR_DOCTOR,
};

static const OptionRow option_rows[] = {
    {"--a", OPTION_A, true, FOR_RUN},
    {"--b", OPTION_B, true, FOR_RUN},
    {"--side", OPTION_SIDE, true, FOR_RUN},
    {"--layouts", OPTION_LAYOUTS, true, FOR_RUN},
    {"--workloads", OPTION_WORKLOADS, true, FOR_RUN},
    {"--manifest", OPTION_MANIFEST, true, FOR_RUN},
    {"--runner", OPTION_RUNNER, true, FOR_RUN},
    {"--budget", OPTION_BUDGET, true, FOR_RUN},
    {"--rounds", OPTION_ROUNDS, true, FOR_RUN},
    {"--target", OPTION_TARGET, true, FOR_RUN},
    {"--seed", OPTION_SEED, true, FOR_RUN},
    {"--values", OPTION_VALUES, true, FOR_RUN},
    {"--value-ms", OPTION_VALUE_MS, true, FOR_RUN},
    {"--warmups", OPTION_WARMUPS, true, FOR_RUN},
    {"--timeout", OPTION_TIMEOUT, true, FOR_RUN},
    {"--events", OPTION_EVENTS, true, FOR_RUN | FOR_COUNTERS},
    {"--list", OPTION_LIST, true, FOR_COUNTERS},
    {"--json", OPTION_JSON, false, FOR_COUNTERS | FOR_DOCTOR},
    {"--out", OPTION_OUT, true, FOR_RUN | FOR_PLOT},
    {"--force", OPTION_FORCE, false, FOR_RUN},
    {"--quiet", OPTION_QUIET, false, FOR_RUN},
    {"--format", OPTION_FORMAT, true, FOR_COMPARE},
    {"--metric", OPTION_METRIC, true, FOR_COMPARE | FOR_PLOT},
    {"--help", OPTION_HELP, false, FOR_ALL},
};

static int apply(Options *options, OptionId id, const char *value, Error *error)
{
    Settings *settings = &options->settings;
    switch (id) {
    case OPTION_A:
        return parse_side(&options->a, "--a", value, error);
    case OPTION_B:
        return parse_side(&options->b, "--b", value, error);
    case OPTION_SIDE:
        options->sides = mem_resize(options->sides, options->n_sides + 1, sizeof *options->sides);
        options->sides[options->n_sides] = (SideOption){0};
        return parse_side(&options->sides[options->n_sides++], "--side", value, error);
    case OPTION_LAYOUTS:
        return parse_unsigned("--layouts", value, 1, LAYOUTS_MAX, &settings->layouts, error);
    case OPTION_WORKLOADS:
        return set_list(&options->only, value);
    case OPTION_MANIFEST:
        return set_text(&options->manifest, value);
    case OPTION_RUNNER:
        return set_text(&options->runner, value);
    case OPTION_BUDGET:
        return parse_budget(options, value, error);
    case OPTION_ROUNDS:
        return parse_unsigned("--rounds", value, 1, 100000, &settings->rounds, error);
    case OPTION_TARGET:
        options->has_target = true;
        return parse_number("--target", value, 0.01, 100.0, &settings->target_half_width_pct, error);
    case OPTION_SEED:
        return parse_seed(options, value, error);
    case OPTION_VALUES:
        return parse_values(options, value, error);
    case OPTION_VALUE_MS:
        return parse_number("--value-ms", value, 1.0, 1000.0, &settings->value_ms, error);
    case OPTION_WARMUPS:
        return parse_unsigned("--warmups", value, 0, 1000, &settings->warmups, error);
    case OPTION_TIMEOUT:
        return parse_seconds("--timeout", value, &settings->timeout_s, error);
    case OPTION_EVENTS:
        return set_list(&options->events, strcmp(value, "none") == 0 ? "" : value);
    case OPTION_LIST:
        return set_text(&options->pattern, value);
    case OPTION_JSON:
        options->json = true;
        return 0;
    case OPTION_OUT:
        return set_text(&options->out, value);
    case OPTION_FORCE:
        options->force = true;
        return 0;
    case OPTION_QUIET:
        options->quiet = true;
        return 0;
    case OPTION_FORMAT:
        return parse_format(options, value, error);
    case OPTION_METRIC:
        return parse_metric(options, value, error);
    case OPTION_HELP:
        options->help_topic = options->command;
        options->command = COMMAND_HELP;
        return 0;
    }
    return 0;
}

static const char *const command_names[] = {
    [COMMAND_HELP] = "help",       [COMMAND_VERSION] = "version", [COMMAND_RUN] = "run",
    [COMMAND_COMPARE] = "compare", [COMMAND_PLOT] = "plot",       [COMMAND_COUNTERS] = "counters",
    [COMMAND_DOCTOR] = "doctor",
};

static int find_command(const char *word, Command *command)
{
    for (size_t i = 0; i < sizeof command_names / sizeof *command_names; i++)
        if (strcmp(word, command_names[i]) == 0) {
            *command = (Command)i;
            return 0;
        }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        *command = COMMAND_HELP;
        return 0;
    }
    if (strcmp(word, "--version") == 0) {
        *command = COMMAND_VERSION;
        return 0;
    }
    return -1;
}

static const OptionRow *find_option(const char *word, size_t name_length, Command command)
{
    for (size_t i = 0; i < sizeof option_rows / sizeof *option_rows; i++) {
        const OptionRow *row = &option_rows[i];
        bool same = strlen(row->name) == name_length && strncmp(row->name, word, name_length) == 0;
        if (same && (row->commands & (1u << command)) != 0)
            return row;
    }
    return NULL;
}

/* One argument that starts with "--"; returns how many arguments were used, or -1. */
static int parse_option(Options *options, char **args, Error *error)
{
    const char *word = args[0];
    const char *command = command_names[options->command];
    const char *equals = strchr(word, '=');
    size_t length = equals != NULL ? (size_t)(equals - word) : strlen(word);
    const OptionRow *row = find_option(word, length, options->command);
    if (row == NULL)
        return error_set(error, "%s: no option of %s; 'framebench help %s' lists them", word, command, command);
    if (!row->takes_value && equals != NULL)
        return error_set(error, "%s takes no value; write %s alone", row->name, row->name);
    const char *value = equals != NULL ? equals + 1 : row->takes_value ? args[1] : "";
    if (value == NULL)
        return error_set(error, "%s: its value is missing; 'framebench help %s' shows how", row->name, command);
    if (apply(options, row->id, value, error) < 0)
        return -1;
    return row->takes_value && equals == NULL ? 2 : 1;
}

static int check_files(const Options *options, Error *error)
{
    bool needs_files = options->command == COMMAND_COMPARE || options->command == COMMAND_PLOT;
    const char *name = command_names[options->command];
    if (needs_files && options->files[0] == NULL)
        return error_set(error, "%s: name at least one result file, such as results/*.json", name);
    if (!needs_files && options->files[0] != NULL)
        return error_set(error, "%s: %s is no option; 'framebench help %s' lists them", name, options->files[0], name);
    return 0;
}

static void set_defaults(Options *options)
{
    *options = (Options){
        .command = COMMAND_HELP,
        .settings = {.budget_s = 150.0,
                     .value_ms = 10.0,
                     .values = 10,
                     .warmups = 1,
                     .layouts = 1,
                     .target_half_width_pct = 0.5,
                     .timeout_s = 20.0},
    };
    options->files = mem_alloc(1, sizeof *options->files);
    options->metric = mem_copy_text("cpu");
}

int options_parse(Options *options, int argc, char **argv, Error *error)
{
    set_defaults(options);
    if (argc < 2)
        return error_set(error, "say what to do: run, compare, plot, counters or doctor; 'framebench help' explains");
    if (find_command(argv[1], &options->command) < 0)
        return error_set(error, "%s: no such command; there are run, compare, plot, counters, doctor and help", argv[1]);
    if (options->command == COMMAND_HELP && argc > 2 && find_command(argv[2], &options->help_topic) < 0)
        return error_set(error, "help %s: no such command; there are run, compare, plot, counters and doctor", argv[2]);
    if (options->command == COMMAND_HELP || options->command == COMMAND_VERSION)
        return 0;

    size_t n_files = 0;
    for (int at = 2; at < argc;) {
        if (strncmp(argv[at], "--", 2) != 0) {
            push_word(&options->files, &n_files, argv[at++]);
            continue;
        }
        int used = parse_option(options, argv + at, error);
        if (used < 0)
            return -1;
        if (options->command == COMMAND_HELP)
            return 0;
        at += used;
    }
    if (options->settings.rounds > 0 && !options->has_budget)
        options->settings.budget_s = 0.0;
    return check_files(options, error);
}

static void free_side(SideOption *side)
{
    free(side->name);
    options_free_words(side->argv);
}

void options_free(Options *options)
{
    free_side(&options->a);
    free_side(&options->b);
    for (size_t s = 0; s < options->n_sides; s++)
        free_side(&options->sides[s]);
    free(options->sides);
    options_free_words(options->only);
    free(options->manifest);
    free(options->runner);
    options_free_words(options->events);
    free(options->pattern);
    free(options->out);
    free(options->metric);
    options_free_words(options->files);
    *options = (Options){0};
}
