/* Hardware and software event counters around one child's timed values: the only user of libpfm4.
 *
 * Event names go to libpfm4 as they are. What cannot be had is marked in EventInfo with its reason, and its readings
 * stay absent: never zero, never a missing column. User mode only, except for the two events that happen in the
 * kernel by nature (context-switches, cpu-migrations). */
#ifndef FRAMEBENCH_COUNTERS_H
#define FRAMEBENCH_COUNTERS_H

#include "error.h"
#include "result.h"

#include <sys/types.h>

/* The events of a machine: what to open, parallel to Result.events. Private inside. */
typedef struct CounterSet CounterSet;

/* The counters opened on one process. Private inside. */
typedef struct CounterGroup CounterGroup;

/* Resolves the names (NULL: the default set) and probes each on this process. Fills *events, *n_events, which the
 * Result owns. Unavailable events are no failure. */
CounterSet *counters_new(char **names, EventInfo **events, size_t *n_events, Error *error);
void counters_free(CounterSet *set);

/* Opens the available events on a process, stopped at zero. An event that vanished since the probe is left out. */
CounterGroup *counters_open(const CounterSet *set, pid_t pid);
void counters_close(CounterGroup *group);

void counters_start(CounterGroup *group);
/* Stops and stores the readings as value number `index` of `readings`, which has one entry per event of the set. */
void counters_stop(CounterGroup *group, EventReadings *readings, size_t index);

/* Makes room for n_values readings of each event that is open; the others stay NULL. */
void counters_prepare(const CounterGroup *group, EventReadings *readings, size_t n_values);

#endif
