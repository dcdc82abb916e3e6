/* set_methods.c: the order in which results are filled is CPython's, since it shows in their iteration. */
#include "set_methods.h"

#include "abstract.h"
#include "dict.h"
#include "exceptions.h"
#include "generic_alias.h"
#include "native.h"
#include "str.h"
#include "tuple.h"
#include "type.h"

/* Results of operators are plain sets or frozensets, whatever class the operand has. */
static Type *base_type_of(Value set) { return type_is_subtype(value_object(set)->type, &type_set) ? &type_set : &type_frozenset; }
static Value set_copy(Value set) { return set_new(base_type_of(set), set); }

static void swap_bodies(Set *a, Set *b)
{
    SetEntry small_copy[SET_MINIMUM_SLOTS];
    bool a_small = a->table == a->small, b_small = b->table == b->small;
    int64_t length = a->length, fill = a->fill, mask = a->mask;
    SetEntry *table = a->table;
    a->length = b->length, a->fill = b->fill, a->mask = b->mask;
    a->table = b_small ? a->small : b->table;
    b->length = length, b->fill = fill, b->mask = mask;
    b->table = a_small ? b->small : table;
    memcpy(small_copy, a->small, sizeof small_copy);
    memcpy(a->small, b->small, sizeof small_copy);
    memcpy(b->small, small_copy, sizeof small_copy);
    a->hash = b->hash = -1;
}

/* ---- the four operations, with any iterable ---- */

static Value intersection(Value self, Value other)
{
    if (self == other)
        return set_copy(self);
    Value result = set_alloc(base_type_of(self));
    if (!result)
        return VALUE_NULL;
    if (value_is_set(other)) {
        Set *large = as_set(self), *small = as_set(other);
        if (small->length > large->length) {
            large = as_set(other);
            small = as_set(self);
        }
        int64_t pos = 0, hash;
        Value v;
        int found = 0;
        while (found >= 0 && set_next_hashed(small, &pos, &v, &hash)) {
            value_retain(v);
            found = set_contains_hashed(large, v, hash);
            if (found > 0)
                found = set_add_hashed(as_set(result), v, hash);
            value_release(v);
        }
    } else {
        Value iterator = value_iter(other), v;
        while (iterator && (v = value_next(iterator))) {
            int64_t hash = value_hash(v);
            int found = hash == -1 ? -1 : set_contains_hashed(as_set(self), v, hash);
            if (found > 0)
                found = set_add_hashed(as_set(result), v, hash);
            value_release(v);
            if (found < 0)
                break;
        }
        value_release_null(iterator);
    }
    if (exc_pending()) {
        value_release(result);
        return VALUE_NULL;
    }
    return result;
}

static int difference_update(Value self, Value other)
{
    Set *set = as_set(self);
    if (self == other) {
        set_clear(set);
        return 0;
    }
    if (value_is_set(other)) {
        int64_t pos = 0, hash;
        Value v;
        while (set_next_hashed(as_set(other), &pos, &v, &hash)) {
            value_retain(v);
            int found = set_discard_hashed(set, v, hash);
            value_release(v);
            if (found < 0)
                return -1;
        }
    } else {
        Value iterator = value_iter(other), v;
        if (!iterator)
            return -1;
        while ((v = value_next(iterator))) {
            int found = set_discard(set, v);
            value_release(v);
            if (found < 0)
                break;
        }
        value_release(iterator);
        if (exc_pending())
            return -1;
    }
    if (set->fill - set->length <= set->mask / 4)
        return 0;
    return set_resize(set, set->length > 50000 ? set->length * 2 : set->length * 4);
}

static Value difference(Value self, Value other)
{
    Set *set = as_set(self);
    bool is_set = value_is_set(other), is_dict = value_is_exactly(other, &type_dict);
    int64_t other_length = is_set ? as_set(other)->length : is_dict ? as_dict(other)->length : 0;
    if ((!is_set && !is_dict) || set->length >> 2 > other_length) {
        Value result = set_copy(self);
        if (result && difference_update(result, other) < 0) {
            value_release(result);
            return VALUE_NULL;
        }
        return result;
    }
    Value result = set_alloc(base_type_of(self));
    if (!result)
        return VALUE_NULL;
    int64_t pos = 0, hash;
    Value v;
    int found = 0;
    while (found >= 0 && set_next_hashed(set, &pos, &v, &hash)) {
        value_retain(v);
        if (is_set)
            found = set_contains_hashed(as_set(other), v, hash);
        else
            found = dict_get_hashed(as_dict(other), v, hash) ? 1 : exc_pending() ? -1 : 0;
        if (found == 0)
            found = set_add_hashed(as_set(result), v, hash);
        value_release(v);
    }
    if (found < 0) {
        value_release(result);
        return VALUE_NULL;
    }
    return result;
}

static int symmetric_difference_update(Value self, Value other)
{
    if (self == other) {
        set_clear(as_set(self));
        return 0;
    }
    bool is_dict = value_is_exactly(other, &type_dict);
    Value others = is_dict || value_is_set(other) ? value_retain(other) : set_new(base_type_of(self), other);
    if (!others)
        return -1;
    int64_t pos = 0, hash;
    Value v, unused;
    int found = 0;
    while (found >= 0 && (is_dict ? dict_next_hashed(as_dict(others), &pos, &v, &unused, &hash) : set_next_hashed(as_set(others), &pos, &v, &hash))) {
        value_retain(v);
        found = set_discard_hashed(as_set(self), v, hash);
        if (found == 0)
            found = set_add_hashed(as_set(self), v, hash);
        value_release(v);
    }
    value_release(others);
    return found < 0 ? -1 : 0;
}

static Value symmetric_difference(Value self, Value other)
{
    Value result = set_new(base_type_of(self), other);
    if (result && symmetric_difference_update(result, self) < 0) {
        value_release(result);
        return VALUE_NULL;
    }
    return result;
}

/* Every item of a is in b (both sets). */
static int is_subset(Set *a, Set *b)
{
    if (a->length > b->length)
        return 0;
    int64_t pos = 0, hash;
    Value v;
    while (set_next_hashed(a, &pos, &v, &hash)) {
        value_retain(v);
        int found = set_contains_hashed(b, v, hash);
        value_release(v);
        if (found != 1)
            return found;
    }
    return 1;
}

/* ---- operators ---- */

#define BOTH_SETS_OR_NOT_IMPLEMENTED(a, b)                                                                                       \
    if (!value_is_set(a) || !value_is_set(b))                                                                                    \
    return VALUE_NOT_IMPLEMENTED

Value set_and(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return intersection(self, other);
}

Value set_or(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    Value result = set_copy(self);
    if (result && self != other && set_update(as_set(result), other) < 0) {
        value_release(result);
        return VALUE_NULL;
    }
    return result;
}

Value set_xor(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return symmetric_difference(self, other);
}

Value set_sub(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return difference(self, other);
}

static int intersection_update(Value self, Value other)
{
    Value result = intersection(self, other);
    if (!result)
        return -1;
    swap_bodies(as_set(self), as_set(result));
    value_release(result);
    return 0;
}

Value set_inplace_and(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return intersection_update(self, other) < 0 ? VALUE_NULL : value_retain(self);
}

Value set_inplace_or(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return set_update(as_set(self), other) < 0 ? VALUE_NULL : value_retain(self);
}

Value set_inplace_xor(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return symmetric_difference_update(self, other) < 0 ? VALUE_NULL : value_retain(self);
}

Value set_inplace_sub(Value self, Value other)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(self, other);
    return difference_update(self, other) < 0 ? VALUE_NULL : value_retain(self);
}

Value set_compare(Value a, Value b, CompareOp op)
{
    BOTH_SETS_OR_NOT_IMPLEMENTED(a, b);
    Set *x = as_set(a), *y = as_set(b);
    int result = 0;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        if (x->length == y->length && (x->hash == -1 || y->hash == -1 || x->hash == y->hash))
            result = is_subset(x, y);
        if (result >= 0 && op == COMPARE_NE)
            result = !result;
        break;
    case COMPARE_LE: result = is_subset(x, y); break;
    case COMPARE_GE: result = is_subset(y, x); break;
    case COMPARE_LT: result = x->length < y->length ? is_subset(x, y) : 0; break;
    default: result = x->length > y->length ? is_subset(y, x) : 0; break;
    }
    return result < 0 ? VALUE_NULL : value_bool(result);
}

/* ---- methods ---- */

static Value method_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    return value_is_exactly(self, &type_frozenset) ? value_retain(self) : set_copy(self);
}

static Value method_union(METHOD_ARGS)
{
    UNUSED_ARGS;
    Value result = set_copy(self);
    for (int i = 0; result && i < nargs; i++)
        if (args[i] != self && set_update(as_set(result), args[i]) < 0) {
            value_release(result);
            return VALUE_NULL;
        }
    return result;
}

static Value method_intersection(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!nargs)
        return set_copy(self);
    Value result = value_retain(self);
    for (int i = 0; result && i < nargs; i++)
        value_set_steal(&result, intersection(result, args[i]));
    return result;
}

static Value method_difference(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (!nargs)
        return set_copy(self);
    Value result = difference(self, args[0]);
    for (int i = 1; result && i < nargs; i++)
        if (difference_update(result, args[i]) < 0) {
            value_release(result);
            return VALUE_NULL;
        }
    return result;
}

static Value method_symmetric_difference(METHOD_ARGS)
{
    UNUSED_ARGS;
    return symmetric_difference(self, args[0]);
}

static Value method_update(METHOD_ARGS)
{
    UNUSED_ARGS;
    for (int i = 0; i < nargs; i++)
        if (set_update(as_set(self), args[i]) < 0)
            return VALUE_NULL;
    return VALUE_NONE;
}

static Value method_intersection_update(METHOD_ARGS)
{
    Value result = method_intersection(self, args, nargs, kwnames);
    if (!result)
        return VALUE_NULL;
    swap_bodies(as_set(self), as_set(result));
    value_release(result);
    return VALUE_NONE;
}

static Value method_difference_update(METHOD_ARGS)
{
    UNUSED_ARGS;
    for (int i = 0; i < nargs; i++)
        if (difference_update(self, args[i]) < 0)
            return VALUE_NULL;
    return VALUE_NONE;
}

static Value method_symmetric_difference_update(METHOD_ARGS)
{
    UNUSED_ARGS;
    return symmetric_difference_update(self, args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_issubset(METHOD_ARGS)
{
    UNUSED_ARGS;
    int result;
    if (value_is_set(args[0])) {
        result = is_subset(as_set(self), as_set(args[0]));
    } else {
        Value other = set_new(&type_set, args[0]);
        if (!other)
            return VALUE_NULL;
        result = is_subset(as_set(self), as_set(other));
        value_release(other);
    }
    return result < 0 ? VALUE_NULL : value_bool(result);
}

/* Whether any item of the iterable is (wanted 1) or is not (wanted 0) in the set. */
static int any_item(Value self, Value iterable, int wanted)
{
    Value iterator = value_iter(iterable), v;
    if (!iterator)
        return -1;
    int result = 0;
    while (result == 0 && (v = value_next(iterator))) {
        int found = set_contains(as_set(self), v);
        value_release(v);
        result = found < 0 ? -1 : found == wanted;
    }
    value_release(iterator);
    return exc_pending() ? -1 : result;
}

static Value method_issuperset(METHOD_ARGS)
{
    UNUSED_ARGS;
    int result;
    if (value_is_set(args[0])) {
        result = is_subset(as_set(args[0]), as_set(self));
    } else {
        result = any_item(self, args[0], 0);
        if (result >= 0)
            result = !result;
    }
    return result < 0 ? VALUE_NULL : value_bool(result);
}

static Value method_isdisjoint(METHOD_ARGS)
{
    UNUSED_ARGS;
    if (args[0] == self)
        return value_bool(as_set(self)->length == 0);
    Value a = self, b = args[0];
    if (value_is_set(b) && as_set(b)->length > as_set(a)->length) {
        a = args[0];
        b = self;
    }
    int common = 0;
    if (value_is_set(b)) { /* its items bring their hashes along */
        int64_t pos = 0, hash;
        Value v;
        while (common == 0 && set_next_hashed(as_set(b), &pos, &v, &hash)) {
            value_retain(v);
            common = set_contains_hashed(as_set(a), v, hash);
            value_release(v);
        }
    } else {
        common = any_item(a, b, 1);
    }
    return common < 0 ? VALUE_NULL : value_bool(!common);
}

static Value method_add(METHOD_ARGS)
{
    UNUSED_ARGS;
    return set_add(as_set(self), args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_discard(METHOD_ARGS)
{
    UNUSED_ARGS;
    return set_discard(as_set(self), args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

static Value method_remove(METHOD_ARGS)
{
    UNUSED_ARGS;
    int found = set_discard(as_set(self), args[0]);
    if (found < 0)
        return VALUE_NULL;
    return found ? VALUE_NONE : raise_value(&exc_KeyError, args[0]);
}

static Value method_pop(METHOD_ARGS)
{
    UNUSED_ARGS;
    Set *set = as_set(self);
    if (!set->length) {
        Value text = str_from_cstr("pop from an empty set");
        if (text) {
            raise_value(&exc_KeyError, text);
            value_release(text);
        }
        return VALUE_NULL;
    }
    int64_t i = set->finger & set->mask;
    while (!set->table[i].key)
        i = i == set->mask ? 0 : i + 1;
    Value v = set->table[i].key;
    set->table[i] = (SetEntry){VALUE_NULL, -1};
    set->length--;
    set->finger = i + 1;
    return v;
}

static Value method_clear(METHOD_ARGS)
{
    UNUSED_ARGS;
    set_clear(as_set(self));
    return VALUE_NONE;
}

static Value method_contains(METHOD_ARGS)
{
    UNUSED_ARGS;
    int found = set_contains(as_set(self), args[0]);
    return found < 0 ? VALUE_NULL : value_bool(found);
}

#define COMMON_METHODS                                                                                                           \
    {"copy", method_copy, 0, 0, 0}, {"union", method_union, 0, -1, 0}, {"intersection", method_intersection, 0, -1, 0},           \
        {"difference", method_difference, 0, -1, 0}, {"symmetric_difference", method_symmetric_difference, 1, 1, 0},              \
        {"issubset", method_issubset, 1, 1, 0}, {"issuperset", method_issuperset, 1, 1, 0},                                       \
        {"isdisjoint", method_isdisjoint, 1, 1, 0}, {"__contains__", method_contains, 1, 1, 0},                                   \
        {"__class_getitem__", generic_alias_class_getitem, 1, 1, NATIVE_CLASS}

const NativeDef set_methods[] = {
    COMMON_METHODS,
    {"add", method_add, 1, 1, 0},
    {"discard", method_discard, 1, 1, 0},
    {"remove", method_remove, 1, 1, 0},
    {"pop", method_pop, 0, 0, 0},
    {"clear", method_clear, 0, 0, 0},
    {"update", method_update, 0, -1, 0},
    {"intersection_update", method_intersection_update, 0, -1, 0},
    {"difference_update", method_difference_update, 0, -1, 0},
    {"symmetric_difference_update", method_symmetric_difference_update, 1, 1, 0},
    {0},
};

const NativeDef frozenset_methods[] = {
    COMMON_METHODS,
    {0},
};
