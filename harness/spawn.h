/* Starts a process in surroundings that are chosen, not inherited by accident, and tells how it ended.
 *
 * No shell; one CPU; a known environment; only the descriptors that are meant; a file that collects standard error. A
 * Process owns its number and that file; spawn_stop gives both back whatever state it is in. The process dies with the
 * harness, and is in a process group of its own, so that what it started itself can be ended with it. */
#ifndef FRAMEBENCH_SPAWN_H
#define FRAMEBENCH_SPAWN_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct Process {
    pid_t pid;     /* -1: not running */
    int stderr_fd; /* an unlinked file */
} Process;

#define PROCESS_INIT                                                                                                   \
    {                                                                                                                  \
        .pid = -1, .stderr_fd = -1                                                                                     \
    }

typedef struct Surroundings {
    int cpu; /* -1: anywhere */
    unsigned env_pad;
    unsigned hash_seed;
    uint64_t memory_limit_bytes; /* of the heap and private mappings; 0: none */
} Surroundings;

/* A descriptor of ours and the number under which the process finds it. */
typedef struct SpawnFd {
    int ours;
    int theirs; /* at most SPAWN_FD_MAX */
} SpawnFd;

enum { SPAWN_FD_MAX = 4 };

/* Starts arguments[0]. Standard input and output are /dev/null unless `fds` say otherwise. Descriptors that are handed
 * over must lie above SPAWN_FD_MAX: spawn_raise_fd puts them there. */
int spawn_start(Process *process, char **arguments, const Surroundings *surroundings, const SpawnFd *fds, size_t n_fds,
                Error *error);

/* Whether the process ends within that time; leaves it a zombie, so that its number cannot be another's yet. */
bool spawn_ended_within(const Process *process, int milliseconds);

/* Fills the error with how the process ended, or that it has not, and the tail of what it wrote to standard error. */
int spawn_fail_ended(const Process *process, Error *error);
int spawn_fail_with_tail(const Process *process, Error *error, const char *what);

/* Ends the process and all that it started: by itself within a grace period, then by SIGKILL. Reaps it. */
void spawn_stop(Process *process);

/* The largest memory that the running process has had; 0 when unknown. */
uint64_t spawn_peak_rss_bytes(const Process *process);

/* `path` with slashes added before its last component until it is `length` long; the caller frees. */
char *spawn_pad_path(const char *path, size_t length);

int spawn_raise_fd(int fd); /* closes fd; -1 stays -1 */
int spawn_temporary_file(void);
void spawn_close_fd(int *fd);

/* Keeps the harness itself on one CPU. */
void spawn_pin_self(int cpu);

/* The CPUs this process may use, ascending; returns how many. */
size_t spawn_allowed_cpus(int *cpus, size_t room);

double spawn_now_s(void); /* CLOCK_MONOTONIC */

#endif
