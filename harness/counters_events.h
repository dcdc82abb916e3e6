/* Event names as the kernel takes them: the only user of libpfm4.
 *
 * Names go to libpfm4 as they are; what it makes of one is a perf_event_attr that counts user mode unless the name asks
 * otherwise (":k", ":u:k"). */
#ifndef FRAMEBENCH_COUNTERS_EVENTS_H
#define FRAMEBENCH_COUNTERS_EVENTS_H

#include "error.h"
#include "result.h"
#include "text.h"

#include <linux/perf_event.h>

/* NULL-terminated: what is counted when nobody chooses. */
extern const char *const counters_default_events[];

int counters_events_open(Error *error);
void counters_events_close(void);

/* Fills attr, event->resolved and event->software; on failure event->reason and event->remedy. */
bool counters_events_resolve(const char *name, struct perf_event_attr *attr, EventInfo *event);

/* One line for each PMU that libpfm4 finds here: name, description, counters, events. */
void counters_events_list_pmus(Text *text);

/* Every event whose name or description holds the pattern, whatever the case, with its unit masks: those of the PMUs
 * found here, or when none matches those of all PMUs of this architecture. Returns how many. */
size_t counters_events_search(const char *pattern, Text *text);

#endif
