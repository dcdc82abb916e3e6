/* slice.c: the type slice, and the conversion of subscripts to positions. */
#include "slice.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "native.h"
#include "types/str.h"
#include "types/tuple.h"

static inline Slice *as_slice(Value v)
{
    return (Slice *)value_object(v);
}

Value slice_new(Value start, Value stop, Value step)
{
    Slice *slice = object_alloc(&type_slice, sizeof(Slice));
    if (!slice)
        return VALUE_NULL;
    slice->start = start ? value_retain(start) : VALUE_NONE;
    slice->stop = stop ? value_retain(stop) : VALUE_NONE;
    slice->step = step ? value_retain(step) : VALUE_NONE;
    gc_track(slice);
    return value_of(slice);
}

int value_as_index(Value v, int64_t *out, Type *overflow_error)
{
    if (likely(value_is_small_int(v))) {
        *out = value_small_int(v);
        return 0;
    }
    Value index = value_index(v);
    if (!index)
        return -1;
    bool fits = int_fits_int64(index, out);
    if (!fits)
        *out = int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    value_release(index);
    if (!fits && overflow_error)
        return raise_error_int(overflow_error, "cannot fit '%T' into an index-sized integer", v);
    return 0;
}

/* ---- positions ---- */

/* One part of a slice that is not None, as a plain int. */
static Value part_as_int(Value part)
{
    if (likely(value_is_int(part)))
        return value_retain(int_plain(part));
    if (!type_of(part)->to_index)
        return raise_error(&exc_TypeError, "slice indices must be integers or None or have an __index__ method");
    return value_index(part);
}

/* The same clamped to int64. */
static int part_as_int64(Value part, int64_t *out)
{
    if (likely(value_is_small_int(part))) {
        *out = value_small_int(part);
        return 0;
    }
    Value plain = part_as_int(part);
    if (!plain)
        return -1;
    if (!int_fits_int64(plain, out))
        *out = int_sign(plain) < 0 ? INT64_MIN : INT64_MAX;
    value_release(plain);
    return 0;
}

int slice_range(Value v, SliceRange *range)
{
    Slice *slice = as_slice(v);
    range->step = 1;
    if (slice->step != VALUE_NONE) {
        if (part_as_int64(slice->step, &range->step) < 0)
            return -1;
        if (range->step == 0)
            return raise_error_int(&exc_ValueError, "slice step cannot be zero");
        if (range->step == INT64_MIN)
            range->step = -INT64_MAX; /* so that it can be negated */
    }
    range->start = range->step < 0 ? INT64_MAX : 0;
    range->stop = range->step < 0 ? INT64_MIN : INT64_MAX;
    if (slice->start != VALUE_NONE && part_as_int64(slice->start, &range->start) < 0)
        return -1;
    return slice->stop != VALUE_NONE ? part_as_int64(slice->stop, &range->stop) : 0;
}

void slice_clip(SliceRange *range, int64_t length)
{
    bool down = range->step < 0;
    int64_t lower = down ? -1 : 0, upper = down ? length - 1 : length;
    range->start = slice_clip_bound(range->start, length, lower, upper);
    range->stop = slice_clip_bound(range->stop, length, lower, upper);
    if (down)
        range->count = range->stop < range->start ? (range->start - range->stop - 1) / -range->step + 1 : 0;
    else
        range->count = range->start < range->stop ? (range->stop - range->start - 1) / range->step + 1 : 0;
}

int slice_indices(Value slice, const int64_t *length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count)
{
    SliceRange range;
    if (slice_range(slice, &range) < 0)
        return -1;
    gc_make_room(1);
    slice_clip(&range, *length);
    *start = range.start;
    *stop = range.stop;
    *step = range.step;
    *count = range.count;
    return 0;
}

/* A bound of a slice as a new plain int between lower and upper; `absent` when it is None. */
static Value clip_plain(Value part, Value absent, Value length, Value lower, Value upper)
{
    if (part == VALUE_NONE)
        return value_retain(absent);
    Value position = part_as_int(part);
    if (!position)
        return VALUE_NULL;
    if (int_sign(position) < 0) {
        value_set_steal(&position, int_binary(BINARY_ADD, position, length));
        if (position && int_compare(position, lower) < 0)
            value_set_steal(&position, value_retain(lower));
    } else if (int_compare(position, upper) > 0) {
        value_set_steal(&position, value_retain(upper));
    }
    return position;
}

int slice_indices_plain(Value v, Value length, Value *start, Value *stop, Value *step)
{
    Slice *slice = as_slice(v);
    *start = *stop = VALUE_NULL;
    *step = slice->step == VALUE_NONE ? value_from_small_int(1) : part_as_int(slice->step);
    if (!*step)
        return -1;
    int sign = int_sign(*step);
    Value upper = sign < 0 ? int_binary(BINARY_SUB, length, value_from_small_int(1)) : value_retain(length);
    Value lower = value_from_small_int(sign < 0 ? -1 : 0);
    if (sign == 0)
        raise_error(&exc_ValueError, "slice step cannot be zero");
    else if (upper && (*start = clip_plain(slice->start, sign < 0 ? upper : lower, length, lower, upper)))
        *stop = clip_plain(slice->stop, sign < 0 ? lower : upper, length, lower, upper);
    value_release_null(upper);
    if (*stop)
        return 0;
    value_clear(start);
    value_clear(step);
    return -1;
}

/* ---- the type ---- */

static Value slice_construct(Type *type, const Value *args, int nargs, Value kwnames)
{
    (void)type;
    if (kwnames)
        return native_no_keywords("slice", kwnames), VALUE_NULL;
    if (nargs < 1)
        return raise_error(&exc_TypeError, "slice expected at least 1 argument, got 0");
    if (nargs > 3)
        return raise_error(&exc_TypeError, "slice expected at most 3 arguments, got %d", nargs);
    if (nargs == 1)
        return slice_new(VALUE_NULL, args[0], VALUE_NULL);
    return slice_new(args[0], args[1], nargs == 3 ? args[2] : VALUE_NULL);
}

static void slice_dealloc(Object *self)
{
    Slice *slice = (Slice *)self;
    gc_untrack(self);
    value_release_null(slice->start);
    value_release_null(slice->stop);
    value_release_null(slice->step);
    object_free(self, sizeof(Slice));
}

static void slice_traverse(Object *self, VisitFn visit, void *context)
{
    Slice *slice = (Slice *)self;
    visit(slice->start, context);
    visit(slice->stop, context);
    visit(slice->step, context);
}

static Value slice_repr(Value v)
{
    Slice *slice = as_slice(v);
    return str_printf("slice(%V, %V, %V)", slice->start, slice->stop, slice->step);
}

static Value slice_as_tuple(Value v)
{
    Slice *slice = as_slice(v);
    return tuple_pack(3, slice->start, slice->stop, slice->step);
}

static Value slice_compare(Value a, Value b, CompareOp op)
{
    if (!value_is_slice(b))
        return VALUE_NOT_IMPLEMENTED;
    Value left = slice_as_tuple(a), right = left ? slice_as_tuple(b) : VALUE_NULL;
    Value result = right ? value_compare(left, right, op) : VALUE_NULL;
    value_release_null(left);
    value_release_null(right);
    return result;
}

static Value slice_indices_method(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    Value length = value_index(args[0]);
    if (!length)
        return VALUE_NULL;
    Value parts[3] = { VALUE_NULL };
    int status = -1;
    if (int_sign(length) < 0)
        raise_error(&exc_ValueError, "length should not be negative");
    else
        status = slice_indices_plain(self, length, &parts[0], &parts[1], &parts[2]);
    value_release(length);
    return status < 0 ? VALUE_NULL : tuple_from_steal(parts, 3);
}

static Value get_start(Value self) { return value_retain(as_slice(self)->start); }
static Value get_stop(Value self) { return value_retain(as_slice(self)->stop); }
static Value get_step(Value self) { return value_retain(as_slice(self)->step); }

static const GetSetDef slice_getsets[] = {
    { "start", get_start, attr_readonly },
    { "stop", get_stop, attr_readonly },
    { "step", get_step, attr_readonly },
    { NULL, NULL, NULL },
};

static const NativeDef slice_methods[] = {
    { "indices", slice_indices_method, 1, 1, 0 },
    { NULL, NULL, 0, 0, 0 },
};

Type type_slice = {
    .head = OBJECT_STATIC(&type_type),
    .name = "slice",
    .flags = TYPE_GC,
    .size = sizeof(Slice),
    .base = &type_object,
    .new = slice_construct,
    .dealloc = slice_dealloc,
    .traverse = slice_traverse,
    .repr = slice_repr,
    .compare = slice_compare,
    .methods = slice_methods,
    .getsets = slice_getsets,
};
