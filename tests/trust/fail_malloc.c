/* fail_malloc.c: preloaded, it makes the FAIL_MALLOC-th malloc, calloc or realloc of the program itself fail, or with 0 says at the end how
 * many there were. The loader's are not counted; children run untouched. */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static long fail_at = -1, seen;

static int fails(void)
{
    long now = __atomic_add_fetch(&seen, 1, __ATOMIC_RELAXED);
    if (fail_at <= 0 || now != fail_at)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? NULL : __libc_calloc(count, size); }
void *realloc(void *block, size_t size) { return fails() ? NULL : __libc_realloc(block, size); }

__attribute__((constructor)) static void begin(void)
{
    const char *text = getenv("FAIL_MALLOC");
    seen = 0;
    fail_at = text ? atol(text) : -1;
    unsetenv("LD_PRELOAD");
    unsetenv("FAIL_MALLOC");
}

__attribute__((destructor)) static void end(void)
{
    if (fail_at == 0)
        fprintf(stderr, "allocations: %ld\n", seen);
}
