/* What the tables of commands and options say, laid out for people and shells: help, manual pages, completions.
 *
 * Pure: text out of the tables, nothing printed. */
#ifndef FRAMEBENCH_HELP_H
#define FRAMEBENCH_HELP_H

#include "options.h"
#include "text.h"

/* The page of a command, at most 80 columns wide; COMMAND_HELP: the list of all. */
void help_page(Text *text, Command topic);

/* The manual page in roff. */
void help_man(Text *text, Command topic);

/* shell: "bash", "zsh" or "fish". */
void help_completions(Text *text, const char *shell);

#endif
