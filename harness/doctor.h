/* What about this machine will disturb a measurement: findings with what each does and the command that mends it.
 *
 * Runs before every measurement and is stored with it; `framebench doctor` shows it alone. Changes nothing. */
#ifndef FRAMEBENCH_DOCTOR_H
#define FRAMEBENCH_DOCTOR_H

#include "result.h"
#include "text.h"

/* Adds a finding per check to the host; takes about a tenth of a second, to see whether CPU time is stolen now. `root`
 * is "" for this machine (sysfile.h). */
void doctor_examine(const char *root, Host *host);

/* The findings as text: those that disturb first, with effect and remedy; with `all` false only those. */
void doctor_text(const Host *host, bool all, Text *text);

size_t doctor_count(const Host *host, FindingStatus status);

#endif
