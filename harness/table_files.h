/* Several result files side by side: what each says, and why nothing is tested between them. */
#ifndef FRAMEBENCH_TABLE_FILES_H
#define FRAMEBENCH_TABLE_FILES_H

#include "compare.h"
#include "text.h"

/* n comparisons of different files, shown and never tested against each other; `why` says what forbids it. */
void table_files(Text *text, const Comparison *comparisons, const char *const *paths, size_t n, const char *why);

/* The sentence on why nothing is tested between the files, for tables that stand one below the other. */
char *table_files_note(const char *why);

#endif
