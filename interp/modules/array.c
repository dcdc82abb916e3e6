/* array.c: the module array: sequences of numbers of one C type. */
#include "modules.h"

#include "abstract.h"
#include "attr.h"
#include "bytes.h"
#include "memoryview.h"
#include "exceptions.h"
#include "float.h"
#include "int.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "module.h"
#include "names.h"
#include "native.h"
#include "sequence.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

#include <assert.h>

/* How items of one type code are stored. */
typedef struct Kind {
    char code;
    int size;
    bool is_signed, is_float;
    const char *name; /* as range errors name it */
} Kind;

static const Kind kinds[] = {
    {'b', 1, true, false, "signed char"},   {'B', 1, false, false, "unsigned byte integer"}, {'u', 4, false, false, ""},
    {'h', 2, true, false, "signed short integer"},  {'H', 2, false, false, "unsigned short"}, {'i', 4, true, false, "signed integer"},
    {'I', 4, false, false, "unsigned int"}, {'l', 8, true, false, "signed long"},   {'L', 8, false, false, "unsigned long"},
    {'q', 8, true, false, "signed long"},   {'Q', 8, false, false, "unsigned long"},  {'f', 4, true, true, ""}, {'d', 8, true, true, ""}};

typedef struct Array {
    Object head;
    const Kind *kind;
    int64_t length, capacity;
    int64_t exports; /* memoryviews of it */
    uint8_t *data; /* raw memory */
} Array;

static Type type_array;

static inline Array *as_array(Value v) { return (Array *)value_object(v); }
static inline bool value_is_array(Value v) { return value_is_object(v) && value_is_instance_of(v, &type_array); }

/* ---- items ---- */

static Value item_get(const Array *a, int64_t i)
{
    const uint8_t *at = a->data + i * a->kind->size;
    switch (a->kind->code) {
#define CASE_INT(letter, type) case letter: { type n; memcpy(&n, at, sizeof n); return int_from_int64(n); }
    CASE_INT('b', int8_t) CASE_INT('B', uint8_t) CASE_INT('h', int16_t) CASE_INT('H', uint16_t) CASE_INT('i', int32_t) CASE_INT('I', uint32_t)
    CASE_INT('l', int64_t) CASE_INT('q', int64_t)
#undef CASE_INT
    case 'u': { uint32_t point; memcpy(&point, at, sizeof point); return str_from_point(point); }
    case 'f': { float n; memcpy(&n, at, sizeof n); return float_new((double)n); }
    case 'd': { double n; memcpy(&n, at, sizeof n); return float_new(n); }
    default: { uint64_t n; memcpy(&n, at, sizeof n); return int_from_uint64(n); }
    }
}

static int convert_float(const Kind *kind, Value v, uint8_t *to)
{
    double d;
    if (value_as_double(v, &d) < 0)
        return -1;
    if (kind->size == 4) {
        float single = (float)d;
        memcpy(to, &single, sizeof single);
    } else {
        memcpy(to, &d, sizeof d);
    }
    return 0;
}

static int convert_char(Value v, uint8_t *to)
{
    if (!value_is_str(v) || as_str(v)->length != 1)
        return raise_error_int(&exc_TypeError, "array item must be unicode character");
    uint32_t point = str_point_at(as_str(v), 0);
    memcpy(to, &point, sizeof point);
    return 0;
}

/* CPython reads an item into a C type that may be wider, and then looks whether it is too large: both have their words. */
static void raise_range(const Kind *kind, Value number)
{
    bool low = int_sign(number) < 0, is_wide = int_bit_length(number) > (kind->is_signed || low || kind->size < 4 ? 63 : 64);
    int64_t plain = 0;
    const char *name = kind->name;
    if (kind->code == 'q' || kind->code == 'Q') {
        raise_error(&exc_OverflowError, low && !kind->is_signed ? "can't convert negative int to unsigned" : "int too big to convert");
    } else if (!kind->is_signed && kind->size >= 4 && low) {
        raise_error(&exc_OverflowError, "can't convert negative value to unsigned int");
    } else if (is_wide) {
        raise_error(&exc_OverflowError, "Python int too large to convert to C %s", kind->is_signed || kind->size < 4 ? "long" : "unsigned long");
    } else {
        int_fits_int64(number, &plain);
        if (kind->code == 'b' && plain != (int16_t)plain)
            name = "signed short integer";
        else if (kind->size == 2 && plain != (int32_t)plain)
            name = "signed integer";
        raise_error(&exc_OverflowError, low ? "%s is less than minimum" : "%s is greater than maximum", name);
    }
}

static int convert_int(const Kind *kind, Value v, uint8_t *to)
{
    if (!value_is_int(v) && (value_is_float(v) || !type_of(v)->to_index))
        return raise_error_int(&exc_TypeError, "'%T' object cannot be interpreted as an integer", v);
    Value number = value_index(v);
    if (!number)
        return -1;
    int64_t plain;
    uint64_t bits = 0;
    int shift = 64 - 8 * kind->size;
    bool fits = int_fits_int64(number, &plain);
    if (fits) {
        bits = (uint64_t)plain;
        fits = kind->is_signed ? (int64_t)(bits << shift) >> shift == plain : plain >= 0 && bits << shift >> shift == bits;
    } else if (!kind->is_signed && kind->size == 8 && int_sign(number) > 0 && int_bit_length(number) <= 64) {
        IntView view;
        bits = mpz_get_ui(int_view(int_plain(number), &view));
        fits = true;
    }
    if (fits)
        memcpy(to, &bits, (size_t)kind->size);
    else
        raise_range(kind, number);
    value_release(number);
    return fits ? 0 : -1;
}

static int convert(const Kind *kind, Value v, uint8_t *to)
{
    return kind->is_float ? convert_float(kind, v, to) : kind->code == 'u' ? convert_char(v, to) : convert_int(kind, v, to);
}

static int64_t *array_exports(Value self) { return &as_array(self)->exports; }
#define FIXED_SIZE "cannot resize an array that is exporting buffers"
static int check_resize(const Array *a) { return buffer_check_resize(a->exports, FIXED_SIZE); }

static int reserve(Array *a, int64_t length)
{
    if (length <= a->capacity)
        return 0;
    int64_t capacity = length + (length >> 3) + 8;
    uint8_t *data = mem_realloc_raw(a->data, (size_t)capacity * (size_t)a->kind->size);
    if (!data) {
        raise_no_memory();
        return -1;
    }
    a->data = data;
    a->capacity = capacity;
    return 0;
}

static int append(Array *a, Value v)
{
    uint8_t item[8];
    if (convert(a->kind, v, item) < 0 || check_resize(a) < 0 || reserve(a, a->length + 1) < 0)
        return -1;
    memcpy(a->data + a->length++ * a->kind->size, item, (size_t)a->kind->size);
    return 0;
}

/* items[from:to] become `count` items (of the same kind) at `data`, which is no part of the array. */
static int replace(Array *a, int64_t from, int64_t to, const uint8_t *data, int64_t count)
{
    int64_t size = a->kind->size, length = a->length - (to - from) + count;
    if ((length != a->length && check_resize(a) < 0) || reserve(a, length) < 0)
        return -1;
    assert(a->data || count == 0);
    if (a->data)
        memmove(a->data + (from + count) * size, a->data + to * size, (size_t)((a->length - to) * size));
    if (count)
        memcpy(a->data + from * size, data, (size_t)(count * size));
    a->length = length;
    return 0;
}

static int append_bytes(Array *a, const uint8_t *data, int64_t bytes)
{
    return replace(a, a->length, a->length, data, bytes / a->kind->size);
}

/* ---- making ---- */

static Value array_alloc(Type *type, const Kind *kind)
{
    Array *a = object_alloc_zeroed(type, type->size);
    if (!a)
        return VALUE_NULL;
    a->kind = kind;
    return value_of(a);
}

static int extend(Value self, Value other)
{
    Array *a = as_array(self);
    if (value_is_array(other)) {
        Array *from = as_array(other);
        if (from->kind != a->kind)
            return raise_error_int(&exc_TypeError, "can only extend with array of same kind");
        int64_t count = from->length;
        if (reserve(a, a->length + count) < 0)
            return -1;
        return count ? replace(a, a->length, a->length, from->data, count) : 0;
    }
    Value iterator = value_iter(other), item;
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (item = value_next(iterator))) {
        status = append(a, item);
        value_release(item);
    }
    value_release(iterator);
    return exc_pending() ? -1 : 0;
}

static const Kind *find_kind(Value code)
{
    if (!value_is_str(code) || as_str(code)->length != 1) {
        raise_error(&exc_TypeError, "array() argument 1 must be a unicode character, not %A", code);
        return NULL;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if ((uint32_t)kinds[i].code == str_point_at(as_str(code), 0))
            return &kinds[i];
    raise_error(&exc_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    return NULL;
}

static int frombytes(Array *a, Value data)
{
    if (!value_has_buffer(data))
        return raise_error_int(&exc_TypeError, "a bytes-like object is required, not '%T'", data);
    if (value_is_array(data) && as_array(data) == a) /* as CPython, which has itself exported here */
        return buffer_check_resize(a->length, FIXED_SIZE);
    if (buffer_check_plain(data) < 0)
        return -1;
    int64_t size;
    const uint8_t *bytes = bytes_buffer(data, &size);
    if (size % a->kind->size)
        return raise_error_int(&exc_ValueError, "bytes length not a multiple of item size");
    return append_bytes(a, bytes, size);
}

static Value array_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (type == &type_array && !native_no_keywords("array.array", kwnames))
        return VALUE_NULL;
    if (nargs < 1 || nargs > 2)
        return nargs ? raise_error(&exc_TypeError, "array() takes at most 2 arguments (%d given)", nargs)
                     : raise_error(&exc_TypeError, "array() takes at least 1 argument (0 given)");
    const Kind *kind = find_kind(args[0]);
    Value self = kind ? array_alloc(type, kind) : VALUE_NULL;
    if (!self || nargs == 1)
        return self;
    bool letters = value_is_array(args[1]) && as_array(args[1])->kind->code == 'u';
    int status = letters && kind->code != 'u'
                     ? raise_error_int(&exc_TypeError, "cannot use a unicode array to initialize an array with typecode '%c'", kind->code)
                 : value_is_bytes_like(args[1]) ? frombytes(as_array(self), args[1])
                 : value_is_str(args[1]) && kind->code != 'u'
                     ? raise_error_int(&exc_TypeError, "cannot use a str to initialize an array with typecode '%c'", kind->code)
                 : value_is_array(args[1]) && as_array(args[1])->kind != kind ? -2 : extend(self, args[1]);
    if (status == -2) { /* of another kind: item by item */
        status = 0;
        for (int64_t i = 0; status == 0 && i < as_array(args[1])->length; i++) {
            Value item = item_get(as_array(args[1]), i);
            status = item ? append(as_array(self), item) : -1;
            value_release_null(item);
        }
    }
    if (status < 0)
        value_clear(&self);
    return self;
}

static void array_dealloc(Object *self)
{
    mem_free_raw(((Array *)self)->data);
    object_free(self, self->type->size);
}

/* ---- methods ---- */

static Value none_or_raise(int status) { return status < 0 ? VALUE_NULL : VALUE_NONE; }

static Value array_append(METHOD_ARGS) { UNUSED_ARGS; return none_or_raise(append(as_array(self), args[0])); }
static Value array_frombytes(METHOD_ARGS) { UNUSED_ARGS; return none_or_raise(frombytes(as_array(self), args[0])); }
static Value array_tolist(METHOD_ARGS) { UNUSED_ARGS; return list_from_iterable(self); }

static Value array_extend(METHOD_ARGS) { UNUSED_ARGS; return none_or_raise(extend(self, args[0])); }

static Value array_fromlist(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_list(args[0]))
        return raise_error(&exc_TypeError, "arg must be list");
    int64_t before = as_array(self)->length;
    if (extend(self, args[0]) == 0)
        return VALUE_NONE;
    as_array(self)->length = before;
    return VALUE_NULL;
}

static Value array_tobytes(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    return bytes_new(a->length ? (const void *)a->data : "", (size_t)(a->length * a->kind->size));
}

static Value array_insert(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    int64_t at;
    uint8_t item[8];
    if (int_as_ssize(args[0], &at) < 0 || convert(a->kind, args[1], item) < 0)
        return VALUE_NULL;
    at = at < 0 ? (at + a->length < 0 ? 0 : at + a->length) : at > a->length ? a->length : at;
    return none_or_raise(replace(a, at, at, item, 1));
}

static Value array_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    int64_t at = -1;
    if (nargs && int_as_ssize(args[0], &at) < 0)
        return VALUE_NULL;
    if (a->length == 0)
        return raise_error(&exc_IndexError, "pop from empty array");
    at += at < 0 ? a->length : 0;
    if (at < 0 || at >= a->length)
        return raise_error(&exc_IndexError, "pop index out of range");
    Value item = item_get(a, at);
    if (item && replace(a, at, at + 1, NULL, 0) < 0)
        value_clear(&item);
    return item;
}

/* Index of the first item equal to v in from..to; -1: none, -2: exception. */
static int64_t find(Value self, Value v, int64_t from, int64_t to)
{
    for (int64_t i = from; i < to && i < as_array(self)->length; i++) {
        Value item = item_get(as_array(self), i);
        int same = item ? value_equal(item, v) : -1;
        value_release_null(item);
        if (same)
            return same < 0 ? -2 : i;
    }
    return -1;
}

static Value array_index(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t from, to;
    if (sequence_bounds(args + 1, nargs - 1, &as_array(self)->length, &from, &to) < 0)
        return VALUE_NULL;
    int64_t at = find(self, args[0], from, to);
    if (at == -1)
        return raise_error(&exc_ValueError, "array.index(x): x not in array");
    return at < 0 ? VALUE_NULL : int_from_int64(at);
}

static Value array_count(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count = 0, at = -1;
    while ((at = find(self, args[0], at + 1, INT64_MAX)) >= 0)
        count++;
    return at == -2 ? VALUE_NULL : int_from_int64(count);
}

static Value array_remove(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t at = find(self, args[0], 0, INT64_MAX);
    if (at == -1)
        return raise_error(&exc_ValueError, "array.remove(x): x not in array");
    if (at >= as_array(self)->length) /* the comparison has taken it away */
        return VALUE_NONE;
    return at < 0 ? VALUE_NULL : none_or_raise(replace(as_array(self), at, at + 1, NULL, 0));
}

static void swap_bytes(uint8_t *a, uint8_t *b, int count)
{
    for (int i = 0; i < count; i++) {
        uint8_t byte = a[i];
        a[i] = b[i];
        b[i] = byte;
    }
}

static Value array_reverse(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    int size = a->kind->size;
    for (int64_t i = 0, j = a->length - 1; i < j; i++, j--)
        swap_bytes(a->data + i * size, a->data + j * size, size);
    return VALUE_NONE;
}

static Value array_byteswap(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    int size = a->kind->size;
    for (int64_t i = 0; i < a->length; i++)
        for (int k = 0; k < size / 2; k++)
            swap_bytes(a->data + i * size + k, a->data + i * size + size - 1 - k, 1);
    return VALUE_NONE;
}

static Value array_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value result = array_alloc(type_of(self), as_array(self)->kind);
    if (result && extend(result, self) < 0)
        value_clear(&result);
    return result;
}

static Value array_tounicode(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    if (a->kind->code != 'u')
        return raise_error(&exc_ValueError, "tounicode() may only be called on unicode type arrays");
    return a->length ? str_from_points((const uint32_t *)(const void *)a->data, a->length) : str_empty();
}

static Value array_fromunicode(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!value_is_str(args[0]))
        return raise_error(&exc_TypeError, "fromunicode() argument must be str, not %A", args[0]);
    if (as_array(self)->kind->code != 'u')
        return raise_error(&exc_ValueError, "fromunicode() may only be called on unicode type arrays");
    return none_or_raise(extend(self, args[0]));
}

/* ---- files ---- */

static Value call_by_name(Value object, const char *name, Value argument)
{
    Str *key = str_intern_cstr(name);
    return key ? call_method(object, key, &argument, 1) : VALUE_NULL;
}

static Value array_fromfile(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count, size = as_array(self)->kind->size;
    if (int_as_ssize(args[1], &count) < 0)
        return VALUE_NULL;
    if (count < 0)
        return raise_error(&exc_ValueError, "negative count");
    if (count > INT64_MAX / size)
        return raise_no_memory();
    Value bytes = int_from_int64(count * size), read = bytes ? call_by_name(args[0], "read", bytes) : VALUE_NULL;
    value_release_null(bytes);
    if (!read)
        return VALUE_NULL;
    Value result = VALUE_NULL;
    if (!value_is_bytes(read)) {
        raise_error(&exc_TypeError, "read() didn't return bytes");
    } else {
        bool enough = as_bytes(read)->length == count * size; /* what there is goes in, in any case */
        if (frombytes(as_array(self), read) == 0)
            result = enough ? VALUE_NONE : raise_error(&exc_EOFError, "read() didn't return enough bytes");
    }
    value_release(read);
    return result;
}

enum { FILE_BLOCK = 64 * 1024 };

static Value array_tofile(METHOD_ARGS)
{
    UNUSED_ARGS;
    Array *a = as_array(self);
    for (int64_t at = 0; at < a->length * a->kind->size; at += FILE_BLOCK) {
        int64_t left = a->length * a->kind->size - at;
        Value block = bytes_new(a->data + at, (size_t)(left < FILE_BLOCK ? left : FILE_BLOCK));
        Value written = block ? call_by_name(args[0], "write", block) : VALUE_NULL;
        value_release_null(block);
        if (!written)
            return VALUE_NULL;
        value_release(written);
    }
    return VALUE_NONE;
}

static Value array_buffer_info(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value pair[2] = {int_from_uint64((uintptr_t)as_array(self)->data), int_from_int64(as_array(self)->length)};
    return tuple_from_made(pair, 2);
}

static Value array_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value code = str_from_point((uint32_t)as_array(self)->kind->code), list = code ? list_from_iterable(self) : VALUE_NULL;
    Value made_with = list ? tuple_pack(2, code, list) : VALUE_NULL, names = VALUE_NULL;
    int found = made_with ? value_lookup_attr(self, name___dict__, &names) : -1;
    Value result = found < 0 ? VALUE_NULL : tuple_pack(3, value_of(type_of(self)), made_with, names ? names : VALUE_NONE);
    value_release_null(names);
    value_release_null(code);
    value_release_null(list);
    value_release_null(made_with);
    return result;
}

/* ---- protocol ---- */

static int64_t array_length(Value self) { return as_array(self)->length; }

static Value array_getitem(Value self, Value key)
{
    Array *a = as_array(self);
    if (likely(value_is_small_int(key))) {
        int64_t at = value_small_int(key);
        at += at < 0 ? a->length : 0;
        return likely(at >= 0 && at < a->length) ? item_get(a, at) : raise_error(&exc_IndexError, "array index out of range");
    }
    if (value_is_slice(key)) {
        int64_t start, stop, step, count;
        if (slice_indices(key, &a->length, &start, &stop, &step, &count) < 0)
            return VALUE_NULL;
        Value result = array_alloc(&type_array, a->kind);
        if (!result || reserve(as_array(result), count) < 0) {
            value_release_null(result);
            return VALUE_NULL;
        }
        int size = a->kind->size;
        for (int64_t i = 0; i < count; i++, start += step)
            memcpy(as_array(result)->data + i * size, a->data + start * size, (size_t)size);
        as_array(result)->length = count;
        return result;
    }
    int64_t at;
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error(&exc_TypeError, "array indices must be integers");
    return sequence_position(key, &a->length, "array", "array index out of range", &at) < 0 ? VALUE_NULL : item_get(a, at);
}

/* a[slice] = array of the same kind, or del a[slice] (values NULL). */
static int set_slice(Array *a, Value key, const Array *values)
{
    int64_t start, stop, step, count, size = a->kind->size;
    if (slice_indices(key, &a->length, &start, &stop, &step, &count) < 0)
        return -1;
    if (step == 1)
        return replace(a, start, start + count, values ? values->data : NULL, values ? values->length : 0);
    if (values) {
        if (values->length != count)
            return raise_error_int(&exc_ValueError, "attempt to assign array of size %lld to extended slice of size %lld", (long long)values->length,
                                   (long long)count);
        for (int64_t i = 0; i < count; i++, start += step)
            memcpy(a->data + start * size, values->data + i * size, (size_t)size);
        return 0;
    }
    if (step < 0 && count) {
        start += (count - 1) * step;
        step = -step;
    }
    for (int64_t i = 0; i < count; i++, start += step - 1)
        replace(a, start, start + 1, NULL, 0);
    return 0;
}

static int array_setitem(Value self, Value key, Value value)
{
    Array *a = as_array(self);
    int64_t at;
    if (value_is_slice(key)) {
        if (!value)
            return set_slice(a, key, NULL);
        if (!value_is_array(value))
            return raise_error_int(&exc_TypeError, "can only assign array (not \"%T\") to array slice", value);
        if (as_array(value)->kind != a->kind)
            return raise_error_int(&exc_TypeError, "bad argument type for built-in operation");
        Value copy = value == self ? array_copy(value, NULL, 0, VALUE_NULL) : value_retain(value);
        int status = copy ? set_slice(a, key, as_array(copy)) : -1;
        value_release_null(copy);
        return status;
    }
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error_int(&exc_TypeError, "array indices must be integers");
    if (sequence_position(key, &a->length, "array", "array assignment index out of range", &at) < 0)
        return -1;
    if (!value)
        return replace(a, at, at + 1, NULL, 0);
    uint8_t item[8];
    if (convert(a->kind, value, item) < 0)
        return -1;
    if (at < a->length)
        memcpy(a->data + at * a->kind->size, item, (size_t)a->kind->size);
    return 0;
}

static int array_contains(Value self, Value v)
{
    int64_t at = find(self, v, 0, INT64_MAX);
    return at == -2 ? -1 : at >= 0;
}

static Value array_repr(Value self)
{
    Array *a = as_array(self);
    Value name = type_name_value(type_of(self)), items = VALUE_NULL, result = VALUE_NULL;
    if (name && a->length == 0)
        result = str_printf("%S('%c')", name, a->kind->code);
    else if (name && (items = a->kind->code == 'u' ? array_tounicode(self, NULL, 0, VALUE_NULL) : list_from_iterable(self)))
        result = str_printf("%S('%c', %V)", name, a->kind->code, items);
    value_release_null(name);
    value_release_null(items);
    return result;
}

static Value array_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_array(b))
        return VALUE_NOT_IMPLEMENTED;
    Value left = list_from_iterable(a), right = left ? list_from_iterable(b) : VALUE_NULL;
    Value result = right ? value_compare(left, right, op) : VALUE_NULL;
    value_release_null(left);
    value_release_null(right);
    return result;
}

static Value array_add(Value self, Value other)
{
    if (!value_is_array(other))
        return raise_error(&exc_TypeError, "can only append array (not \"%T\") to array", other);
    if (as_array(self)->kind != as_array(other)->kind)
        return raise_error(&exc_TypeError, "bad argument type for built-in operation");
    Value result = array_alloc(&type_array, as_array(self)->kind);
    if (result && (extend(result, self) < 0 || extend(result, other) < 0))
        value_clear(&result);
    return result;
}

static Value array_inplace_add(Value self, Value other)
{
    if (!value_is_array(other))
        return raise_error(&exc_TypeError, "can only extend array with array (not \"%T\")", other);
    return extend(self, other) < 0 ? VALUE_NULL : value_retain(self);
}

/* The items count times, in a new array or in place. */
static Value repeat(Value from, Value other, bool in_place)
{
    int64_t count;
    int status = sequence_repeat_count(other, &as_array(from)->length, &count);
    if (status <= 0)
        return status < 0 ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    Array *a = as_array(from);
    Value result = in_place ? value_retain(from) : array_alloc(&type_array, a->kind);
    int64_t length = a->length, size = a->kind->size;
    if (!result || (in_place && length * count != length && check_resize(a) < 0) || reserve(as_array(result), length * count) < 0) {
        value_release_null(result);
        return VALUE_NULL;
    }
    for (int64_t i = 0; length && i < count; i++)
        memmove(as_array(result)->data + i * length * size, a->data, (size_t)(length * size));
    as_array(result)->length = length * count;
    return result;
}

static Value array_multiply(Value self, Value other) { return repeat(self, other, false); }
static Value array_inplace_multiply(Value self, Value other) { return repeat(self, other, true); }

static Value get_code(Value self) { return str_from_point((uint32_t)as_array(self)->kind->code); }
static Value get_itemsize(Value self) { return int_from_int64(as_array(self)->kind->size); }

static const NativeDef array_methods[] = {
    {"append", array_append, 1, 1, 0},     {"extend", array_extend, 1, 1, 0},     {"insert", array_insert, 2, 2, 0},
    {"pop", array_pop, 0, 1, 0},           {"remove", array_remove, 1, 1, 0},     {"index", array_index, 1, 3, 0},
    {"count", array_count, 1, 1, 0},       {"reverse", array_reverse, 0, 0, 0},   {"tolist", array_tolist, 0, 0, 0},
    {"fromlist", array_fromlist, 1, 1, 0}, {"tobytes", array_tobytes, 0, 0, 0},   {"frombytes", array_frombytes, 1, 1, 0},
    {"byteswap", array_byteswap, 0, 0, 0}, {"tounicode", array_tounicode, 0, 0, 0}, {"buffer_info", array_buffer_info, 0, 0, 0},
    {"fromunicode", array_fromunicode, 1, 1, 0}, {"fromfile", array_fromfile, 2, 2, 0}, {"tofile", array_tofile, 1, 1, 0},
    {"__copy__", array_copy, 0, 0, 0},     {"__deepcopy__", array_copy, 1, 1, 0}, {"__reduce__", array_reduce, 0, 0, 0}, {0}};
static const GetSetDef array_getsets[] = {{"typecode", get_code, NULL}, {"itemsize", get_itemsize, NULL}, {0}};

static const void *array_buffer(Value self, int64_t *size)
{
    *size = as_array(self)->length * (int64_t)as_array(self)->kind->size;
    return as_array(self)->data;
}

static Type type_array = {.head = OBJECT_STATIC(&type_type), .name = "array.array", .buffer = array_buffer, .exports = array_exports, .flags = TYPE_SUBCLASSABLE | TYPE_SEQUENCE_PATTERN | TYPE_WEAKREFS, .size = sizeof(Array),
                   .base = &type_object, .new = array_new, .dealloc = array_dealloc, .repr = array_repr, .compare = array_compare,
                   .iter = sequence_iter_new, .binary = {[BINARY_ADD] = array_add, [BINARY_MUL] = array_multiply},
                   .reflected = {[BINARY_MUL] = array_multiply},
                   .inplace = {[BINARY_ADD] = array_inplace_add, [BINARY_MUL] = array_inplace_multiply},
                   .length = array_length, .getitem = array_getitem, .setitem = array_setitem, .contains = array_contains,
                   .methods = array_methods, .getsets = array_getsets};

Value module_array_init(void)
{
    static Type *const types[] = {&type_array};
    Value module = module_from_parts("array", NULL, types, 1);
    if (module && (module_set(module, "typecodes", str_from_cstr("bBuhHiIlLqQfd")) < 0 || module_set(module, "ArrayType", value_retain(value_of(&type_array))) < 0))
        value_clear(&module);
    return module;
}
