/* One run of a whole program, from start to end: what is measured where a function cannot be called again and again.
 *
 * The side's command is given further words and run to its end. Its standard output stands for the checksum: all sides
 * must print the same. Wall time is from the start of the process until it has ended, CPU time that of the process and
 * of what it waited for. */
#ifndef FRAMEBENCH_PROGRAM_H
#define FRAMEBENCH_PROGRAM_H

#include "child.h"
#include "error.h"
#include "spawn.h"

#include <signal.h>
#include <stdint.h>

/* Borrows everything. */
typedef struct ProgramSetup {
    char **command;      /* the side's words */
    char **words;        /* what follows them; both NULL-terminated */
    const char *program; /* the path that is executed and shown as argv[0] */
    size_t path_length;
    Surroundings surroundings;
    double timeout_s;
    const volatile sig_atomic_t *interrupted; /* ends the wait */
} ProgramSetup;

/* Fills value, whose checksum the caller frees, and the peak memory: at least that of the harness, because the kernel
 * counts from the fork. Fails when the program does not end in time, or not with exit status 0. */
int program_run(const ProgramSetup *setup, Value *value, uint64_t *peak_rss_bytes, Error *error);

#endif
