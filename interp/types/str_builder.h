/* str_builder.h: makes a str piece by piece, in one growing buffer. */
#ifndef INTERP_TYPES_STR_BUILDER_H
#define INTERP_TYPES_STR_BUILDER_H

#include "types/str.h"

#define STR_BUILDER_INLINE 240

/* Lives on the C stack. After a failure (MemoryError pending) further additions do nothing and finish returns VALUE_NULL,
 * so callers may add without checks and look at the result of finish only. */
typedef struct StrBuilder {
    void *data;       /* inline_data or a raw buffer */
    int64_t length;   /* points so far */
    int64_t capacity; /* points that fit at this kind */
    uint8_t kind;
    bool failed;
    uint32_t all_points; /* bitwise or of all points: at least as large as the largest, below the same power of two */
    uint64_t inline_data[STR_BUILDER_INLINE / 8];
} StrBuilder;

void str_builder_init(StrBuilder *b);
int str_builder_add_value(StrBuilder *b, Value str); /* borrowed; 0 or -1, as all below */
int str_builder_add_part(StrBuilder *b, const Str *s, int64_t from, int64_t to);
int str_builder_add_cstr(StrBuilder *b, const char *utf8);
int str_builder_add_utf8(StrBuilder *b, const char *utf8, size_t length);
int str_builder_add_point(StrBuilder *b, uint32_t point);
int str_builder_add_repeated(StrBuilder *b, uint32_t point, int64_t count);
int str_builder_add_steal(StrBuilder *b, Value str_or_null); /* VALUE_NULL: an exception is pending, the builder fails */
int str_builder_add_int64(StrBuilder *b, int64_t i);  /* in decimal */
int str_builder_add_str_of(StrBuilder *b, Value v);   /* str(v) */
Value str_builder_finish(StrBuilder *b); /* the str; the builder is empty and must not be used again */
void str_builder_discard(StrBuilder *b);

#endif
