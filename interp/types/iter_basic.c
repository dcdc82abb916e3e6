/* iter_basic.c: iterators over lists, tuples, strings, dicts, sets, and over anything with __getitem__ or a callable. */
#include "iterators.h"

#include "abstract.h"
#include "attr.h"
#include "builtins.h"
#include "dict.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "list.h"
#include "names.h"
#include "native.h"
#include "set.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"

Value iter_self(Value self) { return value_retain(self); }

int64_t value_length_hint(Value v, int64_t fallback)
{
    if (type_of(v)->length) {
        int64_t length = value_length(v);
        return length >= 0 ? length : exc_clear_if(&exc_TypeError) ? fallback : -1;
    }
    bool found;
    Value hint = call_special(v, name___length_hint__, NULL, 0, &found);
    if (!found || hint == VALUE_NOT_IMPLEMENTED)
        return fallback;
    if (!hint)
        return exc_clear_if(&exc_TypeError) ? fallback : -1;
    int64_t length = -1;
    if (!value_is_int(hint))
        raise_error(&exc_TypeError, "__length_hint__ must be an integer, not %T", hint);
    else if (!int_fits_int64(hint, &length))
        raise_error(&exc_OverflowError, "Python int too large to convert to C ssize_t");
    else if (length < 0)
        raise_error(&exc_ValueError, "__length_hint__() should return >= 0");
    value_release(hint);
    return length < 0 ? -1 : length;
}

/* Common shape: the head, the container, a position. */
typedef struct ContainerIter {
    Object head;
    Value container; /* VALUE_NULL: exhausted */
    int64_t index;
} ContainerIter;

_Static_assert(offsetof(ContainerIter, container) == offsetof(ListIter, list) && offsetof(ContainerIter, container) == offsetof(DictIter, dict),
               "all keep their container at the same place");

static inline ContainerIter *as_container_iter(Value v) { return (ContainerIter *)value_object(v); }

static Value container_iter_new(Type *type, Value container, int64_t index)
{
    ContainerIter *it = object_alloc(type, sizeof *it);
    if (!it)
        return VALUE_NULL;
    it->container = value_retain(container);
    it->index = index;
    gc_track(it);
    return value_of(it);
}

static void container_iter_dealloc(Object *self)
{
    gc_untrack(self);
    value_release_null(((ContainerIter *)self)->container);
    object_free(self, self->type->size);
}

static void container_iter_traverse(Object *self, VisitFn visit, void *context) { visit(((ContainerIter *)self)->container, context); }

/* ---- what pickle and copy ask for ---- */

Value reduced_steal(Value callable, Value arguments, Value state)
{
    if (!callable || !arguments) {
        value_release_null(callable);
        value_release_null(arguments);
        value_release_null(state);
        return VALUE_NULL;
    }
    Value parts[3] = {callable, arguments, state};
    return tuple_from_steal(parts, state ? 3 : 2);
}

Value builtin_by_name(Str *name)
{
    Value v = dict_get_str(builtins_dict, name);
    return v ? value_retain(v) : raise_error(&exc_AttributeError, "%Y", name);
}

/* An exhausted iterator is one over nothing: which nothing, depends on the type. */
static Value empty_container(const Type *type)
{
    if (type == &type_list_iterator || type == &type_list_reverse_iterator)
        return list_new(0);
    return type == &type_str_iterator || type == &type_str_ascii_iterator ? str_empty() : tuple_new(0);
}

Value container_iter_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    ContainerIter *it = as_container_iter(self);
    bool reverse = it->head.type == &type_list_reverse_iterator;
    Value iter = reverse && it->container ? value_retain(value_of(&type_reversed)) : builtin_by_name(name_iter);
    Value container = it->container ? value_retain(it->container) : empty_container(it->head.type);
    Value arguments = container ? tuple_from_steal(&container, 1) : VALUE_NULL;
    return reduced_steal(iter, arguments, it->container ? int_from_int64(it->index) : VALUE_NULL);
}

static int64_t container_size(Value v)
{
    if (value_is_list(v))
        return as_list(v)->length;
    if (value_is_tuple(v))
        return as_tuple(v)->length;
    return value_is_str(v) ? as_str(v)->length : value_length(v);
}

Value container_iter_setstate(METHOD_ARGS)
{
    UNUSED_ARGS;
    ContainerIter *it = as_container_iter(self);
    int64_t index, size = 0, back = it->head.type == &type_list_reverse_iterator;
    if (!value_is_int(args[0]))
        return raise_error(&exc_TypeError, "an integer is required");
    if (int_as_ssize(args[0], &index) < 0)
        return VALUE_NULL;
    if (!it->container)
        return VALUE_NONE;
    if (it->head.type == &type_sequence_iterator)
        size = INT64_MAX;
    else if ((size = container_size(it->container)) < 0)
        return VALUE_NULL;
    it->index = index < -back ? -back : index > size - back ? size - back : index;
    return VALUE_NONE;
}

#define CONTAINER_ITER_STATE {"__reduce__", container_iter_reduce, 0, 0, 0}, {"__setstate__", container_iter_setstate, 1, 1, 0}

#define ITERATOR_TYPE(type_name)                                                                                                 \
    .head = OBJECT_STATIC(&type_type), .name = type_name, .flags = TYPE_GC, .base = &type_object, .iter = iter_self
#define CONTAINER_ITER_TYPE(type_name)                                                                                           \
    ITERATOR_TYPE(type_name), .size = sizeof(ContainerIter), .dealloc = container_iter_dealloc, .traverse = container_iter_traverse

/* ---- list ---- */

Value list_iter_new(Value list) { return container_iter_new(&type_list_iterator, list, 0); }
Value list_reverse_iter_new(Value list) { return container_iter_new(&type_list_reverse_iterator, list, as_list(list)->length - 1); }

static Value list_iter_next(Value self)
{
    ListIter *it = (ListIter *)value_object(self);
    if (!it->list)
        return VALUE_NULL;
    List *list = as_list(it->list);
    if (likely(it->index < list->length))
        return value_retain(list->items[it->index++]);
    value_clear(&it->list);
    return VALUE_NULL;
}

static Value list_reverse_iter_next(Value self)
{
    ListIter *it = (ListIter *)value_object(self);
    if (!it->list)
        return VALUE_NULL;
    List *list = as_list(it->list);
    if (likely(it->index >= 0 && it->index < list->length))
        return value_retain(list->items[it->index--]);
    it->index = -1;
    value_clear(&it->list);
    return VALUE_NULL;
}

static Value list_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    ListIter *it = (ListIter *)value_object(self);
    int64_t left = it->list ? as_list(it->list)->length - it->index : 0;
    return value_from_small_int(left > 0 ? left : 0);
}

static Value list_reverse_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    ListIter *it = (ListIter *)value_object(self);
    return value_from_small_int(it->list && as_list(it->list)->length > it->index ? it->index + 1 : 0);
}

static const NativeDef list_iter_methods[] = {{"__length_hint__", list_iter_hint, 0, 0, 0}, CONTAINER_ITER_STATE, {0}};
static const NativeDef list_reverse_iter_methods[] = {{"__length_hint__", list_reverse_iter_hint, 0, 0, 0}, CONTAINER_ITER_STATE, {0}};

Type type_list_iterator = {CONTAINER_ITER_TYPE("list_iterator"), .next = list_iter_next, .methods = list_iter_methods};
Type type_list_reverse_iterator = {CONTAINER_ITER_TYPE("list_reverseiterator"), .next = list_reverse_iter_next, .methods = list_reverse_iter_methods};

/* ---- tuple ---- */

Value tuple_iter_new(Value tuple) { return container_iter_new(&type_tuple_iterator, tuple, 0); }

static Value tuple_iter_next(Value self)
{
    TupleIter *it = (TupleIter *)value_object(self);
    if (!it->tuple)
        return VALUE_NULL;
    Tuple *tuple = as_tuple(it->tuple);
    if (likely(it->index < tuple->length))
        return value_retain(tuple->items[it->index++]);
    value_clear(&it->tuple);
    return VALUE_NULL;
}

static Value tuple_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    TupleIter *it = (TupleIter *)value_object(self);
    return value_from_small_int(it->tuple ? as_tuple(it->tuple)->length - it->index : 0);
}

static const NativeDef tuple_iter_methods[] = {{"__length_hint__", tuple_iter_hint, 0, 0, 0}, CONTAINER_ITER_STATE, {0}};
Type type_tuple_iterator = {CONTAINER_ITER_TYPE("tuple_iterator"), .next = tuple_iter_next, .methods = tuple_iter_methods};

/* ---- str ---- */

Value str_iter_new(Value str) { return container_iter_new(as_str(str)->ascii ? &type_str_ascii_iterator : &type_str_iterator, str, 0); }

static Value str_iter_next(Value self)
{
    StrIter *it = (StrIter *)value_object(self);
    if (!it->str)
        return VALUE_NULL;
    Str *str = as_str(it->str);
    if (likely(it->index < str->length))
        return str_char_at(str, it->index++);
    value_clear(&it->str);
    return VALUE_NULL;
}

static Value str_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    StrIter *it = (StrIter *)value_object(self);
    return value_from_small_int(it->str ? as_str(it->str)->length - it->index : 0);
}

static const NativeDef str_iter_methods[] = {{"__length_hint__", str_iter_hint, 0, 0, 0}, CONTAINER_ITER_STATE, {0}};
Type type_str_ascii_iterator = {CONTAINER_ITER_TYPE("str_ascii_iterator"), .next = str_iter_next, .methods = str_iter_methods};
Type type_str_iterator = {CONTAINER_ITER_TYPE("str_iterator"), .next = str_iter_next, .methods = str_iter_methods};

/* ---- dict ---- */

static inline DictIter *as_dict_iter(Value v) { return (DictIter *)value_object(v); }

static inline bool is_reverse(const Type *type)
{
    return type == &type_dict_reverse_key_iterator || type == &type_dict_reverse_value_iterator || type == &type_dict_reverse_item_iterator;
}

Value dict_iter_new(Type *type, Value dict)
{
    DictIter *it = object_alloc(type, sizeof *it);
    if (!it)
        return VALUE_NULL;
    it->dict = value_retain(dict);
    it->position = is_reverse(type) ? as_dict(dict)->entry_count - 1 : 0;
    it->length = as_dict(dict)->length;
    it->remaining = it->length;
    it->pair = VALUE_NULL;
    gc_track(it);
    return value_of(it);
}

static void dict_iter_dealloc(Object *self)
{
    gc_untrack(self);
    DictIter *it = (DictIter *)self;
    value_release_null(it->dict);
    value_release_null(it->pair);
    object_free(self, sizeof *it);
}

static void dict_iter_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((DictIter *)self)->dict, context);
    visit(((DictIter *)self)->pair, context);
}

/* The next entry, or NULL: exhausted (nothing pending) or RuntimeError. */
static inline DictEntry *dict_iter_step(DictIter *it, int direction)
{
    if (!it->dict)
        return NULL;
    Dict *dict = as_dict(it->dict);
    if (unlikely(dict->length != it->length)) {
        it->length = -1;
        raise_error(&exc_RuntimeError, "dictionary changed size during iteration");
        return NULL;
    }
    int64_t i = it->position;
    if (i >= dict->entry_count && direction < 0)
        i = dict->entry_count - 1;
    if (i == 0 && direction > 0)
        i = dict_first_entry(dict);
    while (i >= 0 && i < dict->entry_count && !dict->entries[i].key)
        i += direction;
    if (unlikely(i < 0 || i >= dict->entry_count)) {
        value_clear(&it->dict);
        return NULL;
    }
    if (unlikely(it->remaining == 0)) {
        it->length = -1;
        raise_error(&exc_RuntimeError, "dictionary keys changed during iteration");
        return NULL;
    }
    it->remaining--;
    it->position = i + direction;
    return &dict->entries[i];
}

/* (key, value) in a tuple that is reused when the caller of the last step has dropped it. */
static inline Value dict_iter_pair(DictIter *it, const DictEntry *entry)
{
    Value pair = it->pair;
    Value key = value_retain(entry->key), v = value_retain(entry->value);
    if (pair && value_object(pair)->refs == 1) {
        Tuple *tuple = as_tuple(pair);
        Value old_key = tuple->items[0], old_value = tuple->items[1];
        tuple->items[0] = key;
        tuple->items[1] = v;
        value_retain(pair);
        value_release(old_key);
        value_release(old_value);
        return pair;
    }
    pair = tuple_new(2);
    if (!pair) {
        value_release(key);
        value_release(v);
        return VALUE_NULL;
    }
    as_tuple(pair)->items[0] = key;
    as_tuple(pair)->items[1] = v;
    value_set_steal(&it->pair, value_retain(pair));
    return pair;
}

#define DICT_ITER_NEXT(name, direction)                                                                                          \
    static Value dict_##name##_key_next(Value self)                                                                              \
    {                                                                                                                            \
        DictEntry *entry = dict_iter_step(as_dict_iter(self), direction);                                                        \
        return entry ? value_retain(entry->key) : VALUE_NULL;                                                                    \
    }                                                                                                                            \
    static Value dict_##name##_value_next(Value self)                                                                            \
    {                                                                                                                            \
        DictEntry *entry = dict_iter_step(as_dict_iter(self), direction);                                                        \
        return entry ? value_retain(entry->value) : VALUE_NULL;                                                                  \
    }                                                                                                                            \
    static Value dict_##name##_item_next(Value self)                                                                             \
    {                                                                                                                            \
        DictEntry *entry = dict_iter_step(as_dict_iter(self), direction);                                                        \
        return entry ? dict_iter_pair(as_dict_iter(self), entry) : VALUE_NULL;                                                   \
    }
DICT_ITER_NEXT(forward, 1)
DICT_ITER_NEXT(reverse, -1)
#undef DICT_ITER_NEXT

static Value dict_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    DictIter *it = as_dict_iter(self);
    return value_from_small_int(it->dict && it->length == as_dict(it->dict)->length ? it->remaining : 0);
}

/* (iter, (what is left,)): of a copy, so that the iterator itself stays where it is. */
static Value dict_iter_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    DictIter *it = as_dict_iter(self), *copy = it->dict ? object_alloc(it->head.type, sizeof *copy) : NULL;
    Value left = it->dict ? VALUE_NULL : list_new(0);
    if (copy) {
        copy->dict = value_retain(it->dict);
        copy->position = it->position;
        copy->length = it->length;
        copy->remaining = it->remaining;
        copy->pair = VALUE_NULL;
        gc_track(copy);
        left = list_from_iterable(value_of(copy));
        value_release(value_of(copy));
    }
    Value arguments = left ? tuple_from_steal(&left, 1) : VALUE_NULL;
    return reduced_steal(builtin_by_name(name_iter), arguments, VALUE_NULL);
}

static const NativeDef dict_iter_methods[] = {{"__length_hint__", dict_iter_hint, 0, 0, 0}, {"__reduce__", dict_iter_reduce, 0, 0, 0}, {0}};

#define DICT_ITER_TYPE(type_name)                                                                                                \
    ITERATOR_TYPE(type_name), .size = sizeof(DictIter), .dealloc = dict_iter_dealloc, .traverse = dict_iter_traverse,             \
        .methods = dict_iter_methods

Type type_dict_key_iterator = {DICT_ITER_TYPE("dict_keyiterator"), .next = dict_forward_key_next};
Type type_dict_value_iterator = {DICT_ITER_TYPE("dict_valueiterator"), .next = dict_forward_value_next};
Type type_dict_item_iterator = {DICT_ITER_TYPE("dict_itemiterator"), .next = dict_forward_item_next};
Type type_dict_reverse_key_iterator = {DICT_ITER_TYPE("dict_reversekeyiterator"), .next = dict_reverse_key_next};
Type type_dict_reverse_value_iterator = {DICT_ITER_TYPE("dict_reversevalueiterator"), .next = dict_reverse_value_next};
Type type_dict_reverse_item_iterator = {DICT_ITER_TYPE("dict_reverseitemiterator"), .next = dict_reverse_item_next};

/* ---- set ---- */

typedef struct SetIter {
    Object head;
    Value set;
    int64_t position;
    int64_t length, remaining;
} SetIter;

Value set_iter_new(Value set)
{
    SetIter *it = object_alloc(&type_set_iterator, sizeof *it);
    if (!it)
        return VALUE_NULL;
    it->set = value_retain(set);
    it->position = 0;
    it->length = it->remaining = as_set(set)->length;
    gc_track(it);
    return value_of(it);
}

static Value set_iter_next(Value self)
{
    SetIter *it = (SetIter *)value_object(self);
    if (!it->set)
        return VALUE_NULL;
    if (as_set(it->set)->length != it->length) {
        it->length = -1;
        return raise_error(&exc_RuntimeError, "Set changed size during iteration");
    }
    Value v;
    if (!set_next(as_set(it->set), &it->position, &v)) {
        value_clear(&it->set);
        return VALUE_NULL;
    }
    it->remaining--;
    return value_retain(v);
}

static Value set_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    SetIter *it = (SetIter *)value_object(self);
    return value_from_small_int(it->set && it->length == as_set(it->set)->length ? it->remaining : 0);
}

static Value set_iter_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    SetIter *it = (SetIter *)value_object(self), *copy = it->set ? object_alloc(it->head.type, sizeof *copy) : NULL;
    Value left = it->set ? VALUE_NULL : list_new(0);
    if (copy) {
        copy->set = value_retain(it->set);
        copy->position = it->position;
        copy->length = it->length;
        copy->remaining = it->remaining;
        gc_track(copy);
        left = list_from_iterable(value_of(copy));
        value_release(value_of(copy));
    }
    Value arguments = left ? tuple_from_steal(&left, 1) : VALUE_NULL;
    return reduced_steal(builtin_by_name(name_iter), arguments, VALUE_NULL);
}

static const NativeDef set_iter_methods[] = {{"__length_hint__", set_iter_hint, 0, 0, 0}, {"__reduce__", set_iter_reduce, 0, 0, 0}, {0}};
Type type_set_iterator = {
    ITERATOR_TYPE("set_iterator"),
    .size = sizeof(SetIter),
    .dealloc = container_iter_dealloc,
    .traverse = container_iter_traverse,
    .next = set_iter_next,
    .methods = set_iter_methods,
};

/* ---- anything with __getitem__ ---- */

Value sequence_iter_new(Value object) { return container_iter_new(&type_sequence_iterator, object, 0); }

static Value sequence_iter_next(Value self)
{
    ContainerIter *it = as_container_iter(self);
    if (!it->container)
        return VALUE_NULL;
    Value v = value_getitem(it->container, value_from_small_int(it->index));
    if (v) {
        it->index++;
        return v;
    }
    if (exc_clear_if(&exc_IndexError) || exc_clear_if(&exc_StopIteration))
        value_clear(&it->container);
    return VALUE_NULL;
}

static Value sequence_iter_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    ContainerIter *it = as_container_iter(self);
    if (!it->container || !type_of(it->container)->length)
        return it->container ? VALUE_NOT_IMPLEMENTED : value_from_small_int(0);
    int64_t length = value_length(it->container);
    if (length < 0)
        return VALUE_NULL;
    return value_from_small_int(length > it->index ? length - it->index : 0);
}

static const NativeDef sequence_iter_methods[] = {{"__length_hint__", sequence_iter_hint, 0, 0, 0}, CONTAINER_ITER_STATE, {0}};
Type type_sequence_iterator = {CONTAINER_ITER_TYPE("iterator"), .next = sequence_iter_next, .methods = sequence_iter_methods};

/* ---- iter(callable, sentinel) ---- */

typedef struct CallableIter {
    Object head;
    Value callable; /* VALUE_NULL: exhausted */
    Value sentinel;
} CallableIter;

Value callable_iter_new(Value callable, Value sentinel)
{
    CallableIter *it = object_alloc(&type_callable_iterator, sizeof *it);
    if (!it)
        return VALUE_NULL;
    it->callable = value_retain(callable);
    it->sentinel = value_retain(sentinel);
    gc_track(it);
    return value_of(it);
}

static Value callable_iter_next(Value self)
{
    CallableIter *it = (CallableIter *)value_object(self);
    if (!it->callable)
        return VALUE_NULL;
    Value callable = value_retain(it->callable);
    Value v = call_value0(callable);
    value_release(callable);
    if (!v) {
        if (exc_clear_if(&exc_StopIteration)) {
            value_clear(&it->callable);
            value_clear(&it->sentinel);
        }
        return VALUE_NULL;
    }
    if (!it->callable) { /* ended by the call itself */
        value_release(v);
        return VALUE_NULL;
    }
    Value sentinel = value_retain(it->sentinel);
    int equal = value_equal(sentinel, v);
    value_release(sentinel);
    if (equal == 0)
        return v;
    if (equal > 0) {
        value_clear(&it->callable);
        value_clear(&it->sentinel);
    }
    value_release(v);
    return VALUE_NULL;
}

static void callable_iter_dealloc(Object *self)
{
    gc_untrack(self);
    CallableIter *it = (CallableIter *)self;
    value_release_null(it->callable);
    value_release_null(it->sentinel);
    object_free(self, sizeof *it);
}

static void callable_iter_traverse(Object *self, VisitFn visit, void *context)
{
    visit(((CallableIter *)self)->callable, context);
    visit(((CallableIter *)self)->sentinel, context);
}

static Value callable_iter_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    CallableIter *it = (CallableIter *)value_object(self);
    Value iter = builtin_by_name(name_iter);
    if (it->callable)
        return reduced_steal(iter, tuple_pack(2, it->callable, it->sentinel), VALUE_NULL);
    Value empty = tuple_new(0);
    return reduced_steal(iter, tuple_from_made(&empty, 1), VALUE_NULL);
}

static const NativeDef callable_iter_methods[] = {{"__reduce__", callable_iter_reduce, 0, 0, 0}, {0}};

Type type_callable_iterator = {
    ITERATOR_TYPE("callable_iterator"),
    .size = sizeof(CallableIter),
    .dealloc = callable_iter_dealloc,
    .traverse = callable_iter_traverse,
    .next = callable_iter_next,
    .methods = callable_iter_methods,
};
