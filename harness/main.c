/* framebench: the command line. Hands over to the command, prints errors, and chooses the exit status. */
#include "command.h"
#include "error.h"
#include "escape.h"
#include "mem.h"
#include "options.h"
#include "terminal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Beside 0, fine, and what a gate returns: 1, regression, and 3, inconclusive in strict mode. */
enum { EXIT_FAILED = 2 };

static int (*const commands[])(const Options *, Error *) = {
#define COMMAND(id, name, arguments, kind, least, most, summary, description, examples) command_##name,
#include "commands.def"
#undef COMMAND
};

int main(int argc, char **argv)
{
    mem_guard_json();
    Options options;
    Error error = ERROR_INIT;
    int status = options_parse(&options, argc, argv, &error);
    if (status == 0) {
        terminal_setup((ColorChoice)options.color);
        status = commands[options.command](&options, &error);
    }
    options_free(&options);
    if (status >= 0 && (fflush(stdout) != 0 || ferror(stdout)))
        status = error_set(&error, "standard output: %s; make room or close the pipe later", strerror(errno));
    escape_lines(error.text); /* it may quote a file of anybody's */
    if (status < 0)
        fprintf(stderr, "framebench: %s\n", error.text);
    return status < 0 ? EXIT_FAILED : status;
}
