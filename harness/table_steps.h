/* What each side adds to the one before it, as a table: a column per step, a row per workload. */
#ifndef FRAMEBENCH_TABLE_STEPS_H
#define FRAMEBENCH_TABLE_STEPS_H

#include "options.h"
#include "steps.h"
#include "text.h"

void table_steps(Text *text, const Steps *steps, Format format);

#endif
