#include "program.h"

#include "mem.h"
#include "sha256.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHECKSUM_DIGITS = 16 };

static uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static uint64_t timeval_ns(struct timeval time)
{
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_usec * 1000u;
}

static size_t count_words(char **words)
{
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    return count;
}

static char **make_arguments(const ProgramSetup *setup)
{
    size_t n_command = count_words(setup->command);
    size_t n_words = count_words(setup->words);
    char **arguments = mem_alloc(n_command + n_words + 1, sizeof *arguments);
    arguments[0] = spawn_pad_path(setup->program, setup->path_length);
    for (size_t i = 1; i < n_command; i++)
        arguments[i] = mem_copy_text(setup->command[i]);
    for (size_t i = 0; i < n_words; i++)
        arguments[n_command + i] = mem_copy_text(setup->words[i]);
    return arguments;
}

/* Waits until the process has ended, without reaping it; false: it took too long. A descriptor of the process wakes us
 * at once; where the kernel has none, we look every millisecond. */
static bool wait_for_end(const Process *process, double timeout_s, const volatile sig_atomic_t *interrupted)
{
    int pidfd = pidfd_open(process->pid, 0);
    if (pidfd < 0)
        return spawn_ended_within(process, (int)(timeout_s * 1000.0));
    double deadline = spawn_now_s() + timeout_s;
    int ready;
    do {
        struct pollfd wait = {.fd = pidfd, .events = POLLIN};
        double left_s = deadline - spawn_now_s();
        ready = left_s > 0.0 ? poll(&wait, 1, (int)(left_s * 1000.0) + 1) : 0;
    } while (ready < 0 && errno == EINTR && !*interrupted);
    close(pidfd);
    return ready > 0;
}

static char *output_checksum(int output_fd)
{
    char *path = mem_format("/proc/self/fd/%d", output_fd);
    char hex[SHA256_HEX_BYTES];
    char *checksum =
        sha256_file_hex(path, hex) == 0 ? mem_copy_bytes(hex, CHECKSUM_DIGITS) : mem_copy_text("unreadable");
    free(path);
    return checksum;
}

static int judge(Process *process, uint64_t start_ns, uint64_t end_ns, int output_fd, Value *value,
                 uint64_t *peak_rss_bytes, Error *error)
{
    siginfo_t info = {0};
    struct rusage usage = {0};
    waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT);
    if (info.si_code != CLD_EXITED || info.si_status != 0)
        return spawn_fail_ended(process, error);
    kill(-process->pid, SIGKILL); /* whatever it left running */
    wait4(process->pid, NULL, 0, &usage);
    process->pid = -1;
    *value = (Value){.wall_ns = end_ns - start_ns,
                     .cpu_ns = timeval_ns(usage.ru_utime) + timeval_ns(usage.ru_stime),
                     .checksum = output_checksum(output_fd)};
    *peak_rss_bytes = (uint64_t)usage.ru_maxrss * 1024;
    return 0;
}

int program_run(const ProgramSetup *setup, Value *value, uint64_t *peak_rss_bytes, Error *error)
{
    Process process = PROCESS_INIT;
    int output_fd = spawn_temporary_file();
    if (output_fd < 0)
        return error_set(error, "no temporary file: %s; free space in /tmp", strerror(errno));
    char **arguments = make_arguments(setup);
    const SpawnFd fds[] = {{output_fd, STDOUT_FILENO}};
    uint64_t start_ns = now_ns();
    int status = spawn_start(&process, arguments, &setup->surroundings, fds, 1, error);
    if (status == 0 && !wait_for_end(&process, setup->timeout_s, setup->interrupted)) {
        char what[100];
        snprintf(what, sizeof what, "the program did not end within %.3g s (see --timeout)", setup->timeout_s);
        status = spawn_fail_with_tail(&process, error, what);
        kill(process.pid, SIGKILL);
    } else if (status == 0) {
        status = judge(&process, start_ns, now_ns(), output_fd, value, peak_rss_bytes, error);
    }
    spawn_stop(&process);
    spawn_close_fd(&output_fd);
    for (char **word = arguments; *word != NULL; word++)
        free(*word);
    free(arguments);
    return status;
}
