/* Manual pages in roff, in the order of sections that man-pages(7) asks for. */
#include "help.h"
#include "options_table.h"

#include <ctype.h>
#include <string.h>

/* Text in which nothing is a request or an escape; hyphens stay hyphens, so that options can be copied. */
static void add_escaped(Text *text, const char *value, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool starts_line = i == 0 || value[i - 1] == '\n';
        if (starts_line && (value[i] == '.' || value[i] == '\''))
            text_add(text, "\\&");
        if (value[i] == '\\')
            text_add(text, "\\e");
        else if (value[i] == '-')
            text_add(text, "\\-");
        else
            text_add_bytes(text, value + i, 1);
    }
}

static void add_plain(Text *text, const char *value)
{
    add_escaped(text, value, strlen(value));
}

static void add_lines(Text *text, const char *lines, const char *between)
{
    while (*lines != '\0') {
        size_t length = strcspn(lines, "\n");
        add_escaped(text, lines, length);
        lines += length + (lines[length] == '\n');
        text_add(text, "\n%s", *lines != '\0' ? between : "");
    }
}

static void add_option(Text *text, const OptionRow *row)
{
    text_add(text, ".TP\n\\fB");
    add_plain(text, row->name);
    text_add(text, "\\fR");
    if (row->argument != NULL) {
        text_add(text, " \\fI");
        add_plain(text, row->argument);
        text_add(text, "\\fR");
    }
    text_add(text, "\n");
    add_plain(text, row->help);
    text_add(text, "\n");
}

static void add_commands(Text *text)
{
    text_add(text, ".SH COMMANDS\n");
    for (unsigned c = 0; c < COMMAND_COUNT; c++) {
        const CommandRow *command = options_command((Command)c);
        text_add(text, ".TP\n\\fBframebench\\-%s\\fR(1)\n", command->name);
        add_plain(text, command->summary);
        text_add(text, "\n");
    }
}

static void add_end(Text *text)
{
    text_add(text, ".SH EXIT STATUS\n"
                   ".TP\n0\nfine\n"
                   ".TP\n1\nregression found by a gate\n"
                   ".TP\n2\nusage or failure\n"
                   ".TP\n3\ninconclusive in strict mode\n"
                   ".SH ENVIRONMENT\n"
                   ".TP\n\\fBNO_COLOR\\fR\n"
                   "no colours in the terminal, unless \\fB\\-\\-color=always\\fR asks for them\n");
}

void help_man(Text *text, Command topic)
{
    const CommandRow *command = options_command(topic);
    if (topic == COMMAND_HELP) {
        text_add(text, ".TH FRAMEBENCH 1 \"\" framebench \"User Commands\"\n.SH NAME\n"
                       "framebench \\- is this interpreter faster than that one, how much, and how surely?\n"
                       ".SH SYNOPSIS\n\\fBframebench\\fR \\fICOMMAND\\fR [options] [\\fIFILE\\fR...]\n"
                       ".SH DESCRIPTION\nMeasures interpreters against each other, interleaved value by value, and "
                       "says by how much\none is faster and how sure that is.\n");
        add_commands(text);
        add_end(text);
        return;
    }
    text_add(text, ".TH \"FRAMEBENCH\\-");
    for (const char *at = command->name; *at != '\0'; at++)
        text_add(text, "%c", toupper((unsigned char)*at));
    text_add(text, "\" 1 \"\" framebench \"User Commands\"\n.SH NAME\nframebench\\-%s \\- ", command->name);
    add_plain(text, command->summary);
    text_add(text, "\n.SH SYNOPSIS\n\\fBframebench %s\\fR [options]%s", command->name,
             command->arguments[0] != '\0' ? " \\fI" : "");
    add_plain(text, command->arguments);
    text_add(text, "%s\n.SH DESCRIPTION\n", command->arguments[0] != '\0' ? "\\fR" : "");
    add_lines(text, command->description, ".PP\n");
    text_add(text, ".SH OPTIONS\n");
    for (size_t i = 0; i < options_count(); i++)
        if (options_belongs(options_row(i), topic))
            add_option(text, options_row(i));
    text_add(text, ".SH EXAMPLES\n.nf\n");
    add_lines(text, command->examples, "");
    text_add(text, ".fi\n");
    add_end(text);
    text_add(text, ".SH SEE ALSO\n\\fBframebench\\fR(1)\n");
}
