/* str.c: the str object: memory, construction, concatenation and the type's slots. See str.h. */
#include "types/str.h"

#include "abstract.h"
#include "attr.h"
#include "exceptions.h"
#include "gc.h"
#include "mem.h"
#include "native.h"
#include "types/bytes.h"
#include "types/codec.h"
#include "types/format.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/memoryview.h"
#include "types/sequence.h"
#include "types/slice.h"
#include "types/str_intern.h"
#include "types/str_methods.h"
#include "types/str_scan.h"

#define STR_MAX_BYTES ((int64_t)1 << 35) /* units must fit 32 bits */
#define GROWTH_SLACK 32

/* ---- memory ---- */

static inline int kind_of_point(uint32_t max_point) { return max_point < 0x100 ? 1 : max_point < 0x10000 ? 2 : 4; }

static Str *str_alloc_block(Type *type, int64_t length, int64_t capacity, uint32_t max_point)
{
    int kind = kind_of_point(max_point);
    if (unlikely(capacity >= STR_MAX_BYTES / kind)) {
        raise_no_memory();
        return NULL;
    }
    size_t fixed = type == &type_str ? sizeof(Str) : type->size;
    size_t size = (fixed + (size_t)(capacity + 1) * (size_t)kind + 15) & ~(size_t)15;
    Str *s = object_alloc(type, size);
    if (unlikely(!s))
        return NULL;
    s->hash = -1;
    s->length = length;
    s->kind = (uint8_t)kind;
    s->ascii = max_point < 0x80;
    s->interned = false;
    s->units = (uint32_t)(size >> 4);
    s->data = (char *)s + fixed;
    s->utf8 = s->ascii ? s->data : NULL;
    if (fixed > sizeof(Str))
        memset(s + 1, 0, fixed - sizeof(Str));
    if (kind == 1)
        s->u8[length] = 0;
    else if (kind == 2)
        s->u16[length] = 0;
    else
        s->u32[length] = 0;
    return s;
}

Str *str_alloc(int64_t length, uint32_t max_point) { return str_alloc_block(&type_str, length, length, max_point); }

static size_t *utf8_block(char *utf8) { return (size_t *)(void *)utf8 - 1; }

static void str_drop_utf8(Str *s)
{
    if (s->utf8 && s->utf8 != s->data)
        mem_free_raw(utf8_block(s->utf8));
    s->utf8 = NULL;
}

static void str_dealloc(Object *self)
{
    Str *s = (Str *)self;
    if (s->interned)
        str_intern_remove(s);
    if (!s->ascii)
        str_drop_utf8(s);
    object_free(s, (size_t)s->units * 16);
}

/* ---- the preallocated one-character strings ---- */

typedef struct Latin1Str {
    Str str;
    uint8_t data[STR_LATIN1_STRIDE - sizeof(Str)];
} Latin1Str;

static Latin1Str latin1[257]; /* the last one is '' */
Str *const str_latin1 = &latin1[0].str;

_Static_assert(sizeof(Latin1Str) == STR_LATIN1_STRIDE, "str_char_at computes the address");

static void latin1_init(void)
{
    for (int i = 0; i <= 256; i++) {
        Str *s = &latin1[i].str;
        s->head.refs = 1u << 30;
        s->head.type = &type_str;
        s->hash = -1;
        s->length = i < 256;
        s->kind = 1;
        s->ascii = i < 128 || i == 256;
        s->units = sizeof(Latin1Str) / 16;
        s->data = latin1[i].data;
        s->u8[0] = (uint8_t)i; /* 256 wraps to the terminating 0 */
        s->u8[1] = 0;
        s->utf8 = s->ascii ? s->data : NULL;
    }
}

Value str_empty(void) { return value_retain(value_of(&latin1[256].str)); }

Value str_from_point(uint32_t point)
{
    if (point < 256)
        return value_retain(value_of(&latin1[point].str));
    Str *s = str_alloc(1, point);
    if (!s)
        return VALUE_NULL;
    if (s->kind == 2)
        s->u16[0] = (uint16_t)point;
    else
        s->u32[0] = point;
    return value_of(s);
}

int str_init(void)
{
    latin1_init();
    if (str_interns_init() < 0)
        return -1;
    for (int i = 0; i <= 256; i++)
        if (!str_intern_lookup_or_add(&latin1[i].str))
            return -1;
    return 0;
}

static void free_immortal(Str *s)
{
    if (s < &latin1[0].str || s > &latin1[256].str)
        str_dealloc(&s->head);
}

void str_fini(void)
{
    for (int i = 0; i < 256; i++)
        if (!latin1[i].str.ascii)
            str_drop_utf8(&latin1[i].str);
    str_interns_fini(free_immortal);
}

/* ---- construction ---- */

Value str_from_ascii(const char *bytes, size_t length)
{
    if (length <= 1)
        return length ? str_from_point((uint8_t)*bytes) : str_empty();
    Str *s = str_alloc((int64_t)length, 0x7f);
    if (!s)
        return VALUE_NULL;
    memcpy(s->data, bytes, length);
    return value_of(s);
}

Value str_from_cstr(const char *utf8) { return str_from_utf8(utf8, strlen(utf8)); }

/* Decode one WTF-8 sequence: its point (U+FFFD for a malformed byte), *p advanced. */
static uint32_t decode_point(const uint8_t **p, const uint8_t *end)
{
    const uint8_t *s = *p;
    uint32_t c = *s;
    int more = c < 0x80 ? 0 : c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : -1;
    if (more <= 0) {
        *p = s + 1;
        return more ? 0xfffd : c;
    }
    c &= 0x3fu >> more;
    for (int i = 1; i <= more; i++) {
        if (s + i >= end || (s[i] & 0xc0) != 0x80) {
            *p = s + 1;
            return 0xfffd;
        }
        c = c << 6 | (s[i] & 0x3f);
    }
    static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };
    if (c < least[more] || c > 0x10ffff) {
        *p = s + 1;
        return 0xfffd;
    }
    *p = s + more + 1;
    return c;
}

Value str_from_utf8(const char *bytes, size_t length)
{
    if (length == 0)
        return str_from_ascii("", 0);
    const uint8_t *begin = (const uint8_t *)bytes, *end = begin + length;
    size_t prefix = scan_ascii_prefix(begin, length);
    if (prefix == length)
        return str_from_ascii(bytes, length);
    uint32_t max = 0x80;
    int64_t count = (int64_t)prefix;
    for (const uint8_t *p = begin + prefix; p < end; count++) {
        uint32_t c = decode_point(&p, end);
        max = c > max ? c : max;
    }
    if (count == 1 && max < 256)
        return str_from_point(max);
    Str *s = str_alloc(count, max);
    if (!s)
        return VALUE_NULL;
    const uint8_t *p = begin;
    if (s->kind == 1)
        for (int64_t i = 0; i < count; i++)
            s->u8[i] = (uint8_t)decode_point(&p, end);
    else if (s->kind == 2)
        for (int64_t i = 0; i < count; i++)
            s->u16[i] = (uint16_t)decode_point(&p, end);
    else
        for (int64_t i = 0; i < count; i++)
            s->u32[i] = decode_point(&p, end);
    return value_of(s);
}

Value str_from_points(const uint32_t *points, int64_t length)
{
    uint32_t all = 0;
    for (int64_t i = 0; i < length; i++)
        all |= points[i];
    if (length == 0)
        return str_empty();
    if (length == 1)
        return str_from_point(points[0]);
    Str *s = str_alloc(length, all);
    if (!s)
        return VALUE_NULL;
    if (s->kind == 1)
        for (int64_t i = 0; i < length; i++)
            s->u8[i] = (uint8_t)points[i];
    else if (s->kind == 2)
        for (int64_t i = 0; i < length; i++)
            s->u16[i] = (uint16_t)points[i];
    else
        memcpy(s->u32, points, (size_t)length * 4);
    return value_of(s);
}

uint32_t str_max_point(const Str *s, int64_t from, int64_t to)
{
    if (s->ascii)
        return 0x7f;
    if (s->kind == 1)
        return scan_ascii_prefix(s->u8 + from, (size_t)(to - from)) == (size_t)(to - from) ? 0x7f : 0xff;
    uint32_t all = 0;
    for (int64_t i = from; i < to; i++)
        all |= str_point_at(s, i);
    return all;
}

void str_copy_points(Str *to, int64_t at, const Str *from, int64_t start, int64_t count)
{
    if (to->kind == from->kind) {
        memcpy(to->u8 + at * to->kind, from->u8 + start * from->kind, (size_t)count * from->kind);
    } else if (to->kind == 2 && from->kind == 1) {
        for (int64_t i = 0; i < count; i++)
            to->u16[at + i] = from->u8[start + i];
    } else if (to->kind == 4) {
        for (int64_t i = 0; i < count; i++)
            to->u32[at + i] = str_point_at(from, start + i);
    } else { /* narrowing: the caller knows that the points fit */
        for (int64_t i = 0; i < count; i++) {
            if (to->kind == 1)
                to->u8[at + i] = (uint8_t)str_point_at(from, start + i);
            else
                to->u16[at + i] = (uint16_t)str_point_at(from, start + i);
        }
    }
}

Value str_substring(Value v, int64_t from, int64_t to)
{
    Str *s = as_str(v);
    int64_t count = to - from;
    if (count == 1)
        return str_char_at(s, from);
    if (count <= 0)
        return str_empty();
    if (count == s->length && s->head.type == &type_str)
        return value_retain(v);
    Str *result = str_alloc(count, str_max_point(s, from, to));
    if (!result)
        return VALUE_NULL;
    str_copy_points(result, 0, s, from, count);
    return value_of(result);
}

Value str_as_exact(Value v)
{
    return value_object(v)->type == &type_str ? value_retain(v) : str_substring(v, 0, as_str(v)->length);
}

/* ---- UTF-8 ---- */

const char *str_utf8(Value v, size_t *length_or_null)
{
    Str *s = as_str(v);
    if (likely(s->ascii)) {
        if (length_or_null)
            *length_or_null = (size_t)s->length;
        return s->utf8;
    }
    if (!s->utf8) {
        size_t size = 0;
        for (int64_t i = 0; i < s->length; i++) {
            uint32_t c = str_point_at(s, i);
            size += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        size_t *block = mem_alloc_raw(sizeof *block + size + 1);
        if (!block) {
            raise_no_memory();
            return NULL;
        }
        *block = size;
        char *out = s->utf8 = (char *)(block + 1);
        for (int64_t i = 0; i < s->length; i++)
            out += utf8_put(out, str_point_at(s, i));
        *out = 0;
    }
    if (length_or_null)
        *length_or_null = *utf8_block(s->utf8);
    return s->utf8;
}

/* ---- comparing ---- */

bool str_equal_slow(const Str *a, const Str *b)
{
    if (a->hash != b->hash && a->hash != -1 && b->hash != -1)
        return false;
    return memcmp(a->data, b->data, (size_t)a->length * a->kind) == 0;
}

bool str_equal_cstr(Value v, const char *utf8)
{
    if (!value_is_str(v))
        return false;
    Str *s = as_str(v);
    size_t length = strlen(utf8);
    if (s->ascii)
        return (size_t)s->length == length && memcmp(s->data, utf8, length) == 0;
    size_t own;
    const char *text = str_utf8(v, &own);
    if (!text) {
        exc_clear();
        return false;
    }
    return own == length && memcmp(text, utf8, length) == 0;
}

int str_compare(const Str *a, const Str *b)
{
    int64_t n = a->length < b->length ? a->length : b->length;
    if (a->kind == 1 && b->kind == 1) {
        int order = memcmp(a->data, b->data, (size_t)n);
        if (order)
            return order < 0 ? -1 : 1;
    } else {
        for (int64_t i = 0; i < n; i++) {
            uint32_t x = str_point_at(a, i), y = str_point_at(b, i);
            if (x != y)
                return x < y ? -1 : 1;
        }
    }
    return a->length < b->length ? -1 : a->length > b->length;
}

static Value str_richcompare(Value a, Value b, CompareOp op)
{
    if (!value_is_str(a) || !value_is_str(b))
        return VALUE_NOT_IMPLEMENTED;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return value_bool(str_equal(as_str(a), as_str(b)) == (op == COMPARE_EQ));
    int order = str_compare(as_str(a), as_str(b));
    return value_bool(op == COMPARE_LT ? order < 0 : op == COMPARE_LE ? order <= 0 : op == COMPARE_GT ? order > 0 : order >= 0);
}

/* ---- concatenation ---- */

Value str_concat(Value a, Value b)
{
    Str *x = as_str(a), *y = as_str(b);
    if (x->length == 0)
        return str_as_exact(b);
    if (y->length == 0)
        return str_as_exact(a);
    if (likely(x->ascii && y->ascii)) {
        Str *s = str_alloc(x->length + y->length, 0x7f);
        if (unlikely(!s))
            return VALUE_NULL;
        memcpy(s->u8, x->u8, (size_t)x->length);
        memcpy(s->u8 + x->length, y->u8, (size_t)y->length);
        return value_of(s);
    }
    uint32_t wide = (x->ascii ? 0x7fu : x->kind == 1 ? 0xffu : x->kind == 2 ? 0xffffu : 0x10ffffu)
                  | (y->ascii ? 0x7fu : y->kind == 1 ? 0xffu : y->kind == 2 ? 0xffffu : 0x10ffffu);
    Str *s = str_alloc(x->length + y->length, wide);
    if (unlikely(!s))
        return VALUE_NULL;
    str_copy_points(s, 0, x, 0, x->length);
    str_copy_points(s, x->length, y, 0, y->length);
    return value_of(s);
}

int str_append_in_place(Value *slot, Value tail)
{
    Str *s = as_str(*slot), *t = as_str(tail);
    if (s->head.refs != 1 || s->head.type != &type_str || s->interned || s == t || t->kind > s->kind || s->length == 0) {
        Value joined = str_concat(*slot, tail);
        if (!joined)
            return -1;
        value_set_steal(slot, joined);
        return 0;
    }
    int64_t length = s->length + t->length;
    bool ascii = s->ascii && t->ascii;
    if (sizeof(Str) + (size_t)(length + 1) * s->kind > (size_t)s->units * 16) {
        uint32_t wide = ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff;
        Str *bigger = str_alloc_block(&type_str, length, length + length / 4 + GROWTH_SLACK, wide);
        if (!bigger)
            return -1;
        memcpy(bigger->data, s->data, (size_t)s->length * s->kind);
        str_copy_points(bigger, s->length, t, 0, t->length);
        *slot = value_of(bigger);
        object_release(s);
        return 0;
    }
    if (!s->ascii)
        str_drop_utf8(s);
    str_copy_points(s, s->length, t, 0, t->length);
    memset(s->u8 + length * s->kind, 0, s->kind);
    s->length = length;
    s->hash = -1;
    s->ascii = ascii;
    s->utf8 = ascii ? s->data : NULL;
    return 0;
}

Value str_repeat(Value v, int64_t count)
{
    Str *s = as_str(v);
    if (count <= 0 || s->length == 0)
        return str_empty();
    if (count == 1)
        return str_as_exact(v);
    if (s->length > INT64_MAX / count)
        return raise_error(&exc_OverflowError, "repeated string is too long");
    if (s->length > STR_MAX_BYTES / count)
        return raise_no_memory();
    Str *r = str_alloc(s->length * count, s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff);
    if (!r)
        return VALUE_NULL;
    size_t unit = (size_t)s->length * s->kind, total = unit * (size_t)count;
    if (unit == 1) {
        memset(r->data, s->u8[0], total);
        return value_of(r);
    }
    memcpy(r->data, s->data, unit);
    for (size_t done = unit; done < total;) {
        size_t n = done < total - done ? done : total - done;
        memcpy(r->u8 + done, r->data, n);
        done += n;
    }
    return value_of(r);
}

/* ---- slots ---- */

static Value str_str(Value self) { return str_as_exact(self); }
static int64_t str_hash_slot(Value self) { return str_hash(as_str(self)); }
static int64_t str_length(Value self) { return as_str(self)->length; }
static int str_truth(Value self) { return as_str(self)->length != 0; }

static Value str_add(Value a, Value b)
{
    if (likely(value_is_str(b)))
        return str_concat(a, b);
    if (value_may_reflect(b, BINARY_ADD))
        return VALUE_NOT_IMPLEMENTED;
    return raise_error(&exc_TypeError, "can only concatenate str (not \"%.200T\") to str", b);
}

static Value str_multiply(Value self, Value other)
{
    if (!value_is_int(other) && !type_of(other)->to_index) {
        if (value_may_reflect(other, BINARY_MUL))
            return VALUE_NOT_IMPLEMENTED;
        return raise_error(&exc_TypeError, "can't multiply sequence by non-int of type '%.200T'", other);
    }
    int64_t count;
    if (value_as_index(other, &count, &exc_OverflowError) < 0)
        return VALUE_NULL;
    return str_repeat(self, count);
}

static Value str_modulo(Value self, Value args) { return str_percent(self, args); }
static Value str_rmodulo(Value self, Value format) { return value_is_str(format) ? str_percent(format, self) : VALUE_NOT_IMPLEMENTED; }

static Value str_getitem(Value self, Value key)
{
    Str *s = as_str(self);
    int64_t i;
    if (likely(value_is_small_int(key))) {
        i = value_small_int(key);
    } else if (value_is_heap_exactly(key, &type_slice)) {
        int64_t start, stop, step, count;
        if (slice_indices(key, &s->length, &start, &stop, &step, &count) < 0)
            return VALUE_NULL;
        if (step == 1)
            return str_substring(self, start, start + count);
        if (count <= 0)
            return str_empty();
        if (count == 1)
            return str_char_at(s, start);
        uint32_t all = s->ascii ? 0x7f : 0;
        for (int64_t k = 0; !s->ascii && k < count; k++)
            all |= str_point_at(s, start + k * step);
        Str *r = str_alloc(count, all);
        if (!r)
            return VALUE_NULL;
        for (int64_t k = 0; k < count; k++)
            str_set_point(r, k, str_point_at(s, start + k * step));
        return value_of(r);
    } else if (value_is_int(key) || type_of(key)->to_index) {
        if (value_as_index(key, &i, &exc_IndexError) < 0)
            return VALUE_NULL;
    } else {
        return raise_error(&exc_TypeError, "string indices must be integers, not '%.200T'", key);
    }
    if (i < 0)
        i += s->length;
    if (unlikely(i < 0 || i >= s->length))
        return raise_error(&exc_IndexError, "string index out of range");
    return str_char_at(s, i);
}

static int str_contains(Value self, Value item)
{
    if (!value_is_str(item))
        return raise_error_int(&exc_TypeError, "'in <string>' requires string as left operand, not %.200T", item);
    return str_find(as_str(self), as_str(item), 0, as_str(self)->length) >= 0;
}

static Value str_new_exact(const Value *args, int nargs, Value kwnames)
{
    if (nargs == 0 && !kwnames)
        return str_empty();
    if (nargs == 1 && !kwnames)
        return value_str(args[0]);
    Value out[3];
    if (!native_bind("str(object=, encoding=, errors=)", args, nargs, kwnames, out))
        return VALUE_NULL;
    const char *encoding = "utf-8", *errors = "strict";
    if (!codec_text_argument(out[1], "str", "encoding", &encoding) || !codec_text_argument(out[2], "str", "errors", &errors))
        return VALUE_NULL;
    if (!out[0])
        return str_empty();
    if (!out[1] && !out[2])
        return value_str(out[0]);
    if (value_is_str(out[0]))
        return raise_error(&exc_TypeError, "decoding str is not supported");
    if (!buffer_is_plain(out[0]))
        return raise_error(&exc_TypeError, "decoding to str: need a bytes-like object, %.80T found", out[0]);
    int64_t size;
    const void *data = bytes_buffer(out[0], &size);
    if (size == 0) /* whatever the encoding */
        return str_empty();
    if (value_is_bytes_like(out[0]))
        return str_decode(out[0], encoding, errors);
    Value plain = bytes_new(data, (size_t)size), text = plain ? str_decode(plain, encoding, errors) : VALUE_NULL;
    value_release_null(plain);
    return text;
}

static Value str_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value exact = str_new_exact(args, nargs, kwnames);
    if (!exact || type == &type_str)
        return exact;
    Str *from = as_str(exact);
    Str *s = str_alloc_block(type, from->length, from->length,
                             from->ascii ? 0x7f : from->kind == 1 ? 0xff : from->kind == 2 ? 0xffff : 0x10ffff);
    if (s) {
        memcpy(s->data, from->data, (size_t)from->length * from->kind);
        s->hash = from->hash;
        if (type_has(type, TYPE_GC))
            gc_track(s);
    }
    value_release(exact);
    return value_of(s);
}

Type type_str = {
    .head = OBJECT_STATIC(&type_type),
    .name = "str",
    .flags = TYPE_STR | TYPE_SUBCLASSABLE,
    .size = sizeof(Str),
    .base = &type_object,
    .new = str_new,
    .dealloc = str_dealloc,
    .repr = str_repr,
    .str = str_str,
    .hash = str_hash_slot,
    .compare = str_richcompare,
    .truth = str_truth,
    .iter = str_iter_new,
    .binary = { [BINARY_ADD] = str_add, [BINARY_MUL] = str_multiply, [BINARY_MOD] = str_modulo },
    .reflected = { [BINARY_MUL] = str_multiply, [BINARY_MOD] = str_rmodulo },
    .length = str_length,
    .getitem = str_getitem,
    .contains = str_contains,
    .methods = str_method_table,
};
