#include "child.h"

#include "mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    PROTOCOL_VERSION = 1,
    COMMAND_FD = 3,
    REPLY_FD = SPAWN_FD_MAX,
    REPLY_LIMIT_BYTES = 1 << 20,
};

/* ---- start ---- */

static char **make_arguments(const ChildSetup *setup)
{
    size_t count = 0;
    while (setup->command[count] != NULL)
        count++;
    char **arguments = mem_alloc(count + 6, sizeof *arguments);
    arguments[0] = spawn_pad_path(setup->program, setup->path_length);
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

static int open_pipe(int *read_end, int *write_end)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return -1;
    *read_end = spawn_raise_fd(ends[0]);
    *write_end = spawn_raise_fd(ends[1]);
    return *read_end < 0 || *write_end < 0 ? -1 : 0;
}

static int start_runner(Child *child, const ChildSetup *setup, Error *error)
{
    int child_reads = -1;
    int child_writes = -1;
    int status = -1;
    if (open_pipe(&child_reads, &child->command_fd) < 0 || open_pipe(&child->reply_fd, &child_writes) < 0) {
        error_set(error, "no pipe: %s; raise 'ulimit -n'", strerror(errno));
    } else {
        char **arguments = make_arguments(setup);
        const SpawnFd fds[] = {{child_reads, COMMAND_FD}, {child_writes, REPLY_FD}};
        status = spawn_start(&child->process, arguments, &setup->surroundings, fds, 2, error);
        free_strings(arguments);
    }
    spawn_close_fd(&child_reads);
    spawn_close_fd(&child_writes);
    return status;
}

/* ---- talking ---- */

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
    double deadline = spawn_now_s() + timeout_s;
    for (;;) {
        char *line = take_line(child);
        if (line != NULL)
            return line;
        struct pollfd wait = {.fd = child->reply_fd, .events = POLLIN};
        double left_s = deadline - spawn_now_s();
        int ready = left_s > 0.0 ? poll(&wait, 1, (int)(left_s * 1000.0) + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            char what[100];
            snprintf(what, sizeof what, "no answer within %.3g s (see --timeout)", timeout_s);
            spawn_fail_with_tail(&child->process, error, what);
            return NULL;
        }
        char chunk[4096];
        ssize_t got = read(child->reply_fd, chunk, sizeof chunk);
        if (got <= 0) {
            spawn_fail_ended(&child->process, error);
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

int child_read_hello(Child *child, double timeout_s, Error *error)
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
    if (start_runner(child, setup, error) == 0 && child_read_hello(child, setup->timeout_s, error) == 0)
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
        return spawn_fail_ended(&child->process, error);
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
    spawn_close_fd(&child->command_fd); /* end of file is as good as "quit" */
    spawn_stop(&child->process);
    spawn_close_fd(&child->reply_fd);
    free(child->version);
    free(child->pending);
    *child = (Child)CHILD_INIT;
}
