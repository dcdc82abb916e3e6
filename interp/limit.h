/* limit.h: what a program may use: --max-memory, --max-steps, --max-depth. Off unless given, and then they cost nothing.
 *
 * Memory is counted where mem.c goes to malloc, so the fast paths of mem.h know of no limit. Steps are counted by leading every instruction through
 * trace_instr, as sys.settrace does. The depth is the recursion limit that a program cannot raise.
 */
#ifndef INTERP_LIMIT_H
#define INTERP_LIMIT_H

#include <stdbool.h>

enum { LIMIT_EXIT_STEPS = 124 }; /* exit status of a program stopped by --max-steps */

/* Takes the limit at argv[*at], "--max-… N" or "--max-…=N", and steps behind it. false: it is none; *bad: it is one, but its number is not. */
bool limit_option(char **argv, int *at, bool *bad);

void limit_begin(void); /* before the runtime starts: memory and depth */
void limit_begin_steps(void); /* before the program starts */

/* trace.c: one instruction more. Beyond the limit, the process ends: standard output is flushed, nothing of the program runs any more. */
void limit_count_step(void);

#endif
