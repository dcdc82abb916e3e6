/* What will be measured: the workloads of a manifest and the two sides, checked before anything runs. */
#ifndef FRAMEBENCH_PLAN_H
#define FRAMEBENCH_PLAN_H

#include "options.h"
#include "result.h"

/* Fills the sides, settings and workloads of an empty result from the options. The caller frees *result also on
 * failure. */
int plan_make(const Options *options, Result *result, Error *error);

/* Reads a manifest: {"version":1,"workloads":[{"name","file","n","checksum",…}]}; files are relative to it.
 * Appends to result->workloads. */
int plan_load_manifest(const char *path, Result *result, Error *error);

#endif
