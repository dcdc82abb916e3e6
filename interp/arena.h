/* arena.h: memory that lives exactly as long as one compilation: bump allocation, interned names, one release.
 *
 * The parser, the symbol table and the compiler take everything from here; nothing is ever freed singly. Every function
 * that allocates returns NULL when memory is short, sets `arena->failed` and raises nothing.
 */
#ifndef INTERP_ARENA_H
#define INTERP_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ArenaChunk ArenaChunk;

/* One interned name; the text follows in the arena, NUL-terminated. */
typedef struct ArenaName {
    const char *text; /* NULL: empty slot */
    uint32_t length;
    uint32_t hash;
} ArenaName;

typedef struct Arena {
    char *next; /* first free byte of the newest chunk */
    char *end;
    ArenaChunk *chunks; /* newest first; owned */
    ArenaName *names;   /* open-addressed table, owned; capacity is a power of two */
    uint32_t name_count;
    uint32_t name_capacity;
    bool failed; /* an allocation returned NULL */
} Arena;

void arena_init(Arena *arena); /* allocates nothing */
void arena_fini(Arena *arena); /* releases all; the arena may be used again */

/* The one copy of this name in the arena: two equal names are one pointer. A name longer than 4 GiB is refused (NULL).
 */
const char *arena_intern(Arena *arena, const char *text, size_t length);

bool arena_knows(const Arena *arena, const char *text, size_t length); /* it was interned */

/* A NUL-terminated copy that is not interned. */
char *arena_copy(Arena *arena, const char *bytes, size_t length);

void *arena_alloc_slow(Arena *arena, size_t size);

/* 8-byte aligned, uninitialized. */
static inline void *arena_alloc(Arena *arena, size_t size)
{
    size_t rounded = (size + 7) & ~(size_t)7;

    if (rounded >= size && rounded <= (size_t)(arena->end - arena->next)) {
        char *block = arena->next;
        arena->next += rounded;
        return block;
    }
    return arena_alloc_slow(arena, size);
}

#endif
