/* fault_seen.c: see fault_seen.h. Frame pointers tell the way in some nanoseconds; where a library without them stands in between (GMP), its unwinding
 * tables do. Addresses outside the program's own text are not hashed: they are elsewhere in each run. */
#include "fault_seen.h"

#include "mem.h"

#ifdef MEM_FAULT

#include <execinfo.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FRAMES_MAX = 64, FRAMES_OF_FAULTS = 4 }; /* from here to the caller of mem_alloc */

extern const char __executable_start[], etext[]; /* the linker's */

static uint64_t *slots; /* hashes; 0: empty */
static size_t slot_mask;
static int frames_wanted;
static const void *stack_end;

bool fault_seen_open(const char *path, int frames)
{
    struct stat found;
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &found) < 0)
        return false;
    slots = mmap(NULL, (size_t)found.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (slots == MAP_FAILED)
        return false;
    slot_mask = (size_t)found.st_size / sizeof *slots - 1;
    frames_wanted = FRAMES_OF_FAULTS + (frames < FRAMES_MAX ? frames : FRAMES_MAX);
    stack_end = *(const void *const *)__builtin_frame_address(0);
    void *first[1];
    backtrace(first, 1); /* loads what it needs: not later, in the midst of the program */
    return true;
}

static bool is_text(const void *address) { return (const char *)address >= __executable_start && (const char *)address < etext; }

static uint64_t mix(uint64_t hash, const void *address)
{
    hash = (hash ^ (uint64_t)((const char *)address - __executable_start)) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

/* 0: the chain breaks. */
__attribute__((no_sanitize("address", "undefined"))) static uint64_t hash_by_pointers(void)
{
    uint64_t hash = 1;
    const void *const *frame = __builtin_frame_address(0);
    for (int i = 0; i < frames_wanted && (const void *)frame < stack_end; i++) {
        const void *const *outer = frame[0];
        if (!is_text(frame[1]) || outer <= frame || (uintptr_t)outer % sizeof *outer != 0)
            return 0;
        hash = mix(hash, frame[1]);
        frame = outer;
    }
    return hash;
}

static uint64_t hash_by_unwinding(void)
{
    void *addresses[FRAMES_MAX + FRAMES_OF_FAULTS];
    int count = backtrace(addresses, frames_wanted);
    uint64_t hash = 2;
    for (int i = 0; i < count; i++)
        if (is_text(addresses[i]))
            hash = mix(hash, addresses[i]);
    return hash ? hash : 1;
}

bool fault_seen_is_new(void)
{
    uint64_t hash = hash_by_pointers();
    if (hash == 0)
        hash = hash_by_unwinding();
    size_t at = hash & slot_mask;
    while (slots[at] != 0 && slots[at] != hash)
        at = (at + 1) & slot_mask;
    bool is_new = slots[at] == 0;
    slots[at] = hash;
    return is_new;
}

#endif
