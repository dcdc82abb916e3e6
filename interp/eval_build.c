/* eval_build.c: literals, comprehensions, unpacking, f-strings and function objects. */
#include "abstract.h"
#include "eval_slow.h"
#include "attr.h"
#include "gc.h"
#include "names.h"
#include "trace.h"
#include "types/format.h"
#include "types/function.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/set.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/str_builder.h"
#include "types/tuple.h"

#include <assert.h>

/* Release `count` adjacent temporaries, last first. */
static void drop_adjacent(Value *slot, int count)
{
    while (count > 0)
        value_release(slot[--count]);
}

static int store_result(ExecFrame *xf, const Instr *pc, Value result)
{
    if (unlikely(!result))
        return -1;
    eval_store(xf, pc->a, result);
    return 0;
}

/* ---- containers ---- */

int eval_build_list(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value list = list_new(pc->c);
    if (unlikely(!list))
        return -1;
    List *object = as_list(list);
    for (int i = 0; i < pc->c; i++)
        object->items[i] = (&EVAL_OPERAND(pc->b))[i];
    object->length = pc->c;
    return store_result(xf, pc, list);
}

int eval_build_tuple(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value tuple = tuple_new(pc->c);
    if (unlikely(!tuple))
        return -1;
    for (int i = 0; i < pc->c; i++)
        as_tuple(tuple)->items[i] = (&EVAL_OPERAND(pc->b))[i];
    return store_result(xf, pc, tuple);
}

int eval_build_set(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *items = &EVAL_OPERAND(pc->b);
    Value set = set_new(&type_set, VALUE_NULL);
    for (int i = 0; set && i < pc->c; i++) {
        if (unlikely(set_add(as_set(set), items[i]) < 0)) {
            value_release(set);
            return -1;
        }
    }
    if (unlikely(!set))
        return -1;
    drop_adjacent(items, pc->c);
    return store_result(xf, pc, set);
}

int eval_build_dict(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *items = &EVAL_OPERAND(pc->b);
    Value dict = dict_new_sized(pc->c);
    for (int i = 0; dict && i < pc->c; i++) {
        if (unlikely(dict_set(as_dict(dict), items[(size_t)2 * i], items[(size_t)2 * i + 1]) < 0)) {
            value_release(dict);
            return -1;
        }
    }
    if (unlikely(!dict))
        return -1;
    drop_adjacent(items, 2 * pc->c);
    return store_result(xf, pc, dict);
}

/* x[i:j], where GET_ITEM follows: EVAL_ENTERED when that is done, too, without a slice; 0: not such a case; -1. */
static int slice_at_once(ExecFrame *xf, const Instr *pc, const Value *parts)
{
    const Instr *get = pc + 1;
    if (get->op != OP_GET_ITEM || get->c != pc->a || parts[2] != VALUE_NONE)
        return 0;
    Value container = EVAL_OPERAND(get->b), result;
    const Type *type = value_is_object(container) ? value_object(container)->type : NULL;
    if (type != &type_list && type != &type_tuple && type != &type_str)
        return 0;
    gc_make_room(1); /* a finalizer could change the list */
    int64_t length = type == &type_list ? as_list(container)->length : type == &type_tuple ? as_tuple(container)->length : as_str(container)->length;
    int64_t bounds[2] = {0, length};
    for (int i = 0; i < 2; i++) {
        if (value_is_small_int(parts[i]))
            bounds[i] = slice_clip_bound(value_small_int(parts[i]), length, 0, length);
        else if (parts[i] != VALUE_NONE)
            return 0;
    }
    int64_t from = bounds[0], to = bounds[1] > from ? bounds[1] : from;
    xf->pc = get;
    if (type == &type_list)
        result = list_slice(as_list(container), from, to);
    else
        result = type == &type_tuple ? tuple_slice(as_tuple(container), from, to) : str_substring(container, from, to);
    if (unlikely(!result))
        return -1;
    eval_drop(xf, get->b);
    eval_store(xf, get->a, result);
    xf->pc = get + 1;
    return EVAL_ENTERED;
}

int eval_build_slice(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    xf->pc = pc;
    Value *items = &EVAL_OPERAND(pc->b);
    int done = unlikely(trace_is_on(ts)) ? 0 : slice_at_once(xf, pc, items);
    if (done)
        return done;
    Value slice = slice_new(items[0], items[1], items[2]);
    if (unlikely(!slice))
        return -1;
    drop_adjacent(items, 3);
    return store_result(xf, pc, slice);
}

int eval_list_append(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(list_append(EVAL_OPERAND(pc->a), EVAL_OPERAND(pc->b)) < 0))
        return -1;
    eval_drop(xf, pc->b);
    return 0;
}

int eval_set_add(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(set_add(as_set(EVAL_OPERAND(pc->a)), EVAL_OPERAND(pc->b)) < 0))
        return -1;
    eval_drop(xf, pc->b);
    return 0;
}

int eval_dict_put(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(dict_set(as_dict(EVAL_OPERAND(pc->a)), EVAL_OPERAND(pc->b), EVAL_OPERAND(pc->c)) < 0))
        return -1;
    eval_drop(xf, pc->c);
    eval_drop(xf, pc->b);
    return 0;
}

int eval_list_extend(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value iterable = EVAL_OPERAND(pc->b);
    if (unlikely(list_extend(EVAL_OPERAND(pc->a), iterable) < 0)) {
        if (exc_matches(&exc_TypeError) && !type_of(iterable)->iter && !type_is_sequence(type_of(iterable))) {
            exc_clear();
            raise_error(&exc_TypeError, "Value after * must be an iterable, not %T", iterable);
        }
        return -1;
    }
    eval_drop(xf, pc->b);
    return 0;
}

int eval_set_update(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(set_update(as_set(EVAL_OPERAND(pc->a)), EVAL_OPERAND(pc->b)) < 0))
        return -1;
    eval_drop(xf, pc->b);
    return 0;
}

int eval_dict_update(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value mapping = EVAL_OPERAND(pc->b);
    if (!value_is_dict(mapping)) {
        Value keys = VALUE_NULL;
        int found = value_lookup_attr(mapping, name_keys, &keys);
        value_release_null(keys);
        if (found <= 0)
            return found < 0 ? -1 : raise_error_int(&exc_TypeError, "'%T' object is not a mapping", mapping);
    }
    if (unlikely(dict_update(as_dict(EVAL_OPERAND(pc->a)), mapping) < 0))
        return exc_clear_if(&exc_AttributeError) ? raise_error_int(&exc_TypeError, "'%T' object is not a mapping", mapping) : -1;
    eval_drop(xf, pc->b);
    return 0;
}

int eval_dict_merge(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    if (unlikely(dict_merge_kwargs(as_dict(EVAL_OPERAND(pc->a)), EVAL_OPERAND(pc->b), EVAL_OPERAND(pc->c)) < 0))
        return -1;
    eval_drop(xf, pc->b);
    return 0;
}

int eval_list_to_tuple(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value tuple = list_to_tuple(as_list(EVAL_OPERAND(pc->b)));
    if (unlikely(!tuple))
        return -1;
    eval_drop(xf, pc->b);
    return store_result(xf, pc, tuple);
}

/* ---- strings ---- */

int eval_build_string(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *items = &EVAL_OPERAND(pc->b);
    Value separator = str_empty();
    Value text = separator ? str_join_array(as_str(separator), items, pc->c) : VALUE_NULL;
    value_release_null(separator);
    if (unlikely(!text))
        return -1;
    drop_adjacent(items, pc->c);
    return store_result(xf, pc, text);
}

int eval_format(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value *items = &EVAL_OPERAND(pc->b);
    bool has_spec = pc->c & FORMAT_HAS_SPEC;
    int conversion = pc->c & 0xff;
    if (conversion) {
        Value converted = conversion == 's' ? value_str(items[0]) : conversion == 'r' ? value_repr(items[0]) : value_ascii(items[0]);
        if (unlikely(!converted))
            return -1;
        value_set_steal(&items[0], converted);
    }
    Value text;
    if (!has_spec && value_is_object(items[0]) && value_is_exactly_str(items[0])) {
        text = value_retain(items[0]);
    } else {
        Value spec = has_spec ? value_retain(items[1]) : str_empty();
        text = spec ? value_format(items[0], spec) : VALUE_NULL;
        if (spec && text)
            value_release(spec);
        else if (spec) {
            Value pending = exc_take();
            value_release(spec);
            exc_restore_steal(pending);
        }
    }
    if (unlikely(!text))
        return -1;
    drop_adjacent(items, has_spec ? 2 : 1);
    return store_result(xf, pc, text);
}

/* ---- unpacking: item i of n goes to slot[n - 1 - i] ---- */

static void place_reversed(Value *slot, const Value *items, int count)
{
    assert(items != NULL || count == 0);
    for (int i = 0; i < count; i++)
        slot[count - 1 - i] = value_retain(items[i]);
}

static int raise_too_many(int expected)
{
    return raise_error_int(&exc_ValueError, "too many values to unpack (expected %d)", expected);
}

/* Up to `count` items of the iterator into items (owned). Returns how many, or -1. */
static int take_items(Value iterator, Value *items, int count)
{
    for (int i = 0; i < count; i++) {
        items[i] = value_next(iterator);
        if (!items[i]) {
            if (!exc_pending())
                return i;
            while (i > 0)
                value_release(items[--i]);
            return -1;
        }
    }
    return count;
}

static Value iterate_to_unpack(Value v)
{
    if (!type_of(v)->iter && !type_is_sequence(type_of(v))) {
        raise_error(&exc_TypeError, "cannot unpack non-iterable %T object", v);
        return VALUE_NULL;
    }
    return value_iter(v);
}

static int unpack_by_iterator(Value v, Value *out, int count)
{
    Value iterator = iterate_to_unpack(v);
    if (!iterator)
        return -1;
    Value list = list_new(count ? count : 1);
    int status = -1;
    if (list) {
        int n = take_items(iterator, as_list(list)->items, count);
        if (n >= 0) {
            as_list(list)->length = n;
            if (n < count) {
                raise_error(&exc_ValueError, "not enough values to unpack (expected %d, got %d)", count, n);
            } else {
                Value extra = value_next(iterator);
                if (extra) {
                    value_release(extra);
                    raise_too_many(count);
                } else if (!exc_pending()) {
                    place_reversed(out, as_list(list)->items, count);
                    status = 0;
                }
            }
        }
    }
    Value pending = exc_take();
    value_release_null(list);
    value_release(iterator);
    exc_restore_steal(pending);
    return status;
}

int eval_unpack_sequence(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b), *out = &EVAL_OPERAND(pc->a);
    int count = pc->c;
    const Value *items = NULL;
    int64_t length = 0;
    if (value_is_object(b)) {
        if (value_object(b)->type == &type_tuple) {
            items = as_tuple(b)->items;
            length = as_tuple(b)->length;
        } else if (value_object(b)->type == &type_list) {
            items = as_list(b)->items;
            length = as_list(b)->length;
        }
    }
    if (items || (value_is_heap_exactly(b, &type_list))) {
        if (length < count)
            return raise_error_int(&exc_ValueError, "not enough values to unpack (expected %d, got %lld)", count, (long long)length);
        if (length > count)
            return raise_too_many(count);
        place_reversed(out, items, count);
        if (pc->b >= 0)
            value_release(b);
        return 0;
    }
    /* out[0] may be b itself: it is overwritten only on success */
    if (unpack_by_iterator(b, out, count) < 0)
        return -1;
    if (pc->b >= 0)
        value_release(b);
    return 0;
}

int eval_unpack_ex(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value b = EVAL_OPERAND(pc->b), *out = &EVAL_OPERAND(pc->a);
    int before = pc->c & 0xff, after = (uint16_t)pc->c >> 8;
    Value iterator = iterate_to_unpack(b);
    if (!iterator)
        return -1;
    Value all = list_from_iterable(iterator);
    value_release(iterator);
    if (!all)
        return -1;
    List *list = as_list(all);
    gc_make_room(1);
    if (list->length < before + after) {
        if (list->length < before || after == 0)
            raise_error(&exc_ValueError, "not enough values to unpack (expected at least %d, got %lld)", before + after, (long long)list->length);
        else
            raise_error(&exc_ValueError, "not enough values to unpack (expected at least %d, got %lld)", before + after, (long long)list->length);
        value_release(all);
        return -1;
    }
    Value middle = list_slice(list, before, list->length - after);
    if (!middle) {
        value_release(all);
        return -1;
    }
    place_reversed(out, list->items + list->length - after, after);
    out[after] = middle;
    place_reversed(out + after + 1, list->items, before);
    value_release(all);
    if (pc->b >= 0)
        value_release(b);
    return 0;
}

/* ---- functions ---- */

int eval_make_function(ThreadState *ts, ExecFrame *xf, const Instr *pc)
{
    (void)ts;
    xf->pc = pc;
    Value v = function_new(as_code(pc[1].value), xf->func->globals);
    if (unlikely(!v))
        return -1;
    Function *function = as_function(v);
    if (function->builtins != xf->func->builtins) {
        object_retain(xf->func->builtins);
        value_set_steal((Value *)&function->builtins, value_of(xf->func->builtins));
    }
    Value *next = &EVAL_OPERAND(pc->b);
    if (pc->c & 1)
        function->defaults = *next++;
    if (pc->c & 2)
        function->kwdefaults = *next++;
    if (pc->c & 4)
        function->annotations = *next++;
    if (pc->c & 8)
        function->closure = *next++;
    eval_store(xf, pc->a, v);
    return 0;
}
