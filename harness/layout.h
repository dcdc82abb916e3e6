/* Layouts of a side: several linkings of one interpreter, named by "{layout}" in the side's command.
 *
 * Where code lies in memory moves a benchmark by percents. With K layouts, round r runs layout r mod K of every side,
 * and the layout is what the statistics count: the interval then covers the luck of code placement. `make layouts`
 * links them. */
#ifndef FRAMEBENCH_LAYOUT_H
#define FRAMEBENCH_LAYOUT_H

#include "error.h"
#include "result.h"

enum { LAYOUTS_MAX = 100 }; /* two digits, so that all names are equally long */

/* Whether a word of the command stands for something else in every layout. */
bool layout_is_used(char **command);

/* The word or the command under layout k: "{layout}" becomes 00, 01, … The caller frees. */
char *layout_word(const char *word, unsigned k);
char **layout_command(char **command, unsigned k);

/* Fills side->layouts for K layouts: each program must be there; its SHA-256 and build id are noted. */
int layout_describe(SideInfo *side, unsigned layouts, Error *error);

/* What the side runs under layout k. */
const char *layout_program(const SideInfo *side, unsigned k);

#endif
