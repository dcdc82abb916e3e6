#include "options.h"

#include "gate.h"
#include "mem.h"
#include "options_table.h"
#include "options_value.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

#define PROGRAM_TIMEOUT_S 600.0

static int find_command(const char *word, Command *command)
{
    for (unsigned c = 0; c < COMMAND_COUNT; c++)
        if (strcmp(word, options_command((Command)c)->name) == 0) {
            *command = (Command)c;
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

/* "help, run, compare and plot": every command there is. */
static char *list_commands(void)
{
    Text text = {0};
    for (unsigned c = 0; c < COMMAND_COUNT; c++)
        text_add(&text, "%s%s",
                 c == 0                   ? ""
                 : c + 1 == COMMAND_COUNT ? " and "
                                          : ", ",
                 options_command((Command)c)->name);
    char *list = mem_copy_text(text_string(&text));
    text_free(&text);
    return list;
}

static int no_such_command(const char *before, const char *word, Error *error)
{
    char *list = list_commands();
    error_set(error, "%s%s: no such command; there are %s", before, word, list);
    free(list);
    return -1;
}

static const OptionRow *find_option(const char *word, size_t name_length, Command command)
{
    for (size_t i = 0; i < options_count(); i++) {
        const OptionRow *row = options_row(i);
        bool same = strlen(row->name) == name_length && strncmp(row->name, word, name_length) == 0;
        if (same && options_belongs(row, command))
            return row;
    }
    return NULL;
}

static int apply(Options *options, const OptionRow *row, const char *value, Error *error)
{
    if (row->parse == NULL) { /* --help */
        options->help_topic = options->command;
        options->command = COMMAND_HELP;
        return 0;
    }
    if (row->given != 0)
        *(bool *)((char *)options + row->given) = true;
    return row->parse(row, (char *)options + row->place, value, error);
}

/* One argument that starts with "--"; returns how many arguments were used, or -1. */
static int parse_option(Options *options, char **args, Error *error)
{
    const char *word = args[0];
    const char *command = options_command(options->command)->name;
    const char *equals = strchr(word, '=');
    size_t length = equals != NULL ? (size_t)(equals - word) : strlen(word);
    const OptionRow *row = find_option(word, length, options->command);
    if (row == NULL)
        return error_set(error, "%s: no option of %s; 'framebench help %s' lists them", word, command, command);
    bool takes_value = row->argument != NULL;
    if (!takes_value && equals != NULL)
        return error_set(error, "%s takes no value; write %s alone", row->name, row->name);
    const char *value = equals != NULL ? equals + 1 : takes_value ? args[1] : "";
    if (value == NULL)
        return error_set(error, "%s: its value is missing; 'framebench help %s' shows how", row->name, command);
    if (apply(options, row, value, error) < 0)
        return -1;
    return takes_value && equals == NULL ? 2 : 1;
}

static int check_choice(const CommandRow *command, const char *word, Error *error)
{
    char **choices = options_choices(command->arguments);
    bool found = false;
    for (char **choice = choices; *choice != NULL; choice++)
        found = found || strcmp(*choice, word) == 0;
    options_free_words(choices);
    return found ? 0 : error_set(error, "%s %s: give one of %s", command->name, word, command->arguments);
}

static int check_arguments(Options *options, size_t count, Error *error)
{
    const CommandRow *command = options_command(options->command);
    const char *name = command->name;
    if (count < command->least && command->kind == ARGUMENT_FILES)
        return error_set(error, "%s: name at least one result file, such as results/*.json", name);
    if (count < command->least)
        return error_set(error, "%s: give %s; 'framebench help %s' explains", name, command->arguments, name);
    if (command->kind == ARGUMENT_NONE && count > 0)
        return error_set(error, "%s: %s is no option; 'framebench help %s' lists them", name, options->files[0], name);
    if (command->most > 0 && count > command->most)
        return error_set(error, "%s: %s is one argument too many; 'framebench help %s' explains", name,
                         options->files[command->most], name);
    if (command->kind == ARGUMENT_CHOICE && count > 0)
        return check_choice(command, options->files[0], error);
    if (command->kind == ARGUMENT_COMMAND && count > 0 && find_command(options->files[0], &options->help_topic) < 0) {
        char *before = mem_format("%s ", name);
        no_such_command(before, options->files[0], error);
        free(before);
        return -1;
    }
    return 0;
}

/* A run that is gone on with brings its own sides and workloads along. */
static int check_resume(const Options *options, Error *error)
{
    bool named_anew = options->a.argv != NULL || options->b.argv != NULL || options->n_sides > 0 ||
                      options->workloads != NULL || options->programs != NULL || options->only != NULL ||
                      options->manifest != NULL || options->runner != NULL || options->events != NULL ||
                      options->has_seed || (options->command == COMMAND_RUN && options->out != NULL);
    if (options->resume != NULL && named_anew)
        return error_set(error,
                         "--resume takes sides, workloads, seed, events and place from %s; leave the options for them "
                         "out",
                         options->resume);
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
        .margin_pct = 100.0 * GATE_MARGIN,
        .suite_margin_pct = 100.0 * GATE_MEAN_MARGIN,
    };
    options->files = mem_alloc(1, sizeof *options->files);
    options->n = 1;
}

int options_parse(Options *options, int argc, char **argv, Error *error)
{
    set_defaults(options);
    if (argc < 2)
        return error_set(error, "say what to do: run, compare, plot ...; 'framebench help' lists all commands");
    if (find_command(argv[1], &options->command) < 0)
        return no_such_command("", argv[1], error);
    options->words = argv + 2;

    size_t n_files = 0;
    for (int at = 2; at < argc;) {
        if (strncmp(argv[at], "--", 2) != 0) {
            options_push_word(&options->files, &n_files, argv[at++]);
            continue;
        }
        Command asked = options->command;
        int used = parse_option(options, argv + at, error);
        if (used < 0)
            return -1;
        if (options->command != asked) /* --help ends it */
            return 0;
        at += used;
    }
    if (options->settings.rounds > 0 && !options->has_budget)
        options->settings.budget_s = 0.0;
    if (options->programs != NULL && !options->has_timeout)
        options->settings.timeout_s = PROGRAM_TIMEOUT_S;
    return check_resume(options, error) < 0 ? -1 : check_arguments(options, n_files, error);
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
    options_free_words(options->workloads);
    options_free_words(options->programs);
    free(options->resume);
    options_free_words(options->only);
    free(options->manifest);
    free(options->runner);
    options_free_words(options->events);
    free(options->pattern);
    free(options->out);
    options_free_words(options->limits);
    free(options->junit);
    free(options->metric);
    options_free_words(options->files);
    *options = (Options){0};
}
