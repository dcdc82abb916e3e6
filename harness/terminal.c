#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool has_color;

void terminal_setup(ColorChoice choice)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool refused = (no_color != NULL && *no_color != '\0') || (term != NULL && strcmp(term, "dumb") == 0);
    has_color = choice == COLOR_ALWAYS || (choice == COLOR_AUTO && !refused && isatty(STDOUT_FILENO));
}

const char *terminal_tone(Tone tone)
{
    static const char *const sequences[] = {
        [TONE_NONE] = "\033[0m",   [TONE_GOOD] = "\033[34m",  [TONE_BAD] = "\033[33m",
        [TONE_FAINT] = "\033[90m", [TONE_STRONG] = "\033[1m",
    };
    return has_color ? sequences[tone] : "";
}

int terminal_columns(int fallback)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return fallback;
}
