/* str.h: the Python type str: representation, construction and the operations C code needs.
 *
 * A Str is an immutable array of code points in the narrowest of three element widths (1, 2 or 4 bytes), so equal strings have
 * equal widths and equal bytes. Lone surrogates are allowed; the cached UTF-8 form then contains them as three bytes (WTF-8).
 * Characters sit right behind the fixed part of the object (behind the Attrs of a subclass instance), followed by a zero element.
 */
#ifndef INTERP_TYPES_STR_H
#define INTERP_TYPES_STR_H

#include <stdarg.h>

#include "object.h"

struct Str {
    Object head;
    int64_t hash;   /* -1: not computed yet */
    int64_t length; /* code points */
    uint8_t kind;   /* bytes per code point: 1, 2, 4; the narrowest that fits */
    bool ascii;     /* every point < 128; then utf8 == data */
    bool interned;  /* the one string of this content in the intern table */
    uint32_t units; /* size of the whole block in 16-byte units; may be more than needed (str_append_in_place) */
    union {
        void *data;
        uint8_t *u8;   /* kind 1 */
        uint16_t *u16; /* kind 2 */
        uint32_t *u32; /* kind 4 */
    };
    char *utf8; /* NUL-terminated: data when ascii; else NULL or an owned buffer whose length is in the size_t before it */
};

extern Type type_str;

/* From PYTHONHASHSEED; random without it. False: it is no number of 32 bits. Before str_init; what never asks has the seed 0. */
bool hash_seed_init(void);
bool hash_is_random(void); /* or the hashes are those of PYTHONHASHSEED=0 */
int str_init(void); /* intern table, one-character strings; before anything that makes a Str */
void str_fini(void);
int text_types_init(void); /* readies str, bytes, bytearray and their iterators; after types_init */

static inline Str *as_str(Value v) { return (Str *)(uintptr_t)v; }
static inline bool value_is_exactly_str(Value v) { return value_is_object(v) && value_object(v)->type == &type_str; } /* v not 0 */

/* ---- construction; VALUE_NULL with MemoryError pending on failure ---- */

Value str_empty(void); /* new reference to '' */
Value str_from_utf8(const char *bytes, size_t length); /* WTF-8; malformed bytes become U+FFFD */
Value str_from_ascii(const char *bytes, size_t length); /* caller knows that every byte < 128 */
Value str_from_cstr(const char *utf8);
Value str_from_points(const uint32_t *points, int64_t length);
Value str_from_point(uint32_t point); /* no allocation for Latin-1 */
Value str_printf(const char *format, ...); /* directives of raise_error() in exceptions.h */
Value str_vprintf(const char *format, va_list arguments);
/* Uninitialized string for `length` points of which the largest is max_point; the caller fills str->data at once. NULL: no memory. */
Str *str_alloc(int64_t length, uint32_t max_point);
/* Exact str of a str (subclass instances are copied). */
Value str_as_exact(Value v);

/* ---- interning ---- */

Str *str_intern_cstr(const char *utf8); /* immortal, borrowed; NULL with MemoryError pending */
void str_intern_in_place(Value *slot);  /* *slot becomes the interned equal string; leaves it alone when out of memory or a subclass */

/* ---- reading ---- */

const char *str_utf8(Value v, size_t *length_or_null); /* borrowed, lives as long as v; NULL: MemoryError pending */
bool str_equal_cstr(Value v, const char *utf8);
int str_compare(const Str *a, const Str *b); /* -1, 0, 1 by code points */
int64_t str_find(const Str *haystack, const Str *needle, int64_t from, int64_t to); /* index or -1; 0 <= from, to <= length */
int64_t str_rfind(const Str *haystack, const Str *needle, int64_t from, int64_t to);
int64_t str_hash_compute(Str *s);
int64_t hash_bytes(const void *bytes, size_t length); /* the seeded hash of str and bytes; never -1 */
bool str_equal_slow(const Str *a, const Str *b);

/* ---- making from others ---- */

Value str_concat(Value a, Value b); /* both str (subclasses too) */
/* *slot += tail, growing the string where it is when *slot is its only reference. tail is a str. -1: MemoryError, *slot unchanged. */
int str_append_in_place(Value *slot, Value tail);
Value str_substring(Value v, int64_t from, int64_t to); /* 0 <= from <= to <= length */
Value str_repeat(Value v, int64_t count);
Value str_join(Value separator, Value iterable);
Value str_join_array(Str *separator, const Value *items, int64_t count); /* TypeError where an item is no str */
Value str_repr(Value v);
Value str_ascii_repr(Value v);
Value str_encode(Value v, const char *encoding, const char *errors); /* a bytes object */

/* ---- inline ---- */

static inline uint32_t str_point_at(const Str *s, int64_t i)
{
    return s->kind == 1 ? s->u8[i] : s->kind == 2 ? s->u16[i] : s->u32[i];
}

static inline int64_t str_hash(Str *s) { return likely(s->hash != -1) ? s->hash : str_hash_compute(s); }

static inline bool str_equal(const Str *a, const Str *b)
{
    if (a == b)
        return true;
    if (a->length != b->length || a->kind != b->kind || (a->interned && b->interned))
        return false;
    return str_equal_slow(a, b);
}

extern Str *const str_latin1; /* 256 one-character strings, STR_LATIN1_STRIDE bytes apart */
#define STR_LATIN1_STRIDE 64
#define STR_LATIN1_COUNT 256

/* One-character string at i, 0 <= i < length. */
static inline Value str_char_at(const Str *s, int64_t i)
{
    uint32_t point = str_point_at(s, i);
    if (likely(point < STR_LATIN1_COUNT))
        return value_retain(value_of((char *)str_latin1 + (size_t)point * STR_LATIN1_STRIDE));
    return str_from_point(point);
}

#endif
