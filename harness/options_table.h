/* What commands and options there are: the one table from which parsing, help, completions and man pages come. */
#ifndef FRAMEBENCH_OPTIONS_TABLE_H
#define FRAMEBENCH_OPTIONS_TABLE_H

#include "options.h"
#include "options_value.h"

#include <stddef.h>

/* What the positional arguments of a command are. */
typedef enum ArgumentKind {
    ARGUMENT_NONE,
    ARGUMENT_FILES,   /* result files */
    ARGUMENT_COMMAND, /* the name of a command */
    ARGUMENT_CHOICE,  /* one of the words a|b|c */
} ArgumentKind;

typedef struct CommandRow {
    const char *name;
    const char *arguments; /* as in the usage line */
    ArgumentKind kind;
    unsigned least;
    unsigned most; /* 0: any number, where there are any */
    const char *summary;
    const char *description; /* one paragraph a line */
    const char *examples;    /* lines; comments start with # */
} CommandRow;

struct OptionRow {
    unsigned commands;    /* bits 1 << Command */
    const char *name;     /* with its dashes */
    const char *argument; /* as in the help: FILE, NAME,..., or the choices a|b|c; NULL: takes no value */
    OptionParser *parse;
    size_t place;     /* offset in Options of what the parser fills; 0: nothing */
    size_t given;     /* offset in Options of a bool that tells whether it was given; 0: nobody asks */
    double low, high; /* of numbers */
    const char *help;
};

const CommandRow *options_command(Command command);
size_t options_count(void);
const OptionRow *options_row(size_t index);

/* Whether the option belongs to the command. */
bool options_belongs(const OptionRow *row, Command command);

/* The choices of "a|b|c", NULL-terminated, to be freed with options_free_words; empty where the text names none. */
char **options_choices(const char *argument);

#endif
