/* deque.c: collections.deque, a ring of values. */
#include "collections.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "generic_alias.h"
#include "int.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "native.h"
#include "sequence.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

typedef struct Deque {
    Object head;
    int64_t length;
    int64_t first;    /* place of item 0 */
    int64_t capacity; /* a power of two, or 0 */
    int64_t maximum;  /* -1: unbounded */
    uint64_t changes; /* counts insertions and removals, so that iterators notice */
    Value *ring;      /* raw memory; item i is at (first + i) & (capacity - 1) */
} Deque;

typedef struct DequeIter {
    Object head;
    Value deque;
    int64_t next, left;
    uint64_t changes;
} DequeIter;

static inline Deque *as_deque(Value v) { return (Deque *)value_object(v); }
static inline bool value_is_deque(Value v) { return value_is_object(v) && value_is_instance_of(v, &type_deque); }
static inline Value *slot(const Deque *d, int64_t i) { return &d->ring[(d->first + i) & (d->capacity - 1)]; }

static int reserve(Deque *d, int64_t length)
{
    if (likely(length <= d->capacity))
        return 0;
    int64_t capacity = d->capacity ? d->capacity : 8;
    while (capacity < length)
        capacity *= 2;
    Value *ring = mem_alloc_raw((size_t)capacity * sizeof *ring);
    if (!ring) {
        raise_no_memory();
        return -1;
    }
    for (int64_t i = 0; i < d->length; i++)
        ring[i] = *slot(d, i);
    mem_free_raw(d->ring);
    d->ring = ring;
    d->first = 0;
    d->capacity = capacity;
    return 0;
}

/* The item that leaves a full bounded deque goes to *dropped (released by the caller, when the deque is whole again). */
static int add_right(Deque *d, Value v, Value *dropped)
{
    *dropped = VALUE_NULL;
    if (d->maximum == 0) {
        *dropped = value_retain(v);
        return 0;
    }
    if (d->length == d->maximum) {
        *dropped = *slot(d, 0);
        d->first++;
        d->length--;
    }
    if (reserve(d, d->length + 1) < 0)
        return -1;
    *slot(d, d->length++) = value_retain(v);
    d->changes++;
    return 0;
}

static int add_left(Deque *d, Value v, Value *dropped)
{
    *dropped = VALUE_NULL;
    if (d->maximum == 0) {
        *dropped = value_retain(v);
        return 0;
    }
    if (d->length == d->maximum)
        *dropped = *slot(d, --d->length);
    if (reserve(d, d->length + 1) < 0)
        return -1;
    d->first = (d->first - 1) & (d->capacity - 1);
    d->length++;
    *slot(d, 0) = value_retain(v);
    d->changes++;
    return 0;
}

static Value take_left(Deque *d)
{
    Value v = *slot(d, 0);
    d->first = (d->first + 1) & (d->capacity - 1);
    d->length--;
    d->changes++;
    return v;
}

static Value take_right(Deque *d)
{
    d->changes++;
    return *slot(d, --d->length);
}

static void remove_all(Deque *d)
{
    while (d->length)
        value_release(take_right(d));
}

/* ---- making ---- */

static Value deque_alloc(Type *type)
{
    Deque *d = object_alloc_zeroed(type, type->size);
    if (!d)
        return VALUE_NULL;
    d->maximum = -1;
    gc_track(d);
    return value_of(d);
}

static Value deque_new(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return deque_alloc(type);
}

static int extend(Value self, Value iterable, int (*add)(Deque *, Value, Value *))
{
    Value source = value_retain(iterable);
    if (self == iterable) /* itself: what it holds now */
        value_set_steal(&source, list_from_iterable(iterable));
    Value iterator = source ? value_iter(source) : VALUE_NULL, item, dropped;
    value_release_null(source);
    if (!iterator)
        return -1;
    while ((item = value_next(iterator))) {
        int status = add(as_deque(self), item, &dropped);
        value_release_null(dropped);
        value_release(item);
        if (status < 0)
            break;
    }
    value_release(iterator);
    return exc_pending() ? -1 : 0;
}

static int deque_init(Value self, const Value *args, int nargs, Value kwnames)
{
    Value given[2];
    int64_t maximum = -1;
    if (!native_bind("deque(iterable=, maxlen=)", args, nargs, kwnames, given))
        return -1;
    if (given[1] && given[1] != VALUE_NONE) {
        if (!value_is_int(given[1]))
            return raise_error_int(&exc_TypeError, "an integer is required");
        if (int_as_ssize(given[1], &maximum) < 0)
            return -1;
        if (maximum < 0)
            return raise_error_int(&exc_ValueError, "maxlen must be non-negative");
    }
    as_deque(self)->maximum = maximum;
    remove_all(as_deque(self));
    return given[0] ? extend(self, given[0], add_right) : 0;
}

/* An empty deque of the same class and bound. */
static Value deque_like(Value self)
{
    if (value_is_exactly(self, &type_deque)) {
        Value result = deque_alloc(&type_deque);
        if (result)
            as_deque(result)->maximum = as_deque(self)->maximum;
        return result;
    }
    Value empty = tuple_empty();
    Value args[2] = {empty, as_deque(self)->maximum < 0 ? VALUE_NONE : int_from_int64(as_deque(self)->maximum)};
    Value result = call_value(value_of(type_of(self)), args, as_deque(self)->maximum < 0 ? 0 : 2, VALUE_NULL);
    value_release(empty);
    if (result && !value_is_deque(result)) {
        raise_error(&exc_TypeError, "%T() must return a deque, not %T", self, result);
        value_clear(&result);
    }
    return result;
}

static void deque_clear_slot(Object *self) { remove_all((Deque *)self); }

static void deque_dealloc(Object *self)
{
    gc_untrack(self);
    remove_all((Deque *)self);
    mem_free_raw(((Deque *)self)->ring);
    object_free(self, self->type->size);
}

static void deque_traverse(Object *self, VisitFn visit, void *context)
{
    Deque *d = (Deque *)self;
    for (int64_t i = 0; i < d->length; i++)
        visit(*slot(d, i), context);
}

/* ---- methods ---- */

static Value deque_append(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value dropped;
    int status = add_right(as_deque(self), args[0], &dropped);
    value_release_null(dropped);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value deque_appendleft(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value dropped;
    int status = add_left(as_deque(self), args[0], &dropped);
    value_release_null(dropped);
    return status < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value deque_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    return as_deque(self)->length ? take_right(as_deque(self)) : raise_error(&exc_IndexError, "pop from an empty deque");
}

static Value deque_popleft(METHOD_ARGS)
{
    UNUSED_ARGS;
    return as_deque(self)->length ? take_left(as_deque(self)) : raise_error(&exc_IndexError, "pop from an empty deque");
}

static Value deque_extend(METHOD_ARGS)
{
    UNUSED_ARGS;
    return extend(self, args[0], add_right) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value deque_extendleft(METHOD_ARGS)
{
    UNUSED_ARGS;
    return extend(self, args[0], add_left) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value deque_inplace_add(Value self, Value other) { return extend(self, other, add_right) < 0 ? VALUE_NULL : value_retain(self); }

static Value deque_clear(METHOD_ARGS)
{
    UNUSED_ARGS;
    remove_all(as_deque(self));
    return VALUE_NONE;
}

static void rotate(Deque *d, int64_t steps)
{
    if (d->length < 2)
        return;
    steps %= d->length;
    if (steps > d->length / 2)
        steps -= d->length;
    else if (steps < -(d->length / 2))
        steps += d->length;
    d->changes += steps != 0;
    bool full = d->length == d->capacity;
    for (; steps > 0; steps--) {
        Value v = *slot(d, d->length - 1);
        d->first = (d->first - 1) & (d->capacity - 1);
        if (!full)
            *slot(d, 0) = v;
    }
    for (; steps < 0; steps++) {
        Value v = *slot(d, 0);
        d->first = (d->first + 1) & (d->capacity - 1);
        if (!full)
            *slot(d, d->length - 1) = v;
    }
}

static Value deque_rotate(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t steps = 1;
    if (nargs && int_as_ssize(args[0], &steps) < 0)
        return VALUE_NULL;
    rotate(as_deque(self), steps);
    return VALUE_NONE;
}

static Value deque_reverse(METHOD_ARGS)
{
    UNUSED_ARGS;
    Deque *d = as_deque(self);
    for (int64_t i = 0, j = d->length - 1; i < j; i++, j--) {
        Value v = *slot(d, i);
        *slot(d, i) = *slot(d, j);
        *slot(d, j) = v;
    }
    return VALUE_NONE;
}

/* Index of the first item equal to v in from..to; -1: none, -2: exception, which is of the type `refusal` when == changed the deque.
 * `trusting`: an item that is equal counts even then. */
static int64_t find(Value self, Value v, int64_t from, int64_t to, bool trusting, Type *refusal)
{
    Deque *d = as_deque(self);
    uint64_t changes = d->changes;
    for (int64_t i = from; i < to && i < d->length; i++) {
        Value item = value_retain(*slot(d, i));
        int same = value_equal(item, v);
        value_release(item);
        if (same < 0)
            return -2;
        if (same && (trusting || d->changes == changes))
            return i;
        if (d->changes != changes)
            return raise_error_int(refusal, "deque mutated during iteration") - 1;
    }
    return -1;
}

static Value deque_count(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t count = 0, at = -1;
    while ((at = find(self, args[0], at + 1, INT64_MAX, false, &exc_RuntimeError)) >= 0)
        count++;
    return at == -2 ? VALUE_NULL : int_from_int64(count);
}

static Value deque_index(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t from, to;
    if (sequence_bounds(args + 1, nargs - 1, &as_deque(self)->length, &from, &to) < 0)
        return VALUE_NULL;
    int64_t at = find(self, args[0], from, to, true, &exc_RuntimeError);
    if (at == -1)
        return raise_error(&exc_ValueError, "%V is not in deque", args[0]);
    return at < 0 ? VALUE_NULL : int_from_int64(at);
}

static int deque_contains(Value self, Value v)
{
    int64_t at = find(self, v, 0, INT64_MAX, true, &exc_RuntimeError);
    return at == -2 ? -1 : at >= 0;
}

static void delete_at(Deque *d, int64_t i)
{
    Value gone = *slot(d, i);
    if (i < d->length / 2) {
        for (; i > 0; i--)
            *slot(d, i) = *slot(d, i - 1);
        d->first = (d->first + 1) & (d->capacity - 1);
    } else {
        for (; i < d->length - 1; i++)
            *slot(d, i) = *slot(d, i + 1);
    }
    d->length--;
    d->changes++;
    value_release(gone);
}

static Value deque_remove(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t at = find(self, args[0], 0, INT64_MAX, false, &exc_IndexError);
    if (at == -1)
        return raise_error(&exc_ValueError, "%V is not in deque", args[0]);
    if (at < 0)
        return VALUE_NULL;
    delete_at(as_deque(self), at);
    return VALUE_NONE;
}

static Value deque_insert(METHOD_ARGS)
{
    UNUSED_ARGS;
    Deque *d = as_deque(self);
    int64_t at;
    if (int_as_ssize(args[0], &at) < 0)
        return VALUE_NULL;
    if (d->length == d->maximum)
        return raise_error(&exc_IndexError, "deque already at its maximum size");
    if (reserve(d, d->length + 1) < 0)
        return VALUE_NULL;
    if (at < 0)
        at = at + d->length < 0 ? 0 : at + d->length;
    if (at > d->length)
        at = d->length;
    d->length++;
    for (int64_t i = d->length - 1; i > at; i--)
        *slot(d, i) = *slot(d, i - 1);
    *slot(d, at) = value_retain(args[1]);
    d->changes++;
    return VALUE_NONE;
}

static Value deque_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value result = deque_like(self);
    if (result && extend(result, self, add_right) < 0)
        value_clear(&result);
    return result;
}

static Value deque_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    Deque *d = as_deque(self);
    Str *name = str_intern_cstr("__getstate__");
    Value state = name ? call_method(self, name, NULL, 0) : VALUE_NULL, items = state ? value_iter(self) : VALUE_NULL;
    Value none = tuple_empty(), limit = d->maximum < 0 ? VALUE_NONE : int_from_int64(d->maximum);
    Value made_with = !items || !none || !limit ? VALUE_NULL : d->maximum < 0 ? value_retain(none) : tuple_pack(2, none, limit);
    Value result = made_with ? tuple_pack(4, value_of(type_of(self)), made_with, state, items) : VALUE_NULL;
    value_release_null(state);
    value_release_null(items);
    value_release_null(none);
    value_release_null(limit);
    value_release_null(made_with);
    return result;
}

/* ---- protocol ---- */

static int64_t deque_length(Value self) { return as_deque(self)->length; }

static int position(Value self, Value key, int64_t *at)
{
    if (!value_is_int(key) && !type_of(key)->to_index)
        return raise_error_int(&exc_TypeError, "sequence index must be integer, not '%T'", key);
    return sequence_position(key, &as_deque(self)->length, "deque", "deque index out of range", at);
}

static Value deque_getitem(Value self, Value key)
{
    int64_t at;
    return position(self, key, &at) < 0 ? VALUE_NULL : value_retain(*slot(as_deque(self), at));
}

static int deque_setitem(Value self, Value key, Value value)
{
    int64_t at;
    if (position(self, key, &at) < 0)
        return -1;
    if (value)
        value_set_steal(slot(as_deque(self), at), value_retain(value));
    else
        delete_at(as_deque(self), at);
    return 0;
}

static Value deque_repr(Value self)
{
    int entered = repr_enter(self);
    if (entered)
        return entered < 0 ? VALUE_NULL : str_from_cstr("[...]");
    Value list = list_from_iterable(self), name = type_name_value(type_of(self)), text = VALUE_NULL;
    if (list && name)
        text = as_deque(self)->maximum < 0 ? str_printf("%S(%V)", name, list)
                                           : str_printf("%S(%V, maxlen=%lld)", name, list, (long long)as_deque(self)->maximum);
    repr_leave(self);
    value_release_null(list);
    value_release_null(name);
    return text;
}

static Value deque_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_deque(b))
        return VALUE_NOT_IMPLEMENTED;
    if ((op == COMPARE_EQ || op == COMPARE_NE) && as_deque(a)->length != as_deque(b)->length)
        return value_bool(op == COMPARE_NE);
    if (a == b)
        return value_bool(op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE);
    Value left = value_iter(a), right = left ? value_iter(b) : VALUE_NULL, result = VALUE_NULL;
    while (right && !result && !exc_pending()) {
        Value x = value_next(left), y = exc_pending() ? VALUE_NULL : value_next(right);
        if (!exc_pending() && (!x || !y)) {
            result = value_bool(compare_order((x != VALUE_NULL) - (y != VALUE_NULL), op)); /* the shorter is less */
        } else if (!exc_pending()) {
            int same = value_equal(x, y), holds = same == 0 ? value_compare_bool(x, y, op) : -1;
            if (holds >= 0)
                result = value_bool(holds);
        }
        value_release_null(x);
        value_release_null(y);
    }
    value_release_null(left);
    value_release_null(right);
    return result;
}

static Value deque_add(Value self, Value other)
{
    if (!value_is_deque(other))
        return raise_error(&exc_TypeError, "can only concatenate deque (not \"%T\") to deque", other);
    Value result = deque_copy(self, NULL, 0, VALUE_NULL);
    if (result && extend(result, other, add_right) < 0)
        value_clear(&result);
    return result;
}

static int repeat_items(Value self, int64_t count)
{
    Value once = list_from_iterable(self);
    if (!once)
        return -1;
    if (count == 0)
        remove_all(as_deque(self));
    int done = 0;
    for (; done == 0 && count > 1; count--)
        done = extend(self, once, add_right);
    value_release(once);
    return done;
}

static Value deque_inplace_multiply(Value self, Value other)
{
    int64_t count;
    int status = sequence_repeat_count(other, &as_deque(self)->length, &count);
    if (status == 0)
        return VALUE_NOT_IMPLEMENTED;
    return status < 0 || repeat_items(self, count) < 0 ? VALUE_NULL : value_retain(self);
}

static Value deque_multiply(Value self, Value other)
{
    int64_t count;
    int status = sequence_repeat_count(other, &as_deque(self)->length, &count);
    if (status == 0)
        return VALUE_NOT_IMPLEMENTED;
    Value result = status < 0 ? VALUE_NULL : deque_copy(self, NULL, 0, VALUE_NULL);
    if (result && repeat_items(result, count) < 0)
        value_clear(&result);
    return result;
}

static Value get_maximum(Value self) { return as_deque(self)->maximum < 0 ? VALUE_NONE : int_from_int64(as_deque(self)->maximum); }

/* ---- iterators ---- */

static Value iterator_new(Type *type, Value deque)
{
    DequeIter *it = object_alloc(type, sizeof *it);
    if (!it)
        return VALUE_NULL;
    it->deque = value_retain(deque);
    it->left = as_deque(deque)->length;
    it->next = type == &type_deque_iterator ? 0 : it->left - 1;
    it->changes = as_deque(deque)->changes;
    gc_track(it);
    return value_of(it);
}

static Value deque_iter(Value self) { return iterator_new(&type_deque_iterator, self); }

static Value deque_reversed(METHOD_ARGS)
{
    UNUSED_ARGS;
    return iterator_new(&type_deque_reverse_iterator, self);
}

static Value iterator_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)kwnames;
    int64_t skip = 0;
    if (nargs < 1 || nargs > 2)
        return raise_error(&exc_TypeError, "function takes at %s %d argument%s (%d given)", nargs ? "most" : "least", nargs ? 2 : 1, nargs ? "s" : "", nargs);
    if (!value_is_deque(args[0]))
        return raise_error(&exc_TypeError, "argument 1 must be collections.deque, not %A", args[0]);
    if (nargs == 2 && int_as_ssize(args[1], &skip) < 0)
        return VALUE_NULL;
    Value self = iterator_new(type, args[0]);
    if (self && skip > 0) {
        DequeIter *it = (DequeIter *)value_object(self);
        skip = skip < it->left ? skip : it->left;
        it->left -= skip;
        it->next += type == &type_deque_iterator ? skip : -skip;
    }
    return self;
}

static Value iterator_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    DequeIter *it = (DequeIter *)value_object(self);
    Value parts[2] = {value_retain(it->deque), int_from_int64(as_deque(it->deque)->length - it->left)};
    return reduced_steal(value_retain(value_of(it->head.type)), tuple_from_made(parts, 2), VALUE_NULL);
}

static Value iterator_next(Value self)
{
    DequeIter *it = (DequeIter *)value_object(self);
    Deque *d = as_deque(it->deque);
    if (it->changes != d->changes) {
        it->left = 0;
        return raise_error(&exc_RuntimeError, "deque mutated during iteration");
    }
    if (it->left == 0)
        return VALUE_NULL;
    it->left--;
    Value item = *slot(d, it->next);
    it->next += it->head.type == &type_deque_iterator ? 1 : -1;
    return value_retain(item);
}

static Value iterator_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    return int_from_int64(((DequeIter *)value_object(self))->left);
}

static void iterator_dealloc(Object *self)
{
    gc_untrack(self);
    value_release(((DequeIter *)self)->deque);
    object_free(self, sizeof(DequeIter));
}

static void iterator_traverse(Object *self, VisitFn visit, void *context) { visit(((DequeIter *)self)->deque, context); }

static const NativeDef iterator_methods[] = {{"__length_hint__", iterator_hint, 0, 0, 0}, {"__reduce__", iterator_reduce, 0, 0, 0}, {0}};

#define ITERATOR_TYPE(type_name)                                                                                                 \
    {.head = OBJECT_STATIC(&type_type), .name = "_collections." type_name, .flags = TYPE_GC, .size = sizeof(DequeIter),          \
     .base = &type_object, .new = iterator_construct, .iter = iter_self, .next = iterator_next, .dealloc = iterator_dealloc, .traverse = iterator_traverse, \
     .methods = iterator_methods}

Type type_deque_iterator = ITERATOR_TYPE("_deque_iterator");
Type type_deque_reverse_iterator = ITERATOR_TYPE("_deque_reverse_iterator");

static const NativeDef deque_methods[] = {
    {"append", deque_append, 1, 1, 0},   {"appendleft", deque_appendleft, 1, 1, 0}, {"pop", deque_pop, 0, 0, 0},
    {"popleft", deque_popleft, 0, 0, 0}, {"extend", deque_extend, 1, 1, 0},         {"extendleft", deque_extendleft, 1, 1, 0},
    {"clear", deque_clear, 0, 0, 0},     {"rotate", deque_rotate, 0, 1, 0},         {"reverse", deque_reverse, 0, 0, 0},
    {"count", deque_count, 1, 1, 0},     {"index", deque_index, 1, 3, 0},           {"remove", deque_remove, 1, 1, 0},
    {"insert", deque_insert, 2, 2, 0},   {"copy", deque_copy, 0, 0, 0},             {"__copy__", deque_copy, 0, 0, 0},
    {"__reduce__", deque_reduce, 0, 0, 0}, {"__reversed__", deque_reversed, 0, 0, 0},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};
static const GetSetDef deque_getsets[] = {{"maxlen", get_maximum, NULL}, {0}};

Type type_deque = {
    .head = OBJECT_STATIC(&type_type),
    .name = "collections.deque",
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_SUBCLASSABLE | TYPE_SEQUENCE_PATTERN,
    .size = sizeof(Deque),
    .base = &type_object,
    .new = deque_new,
    .init = deque_init,
    .dealloc = deque_dealloc,
    .traverse = deque_traverse,
    .clear = deque_clear_slot,
    .repr = deque_repr,
    .compare = deque_compare,
    .iter = deque_iter,
    .binary = {[BINARY_ADD] = deque_add, [BINARY_MUL] = deque_multiply},
    .reflected = {[BINARY_MUL] = deque_multiply},
    .inplace = {[BINARY_ADD] = deque_inplace_add, [BINARY_MUL] = deque_inplace_multiply},
    .length = deque_length,
    .getitem = deque_getitem,
    .setitem = deque_setitem,
    .contains = deque_contains,
    .methods = deque_methods,
    .getsets = deque_getsets,
};
