#include "spawn.h"

#include "mem.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STDERR_TAIL_BYTES = 600, GRACE_MS = 500 };

extern char **environ;

double spawn_now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* ---- surroundings ---- */

char *spawn_pad_path(const char *path, size_t length)
{
    const char *slash = strrchr(path, '/');
    size_t have = strlen(path);
    if (slash == NULL || have >= length)
        return mem_copy_text(path);
    Text padded = {0};
    text_add_bytes(&padded, path, (size_t)(slash - path));
    for (size_t i = have; i < length; i++)
        text_add_bytes(&padded, "/", 1);
    text_add(&padded, "%s", slash);
    return padded.bytes;
}

static bool is_replaced(const char *variable)
{
    return strncmp(variable, "PYTHONHASHSEED=", 15) == 0 || strncmp(variable, "PYTHONDONTWRITEBYTECODE=", 24) == 0 ||
           strncmp(variable, "FRAMEBENCH_PAD=", 15) == 0;
}

static char **make_environment(const Surroundings *surroundings)
{
    size_t count = 0;
    while (environ[count] != NULL)
        count++;
    char **environment = mem_alloc(count + 4, sizeof *environment);
    size_t at = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_replaced(environ[i]))
            environment[at++] = mem_copy_text(environ[i]);
    environment[at++] = mem_format("PYTHONHASHSEED=%u", surroundings->hash_seed);
    environment[at++] = mem_copy_text("PYTHONDONTWRITEBYTECODE=1");
    Text pad = {0};
    text_add(&pad, "FRAMEBENCH_PAD=");
    for (unsigned i = 0; i < surroundings->env_pad; i++)
        text_add_bytes(&pad, "x", 1);
    environment[at++] = pad.bytes;
    return environment;
}

static void free_strings(char **strings)
{
    for (char **s = strings; *s != NULL; s++)
        free(*s);
    free(strings);
}

/* ---- descriptors ---- */

int spawn_raise_fd(int fd)
{
    if (fd < 0)
        return -1;
    int raised = fcntl(fd, F_DUPFD_CLOEXEC, SPAWN_FD_MAX + 1);
    close(fd);
    return raised;
}

int spawn_temporary_file(void)
{
    int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) {
        char name[] = "/tmp/framebench-XXXXXX";
        fd = mkostemp(name, O_CLOEXEC);
        if (fd >= 0)
            unlink(name);
    }
    return spawn_raise_fd(fd);
}

void spawn_close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* ---- start ---- */

/* All that the child's half of fork needs, prepared before: it may only make async-signal-safe calls. */
typedef struct Start {
    char **arguments;
    char **environment;
    const Surroundings *surroundings;
    const SpawnFd *fds;
    size_t n_fds;
    int stderr_fd;
} Start;

static void become(const Start *start)
{
    const Surroundings *surroundings = start->surroundings;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0); /* a Ctrl-C at the terminal is for the harness, which ends its children itself */
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    int null_fd = open("/dev/null", O_RDWR);
    dup2(null_fd, STDIN_FILENO);
    dup2(null_fd, STDOUT_FILENO);
    dup2(start->stderr_fd, STDERR_FILENO);
    int highest = STDERR_FILENO;
    for (size_t i = 0; i < start->n_fds; i++) {
        dup2(start->fds[i].ours, start->fds[i].theirs);
        highest = start->fds[i].theirs > highest ? start->fds[i].theirs : highest;
    }
    close_range((unsigned)highest + 1, ~0U, 0); /* also what the harness itself had inherited */
    if (surroundings->cpu >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET((size_t)surroundings->cpu, &set);
        sched_setaffinity(0, sizeof set, &set);
    }
    if (surroundings->memory_limit_bytes > 0) {
        struct rlimit limit = {surroundings->memory_limit_bytes, surroundings->memory_limit_bytes};
        setrlimit(RLIMIT_DATA, &limit);
    }
    execve(start->arguments[0], start->arguments, start->environment);
    static const char message[] = "framebench: the program could not be executed\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    _exit(127);
}

int spawn_start(Process *process, char **arguments, const Surroundings *surroundings, const SpawnFd *fds, size_t n_fds,
                Error *error)
{
    *process = (Process)PROCESS_INIT;
    process->stderr_fd = spawn_temporary_file();
    if (process->stderr_fd < 0)
        return error_set(error, "no temporary file: %s; raise 'ulimit -n', or free space in /tmp", strerror(errno));
    char **environment = make_environment(surroundings);
    Start start = {arguments, environment, surroundings, fds, n_fds, process->stderr_fd};
    process->pid = fork();
    if (process->pid == 0)
        become(&start);
    free_strings(environment);
    if (process->pid < 0)
        return error_set(error, "cannot start a process: %s; end other programs, or raise 'ulimit -u'",
                         strerror(errno));
    return 0;
}

/* ---- how it went ---- */

uint64_t spawn_peak_rss_bytes(const Process *process)
{
    char line[256];
    unsigned long long kilobytes = 0;
    char *path = mem_format("/proc/%d/status", (int)process->pid);
    FILE *file = process->pid > 0 ? fopen(path, "re") : NULL;
    while (file != NULL && kilobytes == 0 && fgets(line, sizeof line, file) != NULL)
        sscanf(line, "VmHWM: %llu kB", &kilobytes);
    if (file != NULL)
        fclose(file);
    free(path);
    return kilobytes * 1024;
}

/* The end of what the process wrote to standard error, on one line; the caller frees. */
static char *stderr_tail(const Process *process)
{
    char tail[STDERR_TAIL_BYTES + 1];
    off_t size = lseek(process->stderr_fd, 0, SEEK_END);
    off_t from = size > STDERR_TAIL_BYTES ? size - STDERR_TAIL_BYTES : 0;
    ssize_t got = pread(process->stderr_fd, tail, STDERR_TAIL_BYTES, from);
    tail[got > 0 ? got : 0] = '\0';
    size_t end = strlen(tail);
    while (end > 0 && strchr(" \n", tail[end - 1]) != NULL)
        tail[--end] = '\0';
    Text line = {0};
    for (const char *c = tail; *c != '\0'; c++)
        if (*c == '\n')
            text_add(&line, " | ");
        else if ((unsigned char)*c >= ' ')
            text_add_bytes(&line, c, 1);
    return line.bytes != NULL ? line.bytes : mem_copy_text("");
}

int spawn_fail_with_tail(const Process *process, Error *error, const char *what)
{
    char *tail = stderr_tail(process);
    if (*tail != '\0')
        error_set(error, "%s; it said: %s", what, tail);
    else
        error_set(error, "%s; it wrote nothing to standard error", what);
    free(tail);
    return -1;
}

bool spawn_ended_within(const Process *process, int milliseconds)
{
    double deadline = spawn_now_s() + milliseconds / 1000.0;
    for (;;) {
        siginfo_t info = {0};
        if (waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0)
            return true;
        if (spawn_now_s() >= deadline)
            return false;
        poll(NULL, 0, 1);
    }
}

int spawn_fail_ended(const Process *process, Error *error)
{
    char what[200] = "the interpreter closed its reply pipe";
    siginfo_t info = {0};
    if (spawn_ended_within(process, GRACE_MS))
        waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT);
    if (info.si_pid != 0 && info.si_code == CLD_EXITED)
        snprintf(what, sizeof what, "the interpreter ended with exit status %d", info.si_status);
    else if (info.si_pid != 0)
        snprintf(what, sizeof what, "the interpreter was killed by signal %d (%s)", info.si_status,
                 strsignal(info.si_status));
    return spawn_fail_with_tail(process, error, what);
}

void spawn_stop(Process *process)
{
    if (process->pid > 0) {
        if (!spawn_ended_within(process, GRACE_MS))
            kill(process->pid, SIGKILL);
        kill(-process->pid, SIGKILL); /* whatever the interpreter itself had started */
        waitpid(process->pid, NULL, 0);
    }
    spawn_close_fd(&process->stderr_fd);
    *process = (Process)PROCESS_INIT;
}

/* ---- processors ---- */

void spawn_pin_self(int cpu)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET((size_t)cpu, &set);
    sched_setaffinity(0, sizeof set, &set);
}

size_t spawn_allowed_cpus(int *cpus, size_t room)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 0;
    size_t count = 0;
    for (int cpu = 0; cpu < CPU_SETSIZE && count < room; cpu++)
        if (CPU_ISSET((size_t)cpu, &set))
            cpus[count++] = cpu;
    return count;
}
