#include "jobs.h"

#include "mem.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { POLL_MS = 5, TAIL_BYTES = 500 };

/* A place where a job can run. */
typedef struct Slot {
    Job *job; /* NULL: free */
    int cpu;
    pid_t pid;
    int output_fd;
    int error_fd;
    double deadline_s;
} Slot;

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* The child's half of fork: only async-signal-safe calls. */
static void become(const Job *job, const Slot *slot)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0); /* a Ctrl-C at the terminal is for the harness, which ends its children itself */
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    personality(ADDR_NO_RANDOMIZE); /* counts must not depend on where the kernel puts things */
    int null_fd = open("/dev/null", O_RDONLY);
    dup2(null_fd, STDIN_FILENO);
    dup2(slot->output_fd, STDOUT_FILENO);
    dup2(slot->error_fd, STDERR_FILENO);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    if (slot->cpu >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET((size_t)slot->cpu, &set);
        sched_setaffinity(0, sizeof set, &set);
    }
    execve(job->argv[0], job->argv, job->environment);
    static const char message[] = "the program could not be executed\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    _exit(127);
}

static void fail(Job *job, const char *problem)
{
    job->problem = mem_copy_text(problem);
}

static void close_slot(Slot *slot)
{
    if (slot->output_fd >= 0)
        close(slot->output_fd);
    if (slot->error_fd >= 0)
        close(slot->error_fd);
    *slot = (Slot){.cpu = slot->cpu, .output_fd = -1, .error_fd = -1};
}

static void start(Slot *slot, Job *job)
{
    slot->output_fd = memfd_create("job-output", MFD_CLOEXEC);
    slot->error_fd = memfd_create("job-error", MFD_CLOEXEC);
    slot->deadline_s = now_s() + job->timeout_s;
    slot->pid = slot->output_fd >= 0 && slot->error_fd >= 0 ? fork() : -1;
    if (slot->pid == 0)
        become(job, slot);
    if (slot->pid < 0) {
        char *problem = mem_format("cannot start a process: %s; raise 'ulimit -n' and 'ulimit -u'", strerror(errno));
        fail(job, problem);
        free(problem);
        close_slot(slot);
        return;
    }
    slot->job = job;
    job->pid = slot->pid;
}

/* The end of a file, control characters taken out; the caller frees. */
static char *read_tail(int fd)
{
    char tail[TAIL_BYTES + 1];
    off_t size = lseek(fd, 0, SEEK_END);
    off_t from = size > TAIL_BYTES ? size - TAIL_BYTES : 0;
    ssize_t got = pread(fd, tail, TAIL_BYTES, from);
    tail[got > 0 ? got : 0] = '\0';
    size_t end = strlen(tail);
    while (end > 0 && strchr(" \n", tail[end - 1]) != NULL)
        tail[--end] = '\0';
    return mem_copy_text(tail);
}

static char *last_line(const char *text)
{
    const char *newline = strrchr(text, '\n');
    return mem_copy_text(newline != NULL ? newline + 1 : text);
}

static void finish(Slot *slot, int status, const char *killed_because)
{
    Job *job = slot->job;
    char *output = read_tail(slot->output_fd);
    char *tail = read_tail(slot->error_fd);
    char *said = last_line(tail);
    job->output = last_line(output);
    job->ok = killed_because == NULL && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (killed_because != NULL)
        fail(job, killed_because);
    else if (!job->ok && WIFSIGNALED(status))
        job->problem =
            mem_format("killed by signal %d (%s); it said: %s", WTERMSIG(status), strsignal(WTERMSIG(status)), said);
    else if (!job->ok)
        job->problem = mem_format("exit status %d; it said: %s", WEXITSTATUS(status), said);
    free(said);
    free(tail);
    free(output);
    close_slot(slot);
}

/* Whether the slot is free now; a job beyond its time, or any when interrupted, is killed with all it started. */
static bool look_at(Slot *slot, bool interrupted)
{
    int status = 0;
    if (slot->job == NULL)
        return true;
    const char *because = interrupted                  ? "interrupted"
                          : now_s() > slot->deadline_s ? "it did not end in time (see --timeout)"
                                                       : NULL;
    siginfo_t info = {0};
    bool ended = waitid(P_PID, (id_t)slot->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
    if (!ended && because == NULL)
        return false;
    kill(-slot->pid, SIGKILL); /* the number is still ours: the process was not reaped */
    kill(slot->pid, SIGKILL);
    waitpid(slot->pid, &status, 0);
    finish(slot, status, ended ? NULL : because);
    return true;
}

void jobs_run(Job *jobs, size_t count, const int *cpus, size_t n_cpus, const volatile sig_atomic_t *interrupted,
              JobsProgress *progress, void *context)
{
    Slot *slots = mem_alloc(n_cpus, sizeof *slots);
    size_t next = 0;
    size_t done = 0;
    for (size_t s = 0; s < n_cpus; s++)
        slots[s] = (Slot){.cpu = cpus[s], .output_fd = -1, .error_fd = -1};
    for (;;) {
        size_t running = 0;
        for (size_t s = 0; s < n_cpus; s++) {
            bool was_busy = slots[s].job != NULL;
            if (look_at(&slots[s], *interrupted)) {
                done += was_busy;
                if (was_busy && progress != NULL)
                    progress(context, done, count);
                if (next < count && !*interrupted)
                    start(&slots[s], &jobs[next++]);
            }
            running += slots[s].job != NULL;
        }
        if (running == 0 && (next == count || *interrupted))
            break;
        poll(NULL, 0, POLL_MS);
    }
    free(slots);
}

void jobs_free(Job *jobs, size_t count)
{
    for (size_t j = 0; j < count; j++) {
        free(jobs[j].output);
        free(jobs[j].problem);
        jobs[j].output = NULL;
        jobs[j].problem = NULL;
    }
}
