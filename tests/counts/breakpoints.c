/* breakpoints.c: how often a program executes certain instructions, counted by the processor's breakpoint registers.
 *
 *   breakpoints OFFSET[,OFFSET…] PROGRAM [ARGUMENT…]
 *
 * OFFSETs are addresses as nm prints them; the program is any, also position-independent and stripped of nothing: it runs as it is. Prints one
 * count a line. Exit status 77 with a reason where the kernel grants no breakpoints, 1 where the program failed. */
#include <elf.h>
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <linux/hw_breakpoint.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 4, SKIP = 77 }; /* x86 has four breakpoint registers */

static void give_up(const char *what)
{
    printf("%s: %s\n", what, strerror(errno));
    exit(SKIP);
}

/* Stopped at its first instruction: everything is mapped, nothing has run. */
static pid_t start(char **argv)
{
    pid_t pid = fork();
    if (pid < 0)
        give_up("fork");
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) < 0) {
            printf("ptrace: %s\n", strerror(errno));
            fflush(stdout);
            _exit(SKIP);
        }
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
            _exit(1);
        execv(argv[0], argv);
        _exit(1);
    }
    int status;
    if (waitpid(pid, &status, 0) < 0)
        give_up("waitpid");
    if (!WIFSTOPPED(status))
        exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
    return pid;
}

/* What to add to nm's addresses: where the program was loaded, 0 for one that is not position-independent. */
static uint64_t load_bias(pid_t pid, const char *program)
{
    Elf64_Ehdr header;
    FILE *file = fopen(program, "re");
    if (!file || fread(&header, sizeof header, 1, file) != 1)
        give_up(program);
    fclose(file);
    if (header.e_type != ET_DYN)
        return 0;
    char path[64];
    uint64_t base = 0;
    snprintf(path, sizeof path, "/proc/%d/maps", (int)pid);
    FILE *maps = fopen(path, "re");
    if (!maps || fscanf(maps, "%" SCNx64, &base) != 1) /* the program comes first */
        give_up(path);
    fclose(maps);
    return base;
}

static int count_executions(pid_t pid, uint64_t address)
{
    struct perf_event_attr attr = {.type = PERF_TYPE_BREAKPOINT,
                                   .size = sizeof attr,
                                   .bp_type = HW_BREAKPOINT_X,
                                   .bp_addr = address,
                                   .bp_len = sizeof(long),
                                   .exclude_kernel = 1,
                                   .exclude_hv = 1};
    int fd = (int)syscall(SYS_perf_event_open, &attr, pid, -1, -1, 0);
    if (fd < 0) {
        int problem = errno;
        kill(pid, SIGKILL);
        errno = problem;
        give_up("perf_event_open of a hardware breakpoint");
    }
    return fd;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: breakpoints OFFSET[,OFFSET...] PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    pid_t pid = start(argv + 2);
    uint64_t bias = load_bias(pid, argv[2]);
    int fds[MOST], n = 0, status;
    for (char *offset = strtok(argv[1], ","); offset && n < MOST; offset = strtok(NULL, ","))
        fds[n++] = count_executions(pid, bias + strtoull(offset, NULL, 16));
    if (ptrace(PTRACE_DETACH, pid, NULL, NULL) < 0)
        give_up("ptrace");
    if (waitpid(pid, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        printf("%s failed\n", argv[2]);
        return 1;
    }
    for (int i = 0; i < n; i++) {
        uint64_t count;
        if (read(fds[i], &count, sizeof count) != sizeof count)
            give_up("read");
        printf("%" PRIu64 "\n", count);
    }
    return 0;
}
