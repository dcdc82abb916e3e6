/* sandbox.h: runs a program's text in a child of its own, with limits and without files, and tells what came of it. */
#ifndef FUZZ_SANDBOX_H
#define FUZZ_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SANDBOX_OUT_BYTES = 1 << 18, SANDBOX_LEAKED = 99 };

typedef struct Outcome {
    int status;      /* as waitpid gives it; WEXITSTATUS SANDBOX_LEAKED: memory leaked, and stderr says what */
    size_t n_out, n_err;
    char out[SANDBOX_OUT_BYTES], err[SANDBOX_OUT_BYTES];
} Outcome;

void sandbox_begin(void); /* once: starts the runtime that the children inherit */

/* The module `text` as __main__. Always returns; ends the process itself with a message when the system does not let it work. */
void sandbox_run(const uint8_t *text, size_t size, bool look_for_leaks, Outcome *outcome);

/* Killed for time or output, by its own doing: nothing to be said. */
bool sandbox_gave_up(const Outcome *outcome);

/* A signal, or a report of the sanitizers. */
bool sandbox_crashed(const Outcome *outcome);

#endif
