/* Heap memory that is there or the program is not.
 *
 * The harness holds megabytes at most and has journaled every finished block, so there is no recovery to write:
 * when the heap is exhausted these functions abort, and the journal keeps what was measured. */
#ifndef FRAMEBENCH_MEM_H
#define FRAMEBENCH_MEM_H

#include <stddef.h>

void *mem_alloc(size_t count, size_t size); /* zeroed; count 0 gives a pointer that may be freed */
void *mem_resize(void *block, size_t count, size_t size);
char *mem_copy_text(const char *text);                  /* NULL stays NULL */
char *mem_copy_bytes(const char *bytes, size_t length); /* adds the final zero */
char *mem_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
