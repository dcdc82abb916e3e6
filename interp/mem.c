/* mem.c: see mem.h. Small blocks are carved from slabs that are never given back: a class of size that was needed once is needed again. */
#include "mem.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdlib.h>

enum { SLAB_BYTES = 256 * 1024, REFILL_BYTES = 4096 };

MemBlock *mem_free_lists[MEM_CLASS_COUNT];

/* ---- the limit ---- */

static size_t limit; /* 0: none, and `used` is not kept */
static size_t used;  /* bytes of the blocks in use, slabs as a whole */

void mem_set_limit(size_t bytes) { limit = bytes; }

static bool fits(size_t more) { return used <= limit && more <= limit - used; }

/* The new block, or NULL and it is freed. */
static void *count_in(void *block)
{
    size_t size = block ? malloc_usable_size(block) : 0;
    if (!fits(size)) {
        free(block);
        return NULL;
    }
    used += size;
    return block;
}

/* malloc, calloc, realloc and free within the limit. */
static void *limited_malloc(size_t size)
{
    if (__builtin_expect(limit == 0, 1))
        return malloc(size);
    return fits(size) ? count_in(malloc(size)) : NULL;
}

static void *limited_calloc(size_t count, size_t size)
{
    if (__builtin_expect(limit == 0, 1))
        return calloc(count, size);
    size_t bytes;
    return !__builtin_mul_overflow(count, size, &bytes) && fits(bytes) ? count_in(calloc(count, size)) : NULL;
}

static void *limited_realloc(void *block, size_t size)
{
    if (__builtin_expect(limit == 0, 1))
        return realloc(block, size);
    size_t before = block ? malloc_usable_size(block) : 0;
    if (size > before && !fits(size - before))
        return NULL;
    void *moved = realloc(block, size);
    if (moved)
        used += malloc_usable_size(moved) - before;
    return moved;
}

static void limited_free(void *block)
{
    if (__builtin_expect(limit != 0, 0) && block)
        used -= malloc_usable_size(block);
    free(block);
}

/* ---- failing on purpose, counting ---- */

#ifdef MEM_FAULT
int64_t mem_fault_countdown;
int64_t mem_fault_hits;
bool (*mem_fault_asked)(void);

static bool fault_due(void)
{
    if (mem_fault_countdown == 0 || --mem_fault_countdown != 0)
        return false;
    if (mem_fault_asked && !mem_fault_asked())
        return false;
    mem_fault_hits++;
    return true;
}
#define FAIL_IF_DUE() do { if (fault_due()) return NULL; } while (0)
#else
#define FAIL_IF_DUE() ((void)0)
#endif

#ifdef MEM_STATS
struct MemStats mem_stats;
#define COUNT(statement) (statement)
#else
#define COUNT(statement) ((void)0)
#endif

#ifndef MEM_PLAIN
static char *slab_position, *slab_end;

/* A run of fresh blocks for one class, cut from the current slab; all but the first go to the free list. */
static void *refill(size_t class_index)
{
    size_t block_size = class_index << MEM_CLASS_SHIFT;
    size_t wanted = REFILL_BYTES - REFILL_BYTES % block_size;
    if ((size_t)(slab_end - slab_position) < wanted) {
        char *slab = aligned_alloc(4096, SLAB_BYTES);
        if (slab && limit)
            slab = count_in(slab);
        if (slab == NULL)
            return NULL;
        slab_position = slab;
        slab_end = slab + SLAB_BYTES;
    }
    char *first = slab_position;
    slab_position += wanted;
    MemBlock **tail = &mem_free_lists[class_index];
    for (char *block = first + block_size; block < slab_position; block += block_size) {
        *tail = (MemBlock *)block;
        tail = &((MemBlock *)block)->next;
    }
    *tail = NULL;
    return first;
}
#endif

void *mem_alloc_slow(size_t size)
{
#ifndef MEM_PLAIN
    if (size <= MEM_SMALL_MAX) {
        if (size == 0)
            size = 1;
        size_t class_index = (size + 15) >> MEM_CLASS_SHIFT;
        MemBlock *block = mem_free_lists[class_index];
        if (block == NULL)
            return refill(class_index);
        mem_free_lists[class_index] = block->next;
        return block;
    }
#endif
    return limited_malloc(size ? size : 1);
}

void mem_free_large(void *block, size_t size)
{
    (void)size;
    limited_free(block);
}

#if defined MEM_PLAIN || defined MEM_FAULT || defined MEM_STATS
void *mem_alloc(size_t size)
{
    FAIL_IF_DUE();
    COUNT(mem_stats.allocations++);
    COUNT(mem_stats.bytes += size);
    return mem_alloc_slow(size);
}

void mem_free(void *block, size_t size)
{
    COUNT(mem_stats.frees++);
#ifndef MEM_PLAIN
    if (size <= MEM_SMALL_MAX) {
        size_t class_index = ((size ? size : 1) + 15) >> MEM_CLASS_SHIFT;
        ((MemBlock *)block)->next = mem_free_lists[class_index];
        mem_free_lists[class_index] = block;
        return;
    }
#endif
    mem_free_large(block, size);
}
#endif

void *mem_alloc_raw(size_t size)
{
    FAIL_IF_DUE();
    COUNT(mem_stats.raw_allocations++);
    COUNT(mem_stats.raw_bytes += size);
    return limited_malloc(size ? size : 1);
}

void *mem_calloc_raw(size_t count, size_t size)
{
    FAIL_IF_DUE();
    COUNT(mem_stats.raw_allocations++);
    COUNT(mem_stats.raw_bytes += count * size);
    return limited_calloc(count ? count : 1, size ? size : 1);
}

void *mem_realloc_raw(void *block, size_t size)
{
    FAIL_IF_DUE();
    COUNT(mem_stats.raw_allocations++);
    COUNT(mem_stats.raw_bytes += size);
    return limited_realloc(block, size ? size : 1);
}

void mem_free_raw(void *block)
{
    COUNT(mem_stats.raw_frees++);
    limited_free(block);
}
