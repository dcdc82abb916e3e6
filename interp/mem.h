/* mem.h: the only door to malloc.
 *
 * Two kinds: objects (mem_alloc/mem_free: small sizes from per-size free lists, size given back at free) and
 * raw buffers (mem_*_raw: plain malloc family, for tables, buffers and everything that is resized).
 * Every function returns NULL when memory is short and raises nothing; callers that report to Python call raise_no_memory().
 *
 * Variants, chosen by macro: MEM_PLAIN (every block from malloc, so that sanitizers see it), MEM_FAULT (the n-th allocation from now can
 * be made to fail), MEM_STATS (counts). Release builds have none of them.
 */
#ifndef INTERP_MEM_H
#define INTERP_MEM_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef INTERP_STATS
#define MEM_STATS
#endif
#if defined INTERP_STRESS && !defined MEM_FAULT
#define MEM_FAULT
#endif

enum { MEM_SMALL_MAX = 512, MEM_CLASS_SHIFT = 4, MEM_CLASS_COUNT = (MEM_SMALL_MAX >> MEM_CLASS_SHIFT) + 1 };

typedef struct MemBlock {
    struct MemBlock *next;
} MemBlock;

extern MemBlock *mem_free_lists[MEM_CLASS_COUNT]; /* [i]: free blocks of 16 * i bytes */

/* --max-memory: from now on, all blocks together may have this many bytes, as malloc counts them; 0: no limit, nothing is counted. */
void mem_set_limit(size_t bytes);

void *mem_alloc_slow(size_t size);      /* free list empty, or not small */
void mem_free_large(void *block, size_t size);

void *mem_alloc_raw(size_t size);
void *mem_calloc_raw(size_t count, size_t size);
void *mem_realloc_raw(void *block, size_t size);
void mem_free_raw(void *block);

#ifdef MEM_FAULT
extern int64_t mem_fault_countdown; /* this many allocations from now, one fails; 0: never */
extern int64_t mem_fault_hits;      /* allocations that failed on purpose */
extern bool (*mem_fault_asked)(void); /* NULL, or asked whether the one that is due fails here; it may start another countdown */
#endif

#ifdef MEM_STATS
extern struct MemStats {
    uint64_t allocations, frees, bytes;             /* mem_alloc, mem_free */
    uint64_t raw_allocations, raw_frees, raw_bytes; /* mem_*_raw */
} mem_stats;
#endif

#if defined MEM_PLAIN || defined MEM_FAULT || defined MEM_STATS

void *mem_alloc(size_t size);            /* 16-byte aligned, uninitialized */
void mem_free(void *block, size_t size); /* size as given to mem_alloc; block may not be NULL */

#else

static inline void *mem_alloc(size_t size)
{
    if (__builtin_expect(size <= MEM_SMALL_MAX, 1)) {
        MemBlock **list = &mem_free_lists[(size + 15) >> MEM_CLASS_SHIFT];
        MemBlock *block = *list;
        if (__builtin_expect(block != NULL, 1)) {
            *list = block->next;
            return block;
        }
    }
    return mem_alloc_slow(size);
}

static inline void mem_free(void *block, size_t size)
{
    if (__builtin_expect(size <= MEM_SMALL_MAX, 1)) {
        MemBlock **list = &mem_free_lists[(size + 15) >> MEM_CLASS_SHIFT];
        assert(block != NULL);
        ((MemBlock *)block)->next = *list;
        *list = (MemBlock *)block;
        return;
    }
    mem_free_large(block, size);
}

#endif
#endif
