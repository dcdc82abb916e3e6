/* fail_malloc.c: preloaded, it makes the FAIL_MALLOC-th malloc, calloc or realloc of the program itself fail, or with 0 says at the end how
 * many there were. With FAIL_MALLOC_LIST=FILE the numbers of those that come by a new way (the innermost FRAMES return addresses) are written
 * there, one a line. The loader's are not counted; children run untouched. */
#define _GNU_SOURCE
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FRAMES = 24, LIST_FD = 250, SLOTS = 1 << 20 };

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static long fail_at = -1, seen;
static int lists;
static uint64_t ways[SLOTS]; /* hashes of return addresses; 0: empty */

static int is_new_way(void)
{
    void *addresses[FRAMES];
    int count = backtrace(addresses, FRAMES);
    uint64_t hash = 1;
    for (int i = 0; i < count; i++) {
        hash = (hash ^ (uintptr_t)addresses[i]) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 29;
    }
    size_t at = hash % SLOTS;
    while (ways[at] != 0 && ways[at] != hash)
        at = (at + 1) % SLOTS;
    int is_new = ways[at] == 0;
    ways[at] = hash;
    return is_new;
}

static void list(long number)
{
    char line[24], *digit = line + sizeof line;
    *--digit = '\n';
    for (; number > 0; number /= 10)
        *--digit = (char)('0' + number % 10);
    if (write(LIST_FD, digit, (size_t)(line + sizeof line - digit)) < 0)
        return; /* a child before its exec has closed it */
}

static int fails(void)
{
    long now = __atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED);
    if (lists && is_new_way())
        list(now);
    if (fail_at <= 0 || now != fail_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? NULL : __libc_calloc(count, size); }
void *realloc(void *block, size_t size) { return fails() ? NULL : __libc_realloc(block, size); }

static void open_list(const char *path)
{
    void *first[1];
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (fd < 0 || dup3(fd, LIST_FD, O_CLOEXEC) < 0)
        abort();
    close(fd);
    backtrace(first, 1); /* loads what it needs */
}

__attribute__((constructor)) static void begin(void)
{
    const char *text = getenv("FAIL_MALLOC"), *path = getenv("FAIL_MALLOC_LIST");
    fail_at = text ? atol(text) : -1;
    if (path)
        open_list(path);
    unsetenv("LD_PRELOAD");
    unsetenv("FAIL_MALLOC");
    unsetenv("FAIL_MALLOC_LIST");
    seen = 0;
    lists = path != NULL;
}

__attribute__((destructor)) static void end(void)
{
    if (fail_at == 0)
        fprintf(stderr, "allocations: %ld\n", seen);
}
