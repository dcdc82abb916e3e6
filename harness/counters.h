/* Hardware and software event counters around one child's timed values.
 *
 * Events that do not fit the PMU together form several groups; in each round one of them is counted and nothing is
 * shared out or scaled, unless there are fewer rounds than groups. What cannot be had is marked in EventInfo with its
 * reason, and its readings stay absent: never zero, never a missing column. User mode only, unless the name asks
 * otherwise, and except for the two events that happen in the kernel by nature (context-switches, cpu-migrations). */
#ifndef FRAMEBENCH_COUNTERS_H
#define FRAMEBENCH_COUNTERS_H

#include "error.h"
#include "result.h"

#include <sys/types.h>

/* The events of a machine: what to open, parallel to Result.events. Private inside. */
typedef struct CounterSet CounterSet;

/* The counters opened on one process. Private inside. */
typedef struct ProcessCounters ProcessCounters;

/* Resolves the names (NULL: the default set), probes each on this process, and finds the groups that fit the PMU of
 * `cpu` (-1: any). Fills *events, *n_events, which the Result owns. Unavailable events are no failure. `root` is ""
 * except in tests (sysfile.h). */
CounterSet *counters_new(char **names, const char *root, int cpu, EventInfo **events, size_t *n_events, Error *error);
void counters_free(CounterSet *set);

/* Opens the events whose turn it is in this round, stopped at zero. An event that vanished since the probe is left out
 * and remembered. */
ProcessCounters *counters_open(CounterSet *set, pid_t pid, int cpu, unsigned round, const Settings *settings);
void counters_close(ProcessCounters *counters);

/* Makes room for n_values readings of each event that is open; the others stay NULL. `readings` has one entry per
 * event of the set, here and below. */
void counters_prepare(const ProcessCounters *counters, EventReadings *readings, size_t n_values);

void counters_start(ProcessCounters *counters);
/* Stops and stores the readings as value number `index`. */
void counters_stop(ProcessCounters *counters, EventReadings *readings, size_t index);
/* Stops after an empty value: what the conversation itself costs goes to `overhead`, the least that was seen. */
void counters_stop_empty(ProcessCounters *counters, EventReadings *readings);

/* Notes on events that were lost during the run, as their reason. */
void counters_report_losses(const CounterSet *set, EventInfo *events);

#endif
