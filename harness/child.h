/* One measured interpreter that runs a function on demand: spoken to line by line, always reaped.
 *
 * Speaks docs/PROTOCOL.md with harness/runner.py. A Child owns its process and two pipes; child_stop gives all of them
 * back whatever state the child is in. */
#ifndef FRAMEBENCH_CHILD_H
#define FRAMEBENCH_CHILD_H

#include "error.h"
#include "spawn.h"

#include <stddef.h>
#include <stdint.h>

typedef struct Child {
    Process process;
    int command_fd;
    int reply_fd;
    char *version; /* from hello, unescaped only as far as the protocol escapes it */
    char *pending; /* received bytes that are not yet a whole line */
    size_t n_pending;
} Child;

#define CHILD_INIT                                                                                                     \
    {                                                                                                                  \
        .process = PROCESS_INIT, .command_fd = -1, .reply_fd = -1                                                      \
    }

/* What to start and in what surroundings. Borrows everything. */
typedef struct ChildSetup {
    char **command;      /* the side's words, NULL-terminated */
    const char *program; /* the path that is executed and shown as argv[0] */
    size_t path_length;  /* the path is padded with slashes to at least this length */
    const char *runner;
    const char *workload;
    const char *function;
    Surroundings surroundings;
    double timeout_s;
} ChildSetup;

/* One timed region, as the runner reports it. */
typedef struct Value {
    uint64_t wall_ns;
    uint64_t cpu_ns;
    char *checksum; /* the receiver frees */
} Value;

/* Starts the process and waits for its hello. On failure the child is stopped and the error tells the tail of stderr.
 */
int child_start(Child *child, const ChildSetup *setup, Error *error);

/* The first line of a process that was just started: fills child->version, or fails. Part of child_start. */
int child_read_hello(Child *child, double timeout_s, Error *error);

/* Asks for one value. Fails with the reason when the runner reports an error, ends, hangs or answers nonsense. */
int child_value(Child *child, long long n, uint64_t loops, double timeout_s, Value *value, Error *error);

/* Ends the process: politely, then by SIGKILL. Safe on a child that never started. */
void child_stop(Child *child);

#endif
