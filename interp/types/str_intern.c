/* str_intern.c: the hash of strings and the table of interned ones. See str_intern.h. */
#include "types/str_intern.h"

#include <stdlib.h>
#include <sys/random.h>

#include "exceptions.h"
#include "mem.h"
#include "options.h"

/* ---- hashing: SipHash-1-3 (Aumasson and Bernstein, 2012), keyed as CPython 3.11 keys it, so that equal seeds give equal hashes and orders of sets ---- */

static uint64_t hash_keys[2];
static bool hash_random;

bool hash_is_random(void) { return hash_random; }

bool hash_seed_init(void)
{
    const char *text = options.random_hash ? NULL : options_environment("PYTHONHASHSEED");
    hash_random = true;
    if (!text || strcmp(text, "random") == 0) {
        if (getrandom(hash_keys, sizeof hash_keys, 0) == (ssize_t)sizeof hash_keys)
            return true;
        text = "0";
    }
    char *end;
    unsigned long long seed = strtoull(text, &end, 10);
    if (*end || *text < '0' || *text > '9' || seed > UINT32_MAX)
        return false;
    hash_random = seed != 0;
    uint8_t bytes[sizeof hash_keys] = {0};
    uint32_t x = (uint32_t)seed;
    for (size_t i = 0; seed && i < sizeof bytes; i++) {
        x = x * 214013 + 2531011;
        bytes[i] = (uint8_t)(x >> 16);
    }
    memcpy(hash_keys, bytes, sizeof bytes);
    return true;
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

/* The last length % 8 bytes, first byte lowest. */
static inline uint64_t load_tail(const uint8_t *p, size_t length)
{
    size_t left = length & 7;
    if (left == 0)
        return 0;
    if (length >= 8)
        return load64(p + length - 8) >> (64 - 8 * left);
    if (left >= 4)
        return load32(p) | load32(p + left - 4) << 8 * (left - 4);
    return p[0] | (uint64_t)p[left >> 1] << 8 * (left >> 1) | (uint64_t)p[left - 1] << 8 * (left - 1);
}

typedef struct SipState {
    uint64_t a, b, c, d;
} SipState;

static inline uint64_t rotate(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

static inline void sip_round(SipState *s)
{
    s->a += s->b;
    s->c += s->d;
    s->b = rotate(s->b, 13) ^ s->a;
    s->d = rotate(s->d, 16) ^ s->c;
    s->a = rotate(s->a, 32) + s->d;
    s->c += s->b;
    s->d = rotate(s->d, 21) ^ s->a;
    s->b = rotate(s->b, 17) ^ s->c;
    s->c = rotate(s->c, 32);
}

static inline void sip_word(SipState *s, uint64_t word)
{
    s->d ^= word;
    sip_round(s);
    s->a ^= word;
}

int64_t hash_bytes(const void *bytes, size_t length)
{
    const uint8_t *p = bytes;
    if (length == 0)
        return 0;
    uint64_t k0 = hash_keys[0], k1 = hash_keys[1];
    SipState s = {k0 ^ 0x736f6d6570736575u, k1 ^ 0x646f72616e646f6du, k0 ^ 0x6c7967656e657261u, k1 ^ 0x7465646279746573u};
    for (size_t at = 0; at + 8 <= length; at += 8)
        sip_word(&s, load64(p + at));
    sip_word(&s, (uint64_t)length << 56 | load_tail(p, length));
    s.c ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(&s);
    uint64_t h = s.a ^ s.b ^ s.c ^ s.d;
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
