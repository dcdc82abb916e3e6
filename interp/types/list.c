/* list.c: storage and the operators; the methods are in list_methods.c. */
#include "list.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "iterators.h"
#include "list_methods.h"
#include "mem.h"
#include "sequence.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"

#include <assert.h>

/* ---- storage ---- */

/* Short item arrays come from the free lists of objects, longer ones from malloc, which can grow them in place. */
enum { SMALL_ITEMS = MEM_SMALL_MAX / sizeof(Value) };

static inline Value *items_alloc(int64_t capacity)
{
    size_t size = (size_t)capacity * sizeof(Value);
    return capacity <= SMALL_ITEMS ? mem_alloc(size) : mem_alloc_raw(size);
}

void list_items_free(Value *items, int64_t capacity)
{
    if (!items)
        return;
    if (capacity <= SMALL_ITEMS)
        mem_free(items, (size_t)capacity * sizeof(Value));
    else
        mem_free_raw(items);
}

int list_resize_items(List *list, int64_t capacity)
{
    Value *items;
    if (list->capacity > SMALL_ITEMS && capacity > SMALL_ITEMS) {
        items = mem_realloc_raw(list->items, (size_t)capacity * sizeof *items);
    } else {
        items = items_alloc(capacity);
        if (items && list->items) {
            memcpy(items, list->items, (size_t)list->length * sizeof *items);
            list_items_free(list->items, list->capacity);
        }
    }
    if (!items) {
        raise_no_memory();
        return -1;
    }
    list->items = items;
    list->capacity = capacity;
    return 0;
}

int list_reserve(List *list, int64_t capacity)
{
    if (capacity <= list->capacity)
        return 0;
    if (list->capacity < 0) { /* list_sort has the items and notices a change of capacity */
        list->capacity = 0;
        list->items = NULL;
    }
    if (capacity > INT64_MAX / (int64_t)sizeof(Value) / 2) {
        raise_no_memory();
        return -1;
    }
    return list_resize_items(list, capacity);
}

static int list_grow(List *list, int64_t length)
{
    return list_reserve(list, length + (length >> 2) + 4);
}

Value list_new(int64_t capacity)
{
    List *list = object_alloc(&type_list, sizeof *list);
    if (unlikely(!list))
        return VALUE_NULL;
    list->length = list->capacity = 0;
    list->items = NULL;
    if (capacity > 0) {
        if (unlikely(capacity > INT64_MAX / (int64_t)sizeof(Value) / 2) || unlikely(!(list->items = items_alloc(capacity)))) {
            object_release(list);
            return raise_no_memory();
        }
        list->capacity = capacity;
    }
    gc_track(list);
    return value_of(list);
}

Value list_from(const Value *items, int64_t length)
{
    Value list = list_new(length);
    if (list) {
        Value *to = as_list(list)->items;
        for (int64_t i = 0; i < length; i++)
            to[i] = value_retain(items[i]);
        as_list(list)->length = length;
    }
    return list;
}

Value list_from_steal(const Value *items, int64_t length)
{
    Value list = list_new(length);
    assert(length >= 0);
    if (list && length) {
        memcpy(as_list(list)->items, items, (size_t)length * sizeof *items);
        as_list(list)->length = length;
    }
    if (!list)
        for (int64_t i = 0; i < length; i++)
            value_release(items[i]);
    return list;
}

Value list_from_iterable(Value iterable)
{
    Value list = list_new(0);
    if (list && list_extend(list, iterable) < 0) {
        value_release(list);
        return VALUE_NULL;
    }
    return list;
}

Value list_from_iterator(Value iterable, const char *refusal)
{
    if (value_is_exactly(iterable, &type_list) || value_is_exactly(iterable, &type_tuple))
        return list_from_iterable(iterable);
    Value iterator = value_iter(iterable);
    if (!iterator)
        return exc_clear_if(&exc_TypeError) ? raise_error(&exc_TypeError, "%s", refusal) : VALUE_NULL;
    Value list = list_from_iterable(iterator);
    value_release(iterator);
    return list;
}

int list_append_steal(Value list, Value v)
{
    List *l = as_list(list);
    if (unlikely(l->length >= l->capacity) && list_grow(l, l->length + 1) < 0) {
        value_release(v);
        return -1;
    }
    l->items[l->length++] = v;
    return 0;
}

int list_append(Value list, Value v)
{
    return list_append_steal(list, value_retain(v));
}

static int make_room_for(List *list, int64_t length)
{
    return length <= list->capacity ? 0 : list->length ? list_grow(list, length) : list_reserve(list, length);
}

static int extend_by_characters(List *list, const Str *s)
{
    int64_t length = list->length + s->length;
    if (make_room_for(list, length) < 0)
        return -1;
    for (int64_t i = 0; i < s->length; i++) {
        Value character = str_char_at(s, i);
        if (!character)
            return -1;
        list->items[list->length++] = character;
    }
    return 0;
}

int list_extend(Value list, Value iterable)
{
    List *l = as_list(list);
    bool from_list = value_is_exactly(iterable, &type_list);
    if (from_list || value_is_exactly(iterable, &type_tuple)) {
        int64_t count = from_list ? as_list(iterable)->length : as_tuple(iterable)->length;
        if (count == 0)
            return 0;
        int64_t length = l->length + count;
        if (make_room_for(l, length) < 0)
            return -1;
        const Value *from = from_list ? as_list(iterable)->items : as_tuple(iterable)->items;
        Value *to = l->items + l->length;
        for (int64_t i = 0; i < count; i++)
            to[i] = value_retain(from[i]);
        l->length = length;
        return 0;
    }
    if (value_is_exactly(iterable, &type_str))
        return extend_by_characters(l, as_str(iterable));
    Value iterator = value_iter(iterable);
    if (!iterator)
        return -1;
    int64_t hint = value_length_hint(iterable, 0);
    if (hint < 0 || (hint > 0 && hint < 1 << 24 && list_reserve(l, l->length + hint) < 0)) {
        value_release(iterator);
        return -1;
    }
    Value v;
    while ((v = value_next(iterator)))
        if (list_append_steal(list, v) < 0)
            break;
    value_release(iterator);
    return exc_pending() ? -1 : 0;
}

int list_insert(List *list, int64_t index, Value v)
{
    if (list->length >= list->capacity && list_grow(list, list->length + 1) < 0)
        return -1;
    if (index < 0 && (index += list->length) < 0)
        index = 0;
    if (index > list->length)
        index = list->length;
    memmove(list->items + index + 1, list->items + index, (size_t)(list->length - index) * sizeof(Value));
    list->items[index] = value_retain(v);
    list->length++;
    return 0;
}

Value list_slice(List *list, int64_t from, int64_t to)
{
    gc_make_room(1);
    if (to > list->length)
        to = list->length;
    return from < to ? list_from(list->items + from, to - from) : list_new(0);
}

Value list_to_tuple(List *list)
{
    gc_make_room(1);
    return tuple_from(list->items, list->length);
}

int list_replace(List *list, int64_t from, int64_t to, const Value *items, int64_t count)
{
    int64_t removed = to - from, tail = list->length - to;
    Value *recycled = NULL;
    if (removed) {
        recycled = mem_alloc_raw((size_t)removed * sizeof *recycled);
        if (!recycled) {
            raise_no_memory();
            return -1;
        }
        memcpy(recycled, list->items + from, (size_t)removed * sizeof *recycled);
    }
    int64_t length = list->length - removed + count;
    if (length > list->capacity && list_grow(list, length) < 0) {
        mem_free_raw(recycled);
        return -1;
    }
    if (count != removed && tail)
        memmove(list->items + from + count, list->items + to, (size_t)tail * sizeof(Value));
    for (int64_t i = 0; i < count; i++)
        list->items[from + i] = value_retain(items[i]);
    list->length = length;
    for (int64_t i = removed; i-- > 0;) /* last: releasing runs arbitrary code */
        value_release(recycled[i]);
    mem_free_raw(recycled);
    return 0;
}

/* ---- life cycle ---- */

void list_drop_items(List *list)
{
    if (!list->items)
        return;
    Value *items = list->items;
    int64_t length = list->length, capacity = list->capacity;
    list->items = NULL;
    list->length = list->capacity = 0;
    for (int64_t i = length; i-- > 0;)
        value_release_null(items[i]);
    list_items_free(items, capacity);
}

static Value list_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (type == &type_list)
        return list_new(0);
    List *list = object_alloc_zeroed(type, type->size); /* no items */
    if (list)
        gc_track(list);
    return value_of(list);
}

static int list_init(Value self, const Value *args, int nargs, Value kwnames)
{
    if (kwnames && as_tuple(kwnames)->length && type_of(self)->new == list_construct)
        return raise_error_int(&exc_TypeError, "list() takes no keyword arguments");
    if (nargs > 1)
        return raise_error_int(&exc_TypeError, "list expected at most 1 argument, got %d", nargs);
    if (as_list(self)->length)
        list_drop_items(as_list(self));
    return nargs ? list_extend(self, args[0]) : 0;
}

static void list_dealloc(Object *self)
{
    gc_untrack(self);
    List *list = (List *)self;
    if (list->items)
        list_drop_items(list);
    object_free(self, self->type->size);
}

static void list_traverse(Object *self, VisitFn visit, void *context)
{
    List *list = (List *)self;
    for (int64_t i = 0; i < list->length; i++)
        visit(list->items[i], context);
}

static void list_clear_slot(Object *self)
{
    list_drop_items((List *)self);
}

/* ---- operators ---- */

static Value list_repr(Value self)
{
    if (as_list(self)->length == 0)
        return str_from_cstr("[]");
    return sequence_repr(self, "[", "]", "[...]");
}

static Value list_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_list(a) || !value_is_list(b))
        return VALUE_NOT_IMPLEMENTED;
    return sequence_compare(a, b, op);
}

static Value list_concat(Value self, Value other)
{
    if (!value_is_list(other)) {
        if (value_may_reflect(other, BINARY_ADD))
            return VALUE_NOT_IMPLEMENTED;
        return raise_error(&exc_TypeError, "can only concatenate list (not \"%T\") to list", other);
    }
    List *a = as_list(self), *b = as_list(other);
    gc_make_room(1);
    Value result = list_new(a->length + b->length);
    if (!result)
        return VALUE_NULL;
    Value *to = as_list(result)->items;
    assert(to || (a->length == 0 && b->length == 0));
    for (int64_t i = 0; i < a->length; i++)
        *to++ = value_retain(a->items[i]);
    for (int64_t i = 0; i < b->length; i++)
        *to++ = value_retain(b->items[i]);
    as_list(result)->length = a->length + b->length;
    return result;
}

static Value list_repeat(Value self, Value other)
{
    int64_t count;
    List *list = as_list(self);
    int known = sequence_repeat_count(other, &list->length, &count);
    if (known <= 0)
        return known < 0 ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    Value result = list_new(list->length * count);
    if (!result || !list->length)
        return result;
    Value *to = as_list(result)->items;
    assert(to || count == 0);
    if (list->length == 1) {
        Value item = list->items[0];
        if (value_is_object(item))
            value_object(item)->refs += (uint32_t)count;
        for (int64_t k = 0; k < count; k++)
            to[k] = item;
    } else {
        for (int64_t k = 0; k < count; k++)
            for (int64_t i = 0; i < list->length; i++)
                *to++ = value_retain(list->items[i]);
    }
    as_list(result)->length = list->length * count;
    return result;
}

static Value list_inplace_concat(Value self, Value other)
{
    return list_extend(self, other) < 0 ? VALUE_NULL : value_retain(self);
}

static Value list_inplace_repeat(Value self, Value other)
{
    int64_t count;
    List *list = as_list(self);
    int known = sequence_repeat_count(other, &list->length, &count);
    if (known <= 0)
        return known < 0 ? VALUE_NULL : VALUE_NOT_IMPLEMENTED;
    if (count == 0) {
        list_drop_items(list);
        return value_retain(self);
    }
    int64_t length = list->length;
    if (list_reserve(list, length * count) < 0)
        return VALUE_NULL;
    for (int64_t i = length; i < length * count; i++)
        list->items[i] = value_retain(list->items[i - length]);
    list->length = length * count;
    return value_retain(self);
}

static int64_t list_length(Value self) { return as_list(self)->length; }

static Value list_getitem(Value self, Value key)
{
    List *list = as_list(self);
    if (value_is_exactly(key, &type_slice)) {
        int64_t start, stop, step, count;
        if (slice_indices(key, &list->length, &start, &stop, &step, &count) < 0)
            return VALUE_NULL;
        if (step == 1)
            return list_slice(list, start, start + count);
        Value result = list_new(count);
        if (result) {
            for (int64_t i = 0; i < count; i++)
                as_list(result)->items[i] = value_retain(list->items[start + i * step]);
            as_list(result)->length = count;
        }
        return result;
    }
    int64_t i;
    if (sequence_position(key, &list->length, "list", "list index out of range", &i) < 0)
        return VALUE_NULL;
    return value_retain(list->items[i]);
}

/* del list[start:…:step] with step != 1 */
static int list_delete_stepped(List *list, int64_t start, int64_t step, int64_t count)
{
    if (count == 0)
        return 0;
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    Value *garbage = mem_alloc_raw((size_t)count * sizeof *garbage);
    if (!garbage) {
        raise_no_memory();
        return -1;
    }
    int64_t to = start, taken = 0;
    for (int64_t from = start; from < list->length; from++) {
        if (taken < count && from == start + taken * step)
            garbage[taken++] = list->items[from];
        else
            list->items[to++] = list->items[from];
    }
    list->length = to;
    for (int64_t i = 0; i < count; i++)
        value_release(garbage[i]);
    mem_free_raw(garbage);
    return 0;
}

static int list_set_stepped(List *list, int64_t start, int64_t step, int64_t count, const List *from)
{
    if (from->length != count)
        return raise_error_int(&exc_ValueError, "attempt to assign sequence of size %ld to extended slice of size %ld",
                               (long)from->length, (long)count);
    if (count == 0)
        return 0;
    Value *garbage = mem_alloc_raw((size_t)count * sizeof *garbage);
    if (!garbage) {
        raise_no_memory();
        return -1;
    }
    for (int64_t i = 0; i < count; i++) {
        garbage[i] = list->items[start + i * step];
        list->items[start + i * step] = value_retain(from->items[i]);
    }
    for (int64_t i = 0; i < count; i++)
        value_release(garbage[i]);
    mem_free_raw(garbage);
    return 0;
}

static int list_set_slice(List *list, Value slice, Value v)
{
    SliceRange asked, range;
    Value source = VALUE_NULL;
    if (slice_range(slice, &asked) < 0)
        return -1;
    range = asked;
    slice_clip(&range, list->length);
    if (v) {
        if (value_is_exactly(v, &type_list) && value_object(v) != &list->head) {
            source = value_retain(v);
        } else {
            int64_t length = list->length;
            source = list_from_iterator(v, range.step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
            if (!source)
                return -1;
            if (list->length < length) { /* the iterable ran and took items away; CPython clips once more what it has clipped, if it can */
                if (range.step != 1)
                    range = asked;
                slice_clip(&range, list->length);
            }
        }
    }
    int result;
    if (range.step == 1)
        result = list_replace(list, range.start, range.start + range.count, source ? as_list(source)->items : NULL, source ? as_list(source)->length : 0);
    else if (!source)
        result = list_delete_stepped(list, range.start, range.step, range.count);
    else
        result = list_set_stepped(list, range.start, range.step, range.count, as_list(source));
    value_release_null(source);
    return result;
}

static int list_setitem(Value self, Value key, Value v)
{
    List *list = as_list(self);
    if (value_is_exactly(key, &type_slice))
        return list_set_slice(list, key, v);
    int64_t i;
    if (sequence_position(key, &list->length, "list", "list assignment index out of range", &i) < 0)
        return -1;
    Value old = list->items[i];
    if (v) {
        list->items[i] = value_retain(v);
    } else {
        memmove(list->items + i, list->items + i + 1, (size_t)(list->length - i - 1) * sizeof(Value));
        list->length--;
    }
    value_release(old);
    return 0;
}

static int list_contains(Value self, Value item)
{
    List *list = as_list(self);
    for (int64_t i = 0; i < list->length; i++) {
        Value x = list->items[i];
        if (x == item)
            return 1;
        value_retain(x);
        int equal = value_equal(x, item);
        value_release(x);
        if (equal)
            return equal;
    }
    return 0;
}

Type type_list = {
    .head = OBJECT_STATIC(&type_type),
    .name = "list",
    .flags = TYPE_GC | TYPE_SUBCLASSABLE | TYPE_LIST | TYPE_SEQUENCE_PATTERN,
    .size = sizeof(List),
    .base = &type_object,
    .new = list_construct,
    .init = list_init,
    .dealloc = list_dealloc,
    .traverse = list_traverse,
    .clear = list_clear_slot,
    .repr = list_repr,
    .compare = list_compare,
    .iter = list_iter_new,
    .binary = {[BINARY_ADD] = list_concat, [BINARY_MUL] = list_repeat},
    .reflected = {[BINARY_MUL] = list_repeat},
    .inplace = {[BINARY_ADD] = list_inplace_concat, [BINARY_MUL] = list_inplace_repeat},
    .length = list_length,
    .getitem = list_getitem,
    .setitem = list_setitem,
    .contains = list_contains,
    .methods = list_methods,
};
