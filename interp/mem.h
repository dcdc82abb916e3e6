/* mem.h: the only door to malloc.
 *
 * Two kinds: objects (mem_alloc/mem_free: small sizes from per-size free lists, size given back at free) and
 * raw buffers (mem_*_raw: plain malloc family, for tables, buffers and everything that is resized).
 * Every function returns NULL when memory is short and raises nothing; callers that report to Python call raise_no_memory().
 * The stress and stats variants count here and can make the n-th allocation fail (--fail-alloc N); release builds do neither.
 */
#ifndef INTERP_MEM_H
#define INTERP_MEM_H

#include <stddef.h>

void *mem_alloc(size_t size);           /* 16-byte aligned, uninitialized */
void mem_free(void *block, size_t size); /* size as given to mem_alloc */

void *mem_alloc_raw(size_t size);
void *mem_calloc_raw(size_t count, size_t size);
void *mem_realloc_raw(void *block, size_t size);
void mem_free_raw(void *block);

#endif
