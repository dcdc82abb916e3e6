/* bytes_iter.c: iterators over bytes and bytearray, and readying the text types. */
#include "exceptions.h"
#include "type.h"
#include "types/bytes_methods.h"
#include "types/iterators.h"
#include "types/str.h"

typedef struct BytesIter {
    Object head;
    Value bytes; /* VALUE_NULL: exhausted */
    int64_t index;
} BytesIter;

static BytesIter *as_iter(Value v) { return (BytesIter *)value_object(v); }

Value bytes_iter_new(Value bytes)
{
    BytesIter *it = object_alloc(value_is_bytearray(bytes) ? &type_bytearray_iterator : &type_bytes_iterator, sizeof *it);
    if (!it)
        return VALUE_NULL;
    it->bytes = value_retain(bytes);
    it->index = 0;
    return value_of(it);
}

static void bytes_iter_dealloc(Object *self)
{
    value_release_null(((BytesIter *)self)->bytes);
    object_free(self, sizeof(BytesIter));
}

static Value bytes_iter_next(Value self)
{
    BytesIter *it = as_iter(self);
    if (!it->bytes)
        return VALUE_NULL;
    if (it->index < as_bytes(it->bytes)->length)
        return value_from_small_int(as_bytes(it->bytes)->data[it->index++]);
    value_clear(&it->bytes);
    return VALUE_NULL;
}

static Value bytes_iter_length_hint(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    BytesIter *it = as_iter(self);
    int64_t left = it->bytes ? as_bytes(it->bytes)->length - it->index : 0;
    return value_from_small_int(left > 0 ? left : 0);
}

static const NativeDef bytes_iter_methods[] = {
    { "__length_hint__", bytes_iter_length_hint, 0, 0, 0 },
    { "__reduce__", container_iter_reduce, 0, 0, 0 },
    { "__setstate__", container_iter_setstate, 1, 1, 0 },
    { 0 },
};

#define BYTES_ITERATOR(type_name)                                                                                                \
    .head = OBJECT_STATIC(&type_type), .name = type_name, .size = sizeof(BytesIter), .base = &type_object,                       \
    .dealloc = bytes_iter_dealloc, .iter = iter_self, .next = bytes_iter_next, .methods = bytes_iter_methods

Type type_bytes_iterator = { BYTES_ITERATOR("bytes_iterator") };
Type type_bytearray_iterator = { BYTES_ITERATOR("bytearray_iterator") };

int text_types_init(void)
{
    static Type *const types[] = { &type_str, &type_bytes, &type_bytearray, &type_bytes_iterator, &type_bytearray_iterator };
    return type_ready_all(types, sizeof types / sizeof *types);
}
