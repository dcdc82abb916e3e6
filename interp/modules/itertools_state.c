/* itertools_state.c: __reduce__ and __setstate__ of the iterators of itertools: what copy and pickle keep of one that stands somewhere. */
#include "itertools.h"

#include "abstract.h"
#include "builtins.h"
#include "exceptions.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "names.h"
#include "slice.h"
#include "tuple.h"

#define STATE_ARGS Value self, const Value *args, int nargs, Value kwnames
#define UNUSED (void)args, (void)nargs, (void)kwnames

static Value made_by(Value self) { return value_retain(value_of(type_of(self))); }

static Value reduced(Value self, Value arguments_steal, Value state_steal) { return reduced_steal(made_by(self), arguments_steal, state_steal); }

/* A state of at least min and at most max items; NULL: TypeError. Borrowed. */
static Tuple *state_items(Value state, int min, int max)
{
    if (!value_is_heap_exactly(state, &type_tuple)) {
        raise_error(&exc_TypeError, "state is not a tuple");
        return NULL;
    }
    int64_t given = as_tuple(state)->length;
    if (given >= min && given <= max)
        return as_tuple(state);
    int wanted = given < min ? min : max;
    raise_error(&exc_TypeError, "function takes %s %d argument%s (%lld given)", min == max ? "exactly" : given < min ? "at least" : "at most", wanted,
                wanted == 1 ? "" : "s", (long long)given);
    return NULL;
}

static Value raise_invalid(void) { return raise_error(&exc_ValueError, "invalid arguments"); }

/* Whether a combining iterator came to its end, not: had nothing to give. */
static bool is_finished(const Tool *it) { return it->n[1] == 1 && it->n[2]; }

static int64_t clamp(int64_t n, int64_t low, int64_t high) { return n < low ? low : n > high ? high : n; }

/* ---- the endless ones ---- */

Value count_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    int64_t now;
    bool plain = it->v[1] == value_from_small_int(1) && value_is_int(it->v[0]) && int_fits_int64(it->v[0], &now) && now < INT64_MAX;
    return reduced(self, plain ? tuple_pack(1, it->v[0]) : tuple_pack(2, it->v[0], it->v[1]), VALUE_NULL);
}

Value cycle_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (it->v[0])
        return reduced(self, tuple_pack(1, it->v[0]), tuple_pack(2, it->v[1], VALUE_FALSE));
    Value rest = value_iter(it->v[1]);
    for (int64_t i = 0; rest && i < it->n[0]; i++) { /* the round that is under way goes on */
        Value passed = value_next(rest);
        value_release_null(passed);
    }
    Value arguments = rest ? tuple_pack(1, rest) : VALUE_NULL;
    value_release_null(rest);
    return reduced(self, arguments, arguments ? tuple_pack(2, it->v[1], VALUE_TRUE) : VALUE_NULL);
}

Value cycle_setstate(STATE_ARGS)
{
    UNUSED;
    Tuple *state = state_items(args[0], 2, 2);
    int64_t seen;
    if (!state)
        return VALUE_NULL;
    if (!value_is_list(state->items[0]))
        return raise_error(&exc_TypeError, "argument 1 must be list, not %A", state->items[0]);
    if (value_as_index(state->items[1], &seen, &exc_OverflowError) < 0)
        return VALUE_NULL;
    Tool *it = as_tool(self);
    value_set_steal(&it->v[1], value_retain(state->items[0]));
    it->n[0] = 0;
    it->n[1] = seen != 0;
    return VALUE_NONE;
}

Value repeat_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (it->n[0] < 0)
        return reduced(self, tuple_pack(1, it->v[0]), VALUE_NULL);
    Value left = int_from_int64(it->n[0]), arguments = left ? tuple_pack(2, it->v[0], left) : VALUE_NULL;
    value_release_null(left);
    return reduced(self, arguments, VALUE_NULL);
}

/* ---- those that pass items on ---- */

Value chain_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    Value state = !it->v[0] ? VALUE_NULL : it->v[1] ? tuple_pack(2, it->v[0], it->v[1]) : tuple_pack(1, it->v[0]);
    return it->v[0] && !state ? VALUE_NULL : reduced(self, tuple_empty(), state);
}

static bool is_iterator(Value v) { return type_of(v)->next != NULL; }

Value chain_setstate(STATE_ARGS)
{
    UNUSED;
    Tuple *state = state_items(args[0], 1, 2);
    if (!state)
        return VALUE_NULL;
    Value active = state->length > 1 ? state->items[1] : VALUE_NULL;
    if (!is_iterator(state->items[0]) || (active && !is_iterator(active)))
        return raise_error(&exc_TypeError, "Arguments must be iterators.");
    value_set_steal(&as_tool(self)->v[0], value_retain(state->items[0]));
    value_set_steal(&as_tool(self)->v[1], value_retain_null(active));
    return VALUE_NONE;
}

/* compress, filterfalse, starmap: two values and nothing else. */
Value pair_reduce(STATE_ARGS)
{
    UNUSED;
    return reduced(self, tuple_pack(2, as_tool(self)->v[0], as_tool(self)->v[1]), VALUE_NULL);
}

/* dropwhile, takewhile: whether it has changed its mind. */
Value predicate_reduce(STATE_ARGS)
{
    UNUSED;
    return reduced(self, tuple_pack(2, as_tool(self)->v[0], as_tool(self)->v[1]), value_from_small_int(as_tool(self)->n[0]));
}

Value predicate_setstate(STATE_ARGS)
{
    UNUSED;
    int truth = value_truth(args[0]);
    if (truth < 0)
        return VALUE_NULL;
    as_tool(self)->n[0] = truth;
    return VALUE_NONE;
}

/* An accumulate over `first` and then what is left. New reference. */
static Value accumulate_with(Tool *it, Value first, Value function)
{
    Value head = tuple_pack(1, first), both = head ? tuple_pack(2, head, it->v[0]) : VALUE_NULL;
    Value joined = both ? call_value(value_of(&type_chain), as_tuple(both)->items, 2, VALUE_NULL) : VALUE_NULL;
    Value arguments = joined ? tuple_pack(2, joined, function) : VALUE_NULL;
    value_release_null(joined);
    value_release_null(both);
    value_release_null(head);
    return arguments;
}

Value accumulate_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (it->n[0]) {
        Value arguments = accumulate_with(it, it->v[1], it->v[2]);
        return arguments ? reduced(self, arguments, VALUE_NONE) : VALUE_NULL;
    }
    if (it->v[1] != VALUE_NONE)
        return reduced(self, tuple_pack(2, it->v[0], it->v[2]), value_retain(it->v[1] ? it->v[1] : VALUE_NONE));
    /* A total of None reads as none: it is put in front again and passed over. */
    Value arguments = accumulate_with(it, VALUE_NONE, it->v[2]);
    Value again = arguments ? call_value(value_of(type_of(self)), as_tuple(arguments)->items, 2, VALUE_NULL) : VALUE_NULL;
    value_release_null(arguments);
    arguments = again ? tuple_pack(3, again, value_from_small_int(1), VALUE_NONE) : VALUE_NULL;
    value_release_null(again);
    return reduced_steal(value_retain(value_of(&type_islice)), arguments, VALUE_NULL);
}

Value accumulate_setstate(STATE_ARGS)
{
    UNUSED;
    value_set_steal(&as_tool(self)->v[1], value_retain(args[0]));
    return VALUE_NONE;
}

Value islice_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (!it->v[0]) {
        Value empty = list_new(0), iterator = empty ? value_iter(empty) : VALUE_NULL;
        Value arguments = iterator ? tuple_pack(2, iterator, value_from_small_int(0)) : VALUE_NULL;
        value_release_null(iterator);
        value_release_null(empty);
        return reduced(self, arguments, value_from_small_int(0));
    }
    Value arguments = tuple_new(4), state = VALUE_NULL;
    if (arguments) {
        Value *items = as_tuple(arguments)->items;
        items[0] = value_retain(it->v[0]);
        items[2] = it->n[1] < 0 ? VALUE_NONE : int_from_int64(it->n[1]);
        if (!(items[1] = int_from_int64(it->n[0])) || !items[2] || !(items[3] = int_from_int64(it->n[2])) || !(state = int_from_int64(it->n[3])))
            value_clear(&arguments);
    }
    return reduced(self, arguments, state);
}

Value islice_setstate(STATE_ARGS)
{
    UNUSED;
    if (!value_is_int(args[0]))
        return raise_error(&exc_TypeError, "an integer is required");
    int64_t count;
    if (value_as_index(args[0], &count, &exc_OverflowError) < 0)
        return VALUE_NULL;
    as_tool(self)->n[3] = count;
    return VALUE_NONE;
}

Value zip_longest_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    Tuple *iterators = as_tuple(it->v[0]);
    Value arguments = tuple_new(iterators->length);
    for (int64_t i = 0; arguments && i < iterators->length; i++)
        as_tuple(arguments)->items[i] = iterators->items[i] == VALUE_NONE ? tuple_empty() : value_retain(iterators->items[i]);
    return reduced(self, arguments, value_retain(it->v[1]));
}

Value zip_longest_setstate(STATE_ARGS)
{
    UNUSED;
    value_set_steal(&as_tool(self)->v[1], value_retain(args[0]));
    return VALUE_NONE;
}

/* ---- the combining ones: v[1] is set when a result was given, n[1] is 1 at the end ---- */

static Value numbers(const int64_t *from, int64_t count)
{
    Value result = tuple_new(count);
    for (int64_t i = 0; result && i < count; i++)
        if (!(as_tuple(result)->items[i] = int_from_int64(from[i])))
            value_clear(&result);
    return result;
}

/* indices[i] = state[i], for each of the `count` items of the tuple `state`. */
static int read_numbers(Value state, int64_t *into, int64_t count)
{
    for (int64_t i = 0; i < count; i++) {
        if (!value_is_int(as_tuple(state)->items[i]))
            return raise_error_int(&exc_TypeError, "an integer is required");
        if (value_as_index(as_tuple(state)->items[i], &into[i], &exc_OverflowError) < 0)
            return -1;
    }
    return 0;
}

/* The results asked for have more items than the pool gives: there are none. */
static bool is_too_long(const Tool *it)
{
    int64_t asked;
    return !int_fits_int64(it->v[2], &asked) || asked != it->n[0];
}

static bool is_tuple_of(Value v, int64_t count) { return value_is_heap_exactly(v, &type_tuple) && as_tuple(v)->length == count; }

Value product_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (is_finished(it)) {
        Value none = tuple_empty(), arguments = tuple_pack(1, none);
        value_release(none);
        return reduced(self, arguments, VALUE_NULL);
    }
    Value state = it->n[1] ? VALUE_NULL : numbers(it->indices, it->n[0]);
    return !it->n[1] && !state ? VALUE_NULL : reduced(self, value_retain(it->v[0]), state);
}

Value product_setstate(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (!is_tuple_of(args[0], it->n[0]))
        return raise_invalid();
    if (read_numbers(args[0], it->indices, it->n[0]) < 0)
        return VALUE_NULL;
    it->n[1] = 0;
    for (int64_t i = 0; i < it->n[0]; i++) {
        int64_t size = as_tuple(as_tuple(it->v[0])->items[i])->length;
        if (size == 0)
            it->n[1] = 1;
        it->indices[i] = clamp(it->indices[i], 0, size - 1);
    }
    return it->n[1] || tool_fill_result(it, true) == 0 ? VALUE_NONE : VALUE_NULL;
}

/* v[2]: the length of a result that was asked for, though none may be so long. */
static Value chooser_reduce_with(Value self, Value state_steal)
{
    Tool *it = as_tool(self);
    Value pool = is_finished(it) ? tuple_empty() : value_retain(it->v[0]), arguments = tuple_pack(2, pool, it->v[2]);
    value_release(pool);
    return reduced(self, arguments, state_steal);
}

Value combinations_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    Value state = it->n[1] ? VALUE_NULL : numbers(it->indices, it->n[0]);
    return !it->n[1] && !state ? VALUE_NULL : chooser_reduce_with(self, state);
}

static Value chooser_setstate(Value self, Value state, bool again)
{
    Tool *it = as_tool(self);
    int64_t n = as_tuple(it->v[0])->length, r = it->n[0];
    if (is_too_long(it) || !is_tuple_of(state, r))
        return raise_invalid();
    if (read_numbers(state, it->indices, r) < 0)
        return VALUE_NULL;
    for (int64_t i = 0; i < r; i++)
        it->indices[i] = clamp(it->indices[i], 0, again ? n - 1 : i + n - r);
    it->n[1] = 0;
    return tool_fill_result(it, false) == 0 ? VALUE_NONE : VALUE_NULL;
}

Value combinations_setstate(STATE_ARGS)
{
    UNUSED;
    return chooser_setstate(self, args[0], false);
}

Value replacement_setstate(STATE_ARGS)
{
    UNUSED;
    return chooser_setstate(self, args[0], true);
}

Value permutations_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    if (it->n[1])
        return chooser_reduce_with(self, VALUE_NULL);
    int64_t n = as_tuple(it->v[0])->length;
    Value order = numbers(it->indices, n), turns = order ? numbers(it->indices + n, it->n[0]) : VALUE_NULL;
    Value state = turns ? tuple_pack(2, order, turns) : VALUE_NULL;
    value_release_null(order);
    value_release_null(turns);
    return state ? chooser_reduce_with(self, state) : VALUE_NULL;
}

Value permutations_setstate(STATE_ARGS)
{
    UNUSED;
    Tuple *state = state_items(args[0], 2, 2);
    if (!state)
        return VALUE_NULL;
    for (int i = 0; i < 2; i++)
        if (!value_is_heap_exactly(state->items[i], &type_tuple))
            return raise_error(&exc_TypeError, "argument %d must be tuple, not %A", i + 1, state->items[i]);
    Tool *it = as_tool(self);
    int64_t n = as_tuple(it->v[0])->length, r = it->n[0];
    if (is_too_long(it) || !is_tuple_of(state->items[0], n) || !is_tuple_of(state->items[1], r))
        return raise_invalid();
    if (read_numbers(state->items[0], it->indices, n) < 0 || read_numbers(state->items[1], it->indices + n, r) < 0)
        return VALUE_NULL;
    for (int64_t i = 0; i < n; i++)
        it->indices[i] = clamp(it->indices[i], 0, n - 1);
    for (int64_t i = 0; i < r; i++)
        it->indices[n + i] = clamp(it->indices[n + i], 1, n - i);
    it->n[1] = 0;
    return tool_fill_result(it, false) == 0 ? VALUE_NONE : VALUE_NULL;
}

/* ---- groupby ---- */

Value groupby_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *it = as_tool(self);
    bool stands = it->v[2] && it->v[3] && it->v[4];
    Value state = stands ? tuple_pack(3, it->v[2], it->v[3], it->v[4]) : VALUE_NULL;
    return stands && !state ? VALUE_NULL : reduced(self, tuple_pack(2, it->v[0], it->v[1]), state);
}

Value groupby_setstate(STATE_ARGS)
{
    UNUSED;
    Tuple *state = state_items(args[0], 3, 3);
    if (!state)
        return VALUE_NULL;
    Tool *it = as_tool(self);
    for (int i = 0; i < 3; i++)
        value_set_steal(&it->v[2 + i], value_retain(state->items[i]));
    return VALUE_NONE;
}

Value grouper_reduce(STATE_ARGS)
{
    UNUSED;
    Tool *group = as_tool(self);
    if (group->n[0] == as_tool(group->v[0])->n[0])
        return reduced(self, tuple_pack(2, group->v[0], group->v[1]), VALUE_NULL);
    Value none = tuple_empty(), arguments = tuple_pack(1, none); /* a group that is over */
    value_release(none);
    return reduced_steal(builtin_by_name(name_iter), arguments, VALUE_NULL);
}
