/* sequence.c */
#include "sequence.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "list.h"
#include "mem.h"
#include "slice.h"
#include "str_builder.h"
#include "tuple.h"

/* ---- repr guard: the objects being printed, outermost first ---- */

static Value *repr_active;
static int repr_depth, repr_capacity;

int repr_enter(Value v)
{
    for (int i = repr_depth; i-- > 0;)
        if (repr_active[i] == v)
            return 1;
    if (repr_depth == repr_capacity) {
        int capacity = repr_capacity ? repr_capacity * 2 : 16;
        Value *grown = mem_realloc_raw(repr_active, (size_t)capacity * sizeof *grown);
        if (!grown) {
            raise_no_memory();
            return -1;
        }
        repr_active = grown;
        repr_capacity = capacity;
    }
    repr_active[repr_depth++] = v;
    return 0;
}

void repr_leave(Value v)
{
    for (int i = repr_depth; i-- > 0;)
        if (repr_active[i] == v) {
            memmove(repr_active + i, repr_active + i + 1, (size_t)(repr_depth - i - 1) * sizeof *repr_active);
            repr_depth--;
            break;
        }
    if (!repr_depth) {
        mem_free_raw(repr_active);
        repr_active = NULL;
        repr_capacity = 0;
    }
}

/* ---- items of a tuple or list; re-read after every call into Python, since a list may change ---- */

static inline int64_t sequence_length(Value v) { return value_is_tuple(v) ? as_tuple(v)->length : as_list(v)->length; }
static inline Value sequence_item(Value v, int64_t i) { return value_is_tuple(v) ? as_tuple(v)->items[i] : as_list(v)->items[i]; }

/* How many items from the start are the same objects. */
static int64_t same_words(Value a, Value b)
{
    const Value *x = value_is_tuple(a) ? as_tuple(a)->items : as_list(a)->items, *y = value_is_tuple(b) ? as_tuple(b)->items : as_list(b)->items;
    int64_t n = sequence_length(a) < sequence_length(b) ? sequence_length(a) : sequence_length(b), i = 0;
    while (i < n && x[i] == y[i])
        i++;
    return i;
}

Value sequence_compare(Value a, Value b, CompareOp op)
{
    if (sequence_length(a) != sequence_length(b) && (op == COMPARE_EQ || op == COMPARE_NE) && value_is_list(a))
        return value_bool(op == COMPARE_NE);
    int64_t i = same_words(a, b);
    for (; i < sequence_length(a) && i < sequence_length(b); i++) {
        Value x = sequence_item(a, i), y = sequence_item(b, i);
        if (x == y)
            continue;
        value_retain(x);
        value_retain(y);
        int equal = value_equal(x, y);
        Value result = VALUE_NULL;
        bool gone = i >= sequence_length(a) || i >= sequence_length(b); /* a list became shorter as its items were compared */
        if (!equal && !gone) {
            if (op == COMPARE_EQ)
                result = VALUE_FALSE;
            else if (op == COMPARE_NE)
                result = VALUE_TRUE;
            else
                result = value_compare(x, y, op);
        }
        value_release(x);
        value_release(y);
        if (!equal && gone)
            break;
        if (equal != 1)
            return result;
    }
    return value_bool(compare_order((sequence_length(a) > sequence_length(b)) - (sequence_length(a) < sequence_length(b)), op));
}

Value sequence_repr(Value self, const char *open, const char *close, const char *nested)
{
    int active = repr_enter(self);
    if (active)
        return active < 0 ? VALUE_NULL : str_from_cstr(nested);
    StrBuilder out;
    str_builder_init(&out);
    if (str_builder_add_cstr(&out, open) < 0)
        goto fail;
    for (int64_t i = 0; i < sequence_length(self); i++) {
        if (i && str_builder_add_cstr(&out, ", ") < 0)
            goto fail;
        Value item = value_retain(sequence_item(self, i));
        Value text = value_repr(item);
        value_release(item);
        if (!text)
            goto fail;
        int failed = str_builder_add_value(&out, text);
        value_release(text);
        if (failed < 0)
            goto fail;
    }
    if (str_builder_add_cstr(&out, close) < 0)
        goto fail;
    repr_leave(self);
    return str_builder_finish(&out);
fail:
    str_builder_discard(&out);
    repr_leave(self);
    return VALUE_NULL;
}

int sequence_position(Value key, const int64_t *length, const char *type_name, const char *out_of_range, int64_t *position)
{
    int64_t i;
    if (likely(value_is_small_int(key))) {
        i = value_small_int(key);
    } else {
        if (!value_is_int(key) && !type_of(key)->to_index)
            return raise_error_int(&exc_TypeError, "%s indices must be integers or slices, not %T", type_name, key);
        if (value_as_index(key, &i, &exc_IndexError) < 0)
            return -1;
    }
    if (i < 0)
        i += *length;
    if (unlikely((uint64_t)i >= (uint64_t)*length))
        return raise_error_int(&exc_IndexError, "%s", out_of_range);
    *position = i;
    return 0;
}

bool sequence_is_repeated(const Type *type)
{
    const Type *builtin = type;
    while (type_has(builtin, TYPE_HEAP))
        builtin = builtin->base;
    return builtin->getitem && builtin->reflected[BINARY_MUL] && builtin->reflected[BINARY_MUL] == type->reflected[BINARY_MUL];
}

bool value_may_reflect(Value other, BinaryOp op)
{
    const Type *type = type_of(other);
    return type_has(type, TYPE_HEAP) && type->reflected[op] && !(op == BINARY_MUL && sequence_is_repeated(type));
}

int sequence_repeat_count(Value other, const int64_t *length, int64_t *count)
{
    if (value_is_small_int(other)) {
        *count = value_small_int(other);
    } else {
        if (!value_is_int(other) && !type_of(other)->to_index) {
            const Type *type = type_of(other);
            if (type_has(type, TYPE_HEAP) && (type->reflected[BINARY_MUL] || type->binary[BINARY_MUL]) && !sequence_is_repeated(type))
                return 0;
            return raise_error_int(&exc_TypeError, "can't multiply sequence by non-int of type '%T'", other);
        }
        if (value_as_index(other, count, &exc_OverflowError) < 0)
            return -1;
    }
    if (*count < 0)
        *count = 0;
    gc_make_room(1);
    int64_t total;
    if (__builtin_mul_overflow(*length, *count, &total) || total > INT64_MAX / (int64_t)sizeof(Value) / 2) {
        raise_no_memory();
        return -1;
    }
    return 1;
}

int sequence_bounds(const Value *args, int nargs, const int64_t *length, int64_t *start, int64_t *stop)
{
    int64_t bound[2] = {0, INT64_MAX};
    for (int i = 0; i < nargs && i < 2; i++) {
        if (!value_is_int(args[i]) && !type_of(args[i])->to_index)
            return raise_error_int(&exc_TypeError, "slice indices must be integers or have an __index__ method");
        if (value_as_index(args[i], &bound[i], NULL) < 0)
            return -1;
        if (bound[i] < 0 && (bound[i] += *length) < 0)
            bound[i] = 0;
    }
    *start = bound[0];
    *stop = bound[1];
    return 0;
}
