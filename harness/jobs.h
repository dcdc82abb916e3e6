/* Programs that are run to their end, several at a time, one per CPU, with what they wrote kept: no timing here. */
#ifndef FRAMEBENCH_JOBS_H
#define FRAMEBENCH_JOBS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/* In: what to run. Out: how it went. The caller owns the input, jobs_free frees the output. */
typedef struct Job {
    char **argv; /* NULL-terminated; argv[0] is the path that is executed */
    char **environment;
    double timeout_s;
    int pid;       /* that it had */
    bool ok;       /* ended by itself with exit status 0 */
    char *output;  /* the last line of standard output, without newline */
    char *problem; /* why not ok, with the end of standard error; NULL when ok or never started */
} Job;

/* Told whenever a job has ended. */
typedef void JobsProgress(void *context, size_t done, size_t count);

/* Runs all of them, as many at a time as there are CPUs (pinned; -1: anywhere), and returns when all have ended. An
 * interruption kills those that run and starts no more. Nothing is left behind: not the processes' own children either.
 */
void jobs_run(Job *jobs, size_t count, const int *cpus, size_t n_cpus, const volatile sig_atomic_t *interrupted,
              JobsProgress *progress, void *context);
void jobs_free(Job *jobs, size_t count);

#endif
