/* The commands, one file each; and the little that several of them need.
 *
 * A command returns its exit status, or -1 with *error filled. It prints its result, nothing else does. */
#ifndef FRAMEBENCH_COMMAND_H
#define FRAMEBENCH_COMMAND_H

#include "compare.h"
#include "error.h"
#include "options.h"
#include "text.h"

#include <jansson.h>

#define COMMAND(id, name, arguments, kind, least, most, summary, description, examples)                                \
    int command_##name(const Options *options, Error *error);
#include "commands.def"
#undef COMMAND

/* The metric that was asked for, or the one that the result offers first; -1: it was not measured. */
int command_metric(const Options *options, const Result *result, Metric *metric, Error *error);

/* Reads a result file; --verbose says what is in it. */
int command_read(const Options *options, Result *result, const char *path, Error *error);

/* What is being done, on standard error, where --verbose asks for it. */
void command_say(const Options *options, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes the result with its analysis. */
int command_store(const Result *result, const char *path, Error *error);

/* The first CPU this process may use, -1: none is known. */
int command_first_cpu(void);

/* Both print and free. */
void command_print(Text *text);
void command_print_json(json_t *value);

#endif
