/* What `framebench counters` prints: the PMUs here, and what becomes of each event. */
#ifndef FRAMEBENCH_COUNTERS_SHOW_H
#define FRAMEBENCH_COUNTERS_SHOW_H

#include "result.h"
#include "text.h"

#include <jansson.h>

/* PMUs as the kernel drives them and as libpfm4 recognizes them. Needs libpfm4 open (counters_events.h). */
void counters_show_pmus(const char *root, Text *text);

void counters_show_events(const EventInfo *events, size_t n_events, Text *text);

json_t *counters_show_json(const EventInfo *events, size_t n_events);

#endif
