/* Takes up a run where it was killed, interrupted, or out of time. */
#ifndef FRAMEBENCH_RESUME_H
#define FRAMEBENCH_RESUME_H

#include "error.h"
#include "options.h"
#include "result.h"

/* Reads the journal (or the result, where there is no journal) that `options->resume` names, into an empty result, and
 * gives the path of the result file, which the caller frees. What the options say anew of budget, rounds and target
 * holds from now on. Fails when this is another machine, or when an interpreter or a workload is no longer what was
 * measured. */
char *resume_load(const Options *options, Result *result, Error *error);

/* The names of the events that were counted, as counters_new takes them; the caller frees the array only. */
char **resume_event_names(const Result *result);

#endif
