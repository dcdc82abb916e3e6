/* What a waiting person sees: one line with the time left on a terminal, plain lines elsewhere, nothing when quiet. */
#ifndef FRAMEBENCH_PROGRESS_H
#define FRAMEBENCH_PROGRESS_H

#include <stdbool.h>

typedef struct Progress {
    bool quiet;
    bool terminal;
    double last_s; /* when something was last shown */
    bool line_open;
} Progress;

Progress progress_new(bool quiet);

/* A state that replaces the one before; on a terminal at most ten times a second, elsewhere every ten seconds. */
void progress_show(Progress *progress, double now_s, double left_s, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A line that stays. */
void progress_note(Progress *progress, const char *format, ...) __attribute__((format(printf, 2, 3)));

void progress_end(Progress *progress);

#endif
