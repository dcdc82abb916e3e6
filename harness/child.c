#include "child.h"

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
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    PROTOCOL_VERSION = 1,
    COMMAND_FD = 3,
    REPLY_FD = 4,
    REPLY_LIMIT_BYTES = 1 << 20,
    STDERR_TAIL_BYTES = 600,
    GRACE_MS = 500,
};

extern char **environ;

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* ---- surroundings ---- */

char *child_pad_path(const char *path, size_t length)
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

static char **make_environment(const ChildSetup *setup)
{
    size_t count = 0;
    while (environ[count] != NULL)
        count++;
    char **environment = mem_alloc(count + 4, sizeof *environment);
    size_t at = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_replaced(environ[i]))
            environment[at++] = mem_copy_text(environ[i]);
    environment[at++] = mem_format("PYTHONHASHSEED=%u", setup->hash_seed);
    environment[at++] = mem_copy_text("PYTHONDONTWRITEBYTECODE=1");
    Text pad = {0};
    text_add(&pad, "FRAMEBENCH_PAD=");
    for (unsigned i = 0; i < setup->env_pad; i++)
        text_add_bytes(&pad, "x", 1);
    environment[at++] = pad.bytes;
    return environment;
}

static char **make_arguments(const ChildSetup *setup)
{
    size_t count = 0;
    while (setup->command[count] != NULL)
        count++;
    char **arguments = mem_alloc(count + 6, sizeof *arguments);
    arguments[0] = child_pad_path(setup->program, setup->path_length);
    for (size_t i = 1; i < count; i++)
        arguments[i] = mem_copy_text(setup->command[i]);
    arguments[count] = mem_copy_text(setup->runner);
    arguments[count + 1] = mem_copy_text(setup->workload);
    arguments[count + 2] = mem_copy_text(setup->function);
    arguments[count + 3] = mem_format("%d", COMMAND_FD);
    arguments[count + 4] = mem_format("%d", REPLY_FD);
    return arguments;
}

static void free_strings(char **strings)
{
    for (char **s = strings; *s != NULL; s++)
        free(*s);
    free(strings);
}

/* ---- start ---- */

/* The child's half of fork: only async-signal-safe calls. Descriptors come in above REPLY_FD, so dup2 cannot clobber.
 */
static void become(char **arguments, char **environment, int command_fd, int reply_fd, int stderr_fd, int cpu)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0); /* a Ctrl-C at the terminal is for the harness, which ends its children itself */
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    int null_fd = open("/dev/null", O_RDWR);
    dup2(null_fd, STDIN_FILENO);
    dup2(null_fd, STDOUT_FILENO);
    dup2(stderr_fd, STDERR_FILENO);
    dup2(command_fd, COMMAND_FD);
    dup2(reply_fd, REPLY_FD);
    close_range(REPLY_FD + 1, ~0U, 0); /* also what the harness itself had inherited */
    if (cpu >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET((size_t)cpu, &set);
        sched_setaffinity(0, sizeof set, &set);
    }
    execve(arguments[0], arguments, environment);
    static const char message[] = "framebench: the program could not be executed\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    _exit(127);
}

/* A descriptor above the two that the protocol fixes, closed on exec. */
static int raise_fd(int fd)
{
    if (fd < 0)
        return -1;
    int raised = fcntl(fd, F_DUPFD_CLOEXEC, REPLY_FD + 1);
    close(fd);
    return raised;
}

static int open_pipe(int *read_end, int *write_end)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return -1;
    *read_end = raise_fd(ends[0]);
    *write_end = raise_fd(ends[1]);
    return *read_end < 0 || *write_end < 0 ? -1 : 0;
}

static int open_stderr_file(void)
{
    int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) {
        char name[] = "/tmp/framebench-XXXXXX";
        fd = mkostemp(name, O_CLOEXEC);
        if (fd >= 0)
            unlink(name);
    }
    return raise_fd(fd);
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static int spawn(Child *child, const ChildSetup *setup, Error *error)
{
    int child_reads = -1;
    int child_writes = -1;
    int status = -1;
    char **arguments = make_arguments(setup);
    char **environment = make_environment(setup);
    child->stderr_fd = open_stderr_file();
    if (child->stderr_fd < 0 || open_pipe(&child_reads, &child->command_fd) < 0 ||
        open_pipe(&child->reply_fd, &child_writes) < 0) {
        error_set(error, "no pipe or temporary file: %s; raise 'ulimit -n', or free space in /tmp", strerror(errno));
        goto out;
    }
    child->pid = fork();
    if (child->pid == 0)
        become(arguments, environment, child_reads, child_writes, child->stderr_fd, setup->cpu);
    if (child->pid < 0)
        error_set(error, "cannot start a process: %s; end other programs, or raise 'ulimit -u'", strerror(errno));
    else
        status = 0;
out:
    close_fd(&child_reads);
    close_fd(&child_writes);
    free_strings(arguments);
    free_strings(environment);
    return status;
}

/* ---- talking ---- */

/* The end of what the child wrote to standard error, on one line; the caller frees. */
static char *stderr_tail(const Child *child)
{
    char tail[STDERR_TAIL_BYTES + 1];
    off_t size = lseek(child->stderr_fd, 0, SEEK_END);
    off_t from = size > STDERR_TAIL_BYTES ? size - STDERR_TAIL_BYTES : 0;
    ssize_t got = pread(child->stderr_fd, tail, STDERR_TAIL_BYTES, from);
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

static int fail_with_tail(const Child *child, Error *error, const char *what)
{
    char *tail = stderr_tail(child);
    if (*tail != '\0')
        error_set(error, "%s; it said: %s", what, tail);
    else
        error_set(error, "%s; it wrote nothing to standard error", what);
    free(tail);
    return -1;
}

/* Whether the process has ended; leaves it a zombie, so that its number cannot be another's yet. */
static bool ended_within(pid_t pid, int milliseconds)
{
    double deadline = now_s() + milliseconds / 1000.0;
    for (;;) {
        siginfo_t info = {0};
        if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0)
            return true;
        if (now_s() >= deadline)
            return false;
        poll(NULL, 0, 1);
    }
}

/* The process closed its pipe: say how it ended. */
static int fail_ended(Child *child, Error *error)
{
    char what[200] = "the interpreter closed its reply pipe";
    siginfo_t info = {0};
    if (ended_within(child->pid, GRACE_MS))
        waitid(P_PID, (id_t)child->pid, &info, WEXITED | WNOHANG | WNOWAIT);
    if (info.si_pid != 0 && info.si_code == CLD_EXITED)
        snprintf(what, sizeof what, "the interpreter ended with exit status %d", info.si_status);
    else if (info.si_pid != 0)
        snprintf(what, sizeof what, "the interpreter was killed by signal %d (%s)", info.si_status,
                 strsignal(info.si_status));
    return fail_with_tail(child, error, what);
}

static char *take_line(Child *child)
{
    char *newline = child->n_pending > 0 ? memchr(child->pending, '\n', child->n_pending) : NULL;
    if (newline == NULL)
        return NULL;
    size_t length = (size_t)(newline - child->pending);
    char *line = mem_copy_bytes(child->pending, length);
    child->n_pending -= length + 1;
    memmove(child->pending, newline + 1, child->n_pending);
    return line;
}

/* One reply without its newline; the caller frees. NULL with the error filled. */
static char *read_line(Child *child, double timeout_s, Error *error)
{
    double deadline = now_s() + timeout_s;
    for (;;) {
        char *line = take_line(child);
        if (line != NULL)
            return line;
        struct pollfd wait = {.fd = child->reply_fd, .events = POLLIN};
        double left_s = deadline - now_s();
        int ready = left_s > 0.0 ? poll(&wait, 1, (int)(left_s * 1000.0) + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            char what[100];
            snprintf(what, sizeof what, "no answer within %.3g s (see --timeout)", timeout_s);
            fail_with_tail(child, error, what);
            return NULL;
        }
        char chunk[4096];
        ssize_t got = read(child->reply_fd, chunk, sizeof chunk);
        if (got <= 0) {
            fail_ended(child, error);
            return NULL;
        }
        if (child->n_pending + (size_t)got > REPLY_LIMIT_BYTES) {
            error_set(error, "a reply is longer than %d bytes: not our runner?", REPLY_LIMIT_BYTES);
            return NULL;
        }
        child->pending = mem_resize(child->pending, child->n_pending + (size_t)got, 1);
        memcpy(child->pending + child->n_pending, chunk, (size_t)got);
        child->n_pending += (size_t)got;
    }
}

static int read_hello(Child *child, double timeout_s, Error *error)
{
    char *line = read_line(child, timeout_s, error);
    if (line == NULL)
        return -1;
    int version = 0;
    int text_at = 0;
    int status = 0;
    if (sscanf(line, "hello %d %n", &version, &text_at) == 1 && text_at > 0 && version == PROTOCOL_VERSION)
        child->version = mem_copy_text(line + text_at);
    else if (strncmp(line, "error ", 6) == 0)
        status = error_set(error, "the workload could not be loaded: %s", line + 6);
    else
        status = error_set(error, "expected 'hello %d ...', got '%.100s'; is the runner of another version?",
                           PROTOCOL_VERSION, line);
    free(line);
    return status;
}

int child_start(Child *child, const ChildSetup *setup, Error *error)
{
    *child = (Child)CHILD_INIT;
    if (spawn(child, setup, error) == 0 && read_hello(child, setup->timeout_s, error) == 0)
        return 0;
    child_stop(child);
    return -1;
}

static int parse_value(const char *line, Value *value, Error *error)
{
    unsigned long long wall = 0;
    unsigned long long cpu = 0;
    int text_at = 0;
    if (strncmp(line, "error ", 6) == 0)
        return error_set(error, "the workload raised %s", line + 6);
    if (sscanf(line, "ok %llu %llu %n", &wall, &cpu, &text_at) != 2 || text_at == 0)
        return error_set(error, "expected 'ok <wall_ns> <cpu_ns> <checksum>', got '%.100s'", line);
    *value = (Value){.wall_ns = wall, .cpu_ns = cpu, .checksum = mem_copy_text(line + text_at)};
    return 0;
}

int child_value(Child *child, long long n, uint64_t loops, double timeout_s, Value *value, Error *error)
{
    char command[100];
    int length = snprintf(command, sizeof command, "value %lld %llu\n", n, (unsigned long long)loops);
    if (write(child->command_fd, command, (size_t)length) != length)
        return fail_ended(child, error);
    char *line = read_line(child, timeout_s, error);
    if (line == NULL)
        return -1;
    int status = parse_value(line, value, error);
    free(line);
    return status;
}

/* ---- end ---- */

void child_stop(Child *child)
{
    close_fd(&child->command_fd); /* end of file is as good as "quit" */
    if (child->pid > 0) {
        if (!ended_within(child->pid, GRACE_MS))
            kill(child->pid, SIGKILL);
        kill(-child->pid, SIGKILL); /* whatever the interpreter itself had started */
        waitpid(child->pid, NULL, 0);
    }
    close_fd(&child->reply_fd);
    close_fd(&child->stderr_fd);
    free(child->version);
    free(child->pending);
    *child = (Child)CHILD_INIT;
}

void child_pin_self(int cpu)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET((size_t)cpu, &set);
    sched_setaffinity(0, sizeof set, &set);
}

size_t child_allowed_cpus(int *cpus, size_t room)
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
