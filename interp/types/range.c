/* range.c: range objects: int64 arithmetic where everything fits, ints of any size otherwise. */
#include "range.h"

#include "abstract.h"
#include "exceptions.h"
#include "int.h"
#include "iterators.h"
#include "names.h"
#include "native.h"
#include "slice.h"
#include "types/str.h"
#include "types/tuple.h"

#define ZERO value_from_small_int(0)
#define ONE value_from_small_int(1)

/* Iterator over a range that does not fit int64. */
typedef struct LongRangeIter {
    Object head;
    Value current, step, remaining, length; /* plain ints, owned; length: of the whole range */
} LongRangeIter;

static inline Range *as_range(Value v)
{
    return (Range *)value_object(v);
}

/* ---- making ---- */

/* Number of items, any size. */
static Value range_count(Value start, Value stop, Value step)
{
    bool down = int_sign(step) < 0;
    Value low = down ? stop : start, high = down ? start : stop;
    if (int_compare(low, high) >= 0)
        return ZERO;
    Value width = int_unary(UNARY_ABS, step);
    Value count = width ? int_binary(BINARY_SUB, high, low) : VALUE_NULL;
    if (count)
        value_set_steal(&count, int_binary(BINARY_SUB, count, ONE));
    if (count)
        value_set_steal(&count, int_binary(BINARY_FLOORDIV, count, width));
    if (count)
        value_set_steal(&count, int_binary(BINARY_ADD, count, ONE));
    value_release_null(width);
    return count;
}

/* Takes over start, stop, step: plain ints, step not 0; VALUE_NULL: an exception is pending. */
static Value range_make_steal(Value start, Value stop, Value step)
{
    Value length = VALUE_NULL;
    Range *range = NULL;
    int64_t first, last, stride, count = 0;
    if (!start || !stop || !step)
        goto fail;
    bool small = int_fits_int64(start, &first) && int_fits_int64(stop, &last) && int_fits_int64(step, &stride);
    if (small) {
        uint64_t distance = stride > 0 ? (uint64_t)last - (uint64_t)first : (uint64_t)first - (uint64_t)last;
        uint64_t width = stride > 0 ? (uint64_t)stride : -(uint64_t)stride;
        uint64_t items = (stride > 0 ? first < last : last < first) ? (distance - 1) / width + 1 : 0;
        small = items <= (uint64_t)INT64_MAX;
        count = (int64_t)items;
        length = int_from_uint64(items);
    } else {
        length = range_count(start, stop, step);
    }
    if (!length || !(range = object_alloc(&type_range, sizeof(Range))))
        goto fail;
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    range->is_small = small;
    range->small_start = small ? first : 0;
    range->small_step = small ? stride : 0;
    range->small_length = count;
    return value_of(range);
fail:
    value_release_null(start);
    value_release_null(stop);
    value_release_null(step);
    value_release_null(length);
    return VALUE_NULL;
}

Value range_new(Value start, Value stop, Value step)
{
    if (int_plain(step) == ZERO)
        return raise_error(&exc_ValueError, "range() arg 3 must not be zero");
    return range_make_steal(value_retain(int_plain(start)), value_retain(int_plain(stop)), value_retain(int_plain(step)));
}

static Value range_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    if (kwnames)
        return native_no_keywords("range", kwnames), VALUE_NULL;
    if (nargs < 1)
        return raise_error(&exc_TypeError, "range expected at least 1 argument, got 0");
    if (nargs > 3)
        return raise_error(&exc_TypeError, "range expected at most 3 arguments, got %d", nargs);
    Value parts[3] = { ZERO, ZERO, ONE };
    for (int i = 0; i < nargs; i++) {
        Value index = value_index(args[i]);
        if (!index) {
            for (int j = 0; j < 3; j++)
                value_release(parts[j]);
            return VALUE_NULL;
        }
        parts[nargs == 1 ? 1 : i] = value_retain(int_plain(index));
        value_release(index);
    }
    if (parts[2] == ZERO) {
        value_release(parts[0]);
        value_release(parts[1]);
        return raise_error(&exc_ValueError, "range() arg 3 must not be zero");
    }
    return range_make_steal(parts[0], parts[1], parts[2]);
}

static void range_dealloc(Object *self)
{
    Range *range = (Range *)self;
    value_release(range->start);
    value_release(range->stop);
    value_release(range->step);
    value_release(range->length);
    object_free(self, sizeof(Range));
}

/* ---- items ---- */

/* start + index * step, for any int. */
static Value range_compute(Range *range, Value index)
{
    Value offset = int_binary(BINARY_MUL, index, range->step);
    if (offset)
        value_set_steal(&offset, int_binary(BINARY_ADD, range->start, offset));
    return offset;
}

static Value range_item(Range *range, Value index)
{
    int64_t i;
    if (range->is_small) {
        if (int_fits_int64(index, &i)) {
            if (i < 0)
                i += range->small_length;
            if (i >= 0 && i < range->small_length)
                return int_from_int64((int64_t)((uint64_t)range->small_start + (uint64_t)i * (uint64_t)range->small_step));
        }
        return raise_error(&exc_IndexError, "range object index out of range");
    }
    Value position = int_sign(index) < 0 ? int_binary(BINARY_ADD, index, range->length) : value_retain(int_plain(index));
    if (!position)
        return VALUE_NULL;
    Value item = VALUE_NULL;
    if (int_sign(position) < 0 || int_compare(position, range->length) >= 0)
        raise_error(&exc_IndexError, "range object index out of range");
    else
        item = range_compute(range, position);
    value_release(position);
    return item;
}

static Value range_slice(Range *range, Value slice)
{
    Value start, stop, step;
    if (slice_indices_plain(slice, range->length, &start, &stop, &step) < 0)
        return VALUE_NULL;
    Value stride = int_binary(BINARY_MUL, step, range->step);
    Value first = stride ? range_compute(range, start) : VALUE_NULL;
    Value last = first ? range_compute(range, stop) : VALUE_NULL;
    value_release(start);
    value_release(stop);
    value_release(step);
    return range_make_steal(first, last, stride);
}

static Value range_getitem(Value self, Value key)
{
    if (value_is_slice(key))
        return range_slice(as_range(self), key);
    if (value_is_int(key))
        return range_item(as_range(self), key);
    if (!type_of(key)->to_index)
        return raise_error(&exc_TypeError, "range indices must be integers or slices, not %T", key);
    Value index = value_index(key);
    if (!index)
        return VALUE_NULL;
    Value item = range_item(as_range(self), index);
    value_release(index);
    return item;
}

/* Position of an int in the range: new reference, or VALUE_NULL with nothing pending when it is not in. */
static Value range_find(Range *range, Value v)
{
    int64_t i;
    if (range->is_small) {
        if (!int_fits_int64(v, &i))
            return VALUE_NULL;
        bool down = range->small_step < 0;
        if (down ? i > range->small_start : i < range->small_start)
            return VALUE_NULL;
        uint64_t distance = down ? (uint64_t)range->small_start - (uint64_t)i : (uint64_t)i - (uint64_t)range->small_start;
        uint64_t width = down ? -(uint64_t)range->small_step : (uint64_t)range->small_step;
        if (distance % width || distance / width >= (uint64_t)range->small_length)
            return VALUE_NULL;
        return int_from_int64((int64_t)(distance / width));
    }
    Value distance = int_binary(BINARY_SUB, v, range->start), index, rest;
    if (!distance)
        return VALUE_NULL;
    int status = int_divmod(distance, range->step, &index, &rest);
    value_release(distance);
    if (status < 0)
        return VALUE_NULL;
    if (rest != ZERO || int_sign(index) < 0 || int_compare(index, range->length) >= 0)
        value_clear(&index);
    value_release(rest);
    return index;
}

static bool is_plain_int_like(Value v)
{
    return value_is_bool(v) || value_is_exactly(v, &type_int);
}

/* How often v occurs by equality (at most `limit` times), and where first. -1: exception. */
static int64_t range_search(Value self, Value v, int64_t limit, int64_t *first)
{
    Value iterator = value_iter(self);
    if (!iterator)
        return -1;
    int64_t count = 0;
    for (int64_t i = 0; count < limit; i++) {
        Value item = value_next(iterator);
        if (!item) {
            count = exc_pending() ? -1 : count;
            break;
        }
        int equal = value_equal(item, v);
        value_release(item);
        if (equal < 0) {
            count = -1;
            break;
        }
        if (equal && count++ == 0)
            *first = i;
    }
    value_release(iterator);
    return count;
}

static int range_contains(Value self, Value v)
{
    if (is_plain_int_like(v)) {
        Value index = range_find(as_range(self), v);
        if (index)
            value_release(index);
        return index ? 1 : exc_pending() ? -1 : 0;
    }
    int64_t first;
    return (int)range_search(self, v, 1, &first);
}

static Value range_index_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    if (is_plain_int_like(args[0])) {
        Value index = range_find(as_range(self), args[0]);
        if (!index && !exc_pending())
            raise_error(&exc_ValueError, "%V is not in range", args[0]);
        return index;
    }
    int64_t first = 0, found = range_search(self, args[0], 1, &first);
    if (found == 0)
        raise_error(&exc_ValueError, "sequence.index(x): x not in sequence");
    return found > 0 ? int_from_int64(first) : VALUE_NULL;
}

static Value range_count_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    int64_t first, count;
    if (is_plain_int_like(args[0]))
        count = range_contains(self, args[0]);
    else
        count = range_search(self, args[0], INT64_MAX, &first);
    return count < 0 ? VALUE_NULL : int_from_int64(count);
}

/* ---- comparison ---- */

static bool range_equal(Range *a, Range *b)
{
    if (a == b)
        return true;
    if (int_compare(a->length, b->length) != 0)
        return false;
    if (a->length == ZERO)
        return true;
    if (int_compare(a->start, b->start) != 0)
        return false;
    return a->length == ONE || int_compare(a->step, b->step) == 0;
}

static Value range_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_heap_exactly(b, &type_range) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOT_IMPLEMENTED;
    return value_bool(range_equal(as_range(a), as_range(b)) == (op == COMPARE_EQ));
}

static int64_t range_hash(Value v)
{
    Range *range = as_range(v);
    Value start = range->length == ZERO ? VALUE_NONE : range->start;
    Value step = range->length == ZERO || range->length == ONE ? VALUE_NONE : range->step;
    Value tuple = tuple_pack(3, range->length, start, step);
    if (!tuple)
        return -1;
    int64_t hash = value_hash(tuple);
    value_release(tuple);
    return hash;
}

static int range_truth(Value v)
{
    return as_range(v)->length != ZERO;
}

static int64_t range_length(Value v)
{
    int64_t length;
    if (int_fits_int64(as_range(v)->length, &length))
        return length;
    return raise_error_int(&exc_OverflowError, "Python int too large to convert to C ssize_t");
}

static Value range_repr(Value v)
{
    Range *range = as_range(v);
    if (range->step == ONE)
        return str_printf("range(%V, %V)", range->start, range->stop);
    return str_printf("range(%V, %V, %V)", range->start, range->stop, range->step);
}

/* ---- iteration ---- */

static Value range_iter_make(int64_t start, int64_t step, int64_t length)
{
    RangeIter *it = object_alloc(&type_range_iterator, sizeof(RangeIter));
    if (!it)
        return VALUE_NULL;
    it->current = start;
    it->step = step;
    it->remaining = it->length = length;
    return value_of(it);
}

/* Takes over current and step. */
static Value long_iter_make_steal(Value current, Value step, Value length)
{
    LongRangeIter *it = current && step ? object_alloc(&type_range_long_iterator, sizeof(LongRangeIter)) : NULL;
    if (!it) {
        value_release_null(current);
        value_release_null(step);
        return VALUE_NULL;
    }
    it->current = current;
    it->step = step;
    it->remaining = value_retain(length);
    it->length = value_retain(length);
    return value_of(it);
}

static Value range_iter(Value self)
{
    Range *range = as_range(self);
    if (likely(range->is_small))
        return range_iter_make(range->small_start, range->small_step, range->small_length);
    return long_iter_make_steal(value_retain(range->start), value_retain(range->step), range->length);
}

static Value range_reversed(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Range *range = as_range(self);
    if (range->is_small && range->small_step != INT64_MIN) {
        uint64_t last = (uint64_t)range->small_start + (uint64_t)range->small_step * (uint64_t)(range->small_length - 1);
        return range_iter_make((int64_t)last, -range->small_step, range->small_length);
    }
    Value last = int_binary(BINARY_SUB, range->length, ONE);
    if (last)
        value_set_steal(&last, range_compute(range, last));
    return long_iter_make_steal(last, last ? int_unary(UNARY_NEG, range->step) : VALUE_NULL, range->length);
}

static Value range_iter_next_slot(Value self)
{
    return range_iter_next((RangeIter *)value_object(self));
}

static void range_iter_dealloc(Object *self)
{
    object_free(self, sizeof(RangeIter));
}

static Value range_iter_hint(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_int64(((RangeIter *)value_object(self))->remaining);
}

static Value long_iter_next(Value self)
{
    LongRangeIter *it = (LongRangeIter *)value_object(self);
    if (it->remaining == ZERO)
        return VALUE_NULL;
    Value remaining = int_binary(BINARY_SUB, it->remaining, ONE);
    Value next = remaining ? int_binary(BINARY_ADD, it->current, it->step) : VALUE_NULL;
    if (!next) {
        value_release_null(remaining);
        return VALUE_NULL;
    }
    value_set_steal(&it->remaining, remaining);
    Value item = it->current;
    it->current = next;
    return item;
}

static void long_iter_dealloc(Object *self)
{
    LongRangeIter *it = (LongRangeIter *)self;
    value_release(it->current);
    value_release(it->step);
    value_release(it->remaining);
    value_release(it->length);
    object_free(self, sizeof(LongRangeIter));
}

static Value long_iter_hint(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return value_retain(((LongRangeIter *)value_object(self))->remaining);
}

/* ---- what pickle and copy ask for: iter of a range from the first item to just behind the last, and the index ---- */

/* start + step * count; consumes none. */
static Value at_steps(Value start, Value step, Value count)
{
    Value way = int_binary(BINARY_MUL, step, count), item = way ? int_binary(BINARY_ADD, start, way) : VALUE_NULL;
    value_release_null(way);
    return item;
}

static Value back_by(Value current, Value step, Value count)
{
    Value minus = int_unary(UNARY_NEG, count), item = minus ? at_steps(current, step, minus) : VALUE_NULL;
    value_release_null(minus);
    return item;
}

static Value reduce_parts(Value current, Value step, Value remaining, Value length)
{
    Value index = int_binary(BINARY_SUB, length, remaining);
    Value start = index ? back_by(current, step, index) : VALUE_NULL, stop = start ? at_steps(start, step, length) : VALUE_NULL;
    Value range = stop ? range_new(start, stop, step) : VALUE_NULL;
    value_release_null(start);
    value_release_null(stop);
    if (!range) {
        value_release_null(index);
        return VALUE_NULL;
    }
    return reduced_steal(builtin_by_name(name_iter), tuple_from_steal(&range, 1), index);
}

static Value range_iter_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    RangeIter *it = (RangeIter *)value_object(self);
    Value parts[4] = {int_from_int64(it->current), int_from_int64(it->step), int_from_int64(it->remaining), int_from_int64(it->length)}, result = VALUE_NULL;
    if (parts[0] && parts[1] && parts[2] && parts[3])
        result = reduce_parts(parts[0], parts[1], parts[2], parts[3]);
    for (int i = 0; i < 4; i++)
        value_release_null(parts[i]);
    return result;
}

static Value long_iter_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    LongRangeIter *it = (LongRangeIter *)value_object(self);
    return reduce_parts(it->current, it->step, it->remaining, it->length);
}

static Value range_iter_setstate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    RangeIter *it = (RangeIter *)value_object(self);
    int64_t index, done = it->length - it->remaining;
    if (value_as_index(args[0], &index, &exc_OverflowError) < 0)
        return VALUE_NULL;
    index = index < 0 ? 0 : index > it->length ? it->length : index;
    it->current = (int64_t)((uint64_t)it->current + (uint64_t)it->step * (uint64_t)(index - done));
    it->remaining = it->length - index;
    return VALUE_NONE;
}

static Value long_iter_setstate(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    LongRangeIter *it = (LongRangeIter *)value_object(self);
    if (!value_is_int(args[0]))
        return raise_error(&exc_TypeError, "an integer is required");
    Value index = int_compare(args[0], ZERO) < 0 ? ZERO : int_compare(args[0], it->length) > 0 ? it->length : args[0];
    Value remaining = int_binary(BINARY_SUB, it->length, index), steps = remaining ? int_binary(BINARY_SUB, it->remaining, remaining) : VALUE_NULL;
    Value current = steps ? at_steps(it->current, it->step, steps) : VALUE_NULL;
    value_release_null(steps);
    if (!current) {
        value_release_null(remaining);
        return VALUE_NULL;
    }
    value_set_steal(&it->current, current);
    value_set_steal(&it->remaining, remaining);
    return VALUE_NONE;
}

/* ---- tables ---- */

static Value get_start(Value self) { return value_retain(as_range(self)->start); }
static Value get_stop(Value self) { return value_retain(as_range(self)->stop); }
static Value get_step(Value self) { return value_retain(as_range(self)->step); }

static Value range_reduce(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Range *range = as_range(self);
    Value parts = tuple_pack(3, range->start, range->stop, range->step);
    if (!parts)
        return VALUE_NULL;
    Value result = tuple_pack(2, value_of(&type_range), parts);
    value_release(parts);
    return result;
}

static const GetSetDef range_getsets[] = {
    { "start", get_start, attr_readonly },
    { "stop", get_stop, attr_readonly },
    { "step", get_step, attr_readonly },
    { NULL, NULL, NULL },
};

static const NativeDef range_methods[] = {
    { "__reversed__", range_reversed, 0, 0, 0 },
    { "__reduce__", range_reduce, 0, 0, 0 },
    { "count", range_count_method, 1, 1, 0 },
    { "index", range_index_method, 1, 1, 0 },
    { NULL, NULL, 0, 0, 0 },
};

static const NativeDef range_iter_methods[] = {
    { "__length_hint__", range_iter_hint, 0, 0, 0 },
    { "__reduce__", range_iter_reduce, 0, 0, 0 },
    { "__setstate__", range_iter_setstate, 1, 1, 0 },
    { NULL, NULL, 0, 0, 0 },
};

static const NativeDef long_iter_methods[] = {
    { "__length_hint__", long_iter_hint, 0, 0, 0 },
    { "__reduce__", long_iter_reduce, 0, 0, 0 },
    { "__setstate__", long_iter_setstate, 1, 1, 0 },
    { NULL, NULL, 0, 0, 0 },
};

Type type_range = {
    .head = OBJECT_STATIC(&type_type),
    .name = "range",
    .flags = TYPE_SEQUENCE_PATTERN,
    .size = sizeof(Range),
    .base = &type_object,
    .new = range_construct,
    .dealloc = range_dealloc,
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .truth = range_truth,
    .iter = range_iter,
    .length = range_length,
    .getitem = range_getitem,
    .contains = range_contains,
    .methods = range_methods,
    .getsets = range_getsets,
};

Type type_range_iterator = {
    .head = OBJECT_STATIC(&type_type),
    .name = "range_iterator",
    .size = sizeof(RangeIter),
    .base = &type_object,
    .dealloc = range_iter_dealloc,
    .iter = iter_self,
    .next = range_iter_next_slot,
    .methods = range_iter_methods,
};

Type type_range_long_iterator = {
    .head = OBJECT_STATIC(&type_type),
    .name = "longrange_iterator",
    .size = sizeof(LongRangeIter),
    .base = &type_object,
    .dealloc = long_iter_dealloc,
    .iter = iter_self,
    .next = long_iter_next,
    .methods = long_iter_methods,
};
