/* str_builder.c: see str_builder.h. */
#include "types/str_builder.h"

#include "abstract.h"
#include "exceptions.h"
#include "mem.h"
#include "types/str_scan.h"

static int kind_for(uint32_t point) { return point < 0x100 ? 1 : point < 0x10000 ? 2 : 4; }

void str_builder_init(StrBuilder *b)
{
    b->data = b->inline_data;
    b->length = 0;
    b->capacity = STR_BUILDER_INLINE;
    b->kind = 1;
    b->failed = false;
    b->all_points = 0;
}

void str_builder_discard(StrBuilder *b)
{
    if (b->data != b->inline_data)
        mem_free_raw(b->data);
    b->data = b->inline_data;
    b->failed = true;
}

static inline uint32_t get_point(const void *data, int kind, int64_t i)
{
    return kind == 1 ? ((const uint8_t *)data)[i] : kind == 2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}

static inline void set_point(void *data, int kind, int64_t i, uint32_t c)
{
    if (kind == 1)
        ((uint8_t *)data)[i] = (uint8_t)c;
    else if (kind == 2)
        ((uint16_t *)data)[i] = (uint16_t)c;
    else
        ((uint32_t *)data)[i] = c;
}

#define LENGTH_MAX ((int64_t)1 << 36) /* longer texts are refused with MemoryError */

/* Room for `more` points of at most the width of max_point. */
static int reserve(StrBuilder *b, int64_t more, uint32_t max_point)
{
    if (unlikely(b->failed))
        return -1;
    int kind = kind_for(max_point);
    kind = kind > b->kind ? kind : b->kind;
    int64_t need = more <= LENGTH_MAX ? b->length + more : LENGTH_MAX + 1;
    if (likely(kind == b->kind && need <= b->capacity))
        return 0;
    int64_t capacity = need > b->capacity ? need + need / 2 : b->capacity;
    if (capacity > LENGTH_MAX) {
        str_builder_discard(b);
        raise_no_memory();
        return -1;
    }
    void *data;
    if (kind == b->kind && b->data != b->inline_data) {
        data = mem_realloc_raw(b->data, (size_t)capacity * (size_t)kind);
    } else {
        data = mem_alloc_raw((size_t)capacity * (size_t)kind);
        if (data) {
            if (kind == b->kind)
                memcpy(data, b->data, (size_t)b->length * (size_t)kind);
            else
                for (int64_t i = 0; i < b->length; i++)
                    set_point(data, kind, i, get_point(b->data, b->kind, i));
            if (b->data != b->inline_data)
                mem_free_raw(b->data);
        }
    }
    if (!data) {
        str_builder_discard(b);
        raise_no_memory();
        return -1;
    }
    b->data = data;
    b->kind = (uint8_t)kind;
    b->capacity = capacity;
    return 0;
}

int str_builder_add_point(StrBuilder *b, uint32_t point)
{
    if (reserve(b, 1, point) < 0)
        return -1;
    set_point(b->data, b->kind, b->length++, point);
    b->all_points |= point;
    return 0;
}

int str_builder_add_repeated(StrBuilder *b, uint32_t point, int64_t count)
{
    if (count <= 0)
        return b->failed ? -1 : 0;
    if (reserve(b, count, point) < 0)
        return -1;
    if (b->kind == 1)
        memset((uint8_t *)b->data + b->length, (int)point, (size_t)count);
    else
        for (int64_t i = 0; i < count; i++)
            set_point(b->data, b->kind, b->length + i, point);
    b->length += count;
    b->all_points |= point;
    return 0;
}

int str_builder_add_part(StrBuilder *b, const Str *s, int64_t from, int64_t to)
{
    int64_t count = to - from;
    if (count <= 0)
        return b->failed ? -1 : 0;
    uint32_t max = str_max_point(s, from, to);
    if (reserve(b, count, max) < 0)
        return -1;
    if (b->kind == s->kind)
        memcpy((uint8_t *)b->data + b->length * b->kind, s->u8 + from * s->kind, (size_t)count * s->kind);
    else
        for (int64_t i = 0; i < count; i++)
            set_point(b->data, b->kind, b->length + i, str_point_at(s, from + i));
    b->length += count;
    b->all_points |= max;
    return 0;
}

int str_builder_add_value(StrBuilder *b, Value str) { return str_builder_add_part(b, as_str(str), 0, as_str(str)->length); }

int str_builder_add_steal(StrBuilder *b, Value str_or_null)
{
    if (!str_or_null) {
        str_builder_discard(b);
        return -1;
    }
    int result = str_builder_add_value(b, str_or_null);
    value_release(str_or_null);
    return result;
}

int str_builder_add_cstr(StrBuilder *b, const char *utf8) { return str_builder_add_utf8(b, utf8, strlen(utf8)); }

int str_builder_add_utf8(StrBuilder *b, const char *utf8, size_t length)
{
    if (scan_ascii_prefix((const uint8_t *)utf8, length) < length)
        return str_builder_add_steal(b, str_from_utf8(utf8, length));
    if (reserve(b, (int64_t)length, 0x7f) < 0)
        return -1;
    if (b->kind == 1)
        memcpy((uint8_t *)b->data + b->length, utf8, length);
    else
        for (size_t i = 0; i < length; i++)
            set_point(b->data, b->kind, b->length + (int64_t)i, (uint8_t)utf8[i]);
    b->length += (int64_t)length;
    b->all_points |= 0x7f;
    return 0;
}

int str_builder_add_int64(StrBuilder *b, int64_t i)
{
    char text[INT64_TEXT_SIZE];
    const char *p = int64_text(text, i);
    return str_builder_add_utf8(b, p, (size_t)(text + sizeof text - p));
}

int str_builder_add_str_of(StrBuilder *b, Value v)
{
    if (value_is_small_int(v))
        return str_builder_add_int64(b, value_small_int(v));
    if (value_is_exactly_str(v))
        return str_builder_add_value(b, v);
    return str_builder_add_steal(b, value_str(v));
}

Value str_builder_finish(StrBuilder *b)
{
    Value result = VALUE_NULL;
    if (b->failed)
        return VALUE_NULL;
    /* The buffer widens only for points that are there, so its kind is the kind of the result. */
    if (b->length == 0) {
        result = str_empty();
    } else if (b->length == 1) {
        result = str_from_point(get_point(b->data, b->kind, 0));
    } else {
        Str *s = str_alloc(b->length, b->kind == 1 ? (b->all_points < 0x80 ? 0x7f : 0xff) : b->kind == 2 ? 0xffff : 0x10ffff);
        if (s) {
            memcpy(s->data, b->data, (size_t)b->length * b->kind);
            result = value_of(s);
        }
    }
    str_builder_discard(b);
    return result;
}
