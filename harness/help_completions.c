/* Completion scripts: the table of options unrolled into the language of each shell. */
#include "help.h"
#include "options_table.h"

#include <stdlib.h>
#include <string.h>

/* Whether files complete the option's argument. */
static bool takes_files(const OptionRow *row)
{
    return row->argument != NULL && (strstr(row->argument, "FILE") != NULL || strstr(row->argument, "FOLDER") != NULL);
}

/* In single quotes, as all three shells read them; zsh's specifications also want [ ] and : hidden. */
static void add_quoted(Text *text, const char *value, const char *hidden)
{
    for (; *value != '\0'; value++) {
        if (*value == '\'')
            text_add(text, "'\\''");
        else
            text_add(text, "%s%c", strchr(hidden, *value) != NULL ? "\\" : "", *value);
    }
}

static void add_choices(Text *text, const char *argument, const char *separator)
{
    char **choices = options_choices(argument);
    for (size_t i = 0; choices[i] != NULL; i++)
        text_add(text, "%s%s", i == 0 ? "" : separator, choices[i]);
    options_free_words(choices);
}

static bool has_choices(const char *argument)
{
    char **choices = options_choices(argument);
    bool any = choices[0] != NULL;
    options_free_words(choices);
    return any;
}

static void add_commands(Text *text)
{
    for (unsigned c = 0; c < COMMAND_COUNT; c++)
        text_add(text, "%s%s", c == 0 ? "" : " ", options_command((Command)c)->name);
}

/* ---- bash ---- */

/* What follows a word that takes a value: its choices, files, or nothing. */
static void add_bash_values(Text *text)
{
    for (size_t i = 0; i < options_count(); i++) {
        const OptionRow *row = options_row(i);
        if (row->argument == NULL)
            continue;
        text_add(text, "    %s) ", row->name);
        if (has_choices(row->argument)) {
            text_add(text, "COMPREPLY=($(compgen -W '");
            add_choices(text, row->argument, " ");
            text_add(text, "' -- \"$word\")); return ;;\n");
        } else if (takes_files(row)) {
            text_add(text, "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n");
        } else {
            text_add(text, "return ;;\n");
        }
    }
}

static void add_bash_command(Text *text, Command topic)
{
    const CommandRow *command = options_command(topic);
    text_add(text, "    %s)\n        options='", command->name);
    const char *separator = "";
    for (size_t i = 0; i < options_count(); i++)
        if (options_belongs(options_row(i), topic)) {
            text_add(text, "%s%s", separator, options_row(i)->name);
            separator = " ";
        }
    text_add(text, "'\n");
    if (command->kind == ARGUMENT_FILES)
        text_add(text, "        files=1\n");
    if (command->kind == ARGUMENT_COMMAND)
        text_add(text, "        words=\"$commands\"\n");
    if (command->kind == ARGUMENT_CHOICE) {
        text_add(text, "        words='");
        add_choices(text, command->arguments, " ");
        text_add(text, "'\n");
    }
    text_add(text, "        ;;\n");
}

static void add_bash(Text *text)
{
    text_add(text, "# bash completion for framebench: source <(framebench completions bash)\n"
                   "_framebench() {\n"
                   "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
                   "    local options='' words='' files='' commands='");
    add_commands(text);
    text_add(text, "'\n"
                   "    COMPREPLY=()\n"
                   "    # --option=value arrives as three words\n"
                   "    if [ \"$word\" = = ]; then word=''\n"
                   "    elif [ \"$before\" = = ]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi\n"
                   "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                   "        COMPREPLY=($(compgen -W \"$commands --help --version\" -- \"$word\"))\n"
                   "        return\n"
                   "    fi\n"
                   "    case $before in\n");
    add_bash_values(text);
    text_add(text, "    esac\n    case ${COMP_WORDS[1]} in\n");
    for (unsigned c = 0; c < COMMAND_COUNT; c++)
        add_bash_command(text, (Command)c);
    text_add(text, "    esac\n"
                   "    if [ \"${word#-}\" != \"$word\" ]; then\n"
                   "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
                   "    elif [ -n \"$files\" ]; then\n"
                   "        compopt -o filenames\n"
                   "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
                   "    else\n"
                   "        COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
                   "    fi\n"
                   "}\n"
                   "complete -F _framebench framebench\n");
}

/* ---- zsh ---- */

static void add_zsh_option(Text *text, const OptionRow *row)
{
    text_add(text, "            '%s%s[", row->name, row->argument != NULL ? "=" : "");
    add_quoted(text, row->help, "[]:\\");
    text_add(text, "]");
    if (row->argument != NULL) {
        text_add(text, ":");
        if (has_choices(row->argument)) {
            text_add(text, "choice:(");
            add_choices(text, row->argument, " ");
            text_add(text, ")");
        } else {
            add_quoted(text, row->argument, "[]:\\'");
            text_add(text, ":%s", takes_files(row) ? "_files" : "");
        }
    }
    text_add(text, "' \\\n");
}

static void add_zsh_command(Text *text, Command topic)
{
    const CommandRow *command = options_command(topic);
    text_add(text, "    %s)\n        _arguments \\\n", command->name);
    for (size_t i = 0; i < options_count(); i++)
        if (options_belongs(options_row(i), topic))
            add_zsh_option(text, options_row(i));
    if (command->kind == ARGUMENT_FILES) {
        text_add(text, "            '*:result file:_files -g \"*.json\"'\n");
    } else if (command->kind == ARGUMENT_NONE) {
        text_add(text, "            && return\n");
    } else {
        text_add(text, "            '1:%s:(", command->kind == ARGUMENT_COMMAND ? "command" : "choice");
        if (command->kind == ARGUMENT_COMMAND)
            add_commands(text);
        else
            add_choices(text, command->arguments, " ");
        text_add(text, ")'\n");
    }
    text_add(text, "        ;;\n");
}

static void add_zsh(Text *text)
{
    text_add(text, "#compdef framebench\n"
                   "_framebench() {\n"
                   "    local -a commands\n"
                   "    commands=(\n");
    for (unsigned c = 0; c < COMMAND_COUNT; c++) {
        text_add(text, "        '%s:", options_command((Command)c)->name);
        add_quoted(text, options_command((Command)c)->summary, ":");
        text_add(text, "'\n");
    }
    text_add(text, "    )\n"
                   "    if (( CURRENT == 2 )); then\n"
                   "        _describe command commands\n"
                   "        return\n"
                   "    fi\n"
                   "    local command=${words[2]}\n"
                   "    shift words\n"
                   "    (( CURRENT-- ))\n"
                   "    case $command in\n");
    for (unsigned c = 0; c < COMMAND_COUNT; c++)
        add_zsh_command(text, (Command)c);
    text_add(
        text,
        "    esac\n"
        "}\n"
        "# called as a completion from a folder of $fpath, or read as a script\n"
        "if [ \"${funcstack[1]}\" = _framebench ]; then _framebench \"$@\"; else compdef _framebench framebench; fi\n");
}

/* ---- fish ---- */

static void add_fish_option(Text *text, const OptionRow *row, const char *command)
{
    text_add(text, "complete -c framebench -n '__fish_seen_subcommand_from %s' -l %s", command, row->name + 2);
    if (has_choices(row->argument)) {
        text_add(text, " -x -a '");
        add_choices(text, row->argument, " ");
        text_add(text, "'");
    } else if (row->argument != NULL) {
        text_add(text, takes_files(row) ? " -r -F" : " -x");
    }
    text_add(text, " -d '");
    add_quoted(text, row->help, "\\");
    text_add(text, "'\n");
}

static void add_fish_command(Text *text, Command topic)
{
    const CommandRow *command = options_command(topic);
    text_add(text, "complete -c framebench -n __fish_use_subcommand -a %s -d '", command->name);
    add_quoted(text, command->summary, "\\");
    text_add(text, "'\n");
    for (size_t i = 0; i < options_count(); i++)
        if (options_belongs(options_row(i), topic))
            add_fish_option(text, options_row(i), command->name);
    if (command->kind == ARGUMENT_NONE)
        return;
    text_add(text, "complete -c framebench -n '__fish_seen_subcommand_from %s' ", command->name);
    if (command->kind == ARGUMENT_FILES) {
        text_add(text, "-F\n");
        return;
    }
    text_add(text, "-a '");
    if (command->kind == ARGUMENT_COMMAND)
        add_commands(text);
    else
        add_choices(text, command->arguments, " ");
    text_add(text, "'\n");
}

static void add_fish(Text *text)
{
    text_add(text, "# fish completion for framebench\ncomplete -c framebench -f\n");
    for (unsigned c = 0; c < COMMAND_COUNT; c++)
        add_fish_command(text, (Command)c);
}

void help_completions(Text *text, const char *shell)
{
    if (strcmp(shell, "zsh") == 0)
        add_zsh(text);
    else if (strcmp(shell, "fish") == 0)
        add_fish(text);
    else
        add_bash(text);
}
