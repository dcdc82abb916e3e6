/* Results of other tools as results of ours: pyperf (versions 5, 6 and "1.0", also gzipped), hyperfine, Google
 * Benchmark.
 *
 * The files are untrusted: whatever is in them, the answer is a result or an error that names file, position and field.
 * What comes of it is descriptive: these tools measure all of one side and then all of the other. */
#ifndef FRAMEBENCH_IMPORT_H
#define FRAMEBENCH_IMPORT_H

#include "error.h"
#include "result.h"
#include "text.h"

/* At least two sides must come of the files, in their order: a file is a side, but of hyperfine each command is one.
 * Fills an empty *result, which the caller frees also on failure; notes gets a line on whatever was left out. */
int import_files(char *const *paths, Result *result, Text *notes, Error *error);

/* The same of one file's content, not gzipped, taken for both sides: what is fuzzed. */
int import_bytes_twice(const char *bytes, size_t length, Result *result, Text *notes, Error *error);

#endif
