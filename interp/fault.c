/* fault.c: see fault.h. A start under the address sanitizer costs twice what a small program does; here it is paid once. */
#include "fault.h"

#include "fault_seen.h"
#include "mem.h"

#ifdef MEM_FAULT

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void fail(const char *what)
{
    perror(what);
    _exit(70);
}

static int file_in_memory(const char *name)
{
    int fd = memfd_create(name, 0);
    if (fd < 0)
        fail("memfd_create");
    return fd;
}

static long long length_of(int fd)
{
    struct stat found;
    if (fstat(fd, &found) < 0)
        fail("fstat");
    return (long long)found.st_size;
}

static void copy_out(int fd)
{
    char block[4096];
    ssize_t length;
    lseek(fd, 0, SEEK_SET);
    while ((length = read(fd, block, sizeof block)) > 0)
        fwrite(block, 1, (size_t)length, stdout);
    close(fd);
}

enum { CHILD_SECONDS = 300 };

static void become_child(int out, int err)
{
    int none = open("/dev/null", O_RDONLY);
    if (none < 0 || dup2(none, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
        fail("dup2");
    close(none);
    close(out);
    close(err);
    alarm(CHILD_SECONDS);
}

long long fault_each(void)
{
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        long long number = atoll(line);
        int out = file_in_memory("stdout"), err = file_in_memory("stderr"), status;
        fflush(stdout);
        pid_t child = fork();
        if (child < 0)
            fail("fork");
        if (child == 0) {
            free(line);
            become_child(out, err);
            return number;
        }
        if (waitpid(child, &status, 0) < 0)
            fail("waitpid");
        printf("%lld %d %lld %lld\n", number, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), length_of(out), length_of(err));
        copy_out(out);
        copy_out(err);
    }
    fflush(stdout);
    _exit(0);
}

/* ---- forking at the allocation itself ---- */

enum { REPORT_FD_MIN = 200, FILES_KEPT = 32 }; /* the program's own files get numbers below; the first of them keep their positions */

static int report_fd, child_err_fd, no_file_fd;
static long long due, due_step; /* the number of the allocation asked about, or last asked about */
static bool only_listed;

static void report(const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(report_fd, text, length);
        if (written <= 0)
            fail("report");
        text += written;
        length -= (size_t)written;
    }
}

static void report_child(long long number, int status, long long err_bytes)
{
    char line[96];
    int length = snprintf(line, sizeof line, "%lld %d %lld\n", number, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), err_bytes);
    report(line, (size_t)length);
}

/* A child that reads or writes moves the position that it shares with its parent. */
static void keep_positions(off_t positions[FILES_KEPT])
{
    for (int i = 0; i < FILES_KEPT; i++)
        positions[i] = lseek(i + 3, 0, SEEK_CUR);
}

static void restore_positions(const off_t positions[FILES_KEPT])
{
    for (int i = 0; i < FILES_KEPT; i++)
        if (positions[i] >= 0)
            lseek(i + 3, positions[i], SEEK_SET);
}

/* true in the child. No stdio: the program may be in the midst of it. */
static bool fork_here(void)
{
    off_t positions[FILES_KEPT];
    int status;
    keep_positions(positions);
    if (ftruncate(child_err_fd, 0) < 0 || lseek(child_err_fd, 0, SEEK_SET) < 0)
        fail("memfd");
    pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (child == 0) {
        mem_fault_asked = NULL;
        mem_fault_countdown = 0;
        if (dup2(no_file_fd, 1) < 0 || dup2(child_err_fd, 2) < 0)
            fail("dup2");
        alarm(CHILD_SECONDS);
        return true;
    }
    if (waitpid(child, &status, 0) < 0)
        fail("waitpid");
    restore_positions(positions);
    report_child(due, status, length_of(child_err_fd));
    char block[4096];
    off_t at = 0;
    for (ssize_t got; (got = pread(child_err_fd, block, sizeof block, at)) > 0; at += got)
        report(block, (size_t)got);
    return false;
}

static bool fork_at_step(void)
{
    due += due_step;
    mem_fault_countdown = due_step;
    return fork_here();
}

static bool fork_if_new(void)
{
    due++;
    mem_fault_countdown = 1;
    if (!fault_seen_is_new())
        return false;
    if (!only_listed)
        return fork_here();
    report_child(due, 0, 0);
    return false;
}

static int move_up(int fd)
{
    int moved = fcntl(fd, F_DUPFD_CLOEXEC, REPORT_FD_MIN);
    close(fd);
    return moved;
}

static void open_files(void)
{
    int none = open("/dev/null", O_RDONLY);
    report_fd = fcntl(0, F_DUPFD_CLOEXEC, REPORT_FD_MIN);
    child_err_fd = move_up(file_in_memory("stderr"));
    no_file_fd = move_up(open("/dev/null", O_WRONLY));
    if (none < 0 || report_fd < 0 || child_err_fd < 0 || no_file_fd < 0 || dup2(none, 0) < 0)
        fail("descriptors");
    close(none);
}

void fault_fork(long long first, long long step)
{
    open_files();
    due = first - step;
    due_step = step;
    mem_fault_asked = fork_at_step;
}

void fault_fork_new(const char *seen, int frames, bool only_list)
{
    open_files();
    if (!fault_seen_open(seen, frames))
        fail(seen);
    only_listed = only_list;
    mem_fault_asked = fork_if_new;
}

#endif
