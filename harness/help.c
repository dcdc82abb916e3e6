#include "help.h"

#include "options_table.h"

#include <string.h>

enum { PAGE_COLUMNS = 80, OPTION_COLUMN = 27, COMMAND_COLUMN = 27 };

/* Words from `column` on, broken at blanks so that no line is wider than the page; further lines start at `indent`. */
static void add_wrapped(Text *text, const char *paragraph, size_t length, size_t column, size_t indent)
{
    const char *end = paragraph + length;
    bool first = true;
    while (paragraph < end) {
        size_t word = strcspn(paragraph, " ");
        word = paragraph + word > end ? (size_t)(end - paragraph) : word;
        if (!first && column + 1 + word > PAGE_COLUMNS) {
            text_add(text, "\n%*s", (int)indent, "");
            column = indent;
        } else if (!first) {
            text_add(text, " ");
            column++;
        }
        text_add_bytes(text, paragraph, word);
        column += word;
        first = false;
        paragraph += word;
        while (paragraph < end && *paragraph == ' ')
            paragraph++;
    }
    text_add(text, "\n");
}

/* A name on the left, its explanation from `column` on. */
static void add_entry(Text *text, const char *left, size_t column, const char *explanation)
{
    size_t width = strlen(left);
    text_add(text, "%s", left);
    if (width + 1 > column) {
        text_add(text, "\n");
        width = 0;
    }
    text_add(text, "%*s", (int)(column - width), "");
    add_wrapped(text, explanation, strlen(explanation), column, column);
}

static void add_general(Text *text)
{
    text_add(text, "framebench: is this interpreter faster than that one, how much, and how surely?\n\n");
    for (unsigned c = 0; c < COMMAND_COUNT; c++) {
        const CommandRow *command = options_command((Command)c);
        Text left = {0};
        text_add(&left, "  framebench %s", command->name);
        add_entry(text, text_string(&left), COMMAND_COLUMN, command->summary);
        text_free(&left);
    }
    text_add(text, "\n"
                   "  framebench help COMMAND   options and examples of a command\n"
                   "\n"
                   "Exit status: 0 fine, 1 regression found by a gate, 2 usage or failure,\n"
                   "3 inconclusive in strict mode.\n");
}

static void add_options(Text *text, Command topic)
{
    for (size_t i = 0; i < options_count(); i++) {
        const OptionRow *row = options_row(i);
        if (!options_belongs(row, topic))
            continue;
        Text left = {0};
        text_add(&left, "  %s%s%s", row->name, row->argument != NULL ? " " : "",
                 row->argument != NULL ? row->argument : "");
        add_entry(text, text_string(&left), OPTION_COLUMN, row->help);
        text_free(&left);
    }
}

void help_page(Text *text, Command topic)
{
    const CommandRow *command = options_command(topic);
    if (topic == COMMAND_HELP) {
        add_general(text);
        return;
    }
    text_add(text, "usage: framebench %s [options]%s%s\n\n", command->name, command->arguments[0] != '\0' ? " " : "",
             command->arguments);
    for (const char *line = command->description; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        add_wrapped(text, line, length, 0, 0);
        line += length + (line[length] == '\n');
    }
    text_add(text, "\n");
    add_options(text, topic);
    text_add(text, "\nExamples:\n");
    for (const char *line = command->examples; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        text_add(text, "  %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
}
