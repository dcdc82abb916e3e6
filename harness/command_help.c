/* framebench help, man, completions and version: what framebench says about itself. */
#include "command.h"

#include "help.h"

#include <stdio.h>

#define FRAMEBENCH_VERSION "0.1.0"

int command_help(const Options *options, Error *error)
{
    (void)error;
    Text text = {0};
    help_page(&text, options->help_topic);
    command_print(&text);
    return 0;
}

int command_man(const Options *options, Error *error)
{
    (void)error;
    Text text = {0};
    help_man(&text, options->help_topic);
    command_print(&text);
    return 0;
}

int command_completions(const Options *options, Error *error)
{
    (void)error;
    Text text = {0};
    help_completions(&text, options->files[0]);
    command_print(&text);
    return 0;
}

int command_version(const Options *options, Error *error)
{
    (void)options;
    (void)error;
    puts("framebench " FRAMEBENCH_VERSION);
    return 0;
}
