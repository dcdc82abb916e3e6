/* Where the project's own files are: looked for from the executable's place upwards, so that it works from any folder.
 */
#ifndef FRAMEBENCH_LOCATE_H
#define FRAMEBENCH_LOCATE_H

#include "error.h"

/* The path of `relative` (as "harness/runner.py") under the nearest folder above this executable, or above the
 * current one, that has it. Absolute; the caller frees. NULL with the error filled. */
char *locate_file(const char *relative, Error *error);

/* The path of a program that was built into the same folder as this one; the caller frees. NULL if it is not there. */
char *locate_sibling(const char *name, Error *error);

/* The path of the linkings that `make layouts` makes of such a program, with "{layout}" for the number; the caller
 * frees. NULL unless layouts 0 and K - 1 are there. */
char *locate_layouts(const char *name, unsigned layouts, Error *error);

/* What execvp would start for this word: absolute or relative path as found, symbolic links kept; the caller frees. */
char *locate_program(const char *word, Error *error);

/* The commit that is checked out in the current folder's git repository, 12 digits, or "nogit"; the caller frees. */
char *locate_commit(void);

#endif
