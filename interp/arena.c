/* arena.c: see arena.h. Chunks double up to a limit, so that small sources cost one small malloc and large ones few. */
#include "arena.h"

#include "mem.h"

#include <string.h>

enum {
    CHUNK_MIN = 16 * 1024,
    CHUNK_MAX = 1024 * 1024,
    NAMES_MIN = 64,
};

struct ArenaChunk {
    ArenaChunk *older;
    size_t size; /* of the block, this header included */
};

void arena_init(Arena *arena)
{
    memset(arena, 0, sizeof *arena);
}

void arena_fini(Arena *arena)
{
    for (ArenaChunk *chunk = arena->chunks; chunk != NULL;) {
        ArenaChunk *older = chunk->older;
        mem_free_raw(chunk);
        chunk = older;
    }
    mem_free_raw(arena->names);
    arena_init(arena);
}

static ArenaChunk *chunk_new(Arena *arena, size_t payload)
{
    ArenaChunk *chunk;

    if (payload > SIZE_MAX - sizeof *chunk) {
        arena->failed = true;
        return NULL;
    }
    chunk = mem_alloc_raw(sizeof *chunk + payload);
    if (chunk == NULL) {
        arena->failed = true;
        return NULL;
    }
    chunk->size = sizeof *chunk + payload;
    return chunk;
}

/* A large block gets a chunk of its own behind the newest, which stays in use. */
static void *alloc_apart(Arena *arena, size_t size)
{
    ArenaChunk *chunk = chunk_new(arena, size);

    if (chunk == NULL)
        return NULL;
    if (arena->chunks != NULL) {
        chunk->older = arena->chunks->older;
        arena->chunks->older = chunk;
    } else {
        chunk->older = NULL;
        arena->chunks = chunk;
        arena->next = arena->end = (char *)chunk + chunk->size;
    }
    return chunk + 1;
}

void *arena_alloc_slow(Arena *arena, size_t size)
{
    size_t payload = CHUNK_MIN;
    ArenaChunk *chunk;

    if (size > SIZE_MAX / 2) {
        arena->failed = true;
        return NULL;
    }
    size = (size + 7) & ~(size_t)7;
    if (size >= CHUNK_MIN / 4)
        return alloc_apart(arena, size);
    if (arena->chunks != NULL && arena->chunks->size * 2 > payload)
        payload = arena->chunks->size * 2 < CHUNK_MAX ? arena->chunks->size * 2 : CHUNK_MAX;
    chunk = chunk_new(arena, payload);
    if (chunk == NULL)
        return NULL;
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)(chunk + 1) + size;
    arena->end = (char *)chunk + chunk->size;
    return chunk + 1;
}

char *arena_copy(Arena *arena, const char *bytes, size_t length)
{
    char *copy;

    if (length == SIZE_MAX) {
        arena->failed = true;
        return NULL;
    }
    copy = arena_alloc(arena, length + 1);
    if (copy == NULL)
        return NULL;
    if (length > 0)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

static uint32_t name_hash(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static int names_grow(Arena *arena)
{
    uint32_t capacity = arena->name_capacity == 0 ? NAMES_MIN : arena->name_capacity * 2;
    ArenaName *names;

    if (capacity > UINT32_MAX / 4 || (names = mem_calloc_raw(capacity, sizeof *names)) == NULL) {
        arena->failed = true;
        return -1;
    }
    for (uint32_t i = 0; i < arena->name_capacity; i++) {
        const ArenaName *name = &arena->names[i];
        uint32_t slot = name->hash & (capacity - 1);

        if (name->text == NULL)
            continue;
        while (names[slot].text != NULL)
            slot = (slot + 1) & (capacity - 1);
        names[slot] = *name;
    }
    mem_free_raw(arena->names);
    arena->names = names;
    arena->name_capacity = capacity;
    return 0;
}

/* Where the name is or would be; the table has an empty slot. */
static ArenaName *name_slot(const Arena *arena, const char *text, size_t length, uint32_t hash)
{
    uint32_t mask = arena->name_capacity - 1;
    for (uint32_t slot = hash & mask;; slot = (slot + 1) & mask) {
        ArenaName *name = &arena->names[slot];
        if (name->text == NULL || (name->hash == hash && name->length == length && memcmp(name->text, text, length) == 0))
            return name;
    }
}

bool arena_knows(const Arena *arena, const char *text, size_t length)
{
    return arena->name_capacity && name_slot(arena, text, length, name_hash(text, length))->text != NULL;
}

const char *arena_intern(Arena *arena, const char *text, size_t length)
{
    uint32_t hash = name_hash(text, length);
    ArenaName *name;

    if (length > UINT32_MAX) {
        arena->failed = true;
        return NULL;
    }
    if (arena->name_count * 4ull >= arena->name_capacity * 3ull && names_grow(arena) < 0)
        return NULL;
    name = name_slot(arena, text, length, hash);
    if (name->text != NULL)
        return name->text;
    name->text = arena_copy(arena, text, length);
    if (name->text == NULL)
        return NULL;
    name->length = (uint32_t)length;
    name->hash = hash;
    arena->name_count++;
    return name->text;
}
