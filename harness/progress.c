#include "progress.h"

#include "text.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_COLUMNS = 78 };

#define TERMINAL_INTERVAL_S 0.1
#define PLAIN_INTERVAL_S    10.0

Progress progress_new(bool quiet)
{
    return (Progress){.quiet = quiet, .terminal = isatty(STDERR_FILENO) == 1, .last_s = -INFINITY};
}

static void print_line(const Progress *progress, const char *state, double left_s)
{
    char left[40] = "";
    if (isfinite(left_s) && left_s >= 0.0)
        snprintf(left, sizeof left, "%d:%02d left", (int)left_s / 60, (int)left_s % 60);
    if (!progress->terminal) {
        fprintf(stderr, "%s%s%s\n", state, *left != '\0' ? ", " : "", left);
        return;
    }
    Text line = {0};
    text_add_left(&line, state, LINE_COLUMNS - 12);
    text_add_right(&line, left, 12);
    fprintf(stderr, "\r%s", text_string(&line));
    fflush(stderr);
    text_free(&line);
}

void progress_show(Progress *progress, double now_s, double left_s, const char *format, ...)
{
    double interval = progress->terminal ? TERMINAL_INTERVAL_S : PLAIN_INTERVAL_S;
    if (progress->quiet || now_s - progress->last_s < interval)
        return;
    progress->last_s = now_s;
    char state[256];
    va_list args;
    va_start(args, format);
    vsnprintf(state, sizeof state, format, args);
    va_end(args);
    print_line(progress, state, left_s);
    progress->line_open = progress->terminal;
}

void progress_note(Progress *progress, const char *format, ...)
{
    if (progress->quiet)
        return;
    progress_end(progress);
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

void progress_end(Progress *progress)
{
    if (progress->line_open)
        fprintf(stderr, "\r%*s\r", LINE_COLUMNS, "");
    progress->line_open = false;
}
