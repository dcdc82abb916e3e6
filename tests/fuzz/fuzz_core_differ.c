/* fuzz_core_differ.c: any bytes as a program for both builds: the lazy one here, the eager one in fuzz_peer. What they print and how they end must agree. */
#include "peer.h"
#include "sandbox.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int peer_fd;
static pid_t peer;

/* fuzz_peer beside this program. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    char path[4096];
    int ends[2];
    const char *slash = strrchr((*argv)[0], '/');
    snprintf(path, sizeof path, "%.*s/fuzz_peer", slash ? (int)(slash - (*argv)[0]) : 1, slash ? (*argv)[0] : ".");
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        abort();
    peer = fork();
    if (peer == 0) {
        dup2(ends[1], 3); /* ends[0] may have been 3 */
        execl(path, path, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    peer_fd = ends[0];
    sandbox_begin();
    return 0;
}

/* What may differ by right: where things are in memory, and what follows from it. */
static bool may_differ(const uint8_t *data, size_t size)
{
    static const char *const words[] = {"id(", "time", "random", "hash", "getsizeof", "getpid", "gc", "stat", "clock", "weakref"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (memmem(data, size, words[i], strlen(words[i])))
            return true;
    return false;
}

/* Addresses become "0x". */
static size_t without_addresses(char *text, size_t size)
{
    size_t to = 0;
    for (size_t i = 0; i < size;) {
        text[to++] = text[i++];
        if (text[to - 1] != 'x' || to < 2 || text[to - 2] != '0')
            continue;
        while (i < size && isxdigit((unsigned char)text[i]))
            i++;
    }
    return to;
}

/* The builds need different amounts, so that the limit meets them at different moments. */
static bool short_of_memory(const Outcome *outcome)
{
    return memmem(outcome->err, outcome->n_err, "MemoryError", 11) || memmem(outcome->out, outcome->n_out, "MemoryError", 11);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Outcome here, there;
    if (may_differ(data, size))
        return 0;
    sandbox_run(data, size, false, &here);
    if (sandbox_gave_up(&here))
        return 0;
    if (!peer_ask(peer_fd, data, size) || !peer_take(peer_fd, &there)) {
        int status = 0;
        waitpid(peer, &status, 0);
        fprintf(stderr, "fuzz_peer has ended with status %#x\n", (unsigned)status);
        abort();
    }
    if (sandbox_gave_up(&there) || short_of_memory(&here) || short_of_memory(&there))
        return 0;
    here.n_out = without_addresses(here.out, here.n_out), here.n_err = without_addresses(here.err, here.n_err);
    there.n_out = without_addresses(there.out, there.n_out), there.n_err = without_addresses(there.err, there.n_err);
    if (here.status == there.status && here.n_out == there.n_out && here.n_err == there.n_err && memcmp(here.out, there.out, here.n_out) == 0 &&
        memcmp(here.err, there.err, here.n_err) == 0)
        return 0;
    fprintf(stderr, "lazy: status %#x\n%.*s%.*s\neager: status %#x\n%.*s%.*s\n", (unsigned)here.status, (int)here.n_out, here.out, (int)here.n_err, here.err,
            (unsigned)there.status, (int)there.n_out, there.out, (int)there.n_err, there.err);
    abort();
}
