/* Sweeps as tables: a row per value of the parameter, and a sentence about the crossover. */
#ifndef FRAMEBENCH_TABLE_SWEEP_H
#define FRAMEBENCH_TABLE_SWEEP_H

#include "options.h"
#include "sweep.h"
#include "text.h"

#include <jansson.h>

/* All sweeps of the comparison; says so where there is none. */
void table_sweeps(Text *text, const Comparison *comparison, Format format);

/* The same as an array, a sweep each. */
json_t *table_sweeps_json(const Comparison *comparison);

/* "crossover at 35.1 [33.9, 36.2]", or why there is none. */
void table_crossover(Text *text, const Sweep *sweep);

#endif
