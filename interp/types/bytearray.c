/* bytearray.c: the mutable bytearray. Reading slots and methods are those of bytes. */
#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "mem.h"
#include "options.h"
#include "types/bytes_methods.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/memoryview.h"
#include "types/sequence.h"
#include "types/slice.h"
#include "types/str.h"
#include "warn.h"

#define RANGE_ERROR "byte must be in range(0, 256)"

#define SIZE_IS_FIXED "Existing exports of data: object cannot be re-sized"

static int64_t *bytearray_exports(Value self) { return &as_bytes(self)->exports; }

static int reserve(Bytes *b, size_t length)
{
    if (length + 1 <= (size_t)b->capacity)
        return 0;
    size_t capacity = length + length / 8 + 16;
    uint8_t *data = length > (size_t)1 << 36 ? NULL : mem_realloc_raw(b->data, capacity);
    if (!data) {
        raise_no_memory();
        return -1;
    }
    b->data = data;
    b->capacity = (int64_t)capacity;
    return 0;
}

static Bytes *bytearray_alloc(Type *type, const void *content, size_t length)
{
    Bytes *b = object_alloc_zeroed(type, type->size);
    if (!b)
        return NULL;
    b->exports = 0;
    if (reserve(b, length) < 0) {
        object_free(b, type->size);
        return NULL;
    }
    if (content && length)
        memcpy(b->data, content, length);
    b->length = (int64_t)length;
    b->data[length] = 0;
    return b;
}

Value bytearray_new(const void *data, size_t length) { return value_of(bytearray_alloc(&type_bytearray, data, length)); }

static Value bytearray_type_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Bytes *b = bytearray_alloc(type, NULL, 0);
    if (b && type_has(type, TYPE_GC))
        gc_track(b);
    return value_of(b);
}

static int bytearray_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Value content = bytes_from_arguments("bytearray(source=, encoding=, errors=)", args, nargs, kwnames);
    if (!content)
        return -1;
    Bytes *b = as_bytes(self), *from = as_bytes(content);
    int done = from->length == b->length ? 0 : buffer_check_resize(b->exports, SIZE_IS_FIXED);
    if (done == 0 && (done = reserve(b, (size_t)from->length)) == 0) {
        memcpy(b->data, from->data, (size_t)from->length + 1);
        b->length = from->length;
    }
    value_release(content);
    return done;
}

static void bytearray_dealloc(Object *self)
{
    mem_free_raw(((Bytes *)self)->data);
    object_free(self, self->type->size);
}

static Value bytearray_repr(Value self)
{
    Value inner = bytes_repr(self);
    if (!inner)
        return VALUE_NULL;
    Value result = str_printf("%s(%S)", type_of(self)->name, inner);
    value_release(inner);
    return result;
}

static Value bytearray_str(Value self)
{
    return unlikely(options.bytes_warning) && warn_here(&exc_BytesWarning, "str() on a bytearray instance") < 0 ? VALUE_NULL : bytearray_repr(self);
}

/* Replace data[from:to] by `length` bytes, which may be part of the array itself. */
static int splice(Bytes *b, int64_t from, int64_t to, const uint8_t *data, int64_t length)
{
    uint8_t *copy = NULL;
    int64_t grown = length - (to - from);
    if (grown && buffer_check_resize(b->exports, SIZE_IS_FIXED) < 0)
        return -1;
    if (length && data >= b->data && data < b->data + b->capacity) {
        if (!(copy = mem_alloc_raw((size_t)length))) {
            raise_no_memory();
            return -1;
        }
        memcpy(copy, data, (size_t)length);
        data = copy;
    }
    int done = grown > 0 ? reserve(b, (size_t)(b->length + grown)) : 0;
    if (done == 0) {
        memmove(b->data + from + length, b->data + to, (size_t)(b->length - to) + 1);
        if (length)
            memcpy(b->data + from, data, (size_t)length);
        b->length += grown;
    }
    mem_free_raw(copy);
    return done;
}

/* `content`: NULL deletes; not the array's own. */
static int assign_slice(Bytes *b, Value key, const Bytes *content)
{
    int64_t start, stop, step, count;
    if (slice_indices(key, &b->length, &start, &stop, &step, &count) < 0)
        return -1;
    if (step == 1)
        return splice(b, start, start + count, content ? content->data : NULL, content ? content->length : 0);
    if (content && content->length) {
        if (content->length != count)
            return raise_error_int(&exc_ValueError, "attempt to assign bytes of size %lld to extended slice of size %lld",
                                   (long long)content->length, (long long)count);
        for (int64_t i = 0; i < count; i++)
            b->data[start + i * step] = content->data[i];
        return 0;
    }
    int done = 0; /* CPython deletes also when nothing is assigned to an extended slice */
    for (int64_t i = 0; done == 0 && i < count; i++) { /* from the right end, so that positions stay */
        int64_t at = step > 0 ? start + (count - 1 - i) * step : start + i * step;
        done = splice(b, at, at + 1, NULL, 0);
    }
    return done;
}

/* What is not a bytearray becomes one first, and then, as in CPython, the key is asked again. */
static int set_slice(Bytes *b, Value key, Value value)
{
    if (!value || (value_is_bytearray(value) && as_bytes(value) != b))
        return assign_slice(b, key, value ? as_bytes(value) : NULL);
    int64_t start, stop, step, count;
    if (slice_indices(key, &b->length, &start, &stop, &step, &count) < 0)
        return -1;
    if (value_is_str(value) || value_is_number(value))
        return raise_error_int(&exc_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    Value content = bytes_from_arguments("bytearray(source=, encoding=, errors=)", &value, 1, VALUE_NULL);
    int done = content ? assign_slice(b, key, as_bytes(content)) : -1;
    value_release_null(content);
    return done;
}

static int bytearray_setitem(Value self, Value key, Value value)
{
    Bytes *b = as_bytes(self);
    if (value_is_slice(key))
        return set_slice(b, key, value);
    uint8_t byte = 0;
    int64_t i;
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error_int(&exc_TypeError, "bytearray indices must be integers or slices, not %.200T", key);
    if (value_as_index(key, &i, &exc_IndexError) < 0 || (value && !bytes_byte_value(value, &byte, RANGE_ERROR)))
        return -1;
    if (i < 0) /* the length is asked for now that no __index__ runs any more */
        i += b->length;
    if (i < 0 || i >= b->length)
        return raise_error_int(&exc_IndexError, "bytearray index out of range");
    if (!value)
        return splice(b, i, i + 1, NULL, 0);
    b->data[i] = byte;
    return 0;
}

static Value bytearray_rpercent(Value self, Value format) { return value_is_bytearray(format) ? bytes_percent(format, self) : VALUE_NOT_IMPLEMENTED; }

static Value bytearray_add(Value a, Value b)
{
    if (!value_has_buffer(b) && value_may_reflect(b, BINARY_ADD))
        return VALUE_NOT_IMPLEMENTED;
    return bytes_concat(a, b);
}

static Value bytearray_inplace_add(Value self, Value other)
{
    if (!buffer_is_plain(other))
        return raise_error(&exc_TypeError, "can't concat %.100T to %.100T", other, self);
    Bytes *b = as_bytes(self);
    if (self == other && b->length) /* as CPython, which has itself exported here */
        return raise_error(&exc_BufferError, SIZE_IS_FIXED);
    int64_t size;
    const uint8_t *data = bytes_buffer(other, &size);
    return splice(b, b->length, b->length, data, size) < 0 ? VALUE_NULL : value_retain(self);
}

static Value bytearray_inplace_multiply(Value self, Value count)
{
    Value repeated = bytes_repeat(self, count);
    if (!repeated || repeated == VALUE_NOT_IMPLEMENTED)
        return repeated;
    Bytes *b = as_bytes(self), *from = as_bytes(repeated);
    int done = splice(b, 0, b->length, from->data, from->length);
    value_release(repeated);
    return done < 0 ? VALUE_NULL : value_retain(self);
}

/* ---- methods ---- */

#define METHOD(name) static Value bytearray_##name(Value self, const Value *args, int nargs, Value kwnames)
#define UNUSED_ARGUMENTS (void)args, (void)nargs, (void)kwnames

METHOD(append)
{
    UNUSED_ARGUMENTS;
    uint8_t byte;
    if (!bytes_byte_value(args[0], &byte, RANGE_ERROR))
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    if (buffer_check_resize(b->exports, SIZE_IS_FIXED) < 0 || reserve(b, (size_t)b->length + 1) < 0)
        return VALUE_NULL;
    b->data[b->length++] = byte;
    b->data[b->length] = 0;
    return VALUE_NONE;
}

METHOD(extend)
{
    UNUSED_ARGUMENTS;
    Value content;
    if (value_has_buffer(args[0])) {
        if (!buffer_is_plain(args[0]))
            return raise_error(&exc_TypeError, "can't set bytearray slice from %.100T", args[0]);
        content = bytes_from_arguments("bytearray(source=, encoding=, errors=)", args, 1, VALUE_NULL);
    } else {
        Value iterator = value_iter(args[0]);
        if (!iterator && exc_matches(&exc_TypeError))
            return raise_error(&exc_TypeError, "can't extend bytearray with %.100T", args[0]);
        if (iterator && value_length_hint(args[0], 0) < 0)
            value_clear(&iterator);
        content = iterator ? bytes_from_iterator_steal(iterator, RANGE_ERROR) : VALUE_NULL;
    }
    if (!content)
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    int done = splice(b, b->length, b->length, as_bytes(content)->data, as_bytes(content)->length);
    value_release(content);
    return done < 0 ? VALUE_NULL : VALUE_NONE;
}

METHOD(insert)
{
    UNUSED_ARGUMENTS;
    int64_t i;
    uint8_t byte;
    if (int_as_ssize(args[0], &i) < 0 || !bytes_byte_value(args[1], &byte, RANGE_ERROR))
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    i = i < 0 ? i + b->length : i;
    i = i < 0 ? 0 : i > b->length ? b->length : i;
    return splice(b, i, i, &byte, 1) < 0 ? VALUE_NULL : VALUE_NONE;
}

METHOD(pop)
{
    (void)kwnames;
    int64_t i = -1;
    if (nargs && int_as_ssize(args[0], &i) < 0)
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    if (b->length == 0)
        return raise_error(&exc_IndexError, "pop from empty bytearray");
    i = i < 0 ? i + b->length : i;
    if (i < 0 || i >= b->length)
        return raise_error(&exc_IndexError, "pop index out of range");
    uint8_t byte = b->data[i];
    return splice(b, i, i + 1, NULL, 0) < 0 ? VALUE_NULL : value_from_small_int(byte);
}

METHOD(remove)
{
    UNUSED_ARGUMENTS;
    uint8_t byte;
    if (!bytes_byte_value(args[0], &byte, RANGE_ERROR))
        return VALUE_NULL;
    Bytes *b = as_bytes(self);
    uint8_t *at = memchr(b->data, byte, (size_t)b->length);
    if (!at)
        return raise_error(&exc_ValueError, "value not found in bytearray");
    return splice(b, at - b->data, at - b->data + 1, NULL, 0) < 0 ? VALUE_NULL : VALUE_NONE;
}

METHOD(clear)
{
    UNUSED_ARGUMENTS;
    if (as_bytes(self)->length && buffer_check_resize(as_bytes(self)->exports, SIZE_IS_FIXED) < 0)
        return VALUE_NULL;
    as_bytes(self)->length = 0;
    as_bytes(self)->data[0] = 0;
    return VALUE_NONE;
}

METHOD(copy)
{
    UNUSED_ARGUMENTS;
    return bytearray_new(as_bytes(self)->data, (size_t)as_bytes(self)->length);
}

METHOD(reverse)
{
    UNUSED_ARGUMENTS;
    Bytes *b = as_bytes(self);
    for (int64_t i = 0, j = b->length - 1; i < j; i++, j--) {
        uint8_t byte = b->data[i];
        b->data[i] = b->data[j];
        b->data[j] = byte;
    }
    return VALUE_NONE;
}

METHOD(fromhex)
{
    UNUSED_ARGUMENTS;
    Value exact = bytes_fromhex("bytearray", args[0]);
    if (!exact)
        return VALUE_NULL;
    Value result = call_value1(self, exact);
    value_release(exact);
    return result;
}

static const NativeDef bytearray_method_table[] = {
    BYTES_METHOD_ROWS,
    { "append", bytearray_append, 1, 1, 0 },
    { "clear", bytearray_clear, 0, 0, 0 },
    { "copy", bytearray_copy, 0, 0, 0 },
    { "extend", bytearray_extend, 1, 1, 0 },
    { "fromhex", bytearray_fromhex, 1, 1, NATIVE_CLASS },
    { "insert", bytearray_insert, 2, 2, 0 },
    { "pop", bytearray_pop, 0, 1, 0 },
    { "remove", bytearray_remove, 1, 1, 0 },
    { "reverse", bytearray_reverse, 0, 0, 0 },
    { 0 },
};

Type type_bytearray = {
    .head = OBJECT_STATIC(&type_type),
    .name = "bytearray",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Bytes),
    .base = &type_object,
    .exports = bytearray_exports,
    .new = bytearray_type_new,
    .init = bytearray_init,
    .dealloc = bytearray_dealloc,
    .repr = bytearray_repr,
    .str = bytearray_str,
    .compare = bytes_compare,
    .truth = bytes_truth,
    .iter = bytes_iter_new,
    .binary = { [BINARY_ADD] = bytearray_add, [BINARY_MUL] = bytes_repeat, [BINARY_MOD] = bytes_percent },
    .reflected = { [BINARY_MUL] = bytes_repeat, [BINARY_MOD] = bytearray_rpercent },
    .inplace = { [BINARY_ADD] = bytearray_inplace_add, [BINARY_MUL] = bytearray_inplace_multiply },
    .length = bytes_length,
    .getitem = bytes_getitem,
    .setitem = bytearray_setitem,
    .contains = bytes_contains,
    .methods = bytearray_method_table,
};
