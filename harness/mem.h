/* Heap memory that is there or the program is not.
 *
 * The harness holds megabytes at most and has journaled every finished block, so there is no recovery to write:
 * when the heap is exhausted these functions say so and end the process, and the journal keeps what was measured. */
#ifndef FRAMEBENCH_MEM_H
#define FRAMEBENCH_MEM_H

#include <stddef.h>

void *mem_alloc(size_t count, size_t size); /* zeroed; count 0 gives a pointer that may be freed */
void *mem_resize(void *block, size_t count, size_t size);
char *mem_copy_text(const char *text);                  /* NULL stays NULL */
char *mem_copy_bytes(const char *bytes, size_t length); /* adds the final zero */
char *mem_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

_Noreturn void mem_exhausted(void);

/* The same for jansson, whose callers would otherwise have to look at every json_object_set: a result never lacks a field. */
void mem_guard_json(void);

#endif
