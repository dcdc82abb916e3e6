/* itertools.c: the module itertools: what its iterators share, and the endless ones (count, cycle, repeat). */
#include "itertools.h"

#include "abstract.h"
#include "exceptions.h"
#include "float.h"
#include "gc.h"
#include "int.h"
#include "list.h"
#include "mem.h"
#include "module.h"
#include "modules.h"
#include "native.h"
#include "str.h"
#include "tuple.h"
#include "type.h"
#include "object_life.h"

/* ---- shared ---- */

Value tool_new_steal(Type *type, int required, Value a, Value b, Value c)
{
    Value owned[TOOL_VALUES] = {a, b, c};
    bool complete = true;
    for (int i = 0; i < required; i++)
        complete = complete && owned[i];
    Tool *tool = complete ? object_alloc(type, type->size) : NULL;
    if (!tool) {
        for (int i = 0; i < TOOL_VALUES; i++)
            value_release_null(owned[i]);
        return VALUE_NULL;
    }
    memcpy(tool->v, owned, sizeof owned);
    memset(tool->n, 0, sizeof tool->n);
    tool->indices = NULL;
    gc_track(tool);
    return value_of(tool);
}

void tool_clear(Object *self)
{
    Tool *tool = (Tool *)self;
    for (int i = 0; i < TOOL_VALUES; i++)
        value_clear(&tool->v[i]);
}

void tool_dealloc(Object *self)
{
    gc_untrack(self);
    tool_clear(self);
    mem_free_raw(((Tool *)self)->indices);
    object_free(self, self->type->size);
}

void tool_traverse(Object *self, VisitFn visit, void *context)
{
    for (int i = 0; i < TOOL_VALUES; i++)
        visit(((Tool *)self)->v[i], context);
}

static const char *short_name(const Type *type) { return type->name + strlen("itertools."); }

bool tool_takes(Type *type, int nargs, Value kwnames, int min, int max)
{
    const char *name = short_name(type_solid_builtin(type));
    if (type->init == type_object.init && !native_no_keywords(name, kwnames)) /* an __init__ of a subclass may take some */
        return false;
    if (nargs >= min && (max < 0 || nargs <= max))
        return true;
    native_raise_count(name, min, max, nargs);
    return false;
}

/* ---- count: v[0] next value, v[1] step; n[0] 1: both are small ints ---- */

static Value count_new(TOOL_ARGS)
{
    Value given[2];
    if (!native_bind("count(start=, step=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value start = given[0] ? given[0] : value_from_small_int(0), step = given[1] ? given[1] : value_from_small_int(1);
    if (!value_is_number(start) || !value_is_number(step))
        return raise_error(&exc_TypeError, "a number is required");
    int64_t first, by;
    if (value_is_int(start) && value_is_int(step) && int_fits_int64(start, &first) && int_fits_int64(step, &by) && by == 1)
        return tool_new_steal(type, 2, int_from_int64(first), value_from_small_int(1), VALUE_NULL); /* whatever subclass of int they are of */
    return tool_new_steal(type, 2, value_retain(start), value_retain(step), VALUE_NULL);
}

static Value count_next(Value self)
{
    Tool *it = as_tool(self);
    Value now = it->v[0], step = it->v[1];
    if (likely(value_both_small_int(now, step))) {
        it->v[0] = int_from_int64(value_small_int(now) + value_small_int(step));
        return it->v[0] ? now : VALUE_NULL;
    }
    Value next = value_binary(BINARY_ADD, now, step);
    if (!next)
        return VALUE_NULL;
    it->v[0] = next;
    return now;
}

static Value count_repr(Value self)
{
    Tool *it = as_tool(self);
    return it->v[1] == value_from_small_int(1) ? str_printf("count(%V)", it->v[0]) : str_printf("count(%V, %V)", it->v[0], it->v[1]);
}

static const NativeDef count_methods[] = {TOOL_REDUCE(count_reduce), {0}};

Type type_count = {TOOL_TYPE("count", count_new, count_next), .repr = count_repr, .methods = count_methods};

/* ---- cycle: v[0] iterator (VALUE_NULL: seen to its end), v[1] list of what it gave; n[0] index of the next item then;
 * n[1] 1: the list is complete, this is the rest of a round that was copied ---- */

static Value cycle_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 1, 1))
        return VALUE_NULL;
    Value iterator = value_iter(args[0]);
    return tool_new_steal(type, 2, iterator, iterator ? list_new(0) : VALUE_NULL, VALUE_NULL);
}

static Value cycle_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->v[0]) {
        Value item = value_next(it->v[0]);
        if (item) {
            if (it->n[1] || list_append(it->v[1], item) == 0)
                return item;
            value_release(item);
        }
        if (exc_pending())
            return VALUE_NULL;
        value_clear(&it->v[0]);
    }
    List *saved = as_list(it->v[1]);
    if (saved->length == 0)
        return VALUE_NULL;
    Value item = saved->items[it->n[0]];
    it->n[0] = it->n[0] + 1 < saved->length ? it->n[0] + 1 : 0;
    return value_retain(item);
}

static const NativeDef cycle_methods[] = {TOOL_REDUCE(cycle_reduce), TOOL_SETSTATE(cycle_setstate), {0}};

Type type_cycle = {TOOL_TYPE("cycle", cycle_new, cycle_next), .methods = cycle_methods};

/* ---- repeat: v[0] the object; n[0] times left, -1: for ever ---- */

static Value repeat_new(TOOL_ARGS)
{
    Value given[2];
    int64_t times = -1;
    if (!native_bind("repeat(object, times=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    if (given[1] && int_as_ssize(given[1], &times) < 0)
        return VALUE_NULL;
    Value self = tool_new_steal(type, 1, value_retain(given[0]), VALUE_NULL, VALUE_NULL);
    if (self)
        as_tool(self)->n[0] = given[1] && times < 0 ? 0 : times;
    return self;
}

static Value repeat_next(Value self)
{
    Tool *it = as_tool(self);
    if (it->n[0] == 0)
        return VALUE_NULL;
    if (it->n[0] > 0)
        it->n[0]--;
    return value_retain(it->v[0]);
}

static Value repeat_repr(Value self)
{
    Tool *it = as_tool(self);
    return it->n[0] < 0 ? str_printf("repeat(%V)", it->v[0]) : str_printf("repeat(%V, %lld)", it->v[0], (long long)it->n[0]);
}

static Value repeat_hint(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (as_tool(self)->n[0] < 0)
        return raise_error(&exc_TypeError, "len() of unsized object");
    return int_from_int64(as_tool(self)->n[0]);
}

static const NativeDef repeat_methods[] = {{"__length_hint__", repeat_hint, 0, 0, 0}, TOOL_REDUCE(repeat_reduce), {0}};

Type type_repeat = {TOOL_TYPE("repeat", repeat_new, repeat_next), .repr = repeat_repr, .methods = repeat_methods};

/* ---- the module ---- */

static const NativeDef functions[] = {{"tee", itertools_tee, 1, 2, 0}, {0}};

static Type *const types[] = {
    &type_accumulate, &type_combinations, &type_combinations_with_replacement, &type_count, &type_cycle, &type_repeat, &type_chain,
    &type_compress, &type_dropwhile, &type_takewhile, &type_filterfalse, &type_starmap, &type_islice, &type_pairwise, &type_zip_longest,
    &type_product, &type_permutations, &type_groupby, &type_grouper, &type_tee, &type_tee_block,
};

Value module_itertools_init(void) { return module_from_parts("itertools", functions, types, sizeof types / sizeof *types); }
