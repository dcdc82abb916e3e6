/* list_methods.c */
#include "list_methods.h"

#include "abstract.h"
#include "exceptions.h"
#include "generic_alias.h"
#include "int.h"
#include "iterators.h"
#include "native.h"
#include "sequence.h"
#include "tuple.h"

static Value method_append(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_append(self, args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_extend(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_extend(self, args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_insert(METHOD_ARGS)
{
    UNUSED_ARGS;
    int64_t index;
    if (int_as_ssize(args[0], &index) < 0)
        return VALUE_NULL;
    return list_insert(as_list(self), index, args[1]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *list = as_list(self);
    int64_t index = -1;
    if (nargs && int_as_ssize(args[0], &index) < 0)
        return VALUE_NULL;
    if (list->length == 0)
        return raise_error(&exc_IndexError, "pop from empty list");
    if (index < 0)
        index += list->length;
    if ((uint64_t)index >= (uint64_t)list->length)
        return raise_error(&exc_IndexError, "pop index out of range");
    Value v = list->items[index];
    memmove(list->items + index, list->items + index + 1, (size_t)(list->length - index - 1) * sizeof(Value));
    list->length--;
    if (list->capacity > 64 && list->length < list->capacity / 4 && list_resize_items(list, list->capacity / 2) < 0)
        exc_clear(); /* keeps its memory */
    return v;
}

/* Position of the first item equal to v in start..stop; -1 absent, -2 exception. */
static int64_t list_find(List *list, Value v, int64_t start, int64_t stop)
{
    for (int64_t i = start; i < stop && i < list->length; i++) {
        Value item = value_retain(list->items[i]);
        int equal = value_equal(item, v);
        value_release(item);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static Value method_remove(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *list = as_list(self);
    int64_t i = list_find(list, args[0], 0, INT64_MAX);
    if (i == -1)
        return raise_error(&exc_ValueError, "list.remove(x): x not in list");
    if (i < 0)
        return VALUE_NULL;
    if (i < list->length && list_replace(list, i, i + 1, NULL, 0) < 0)
        return VALUE_NULL;
    return VALUE_NONE;
}

static Value method_index(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *list = as_list(self);
    int64_t start, stop;
    if (sequence_bounds(args + 1, nargs - 1, &list->length, &start, &stop) < 0)
        return VALUE_NULL;
    int64_t i = list_find(list, args[0], start, stop);
    if (i == -1)
        return raise_error(&exc_ValueError, "%V is not in list", args[0]);
    return i < 0 ? VALUE_NULL : value_from_small_int(i);
}

static Value method_count(METHOD_ARGS)
{
    UNUSED_ARGS;
    List *list = as_list(self);
    int64_t count = 0;
    for (int64_t i = 0; i < list->length; i++) {
        i = list_find(list, args[0], i, INT64_MAX);
        if (i < 0) {
            if (i == -2)
                return VALUE_NULL;
            break;
        }
        count++;
    }
    return value_from_small_int(count);
}

static Value method_clear(METHOD_ARGS)
{
    UNUSED_ARGS;
    list_drop_items(as_list(self));
    return VALUE_NONE;
}

static Value method_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_slice(as_list(self), 0, as_list(self)->length);
}

void list_reverse(List *list)
{
    for (int64_t i = 0, j = list->length - 1; i < j; i++, j--) {
        Value v = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = v;
    }
}

static Value method_reverse(METHOD_ARGS)
{
    UNUSED_ARGS;
    list_reverse(as_list(self));
    return VALUE_NONE;
}

static Value method_sort(METHOD_ARGS)
{
    Value bound[2];
    if (!native_bind("sort(*, key=, reverse=)", args, nargs, kwnames, bound))
        return VALUE_NULL;
    int reverse = 0;
    if (bound[1] && int_as_int32(bound[1], &reverse) < 0)
        return VALUE_NULL;
    return list_sort(as_list(self), bound[0], reverse) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_reversed(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_reverse_iter_new(self);
}

static Value method_getitem(Value self, const Value *args, int nargs, Value kwnames)
{
    (void)nargs, (void)kwnames;
    return type_list.getitem(self, args[0]);
}

const NativeDef list_methods[] = {
    {"__getitem__", method_getitem, 1, 1, 0},
    {"append", method_append, 1, 1, 0},
    {"extend", method_extend, 1, 1, 0},
    {"insert", method_insert, 2, 2, 0},
    {"pop", method_pop, 0, 1, 0},
    {"remove", method_remove, 1, 1, 0},
    {"index", method_index, 1, 3, 0},
    {"count", method_count, 1, 1, 0},
    {"clear", method_clear, 0, 0, 0},
    {"copy", method_copy, 0, 0, 0},
    {"reverse", method_reverse, 0, 0, 0},
    {"sort", method_sort, 0, -1, NATIVE_KEYWORDS},
    {"__reversed__", method_reversed, 0, 0, 0},
    {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS},
    {0},
};
