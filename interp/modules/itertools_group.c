/* itertools_group.c: groupby and tee. */
#include "itertools.h"

#include "abstract.h"
#include "exceptions.h"
#include "gc.h"
#include "int.h"
#include "native.h"
#include "tuple.h"

/* ---- groupby: v[0] iterator, v[1] key function or None, v[2] key read last and v[3] its item (VALUE_NULL: given out, or none yet),
 * v[4] key of the group given out last; n[0] that group's number.
 * A group: v[0] the groupby, v[1] its key; n[0] its number. ---- */

static Value groupby_new(TOOL_ARGS)
{
    Value given[2];
    if (!native_bind("groupby(iterable, key=)", args, nargs, kwnames, given))
        return VALUE_NULL;
    Value iterator = value_iter(given[0]);
    return tool_new_steal(type, 2, iterator, iterator ? (given[1] ? value_retain(given[1]) : VALUE_NONE) : VALUE_NULL, VALUE_NULL);
}

/* Reads one more item and its key into v[3] and v[2]. 1: done, 0: exhausted, -1. */
static int groupby_step(Tool *it)
{
    Value item = value_next(it->v[0]);
    if (!item)
        return exc_pending() ? -1 : 0;
    Value key = it->v[1] == VALUE_NONE ? value_retain(item) : call_value1(it->v[1], item);
    if (!key) {
        value_release(item);
        return -1;
    }
    value_set_steal(&it->v[3], item);
    value_set_steal(&it->v[2], key);
    return 1;
}

/* Whether the key read last is that of the group `key`: 1, 0, -1. Both are held while == may run code. */
static int same_group(Value key, Tool *it)
{
    Value last = value_retain(it->v[2]);
    value_retain(key);
    int same = value_equal(key, last);
    value_release(key);
    value_release(last);
    return same;
}

static Value groupby_next(Value self)
{
    Tool *it = as_tool(self);
    it->n[0]++; /* the group given out before ends here */
    while (!it->v[2] || it->v[4]) {
        int same = it->v[2] ? same_group(it->v[4], it) : 1;
        if (same < 0 || (same && groupby_step(it) <= 0))
            return VALUE_NULL;
        if (!same || !it->v[4])
            break;
    }
    value_set_steal(&it->v[4], value_retain(it->v[2]));
    Value group = tool_new_steal(&type_grouper, 2, value_retain(self), value_retain(it->v[4]), VALUE_NULL);
    if (!group)
        return VALUE_NULL;
    as_tool(group)->n[0] = it->n[0];
    Value pair[2] = {value_retain(it->v[2]), group};
    return tuple_from_steal(pair, 2);
}

static Value grouper_next(Value self)
{
    Tool *group = as_tool(self), *it = as_tool(group->v[0]);
    if (group->n[0] != it->n[0] || (!it->v[3] && groupby_step(it) <= 0) || same_group(group->v[1], it) <= 0)
        return VALUE_NULL;
    Value item = it->v[3];
    it->v[3] = VALUE_NULL;
    value_clear(&it->v[2]); /* asked of no more: the next group begins by reading */
    return item;
}

static Value grouper_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 2, 2))
        return VALUE_NULL;
    if (!value_is_heap_exactly(args[0], &type_groupby))
        return raise_error(&exc_TypeError, "_grouper() argument 1 must be itertools.groupby, not %A", args[0]);
    Value self = tool_new_steal(type, 2, value_retain(args[0]), value_retain(args[1]), VALUE_NULL);
    if (self)
        as_tool(self)->n[0] = ++as_tool(args[0])->n[0]; /* the group that is read now */
    return self;
}

static const NativeDef groupby_methods[] = {TOOL_REDUCE(groupby_reduce), TOOL_SETSTATE(groupby_setstate), {0}};
static const NativeDef grouper_methods[] = {TOOL_REDUCE(grouper_reduce), {0}};

Type type_groupby = {TOOL_TYPE("groupby", groupby_new, groupby_next), .methods = groupby_methods};
Type type_grouper = {TOOL_TYPE("_grouper", grouper_new, grouper_next), .methods = grouper_methods};

/* ---- tee: v[0] the block being read; n[0] index of the next item in it.
 * A block: v[0] the iterator, v[1] next block (VALUE_NULL: not yet needed), v[2] its items (a tuple filled as they come); n[0] how many. ---- */

enum { TEE_BLOCK = 56 };

static Value tee_block_new(Value iterator_steal)
{
    Value items = iterator_steal ? tuple_new(TEE_BLOCK) : VALUE_NULL;
    if (!items)
        value_clear(&iterator_steal);
    return tool_new_steal(&type_tee_block, 1, iterator_steal, VALUE_NULL, items);
}

/* A chain of blocks is released one by one, not by recursion. */
static void tee_block_dealloc(Object *self)
{
    Value next = ((Tool *)self)->v[1];
    ((Tool *)self)->v[1] = VALUE_NULL;
    tool_dealloc(self);
    while (next && value_object(next)->refs == 1) {
        Value after = as_tool(next)->v[1];
        as_tool(next)->v[1] = VALUE_NULL;
        value_release(next);
        next = after;
    }
    value_release_null(next);
}

static Value tee_new(TOOL_ARGS)
{
    if (!tool_takes(type, nargs, kwnames, 1, 1))
        return VALUE_NULL;
    if (value_is_heap_exactly(args[0], &type_tee)) {
        Value copy = tool_new_steal(type, 1, value_retain(as_tool(args[0])->v[0]), VALUE_NULL, VALUE_NULL);
        if (copy)
            as_tool(copy)->n[0] = as_tool(args[0])->n[0];
        return copy;
    }
    return tool_new_steal(type, 1, tee_block_new(value_iter(args[0])), VALUE_NULL, VALUE_NULL);
}

static Value tee_next(Value self)
{
    Tool *it = as_tool(self), *block = as_tool(it->v[0]);
    if (it->n[0] == TEE_BLOCK) {
        if (!block->v[1] && !(block->v[1] = tee_block_new(value_retain(block->v[0]))))
            return VALUE_NULL;
        value_set_steal(&it->v[0], value_retain(block->v[1]));
        block = as_tool(it->v[0]);
        it->n[0] = 0;
    }
    Tuple *items = as_tuple(block->v[2]);
    if (it->n[0] == block->n[0]) {
        if (block->n[1])
            return raise_error(&exc_RuntimeError, "cannot re-enter the tee iterator");
        block->n[1] = 1;
        Value item = value_next(block->v[0]);
        block->n[1] = 0;
        if (!item)
            return VALUE_NULL;
        items->items[block->n[0]++] = item;
    }
    return value_retain(items->items[it->n[0]++]);
}

static Value tee_copy(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tee_new(&type_tee, &self, 1, VALUE_NULL);
}

static const NativeDef tee_methods[] = {{"__copy__", tee_copy, 0, 0, 0}, {0}};

Type type_tee = {TOOL_TYPE("_tee", tee_new, tee_next), .methods = tee_methods};
Type type_tee_block = {.head = OBJECT_STATIC(&type_type), .name = "itertools._tee_dataobject", .flags = TYPE_GC, .size = sizeof(Tool),
                       .base = &type_object, .dealloc = tee_block_dealloc, .traverse = tool_traverse, .clear = tool_clear};

Value itertools_tee(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)self, (void)kwnames;
    int64_t count = 2;
    if (nargs > 1 && int_as_ssize(args[1], &count) < 0)
        return VALUE_NULL;
    if (count < 0)
        return raise_error(&exc_ValueError, "n must be >= 0");
    Value result = tuple_new(count);
    for (int64_t i = 0; result && i < count; i++) {
        Value from = i ? as_tuple(result)->items[0] : args[0];
        Value each = tee_new(&type_tee, &from, 1, VALUE_NULL);
        if (each)
            as_tuple(result)->items[i] = each;
        else
            value_clear(&result);
    }
    return result;
}
