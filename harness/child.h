/* One measured process: started without a shell, pinned, spoken to line by line, always reaped.
 *
 * Speaks docs/PROTOCOL.md with harness/runner.py. A Child owns its process, two pipes and the file that collects
 * standard error; child_stop gives all of them back whatever state the child is in. */
#ifndef FRAMEBENCH_CHILD_H
#define FRAMEBENCH_CHILD_H

#include "error.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct Child {
    pid_t pid; /* -1: not running */
    int command_fd;
    int reply_fd;
    int stderr_fd; /* an unlinked file */
    char *version; /* from hello, unescaped only as far as the protocol escapes it */
    char *pending; /* received bytes that are not yet a whole line */
    size_t n_pending;
} Child;

#define CHILD_INIT                                                                                                     \
    {                                                                                                                  \
        .pid = -1, .command_fd = -1, .reply_fd = -1, .stderr_fd = -1                                                   \
    }

/* What to start and in what surroundings. Borrows everything. */
typedef struct ChildSetup {
    char **command;      /* the side's words, NULL-terminated */
    const char *program; /* the path that is executed and shown as argv[0] */
    size_t path_length;  /* the path is padded with slashes to at least this length */
    const char *runner;
    const char *workload;
    const char *function;
    int cpu; /* -1: anywhere */
    unsigned env_pad;
    unsigned hash_seed;
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

/* Asks for one value. Fails with the reason when the runner reports an error, ends, hangs or answers nonsense. */
int child_value(Child *child, long long n, uint64_t loops, double timeout_s, Value *value, Error *error);

/* Ends the process: politely, then by SIGKILL. Safe on a child that never started. */
void child_stop(Child *child);

/* Keeps the harness itself off the measured CPU. */
void child_pin_self(int cpu);

/* The CPUs this process may use, ascending; returns how many. */
size_t child_allowed_cpus(int *cpus, size_t room);

/* `path` with slashes added before its last component until it is `length` long; the caller frees. */
char *child_pad_path(const char *path, size_t length);

#endif
