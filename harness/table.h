/* The comparison as text for people: a terminal table 80 columns wide, or Markdown. */
#ifndef FRAMEBENCH_TABLE_H
#define FRAMEBENCH_TABLE_H

#include "compare.h"
#include "text.h"

void table_terminal(Text *text, const Comparison *comparison);
void table_markdown(Text *text, const Comparison *comparison);

/* Indices of the workloads in the order of all tables and plots: by speedup, best first, controls after, failed last.
 * Fills n_workloads entries. */
void table_order(const Comparison *comparison, size_t *order);

#endif
