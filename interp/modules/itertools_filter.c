/* itertools_filter.c: the iterators of itertools that pass items on: chain, compress, dropwhile, takewhile, filterfalse, starmap,
 * accumulate, islice, pairwise, zip_longest. */
#include "itertools.h"

#include "abstract.h"
#include "exceptions.h"
#include "generic_alias.h"
#include "int.h"
#include "native.h"
#include "slice.h"
#include "str.h"
#include "tuple.h"

/* ---- chain: v[0] iterator over the iterables (VALUE_NULL: done), v[1] the one being read ---- */

static Value chain_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 0, -1))
        return VALUE_NULL;
    Value sources = tuple_from(args, nargs);
    Value iterator = sources ? value_iter(sources) : VALUE_NULL;
    value_release_null(sources);
    return tool_new_steal(type, 1, iterator, VALUE_NULL, VALUE_NULL);
}

static Value chain_from_iterable(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return tool_new_steal((Type *)value_object(self), 1, value_iter(args[0]), VALUE_NULL, VALUE_NULL);
}

static Value chain_next(Value self)
{
    Tool *it = as_tool(self);
    while (it->v[0]) {
        if (!it->v[1]) {
            Value source = value_next(it->v[0]);
            it->v[1] = source ? value_iter(source) : VALUE_NULL;
            value_release_null(source);
            if (!it->v[1]) {
                value_clear(&it->v[0]);
                return VALUE_NULL;
            }
        }
        Value item = value_next(it->v[1]);
        if (item)
            return item;
        if (exc_pending())
            return VALUE_NULL;
        value_clear(&it->v[1]);
    }
    return VALUE_NULL;
}

static const NativeDef chain_methods[] = {{"from_iterable", chain_from_iterable, 1, 1, NATIVE_CLASS}, TOOL_REDUCE(chain_reduce), TOOL_SETSTATE(chain_setstate),
                                          {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}, {0}};

Type type_chain = {TOOL_TYPE("chain", chain_new, chain_next), .methods = chain_methods};

/* ---- compress: v[0] data, v[1] selectors ---- */

static Value compress_new(TOOL_ARGS)
{
    Value given[2];
    if (!native_bind("compress(data, selectors)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value data = value_iter(given[0]);
    return tool_new_steal(type, 2, data, data ? value_iter(given[1]) : VALUE_NULL, VALUE_NULL);
}

static Value compress_next(Value self)
{
    Tool *it = as_tool(self);
    Value item;
    while ((item = value_next(it->v[0]))) {
        Value selector = value_next(it->v[1]);
        int keep = selector ? value_truth(selector) : -1;
        value_release_null(selector);
        if (keep > 0)
            return item;
        value_release(item);
        if (keep < 0)
            return VALUE_NULL;
    }
    return VALUE_NULL;
}

static const NativeDef compress_methods[] = {TOOL_REDUCE(pair_reduce), {0}};

Type type_compress = {TOOL_TYPE("compress", compress_new, compress_next), .methods = compress_methods};

/* ---- with a predicate: v[0] it, v[1] iterator; n[0] 1: has changed its mind for good ---- */

static Value predicate_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 2, 2))
        return VALUE_NULL;
    Value iterator = value_iter(args[1]);
    return tool_new_steal(type, 2, iterator ? value_retain(args[0]) : VALUE_NULL, iterator, VALUE_NULL);
}

/* 1, 0, -1 */
static int holds(Value predicate, Value item)
{
    Value answer = call_value1(predicate, item);
    int truth = answer ? value_truth(answer) : -1;
    value_release_null(answer);
    return truth;
}

static Value dropwhile_next(Value self)
{
    Tool *it = as_tool(self);
    Value item;
    while ((item = value_next(it->v[1]))) {
        int drop = it->n[0] ? 0 : holds(it->v[0], item);
        if (drop == 0) {
            it->n[0] = 1;
            return item;
        }
        value_release(item);
        if (drop < 0)
            return VALUE_NULL;
    }
    return VALUE_NULL;
}

static Value takewhile_next(Value self)
{
    Tool *it = as_tool(self);
    Value item = it->n[0] ? VALUE_NULL : value_next(it->v[1]);
    if (!item)
        return VALUE_NULL;
    int take = holds(it->v[0], item);
    if (take > 0)
        return item;
    value_release(item);
    it->n[0] = take == 0;
    return VALUE_NULL;
}

static Value filterfalse_next(Value self)
{
    Tool *it = as_tool(self);
    Value item;
    while ((item = value_next(it->v[1]))) {
        int drop = it->v[0] == VALUE_NONE || it->v[0] == value_of(&type_bool) ? value_truth(item) : holds(it->v[0], item);
        if (drop == 0)
            return item;
        value_release(item);
        if (drop < 0)
            return VALUE_NULL;
    }
    return VALUE_NULL;
}

static const NativeDef while_methods[] = {TOOL_REDUCE(predicate_reduce), TOOL_SETSTATE(predicate_setstate), {0}};
static const NativeDef pair_methods[] = {TOOL_REDUCE(pair_reduce), {0}};

Type type_dropwhile = {TOOL_TYPE("dropwhile", predicate_new, dropwhile_next), .methods = while_methods};
Type type_takewhile = {TOOL_TYPE("takewhile", predicate_new, takewhile_next), .methods = while_methods};
Type type_filterfalse = {TOOL_TYPE("filterfalse", predicate_new, filterfalse_next), .methods = pair_methods};

/* ---- starmap: v[0] function, v[1] iterator ---- */

static Value starmap_next(Value self)
{
    Tool *it = as_tool(self);
    Value item = value_next(it->v[1]);
    if (!item)
        return VALUE_NULL;
    Value args = tuple_from_iterable(item);
    value_release(item);
    if (!args)
        return VALUE_NULL;
    Value result = call_value(it->v[0], as_tuple(args)->items, (int)as_tuple(args)->length, VALUE_NULL);
    value_release(args);
    return result;
}

Type type_starmap = {TOOL_TYPE("starmap", predicate_new, starmap_next), .methods = pair_methods};

/* ---- accumulate: v[0] iterator, v[1] total so far (VALUE_NULL: none yet), v[2] function (None: +); n[0] 1: an initial value waits ---- */

static Value accumulate_new(TOOL_ARGS)
{
    Value given[3];
    if (!native_bind("accumulate(iterable, func=, *, initial=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value iterator = value_iter(given[0]);
    bool initial = given[2] && given[2] != VALUE_NONE;
    Value self = iterator ? tool_new_steal(type, 1, iterator, initial ? value_retain(given[2]) : VALUE_NULL,
                                           given[1] ? value_retain(given[1]) : VALUE_NONE)
                          : VALUE_NULL;
    if (self)
        as_tool(self)->n[0] = initial;
    return self;
}

static Value accumulate_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->n[0]) {
        it->n[0] = 0;
        return value_retain(it->v[1]);
    }
    Value item = value_next(it->v[0]);
    if (!item)
        return VALUE_NULL;
    if (!it->v[1]) {
        it->v[1] = item;
        return value_retain(item);
    }
    Value total = it->v[2] == VALUE_NONE ? value_binary(BINARY_ADD, it->v[1], item) : call_value2(it->v[2], it->v[1], item);
    value_release(item);
    if (!total)
        return VALUE_NULL;
    value_set_steal(&it->v[1], value_retain(total));
    return total;
}

static const NativeDef accumulate_methods[] = {TOOL_REDUCE(accumulate_reduce), TOOL_SETSTATE(accumulate_setstate), {0}};

Type type_accumulate = {TOOL_TYPE("accumulate", accumulate_new, accumulate_next), .methods = accumulate_methods};

/* ---- islice: v[0] iterator (VALUE_NULL: done); n[0] index of the next item given out, n[1] where it stops (-1: never), n[2] step,
 * n[3] items read ---- */

static bool slice_bound(Value v, int64_t absent, int64_t *out)
{
    *out = absent;
    if (v == VALUE_NONE)
        return true;
    if (value_as_index(v, out, &exc_OverflowError) < 0) {
        exc_clear();
        return false;
    }
    return *out != -1;
}

static Value islice_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 2, 4))
        return VALUE_NULL;
    int64_t start = 0, stop, step = 1;
    Value given_stop = nargs > 2 ? args[2] : args[1];
    if (!slice_bound(given_stop, -1, &stop))
        return raise_error(&exc_ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if ((nargs > 2 && !slice_bound(args[1], 0, &start)) || start < 0 || stop < -1)
        return raise_error(&exc_ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (nargs > 3 && (!slice_bound(args[3], 1, &step) || step < 1))
        return raise_error(&exc_ValueError, "Step for islice() must be a positive integer or None.");
    Value iterator = value_iter(args[0]);
    Value self = tool_new_steal(type, 1, iterator, VALUE_NULL, VALUE_NULL);
    if (self) {
        as_tool(self)->n[0] = start;
        as_tool(self)->n[1] = stop;
        as_tool(self)->n[2] = step;
    }
    return self;
}

static Value islice_end(Tool *it)
{
    value_clear(&it->v[0]);
    return VALUE_NULL;
}

static Value islice_next(Value self)
{
    Tool *it = as_tool(self);
    if (!it->v[0])
        return VALUE_NULL;
    for (; it->n[3] < it->n[0]; it->n[3]++) { /* also when it stops before: CPython reads as far */
        Value skipped = value_next(it->v[0]);
        if (!skipped)
            return islice_end(it);
        value_release(skipped);
    }
    int64_t stop = it->n[1], next;
    Value item = stop >= 0 && it->n[3] >= stop ? VALUE_NULL : value_next(it->v[0]);
    if (!item)
        return islice_end(it);
    it->n[3]++;
    if (__builtin_add_overflow(it->n[0], it->n[2], &next))
        next = stop < 0 ? INT64_MAX : stop;
    it->n[0] = stop >= 0 && next > stop ? stop : next;
    return item;
}

static const NativeDef islice_methods[] = {TOOL_REDUCE(islice_reduce), TOOL_SETSTATE(islice_setstate), {0}};

Type type_islice = {TOOL_TYPE("islice", islice_new, islice_next), .methods = islice_methods};

/* ---- pairwise: v[0] iterator, v[1] the last item (VALUE_NULL: none yet) ---- */

static Value pairwise_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 1, 1))
        return VALUE_NULL;
    return tool_new_steal(type, 1, value_iter(args[0]), VALUE_NULL, VALUE_NULL);
}

/* The iterator's next item; it may ask the pairwise object itself, which may let go of the iterator. */
static Value next_of_slot(Tool *it)
{
    Value iterator = value_retain(it->v[0]), item = value_next(iterator);
    value_release(iterator);
    return item;
}

static Value pairwise_next(Value self)
{
    Tool *it = as_tool(self);
    if (!it->v[0])
        return VALUE_NULL;
    if (!it->v[1]) {
        Value first = next_of_slot(it);
        value_set_steal(&it->v[1], first);
        if (!first)
            value_clear(&it->v[0]);
        if (!it->v[0]) {
            value_clear(&it->v[1]);
            return VALUE_NULL;
        }
    }
    Value before = value_retain(it->v[1]), item = next_of_slot(it);
    if (!item) {
        value_clear(&it->v[0]);
        value_clear(&it->v[1]);
        value_release(before);
        return VALUE_NULL;
    }
    value_set_steal(&it->v[1], value_retain(item));
    return tuple_from_steal((Value[]){before, item}, 2);
}

Type type_pairwise = {TOOL_TYPE("pairwise", pairwise_new, pairwise_next)};

/* ---- zip_longest: v[0] tuple of iterators (None: exhausted), v[1] fill value; n[0] iterators still alive ---- */

static Value zip_longest_new(TOOL_ARGS)
{
    Value fill = VALUE_NONE;
    if (kwnames && as_tuple(kwnames)->length) {
        Value given[1];
        if (as_tuple(kwnames)->length > 1 || !str_equal_cstr(as_tuple(kwnames)->items[0], "fillvalue"))
            return raise_error(&exc_TypeError, "zip_longest() got an unexpected keyword argument");
        if (!native_bind("zip_longest(*, fillvalue=)", args + nargs, 0, kwnames, given))
            return VALUE_NULL;
        fill = given[0];
    }
    Value iterators = tuple_new(nargs);
    for (int i = 0; iterators && i < nargs; i++)
        if (!(as_tuple(iterators)->items[i] = value_iter(args[i])))
            value_clear(&iterators);
    Value self = tool_new_steal(type, 1, iterators, value_retain(fill), VALUE_NULL);
    if (self)
        as_tool(self)->n[0] = nargs;
    return self;
}

static Value zip_longest_next(Value self)
{
    Tool *it = as_tool(self);
    Tuple *iterators = as_tuple(it->v[0]);
    if (it->n[0] == 0)
        return VALUE_NULL;
    Value result = tuple_new(iterators->length);
    for (int64_t i = 0; result && i < iterators->length; i++) {
        Value item = iterators->items[i] == VALUE_NONE ? value_retain(it->v[1]) : value_next(iterators->items[i]);
        if (!item) {
            if (exc_pending() || --it->n[0] == 0) {
                it->n[0] = 0;
                value_clear(&result);
                break;
            }
            value_set_steal(&iterators->items[i], VALUE_NONE);
            item = value_retain(it->v[1]);
        }
        as_tuple(result)->items[i] = item;
    }
    return result;
}

static const NativeDef zip_longest_methods[] = {TOOL_REDUCE(zip_longest_reduce), TOOL_SETSTATE(zip_longest_setstate), {0}};

Type type_zip_longest = {TOOL_TYPE("zip_longest", zip_longest_new, zip_longest_next), .methods = zip_longest_methods};
