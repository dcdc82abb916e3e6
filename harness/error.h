/* One failure on its way from where it happened to main(), gathering context as it goes up.
 *
 * Every module uses it, none prints. A function that can fail returns 0 or -1 (or a pointer or NULL) and, on
 * failure, has filled the Error it was given. The first error wins: a later one never hides the cause. */
#ifndef FRAMEBENCH_ERROR_H
#define FRAMEBENCH_ERROR_H

#include <stdbool.h>

enum { ERROR_TEXT_BYTES = 2048 };

/* Empty text means "no error"; initialize with ERROR_INIT. */
typedef struct Error {
    char text[ERROR_TEXT_BYTES];
} Error;

#define ERROR_INIT                                                                                                     \
    {                                                                                                                  \
        {                                                                                                              \
            0                                                                                                          \
        }                                                                                                              \
    }

bool error_is_set(const Error *error);
void error_clear(Error *error);

/* Record the message unless there is one already. Always returns -1, so that `return error_set(...)` reads well. */
int error_set(Error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Put "context: " in front of the message, as in "workload fib, side a: ...". Always returns -1. */
int error_context(Error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
