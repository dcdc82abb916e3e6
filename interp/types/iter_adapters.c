/* iter_adapters.c: enumerate, zip, map, filter and reversed. */
#include "iterators.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "native.h"
#include "slice.h"
#include "slot_calls.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

#define ADAPTER_TYPE(type_name)                                                                                                  \
    .head = OBJECT_STATIC(&type_type), .name = type_name, .flags = TYPE_GC | TYPE_SUBCLASSABLE, .base = &type_object, .iter = iter_self

/* ---- enumerate ---- */

static Value enumerate_alloc(Type *type, Value iterable, Value start)
{
    Value index = start ? value_index(start) : value_from_small_int(0);
    Value iterator = index ? value_iter(iterable) : VALUE_NULL;
    EnumerateIter *it = iterator ? object_alloc(type, type->size) : NULL;
    if (!it) {
        value_release_null(iterator);
        value_release_null(index);
        return VALUE_NULL;
    }
    it->iterator = iterator;
    it->index = index;
    it->pair = VALUE_NULL;
    gc_track(it);
    return value_of(it);
}

Value enumerate_new(Value iterable, Value start) { return enumerate_alloc(&type_enumerate, iterable, start); }

static Value enumerate_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    Value bound[2] = {VALUE_NULL, VALUE_NULL};
    if (nargs == 1 && !kwnames)
        bound[0] = args[0];
    else if (nargs == 0 && !kwnames)
        return raise_error(&exc_TypeError, "enumerate() missing required argument 'iterable'");
    else if (nargs == 0 && as_tuple(kwnames)->length == 1) { /* no other name will do */
        if (!native_bind("enumerate(iterable=)", args, nargs, kwnames, bound))
            return VALUE_NULL;
    } else if (!native_bind("enumerate(iterable, start=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    return enumerate_alloc(type, bound[0], bound[1]);
}

static Value next_of_any(Value iterator)
{
    Value (*next)(Value) = type_of(iterator)->next;
    if (unlikely(next == slot_next))
        return slot_next_raising(iterator);
    return likely(next != NULL) ? next(iterator) : value_next(iterator);
}

/* value_next that leaves the StopIteration of a Python __next__ or of a generator pending: it has a value. */
__attribute__((always_inline)) static inline Value next_keeping_stop(Value iterator)
{
    const Type *type = value_object(iterator)->type;
    if (type == &type_list_iterator) { /* the most frequent, in place */
        ListIter *it = (ListIter *)value_object(iterator);
        if (likely(it->list && it->index < as_list(it->list)->length))
            return value_retain(as_list(it->list)->items[it->index++]);
    } else if (type == &type_tuple_iterator) {
        TupleIter *it = (TupleIter *)value_object(iterator);
        if (likely(it->tuple && it->index < as_tuple(it->tuple)->length))
            return value_retain(as_tuple(it->tuple)->items[it->index++]);
    }
    return next_of_any(iterator);
}

static Value enumerate_next(Value self)
{
    EnumerateIter *it = (EnumerateIter *)value_object(self);
    Value item = next_keeping_stop(it->iterator);
    if (!item)
        return VALUE_NULL;
    Value index = it->index;
    if (likely(value_is_small_int(index) && index != value_from_small_int(SMALL_INT_MAX))) {
        it->index = index + 2;
    } else {
        Value next = int_binary(BINARY_ADD, index, value_from_small_int(1));
        if (!next) {
            value_release(item);
            return VALUE_NULL;
        }
        it->index = next;
    }
    Value pair = it->pair;
    if (pair && value_object(pair)->refs == 1) { /* the last result was dropped: use it again */
        Tuple *tuple = as_tuple(pair);
        Value old_index = tuple->items[0], old_item = tuple->items[1];
        tuple->items[0] = index;
        tuple->items[1] = item;
        value_retain(pair);
        value_release(old_index);
        value_release(old_item);
        return pair;
    }
    Value items[2] = {index, item};
    pair = tuple_from_steal(items, 2);
    if (pair)
        value_set_steal(&it->pair, value_retain(pair));
    return pair;
}

static void enumerate_dealloc(Object *self)
{
    gc_untrack(self);
    EnumerateIter *it = (EnumerateIter *)self;
    value_release(it->iterator);
    value_release_null(it->index);
    value_release_null(it->pair);
    object_free(self, self->type->size);
}

static void enumerate_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((EnumerateIter *)self)->iterator, context);
    visit(((EnumerateIter *)self)->pair, context);
}

static Value enumerate_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    EnumerateIter *it = (EnumerateIter *)value_object(self);
    return reduced_steal(value_retain(value_of(it->head.type)), tuple_pack(2, it->iterator, it->index), VALUE_NULL);
}

static const NativeDef enumerate_methods[] = {{"__reduce__", enumerate_reduce, 0, 0, 0}, {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};

Type type_enumerate = {
    ADAPTER_TYPE("enumerate"),
    .size = sizeof(EnumerateIter),
    .new = enumerate_construct,
    .dealloc = enumerate_dealloc,
    .traverse = enumerate_traverse,
    .next = enumerate_next,
    .methods = enumerate_methods,
};

/* ---- zip and map: a function (or none) over several iterators ---- */

typedef struct MultiIter {
    Object head;
    Value function;  /* map's; VALUE_NULL in zip */
    Value iterators; /* tuple */
    Value pair;      /* zip: the last result, used again when nobody else holds it */
    bool strict;
} MultiIter;

static inline MultiIter *as_multi(Value v) { return (MultiIter *)value_object(v); }

static Value multi_new(Type *type, Value function, const Value *iterables, int count, bool strict)
{
    Value iterators = tuple_new(count);
    for (int i = 0; iterators && i < count; i++) {
        as_tuple(iterators)->items[i] = value_iter(iterables[i]);
        if (!as_tuple(iterators)->items[i])
            value_clear(&iterators);
    }
    MultiIter *it = iterators ? object_alloc(type, type->size) : NULL;
    if (!it) {
        value_release_null(iterators);
        return VALUE_NULL;
    }
    it->function = value_retain_null(function);
    it->iterators = iterators;
    it->pair = VALUE_NULL;
    it->strict = strict;
    gc_track(it);
    return value_of(it);
}

static void multi_dealloc(Object *self)
{
    gc_untrack(self);
    MultiIter *it = (MultiIter *)self;
    value_release_null(it->function);
    value_release(it->iterators);
    value_release_null(it->pair);
    object_free(self, self->type->size);
}

static void multi_traverse(Object *self, VisitFn visit, void *context)
{
    MultiIter *it = (MultiIter *)self;
    visit(it->function, context);
    visit(it->iterators, context);
    visit(it->pair, context);
}

static Value zip_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    bool strict = false;
    if (kwnames && as_tuple(kwnames)->length) {
        Value bound[1];
        if (!native_bind("zip(*, strict=)", args + nargs, 0, kwnames, bound))
            return VALUE_NULL;
        int truth = bound[0] ? value_truth(bound[0]) : 0;
        if (truth < 0)
            return VALUE_NULL;
        strict = truth;
    }
    return multi_new(type, VALUE_NULL, args, nargs, strict);
}

/* A strict zip whose iterator number i ended first, or (i 0) ended: the others must end too. */
static Value zip_check_strict(Tuple *iterators, int64_t i)
{
    if (i > 0)
        return raise_error(&exc_ValueError, i == 1 ? "zip() argument %ld is shorter than argument 1" : "zip() argument %ld is shorter than arguments 1-%ld",
                           (long)i + 1, (long)i);
    for (i = 1; i < iterators->length; i++) {
        Value item = value_next(iterators->items[i]);
        if (item) {
            value_release(item);
            return raise_error(&exc_ValueError, i == 1 ? "zip() argument %ld is longer than argument 1" : "zip() argument %ld is longer than arguments 1-%ld",
                               (long)i + 1, (long)i);
        }
        if (exc_pending())
            break;
    }
    return VALUE_NULL;
}

static Value zip_next(Value self)
{
    MultiIter *it = as_multi(self);
    Tuple *iterators = as_tuple(it->iterators);
    int64_t count = iterators->length;
    if (count == 0)
        return VALUE_NULL;
    Value result = it->pair;
    bool reuse = result && value_object(result)->refs == 1;
    if (reuse)
        value_retain(result);
    else if (!(result = tuple_new(count)))
        return VALUE_NULL;
    Value *items = as_tuple(result)->items;
    for (int64_t i = 0; i < count; i++) {
        Value item = unlikely(it->strict) ? value_next(iterators->items[i]) : next_keeping_stop(iterators->items[i]);
        if (unlikely(!item)) {
            value_release(result);
            return it->strict && !exc_pending() ? zip_check_strict(iterators, i) : VALUE_NULL;
        }
        value_set_steal(&items[i], item);
    }
    if (!reuse)
        value_set_steal(&it->pair, value_retain(result));
    return result;
}

static Value zip_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    MultiIter *it = as_multi(self);
    return reduced_steal(value_retain(value_of(it->head.type)), value_retain(it->iterators), it->strict ? VALUE_TRUE : VALUE_NULL);
}

static Value zip_setstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    int truth = value_truth(args[0]);
    if (truth < 0)
        return VALUE_NULL;
    as_multi(self)->strict = truth;
    return VALUE_NONE;
}

static const NativeDef zip_methods[] = {{"__reduce__", zip_reduce, 0, 0, 0}, {"__setstate__", zip_setstate, 1, 1, 0}, {0}};

Type type_zip = {
    ADAPTER_TYPE("zip"),
    .size = sizeof(MultiIter),
    .new = zip_construct,
    .dealloc = multi_dealloc,
    .traverse = multi_traverse,
    .next = zip_next,
    .methods = zip_methods,
};

static Value map_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && as_tuple(kwnames)->length && type->init == type_map.init)
        return raise_error(&exc_TypeError, "map() takes no keyword arguments");
    if (nargs < 2)
        return raise_error(&exc_TypeError, "map() must have at least two arguments.");
    return multi_new(type, args[0], args + 1, nargs - 1, false);
}

enum { MAP_INLINE_ARGS = 8 };

static Value map_next(Value self)
{
    MultiIter *it = as_multi(self);
    Tuple *iterators = as_tuple(it->iterators);
    int64_t count = iterators->length, ready = 0;
    Value inline_args[MAP_INLINE_ARGS], *args = inline_args, result = VALUE_NULL;
    if (count > MAP_INLINE_ARGS) {
        args = mem_alloc_raw((size_t)count * sizeof *args);
        if (!args)
            return raise_no_memory();
    }
    while (ready < count && (args[ready] = next_keeping_stop(iterators->items[ready])))
        ready++;
    if (ready == count)
        result = call_value(it->function, args, (int)count, VALUE_NULL);
    while (ready > 0)
        value_release(args[--ready]);
    if (args != inline_args)
        mem_free_raw(args);
    return result;
}

static Value map_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    MultiIter *it = as_multi(self);
    int64_t count = as_tuple(it->iterators)->length;
    Value arguments = tuple_new(count + 1);
    for (int64_t i = 0; arguments && i <= count; i++)
        as_tuple(arguments)->items[i] = value_retain(i ? as_tuple(it->iterators)->items[i - 1] : it->function);
    return reduced_steal(value_retain(value_of(it->head.type)), arguments, VALUE_NULL);
}

static const NativeDef map_methods[] = {{"__reduce__", map_reduce, 0, 0, 0}, {0}};

Type type_map = {
    ADAPTER_TYPE("map"),
    .size = sizeof(MultiIter),
    .new = map_construct,
    .dealloc = multi_dealloc,
    .traverse = multi_traverse,
    .next = map_next,
    .methods = map_methods,
};

/* ---- filter ---- */

typedef struct FilterIter {
    Object head;
    Value function, iterator;
} FilterIter;

static Value filter_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && as_tuple(kwnames)->length && type->init == type_filter.init)
        return raise_error(&exc_TypeError, "filter() takes no keyword arguments");
    if (nargs != 2)
        return raise_error(&exc_TypeError, "filter expected 2 arguments, got %d", nargs);
    Value iterator = value_iter(args[1]);
    FilterIter *it = iterator ? object_alloc(type, type->size) : NULL;
    if (!it) {
        value_release_null(iterator);
        return VALUE_NULL;
    }
    it->function = value_retain(args[0]);
    it->iterator = iterator;
    gc_track(it);
    return value_of(it);
}

static Value filter_next(Value self)
{
    FilterIter *it = (FilterIter *)value_object(self);
    bool plain_truth = it->function == VALUE_NONE || it->function == value_of(&type_bool);
    Value item;
    while ((item = next_keeping_stop(it->iterator))) {
        int keep;
        if (plain_truth) {
            keep = value_truth(item);
        } else {
            Value answer = call_value1(it->function, item);
            keep = answer ? value_truth(answer) : -1;
            value_release_null(answer);
        }
        if (keep > 0)
            return item;
        value_release(item);
        if (keep < 0)
            return VALUE_NULL;
    }
    return VALUE_NULL;
}

static void filter_dealloc(Object *self)
{
    gc_untrack(self);
    FilterIter *it = (FilterIter *)self;
    value_release(it->function);
    value_release(it->iterator);
    object_free(self, self->type->size);
}

static void filter_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((FilterIter *)self)->function, context);
    visit(((FilterIter *)self)->iterator, context);
}

static Value filter_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    FilterIter *it = (FilterIter *)value_object(self);
    return reduced_steal(value_retain(value_of(it->head.type)), tuple_pack(2, it->function, it->iterator), VALUE_NULL);
}

static const NativeDef filter_methods[] = {{"__reduce__", filter_reduce, 0, 0, 0}, {0}};

Type type_filter = {
    ADAPTER_TYPE("filter"),
    .size = sizeof(FilterIter),
    .new = filter_construct,
    .dealloc = filter_dealloc,
    .traverse = filter_traverse,
    .next = filter_next,
    .methods = filter_methods,
};

/* ---- reversed ---- */

typedef struct ReversedIter {
    Object head;
    Value sequence; /* VALUE_NULL: exhausted */
    int64_t index;  /* of the next item */
} ReversedIter;

static Value reversed_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && as_tuple(kwnames)->length && type->init == type_reversed.init)
        return raise_error(&exc_TypeError, "reversed() takes no keyword arguments");
    if (nargs != 1)
        return raise_error(&exc_TypeError, "reversed expected 1 argument, got %d", nargs);
    Value v = args[0];
    if (value_is_exactly(v, &type_list) && type == &type_reversed)
        return list_reverse_iter_new(v);
    Value method = type_lookup(type_of(v), name___reversed__);
    if (method && method != VALUE_NONE) {
        bool found;
        return call_special(v, name___reversed__, NULL, 0, &found);
    }
    if (method == VALUE_NONE || !type_is_sequence(type_of(v)) || type_has(type_of(v), TYPE_MAPPING_PATTERN))
        return raise_error(&exc_TypeError, "'%T' object is not reversible", v);
    int64_t length = value_length(v);
    ReversedIter *it = length < 0 ? NULL : object_alloc(type, type->size);
    if (!it)
        return VALUE_NULL;
    it->sequence = value_retain(v);
    it->index = length - 1;
    gc_track(it);
    return value_of(it);
}

static Value reversed_next(Value self)
{
    ReversedIter *it = (ReversedIter *)value_object(self);
    if (!it->sequence)
        return VALUE_NULL;
    if (it->index >= 0) {
        Value item = value_is_exactly(it->sequence, &type_tuple) ? value_retain(as_tuple(it->sequence)->items[it->index])
                                                                 : value_getitem(it->sequence, value_from_small_int(it->index));
        if (item) {
            it->index--;
            return item;
        }
        if (!exc_clear_if(&exc_IndexError) && !exc_clear_if(&exc_StopIteration))
            return VALUE_NULL;
    }
    it->index = -1;
    value_clear(&it->sequence);
    return VALUE_NULL;
}

static Value reversed_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    ReversedIter *it = (ReversedIter *)value_object(self);
    if (!it->sequence)
        return value_from_small_int(0);
    int64_t length = value_length(it->sequence);
    if (length < 0)
        return VALUE_NULL;
    return value_from_small_int(length < it->index + 1 ? 0 : it->index + 1);
}

static void reversed_dealloc(Object *self)
{
    gc_untrack(self);
    value_release_null(((ReversedIter *)self)->sequence);
    object_free(self, self->type->size);
}

static void reversed_traverse(Object *self, VisitFn visit, void *context) { visit(((ReversedIter *)self)->sequence, context); }

static Value reversed_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    ReversedIter *it = (ReversedIter *)value_object(self);
    Value sequence = it->sequence ? value_retain(it->sequence) : tuple_new(0);
    return reduced_steal(value_retain(value_of(it->head.type)), tuple_from_made(&sequence, 1), it->sequence ? int_from_int64(it->index) : VALUE_NULL);
}

static Value reversed_setstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    ReversedIter *it = (ReversedIter *)value_object(self);
    int64_t index;
    if (value_as_index(args[0], &index, &exc_OverflowError) < 0)
        return VALUE_NULL;
    if (!it->sequence)
        return VALUE_NONE;
    int64_t length = value_length(it->sequence);
    if (length < 0)
        return VALUE_NULL;
    if (it->sequence)
        it->index = index < -1 ? -1 : index > length - 1 ? length - 1 : index;
    return VALUE_NONE;
}

static const NativeDef reversed_methods[] = {{"__length_hint__", reversed_hint, 0, 0, 0}, {"__reduce__", reversed_reduce, 0, 0, 0},
                                             {"__setstate__", reversed_setstate, 1, 1, 0}, {0}};

Type type_reversed = {
    ADAPTER_TYPE("reversed"),
    .size = sizeof(ReversedIter),
    .new = reversed_construct,
    .dealloc = reversed_dealloc,
    .traverse = reversed_traverse,
    .next = reversed_next,
    .methods = reversed_methods,
};
