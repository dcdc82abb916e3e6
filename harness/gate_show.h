/* The gate's report for people, for CI servers that read JUnit XML, and as GitHub annotations. */
#ifndef FRAMEBENCH_GATE_SHOW_H
#define FRAMEBENCH_GATE_SHOW_H

#include "gate.h"
#include "text.h"

void gate_show_table(Text *text, const GateReport *report);

/* All reports of a run as one document; in strict mode what is not conclusive is a failure, else skipped. */
void gate_show_junit(Text *text, const GateReport *reports, size_t n, bool strict);

/* Workflow commands, one a line: ::error for regressions, ::warning for what is not conclusive. */
void gate_show_github(Text *text, const GateReport *report, const char *file);

#endif
