/* str_intern.c: the hash of strings and the table of interned ones. See str_intern.h. */
#include "types/str_intern.h"

#include <stdlib.h>
#include <sys/random.h>

#include "exceptions.h"
#include "mem.h"

/* ---- hashing: 64-bit words folded by a widening multiplication, keyed by the seed ---- */

static uint64_t hash_keys[2];

void hash_seed_init(void)
{
    const char *text = getenv("PYTHONHASHSEED");
    if (!text || !*text || strcmp(text, "random") == 0) {
        if (getrandom(hash_keys, sizeof hash_keys, 0) == (ssize_t)sizeof hash_keys)
            return;
        text = "0";
    }
    uint64_t x = strtoull(text, NULL, 10);
    for (int i = 0; i < 2; i++) { /* splitmix64 */
        uint64_t z = x += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        hash_keys[i] = z ^ z >> 31;
    }
}

static inline uint64_t fold(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t load64(const uint8_t *p)
{
    uint64_t x;
    memcpy(&x, p, 8);
    return x;
}

static inline uint64_t load32(const uint8_t *p)
{
    uint32_t x;
    memcpy(&x, p, 4);
    return x;
}

int64_t hash_bytes(const void *bytes, size_t length)
{
    const uint8_t *p = bytes;
    uint64_t a, b, h = hash_keys[0] ^ (length * 0x9e3779b97f4a7c15u);
    if (length == 0)
        return 0;
    if (length <= 16) {
        if (length >= 8) {
            a = load64(p);
            b = load64(p + length - 8);
        } else if (length >= 4) {
            a = load32(p);
            b = load32(p + length - 4);
        } else {
            a = (uint64_t)p[0] << 16 | (uint64_t)p[length >> 1] << 8 | p[length - 1];
            b = 0;
        }
    } else {
        size_t left = length;
        for (; left > 16; left -= 16, p += 16)
            h = fold(load64(p) ^ hash_keys[1] ^ 0xd6e8feb86659fd93u, load64(p + 8) ^ h);
        a = load64(p + left - 16);
        b = load64(p + left - 8);
    }
    h = fold(a ^ hash_keys[1], b ^ h);
    h = fold(h ^ 0xa0761d6478bd642fu, hash_keys[1] | 1);
    return h == UINT64_MAX ? -2 : (int64_t)h;
}

int64_t str_hash_compute(Str *s)
{
    if (s->hash == -1)
        s->hash = hash_bytes(s->data, (size_t)s->length * s->kind);
    return s->hash;
}

/* ---- intern table: open addressing, linear probing, deletion by shifting back ---- */

static struct {
    Str **slots;
    size_t mask, used;
} interns;

static size_t intern_find(const Str *s, int64_t hash)
{
    size_t i = (size_t)hash & interns.mask;
    while (interns.slots[i] && !(interns.slots[i]->hash == hash && str_equal(interns.slots[i], s)))
        i = (i + 1) & interns.mask;
    return i;
}

static int intern_resize(size_t capacity)
{
    Str **old = interns.slots;
    size_t old_capacity = old ? interns.mask + 1 : 0;
    Str **slots = mem_calloc_raw(capacity, sizeof *slots);
    if (!slots)
        return -1;
    interns.slots = slots;
    interns.mask = capacity - 1;
    for (size_t k = 0; k < old_capacity; k++) {
        if (!old[k])
            continue;
        size_t i = (size_t)old[k]->hash & interns.mask;
        while (slots[i])
            i = (i + 1) & interns.mask;
        slots[i] = old[k];
    }
    mem_free_raw(old);
    return 0;
}

/* The interned string equal to s; s itself becomes it when there is none. Borrowed; NULL: out of memory, nothing raised. */
Str *str_intern_lookup_or_add(Str *s)
{
    int64_t hash = str_hash(s);
    size_t i = intern_find(s, hash);
    if (interns.slots[i])
        return interns.slots[i];
    if (interns.used * 3 >= (interns.mask + 1) * 2) {
        if (intern_resize((interns.mask + 1) * 2) < 0)
            return NULL;
        i = intern_find(s, hash);
    }
    interns.slots[i] = s;
    interns.used++;
    s->interned = true;
    return s;
}

void str_intern_remove(Str *s)
{
    size_t hole = (size_t)s->hash & interns.mask;
    while (interns.slots[hole] != s)
        hole = (hole + 1) & interns.mask;
    for (size_t i = (hole + 1) & interns.mask; interns.slots[i]; i = (i + 1) & interns.mask) {
        size_t home = (size_t)interns.slots[i]->hash & interns.mask;
        if (((i - home) & interns.mask) >= ((i - hole) & interns.mask)) {
            interns.slots[hole] = interns.slots[i];
            hole = i;
        }
    }
    interns.slots[hole] = NULL;
    interns.used--;
    s->interned = false;
}

void str_intern_in_place(Value *slot)
{
    Str *s = as_str(*slot);
    if (s->interned || s->head.type != &type_str)
        return;
    Str *found = str_intern_lookup_or_add(s);
    if (found && found != s) {
        object_retain(found);
        *slot = value_of(found);
        object_release(s);
    }
}

Str *str_intern_cstr(const char *utf8)
{
    Value v = str_from_cstr(utf8);
    if (!v)
        return NULL;
    Str *found = str_intern_lookup_or_add(as_str(v));
    if (!found) {
        value_release(v);
        raise_no_memory();
        return NULL;
    }
    if (!(found->head.refs & 1u << 30))
        found->head.refs += 1u << 30;
    value_release(v);
    return found;
}

int str_interns_init(void) { return intern_resize(2048); }

void str_interns_fini(void (*free_immortal)(Str *))
{
    for (size_t i = 0; interns.slots && i <= interns.mask; i++) {
        if (!interns.slots[i])
            continue;
        interns.slots[i]->interned = false;
        if (interns.slots[i]->head.refs & 1u << 30)
            free_immortal(interns.slots[i]);
    }
    mem_free_raw(interns.slots);
    interns.slots = NULL;
    interns.mask = interns.used = 0;
}
