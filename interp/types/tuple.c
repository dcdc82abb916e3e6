/* tuple.c */
#include "tuple.h"

#include <stdarg.h>

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "thread.h"
#include "generic_alias.h"
#include "iterators.h"
#include "list.h"
#include "sequence.h"
#include "slice.h"
#include "str.h"

static Value empty; /* the one (), made on first use, immortal */

static Value tuple_alloc(Type *type, int64_t length)
{
    Tuple *tuple = object_alloc(type, type->size + (size_t)length * sizeof(Value));
    if (!tuple)
        return VALUE_NULL;
    tuple->length = length;
    for (int64_t i = 0; i < length; i++)
        tuple->items[i] = VALUE_NULL;
    return value_of(tuple);
}

Value tuple_empty(void)
{
    if (unlikely(!empty)) {
        empty = tuple_alloc(&type_tuple, 0);
        if (!empty)
            return VALUE_NULL;
    }
    return value_retain(empty);
}

Value tuple_new(int64_t length)
{
    if (length == 0)
        return tuple_empty();
    Value tuple = tuple_alloc(&type_tuple, length);
    if (tuple)
        gc_track(as_tuple(tuple));
    return tuple;
}

Value tuple_from(const Value *items, int64_t length)
{
    Value tuple = tuple_new(length);
    if (tuple)
        for (int64_t i = 0; i < length; i++)
            as_tuple(tuple)->items[i] = value_retain(items[i]);
    return tuple;
}

Value tuple_from_steal(const Value *items, int64_t length)
{
    Value tuple = tuple_new(length);
    if (tuple && length)
        memcpy(as_tuple(tuple)->items, items, (size_t)length * sizeof *items);
    if (!tuple)
        for (int64_t i = 0; i < length; i++)
            value_release(items[i]);
    return tuple;
}

Value tuple_from_made(const Value *items, int64_t length)
{
    bool whole = true;
    for (int64_t i = 0; i < length; i++)
        whole &= items[i] != VALUE_NULL;
    if (whole)
        return tuple_from_steal(items, length);
    for (int64_t i = 0; i < length; i++)
        value_release_null(items[i]);
    return VALUE_NULL;
}

Value tuple_pack(int count, ...)
{
    Value tuple = tuple_new(count);
    if (!tuple)
        return VALUE_NULL;
    va_list items;
    va_start(items, count);
    for (int i = 0; i < count; i++)
        as_tuple(tuple)->items[i] = value_retain(va_arg(items, Value));
    va_end(items);
    return tuple;
}

Value tuple_from_iterable(Value iterable)
{
    if (value_is_exactly(iterable, &type_tuple))
        return value_retain(iterable);
    if (value_is_exactly(iterable, &type_list))
        return list_to_tuple(as_list(iterable));
    Value list = list_from_iterable(iterable);
    if (!list)
        return VALUE_NULL;
    List *l = as_list(list);
    Value tuple = tuple_from_steal(l->items, l->length);
    l->length = 0;
    value_release(list);
    return tuple;
}

Value tuple_slice(Tuple *tuple, int64_t from, int64_t to)
{
    if (from == 0 && to == tuple->length && tuple->head.type == &type_tuple)
        return value_retain(value_of(tuple));
    return tuple_from(tuple->items + from, to - from);
}

/* ---- life cycle ---- */

static Value tuple_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value iterable = VALUE_NULL;
    if (kwnames && type->init == type_tuple.init)
        return raise_error(&exc_TypeError, "tuple() takes no keyword arguments");
    if (nargs > 1)
        return raise_error(&exc_TypeError, "tuple expected at most 1 argument, got %d", nargs);
    if (nargs)
        iterable = args[0];
    Value plain = iterable ? tuple_from_iterable(iterable) : tuple_empty();
    if (!plain || type == &type_tuple)
        return plain;
    Tuple *from = as_tuple(plain);
    size_t size = type->size + (size_t)from->length * sizeof(Value);
    Tuple *tuple = object_alloc_zeroed(type, size);
    if (tuple) {
        tuple->length = from->length;
        for (int64_t i = 0; i < from->length; i++)
            tuple->items[i] = value_retain(from->items[i]);
        gc_track(tuple);
    }
    value_release(plain);
    return value_of(tuple);
}

static void tuple_dealloc(Object *self)
{
    Tuple *tuple = (Tuple *)self;
    gc_untrack(self);
    for (int64_t i = tuple->length; i-- > 0;)
        value_release_null(tuple->items[i]);
    object_free(tuple, self->type->size + (size_t)tuple->length * sizeof(Value));
}

static void tuple_traverse(Object *self, VisitFn visit, void *context)
{
    Tuple *tuple = (Tuple *)self;
    for (int64_t i = 0; i < tuple->length; i++)
        visit(tuple->items[i], context);
}

/* ---- protocol ---- */

static Value tuple_repr(Value self)
{
    int64_t length = as_tuple(self)->length;
    if (length == 0)
        return str_from_cstr("()");
    return sequence_repr(self, "(", length == 1 ? ",)" : ")", "(...)");
}

/* xxHash as CPython applies it, so that sets of tuples iterate in CPython's order where the items' hashes agree. */
static int64_t tuple_hash(Value self)
{
    const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
    Tuple *tuple = as_tuple(self);
    uint64_t acc = prime5;
    if (thread_check_c_stack(" while calculating a hash") < 0)
        return -1;
    for (int64_t i = 0; i < tuple->length; i++) {
        int64_t lane = value_hash(tuple->items[i]);
        if (lane == -1)
            return -1;
        acc += (uint64_t)lane * prime2;
        acc = (acc << 31 | acc >> 33) * prime1;
    }
    acc += (uint64_t)tuple->length ^ (prime5 ^ 3527539u);
    return acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
}

static Value tuple_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_tuple(a) || !value_is_tuple(b))
        return VALUE_NOT_IMPLEMENTED;
    return sequence_compare(a, b, op);
}

static Value tuple_concat(Value self, Value other)
{
    if (!value_is_tuple(other)) {
        if (value_may_reflect(other, BINARY_ADD))
            return VALUE_NOT_IMPLEMENTED;
        return raise_error(&exc_TypeError, "can only concatenate tuple (not \"%T\") to tuple", other);
    }
    Tuple *a = as_tuple(self), *b = as_tuple(other);
    if (b->length == 0 && value_is_exactly(self, &type_tuple))
        return value_retain(self);
    if (a->length == 0 && value_is_exactly(other, &type_tuple))
        return value_retain(other);
    Value result = tuple_new(a->length + b->length);
    if (!result)
        return VALUE_NULL;
    Value *to = as_tuple(result)->items;
    for (int64_t i = 0; i < a->length; i++)
        *to++ = value_retain(a->items[i]);
    for (int64_t i = 0; i < b->length; i++)
        *to++ = value_retain(b->items[i]);
    return result;
}

static Value tuple_repeat(Value self, Value other)
{
    int64_t count;
    Tuple *tuple = as_tuple(self);
    int known = sequence_repeat_count(other, &tuple->length, &count);
    if (known <= 0)
        return known < 0 ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    if (count == 1 && value_is_exactly(self, &type_tuple))
        return value_retain(self);
    Value result = tuple_new(tuple->length * count);
    if (!result)
        return VALUE_NULL;
    Value *to = as_tuple(result)->items;
    if (tuple->length)
        for (int64_t k = 0; k < count; k++)
            for (int64_t i = 0; i < tuple->length; i++)
                *to++ = value_retain(tuple->items[i]);
    return result;
}

static int64_t tuple_length(Value self) { return as_tuple(self)->length; }

static Value tuple_getitem(Value self, Value key)
{
    Tuple *tuple = as_tuple(self);
    if (value_is_exactly(key, &type_slice)) {
        int64_t start, stop, step, count;
        if (slice_indices(key, &tuple->length, &start, &stop, &step, &count) < 0)
            return VALUE_NULL;
        if (step == 1)
            return tuple_slice(tuple, start, start + count);
        Value result = tuple_new(count);
        if (result)
            for (int64_t i = 0; i < count; i++)
                as_tuple(result)->items[i] = value_retain(tuple->items[start + i * step]);
        return result;
    }
    int64_t i;
    if (sequence_position(key, &tuple->length, "tuple", "tuple index out of range", &i) < 0)
        return VALUE_NULL;
    return value_retain(tuple->items[i]);
}

static int tuple_contains(Value self, Value item)
{
    Tuple *tuple = as_tuple(self);
    for (int64_t i = 0; i < tuple->length; i++) {
        int equal = value_equal(tuple->items[i], item);
        if (equal)
            return equal;
    }
    return 0;
}

/* ---- methods ---- */

static Value tuple_count(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    Tuple *tuple = as_tuple(self);
    int64_t count = 0;
    for (int64_t i = 0; i < tuple->length; i++) {
        int equal = value_equal(tuple->items[i], args[0]);
        if (equal < 0)
            return VALUE_NULL;
        count += equal;
    }
    return value_from_small_int(count);
}

static Value tuple_index(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    Tuple *tuple = as_tuple(self);
    int64_t start, stop;
    if (sequence_bounds(args + 1, nargs - 1, &tuple->length, &start, &stop) < 0)
        return VALUE_NULL;
    for (int64_t i = start; i < stop && i < tuple->length; i++) {
        int equal = value_equal(tuple->items[i], args[0]);
        if (equal)
            return equal < 0 ? VALUE_NULL : value_from_small_int(i);
    }
    return raise_error(&exc_ValueError, "tuple.index(x): x not in tuple");
}

static Value tuple_getnewargs(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Value copy = tuple_from(as_tuple(self)->items, as_tuple(self)->length);
    if (!copy)
        return VALUE_NULL;
    return tuple_from_steal(&copy, 1);
}

static const NativeDef tuple_methods[] = {
    {"count", tuple_count, 1, 1, 0},
    {"index", tuple_index, 1, 3, 0},
    {"__getnewargs__", tuple_getnewargs, 0, 0, 0},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {0},
};

Type type_tuple = {
    .head = OBJECT_STATIC(&type_type),
    .name = "tuple",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_TUPLE | TYPE_SEQUENCE_PATTERN,
    .size = sizeof(Tuple),
    .base = &type_object,
    .new = tuple_construct,
    .dealloc = tuple_dealloc,
    .traverse = tuple_traverse,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .iter = tuple_iter_new,
    .binary = {[BINARY_ADD] = tuple_concat, [BINARY_MUL] = tuple_repeat},
    .reflected = {[BINARY_MUL] = tuple_repeat},
    .length = tuple_length,
    .getitem = tuple_getitem,
    .contains = tuple_contains,
    .methods = tuple_methods,
};
